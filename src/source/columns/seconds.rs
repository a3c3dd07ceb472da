use unicode_normalization::UnicodeNormalization;

use crate::domain::{CountUnit, Span};
use crate::source::time::{Decimal, TimeReader};
use crate::words::unreadable_rows as words;

/// What a cell says about the seconds between two stages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecondsCell {
    /// Not yet, or not recorded.
    Missing,
    /// This long; what lies below a nanosecond is dropped.
    After(Span),
    /// A number below zero.
    Negative,
    /// Something else, for this reason.
    Unreadable(String),
}

/// Reads a decimal number of seconds or milliseconds; `times` knows what means "not yet".
#[must_use]
pub fn read_seconds(cell: &str, unit: CountUnit, times: &TimeReader) -> SecondsCell {
    let plain: String = cell.nfkc().collect();
    let plain = plain.trim();
    // A policy may say that `0` means "not yet".
    if times.is_own_missing(cell) {
        return SecondsCell::Missing;
    }
    let decimals = match unit {
        CountUnit::Seconds => 9,
        CountUnit::Milliseconds => 6,
    };
    if let Some(number) = Decimal::parse(plain) {
        return number.scaled(decimals).map_or_else(
            || SecondsCell::Unreadable(words::too_many_seconds()),
            |nanos| SecondsCell::After(Span::from_nanos(nanos)),
        );
    }
    if times.is_missing(cell) {
        return SecondsCell::Missing;
    }
    let is_negative = plain.strip_prefix('-').is_some_and(|rest| Decimal::parse(rest).is_some());
    if is_negative {
        return SecondsCell::Negative;
    }
    SecondsCell::Unreadable(match unit {
        CountUnit::Seconds => words::no_seconds(),
        CountUnit::Milliseconds => words::no_milliseconds(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Zone;

    #[test]
    fn seconds_are_decimals() {
        let own = ["never".to_owned()];
        let times = TimeReader::new(Zone::named("UTC").unwrap(), None, &own, None).unwrap();
        let after = |nanos| SecondsCell::After(Span::from_nanos(nanos));
        for (cell, expected) in [
            ("302", after(302_000_000_000)),
            (" 302.5 ", after(302_500_000_000)),
            ("３０２", after(302_000_000_000)),
            ("302.33333333333331", after(302_333_333_333)),
            ("0", after(0)),
            ("", SecondsCell::Missing),
            ("null", SecondsCell::Missing),
            ("Never", SecondsCell::Missing),
            ("-5", SecondsCell::Negative),
        ] {
            assert_eq!(read_seconds(cell, CountUnit::Seconds, &times), expected, "{cell}");
        }
        for (cell, expected) in
            [("5m", "is not a number"), ("1,234", "is not a number"), ("99999999999", "is more")]
        {
            let SecondsCell::Unreadable(reason) = read_seconds(cell, CountUnit::Seconds, &times) else {
                panic!("{cell}")
            };
            assert!(reason.starts_with(expected), "{cell}: {reason}");
        }
    }
}
