use std::fmt::Write;

use chrono::format::{Item, Parsed, StrftimeItems};
use chrono::{DateTime, FixedOffset};

use super::faults::Faults;
use super::section::Words;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};

/// Reads how times are written; what the notation gives must at least be a day.
pub(super) fn read_time_format(words: &Words<'_>, faults: &mut Faults<'_>) -> Option<String> {
    let items: Vec<Item<'_>> = StrftimeItems::new(words.text).collect();
    let label = if items.iter().any(|item| matches!(item, Item::Error)) {
        "not a strftime notation"
    } else if !gives_day(&items) {
        "does not give year, month and day"
    } else {
        return Some(words.text.to_owned());
    };
    let message = format!("`time_format` can't be {}", quoted(words.text));
    faults.error(Code::BadValue, message, Label::new(words.span.clone(), label)).help = Some(
        "write it with %Y year, %m month, %d day, %H hour, %M minute, %S second: `%d/%m/%Y %H:%M`".to_owned(),
    );
    None
}

/// Whether a time written like this can be read back to its day.
fn gives_day(items: &[Item<'_>]) -> bool {
    let Ok(sample) = DateTime::<FixedOffset>::parse_from_rfc3339("2026-11-23T21:34:56+09:00") else {
        return false;
    };
    let (mut written, mut parsed) = (String::new(), Parsed::new());
    write!(written, "{}", sample.format_with_items(items.iter())).is_ok()
        && chrono::format::parse(&mut parsed, &written, items.iter()).is_ok()
        && (parsed.timestamp().is_some() || parsed.to_naive_date().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notation_must_give_a_day() {
        let gives = |text: &str| gives_day(&StrftimeItems::new(text).collect::<Vec<_>>());
        for text in
            ["%d/%m/%Y %H:%M", "%Y年%m月%d日 %H時%M分", "%s", "%m/%d/%y %I:%M:%S %p", "%Y-%m-%dT%H:%M:%S%z"]
        {
            assert!(gives(text), "{text}");
        }
        for text in ["%H:%M", "%d/%m", "day", ""] {
            assert!(!gives(text), "{text}");
        }
    }
}
