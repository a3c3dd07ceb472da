use super::faults::Faults;
use super::section::Words;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{BadTimeFormat, TimeFormat};

/// Reads how times are written; what the notation gives must be a day and a time of that day.
pub(super) fn read_time_format(words: &Words<'_>, faults: &mut Faults<'_>) -> Option<String> {
    let label = match TimeFormat::new(words.text) {
        Ok(_) => return Some(words.text.to_owned()),
        Err(BadTimeFormat::Invalid(_)) => "not a strftime notation",
        Err(BadTimeFormat::NoDate(_)) => "does not give year, month and day",
        Err(BadTimeFormat::NoTimeOfDay(_)) => "does not give hour and minute",
    };
    let message = format!("`time_format` can't be {}", quoted(words.text));
    faults.error(Code::BadValue, message, Label::new(words.span.clone(), label)).help = Some(
        "write it with %Y year, %m month, %d day, %H hour, %M minute, %S second: `%d/%m/%Y %H:%M`, or `excel-serial` for the day numbers of spreadsheets"
            .to_owned(),
    );
    None
}
