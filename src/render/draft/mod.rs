//! An improvement request as Markdown, out of what the ledger and exports know of one problem.
//!
//! The words stand in a template per language; whatever a template prints is escaped for Markdown,
//! so that nothing from an export can mean anything there.

mod document;
mod handover;
mod mark;
mod template;
mod view;

use self::view::{LaterView, View};
use crate::assess::{Evidence, Problem, RequestCase};
use crate::domain::{Instant, Language, Policy};

pub use self::document::requests_json;
pub use self::handover::{Handover, handover_line};
pub use self::mark::{Mark, is_untouched};
pub use self::template::{Template, TemplateError};

/// The built-in template of what came later, in Japanese.
const LATER_JAPANESE: &str = include_str!("../../../templates/later.ja.md.j2");
/// The same in English.
const LATER_ENGLISH: &str = include_str!("../../../templates/later.en.md.j2");

/// The draft of a request, written at `as_of`.
pub fn draft(
    case: &RequestCase<'_>,
    template: &Template,
    policy: &Policy,
    language: Language,
    as_of: Instant,
) -> Result<String, TemplateError> {
    template.fill(&View::of(case, policy, language, as_of))
}

/// What came of an open request since it was written.
#[derive(Clone, Copy, Debug)]
pub struct Later<'a> {
    /// All that it is about by now.
    pub problem: &'a Problem<'a>,
    /// The breaches that came since.
    pub fresh: &'a [Evidence<'a>],
    /// What a person asks for now.
    pub asked: Option<&'a str>,
    /// Whether it is a text of its own, or stands below the draft.
    pub alone: bool,
}

/// The text of what came later; `None` if nothing did.
pub fn later(
    later: &Later<'_>,
    policy: &Policy,
    language: Language,
    as_of: Instant,
) -> Result<Option<String>, TemplateError> {
    let text = match language {
        Language::Japanese => LATER_JAPANESE,
        Language::English => LATER_ENGLISH,
    };
    let view = LaterView::of(later, policy, language, as_of);
    view.map(|view| Template::built_in(text).fill(&view)).transpose()
}

#[cfg(test)]
mod tests;
