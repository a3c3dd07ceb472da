use super::page::Page;
use crate::domain::{Policy, Reopen, Rows, SeverityAt};
use crate::words::policy_show_rules::Words;

/// What counts of an incident that changed: its fields, its severity, its resolution.
pub(super) fn change_rule(policy: &Policy, page: &Page) -> String {
    let words = Words::of(page.language);
    let (severity, severity_word) = match policy.clock.severity_at {
        SeverityAt::Opened => (words.severity_opened, "opened"),
        SeverityAt::Breach => (words.severity_breach, "breach"),
        SeverityAt::Highest => (words.severity_highest, "highest"),
    };
    let (reopened, reopen_word) = match policy.clock.reopen {
        Reopen::SameClock => (words.same_clock, "same-clock"),
        Reopen::FirstResolution => (words.first_resolution, "first-resolution"),
    };
    let settings = (words.settings)(&severity, &severity_word, &reopened, &reopen_word);
    if matches!(policy.mapping.rows, Rows::Events(_)) {
        return (words.first_event)(&settings);
    }
    (words.row_values)(&settings)
}
