use std::path::{Component, Path, PathBuf};

use super::duration::duration;
use super::faults::Faults;
use super::section::{self, Section, Shape, Words};
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::Escalation;
use crate::words::policy_values;

/// Reads `[escalation]`.
pub(super) fn read_escalation(mut section: Section<'_>, faults: &mut Faults<'_>) -> Escalation {
    let drafts = section::filled(section.text("drafts", Shape::Line, faults), "drafts", faults)
        .and_then(|words| read_drafts(&words, faults));
    let reply_within = section
        .text("reply_within", Shape::Line, faults)
        .and_then(|words| duration(&words, "reply_within", faults));
    let template = section::filled(section.text("template", Shape::Line, faults), "template", faults)
        .map(|words| PathBuf::from(words.text));
    section.close(faults);
    Escalation { drafts: drafts.unwrap_or_else(|| Escalation::default().drafts), reply_within, template }
}

/// A folder below the policy's own: drafts are never written anywhere else.
fn read_drafts(words: &Words<'_>, faults: &mut Faults<'_>) -> Option<PathBuf> {
    let path = Path::new(words.text);
    let stays = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    // Backslashes and drives would mean a way out on some systems and a name on others.
    if stays && !words.text.contains(['\\', ':']) {
        return Some(path.to_owned());
    }
    let message = policy_values::cannot_be("`drafts`", &quoted(words.text));
    let label = Label::new(words.span.clone(), policy_values::leads_out());
    faults.error(Code::BadValue, message, label).help = Some(policy_values::folder_below());
    None
}
