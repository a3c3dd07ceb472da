use super::faults::Faults;
use super::section::Words;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{BadTimeFormat, TimeFormat};
use crate::words::policy_values;

/// Reads how times are written; what the notation gives must be a day and a time of that day.
pub(super) fn read_time_format(words: &Words<'_>, faults: &mut Faults<'_>) -> Option<String> {
    let label = match TimeFormat::new(words.text) {
        Ok(_) => return Some(words.text.to_owned()),
        Err(BadTimeFormat::Invalid(_)) => policy_values::no_strftime(),
        Err(BadTimeFormat::NoDate(_)) => policy_values::format_without_date(),
        Err(BadTimeFormat::NoTimeOfDay(_)) => policy_values::format_without_time(),
    };
    let message = policy_values::cannot_be("`time_format`", &quoted(words.text));
    faults.error(Code::BadValue, message, Label::new(words.span.clone(), label)).help =
        Some(policy_values::write_time_format());
    None
}
