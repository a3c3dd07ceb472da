use super::faults::Faults;
use super::section::{self, Section, Shape};
use super::tree::Entry;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{Cause, Fix};
use crate::words::{policy_names, policy_parts, policy_people};

/// Reads `[causes]`.
pub(super) fn read_causes(section: Section<'_>, faults: &mut Faults<'_>) -> Vec<Cause> {
    section.rest().into_iter().filter_map(|entry| read_cause(entry, faults)).collect()
}

fn read_cause(entry: &Entry, faults: &mut Faults<'_>) -> Option<Cause> {
    let id = section::name(entry, policy_names::not_a_cause, faults);
    let title = policy_parts::cause(&quoted(&entry.key));
    let mut section = Section::open(title, entry.key_span.clone(), &entry.node, faults)?;
    let title = section::filled(section.text("title", Shape::Line, faults), "title", faults);
    let fix = section.choice("fix", &Fix::ALL.map(|fix| (fix.word(), fix)), faults).unwrap_or(Fix::Review);
    let improvement =
        section::filled(section.text("improvement", Shape::Lines, faults), "improvement", faults);
    let owner = section::filled(section.text("owner", Shape::Line, faults), "owner", faults);
    let has_improvement = improvement.is_some();
    section.close(faults);
    if fix == Fix::Required && !has_improvement {
        let message = policy_people::no_improvement(&quoted(&entry.key));
        let label = Label::new(entry.key_span.clone(), policy_people::has_no_improvement());
        faults.warning(Code::NoImprovement, message, label).help = Some(policy_people::add_improvement());
    }
    let id = id?;
    Some(Cause {
        id: id.to_owned(),
        title: title.map_or(id, |words| words.text).to_owned(),
        fix,
        improvement: improvement.map(|words| words.text.to_owned()),
        owner: owner.map(|words| words.text.to_owned()),
    })
}
