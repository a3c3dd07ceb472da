use super::faults::Faults;
use super::section::Words;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::Span;
use crate::words::policy_values;

/// Units in the order in which they must stand, with their seconds.
const UNITS: [(char, i64); 4] = [('d', 86_400), ('h', 3600), ('m', 60), ('s', 1)];

/// Why a text is no duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Nothing like a number with a unit.
    Shape,
    /// A number stands without a unit.
    NoUnit,
    /// Business days.
    BusinessDays,
    /// A unit stands twice, or behind a smaller one.
    Order,
    /// No time at all, or less.
    NotPositive,
    /// Beyond what a clock can count.
    TooLong,
}

/// Reads a duration such as `1h30m` for the key `name`.
pub(super) fn duration(words: &Words<'_>, name: &str, faults: &mut Faults<'_>) -> Option<Span> {
    let (label, help) = match parse(words.text) {
        Ok(span) => return Some(span),
        Err(Trouble::BusinessDays) => {
            (policy_values::days_without_calendar(), policy_values::only_targets_have_calendars())
        }
        Err(Trouble::Shape) => (policy_values::not_a_duration(), policy_values::write_duration()),
        Err(Trouble::NoUnit) => (policy_values::no_unit(), policy_values::add_unit()),
        Err(Trouble::Order) => (policy_values::units_out_of_order(), policy_values::largest_first()),
        Err(Trouble::NotPositive) => (policy_values::not_positive(), policy_values::duration_such_as()),
        Err(Trouble::TooLong) => (policy_values::too_long(), policy_values::below_290_years()),
    };
    let message = policy_values::cannot_be(&format!("`{name}`"), &quoted(words.text));
    faults.error(Code::BadValue, message, Label::new(words.span.clone(), label)).help = Some(help);
    None
}

/// Reads a duration such as `2d` that stands elsewhere than in a policy.
#[must_use]
pub fn parse_duration(text: &str) -> Option<Span> {
    parse(text).ok()
}

/// Reads a duration, or says why it is none.
pub(super) fn parse(text: &str) -> Result<Span, Trouble> {
    let mut rest = text.trim();
    if rest.is_empty() {
        return Err(Trouble::Shape);
    }
    if let Some(positive) = rest.strip_prefix('-') {
        return Err(parse(positive).map_or_else(|trouble| trouble, |_| Trouble::NotPositive));
    }
    let (mut seconds, mut units) = (0_i64, UNITS.as_slice());
    while !rest.is_empty() {
        let digits = rest.find(|char: char| !char.is_ascii_digit()).unwrap_or(rest.len());
        let (number, after) = rest.split_at(digits);
        if number.is_empty() {
            return Err(Trouble::Shape);
        }
        let after = after.trim_start();
        let word_end = after.find(|char: char| !char.is_alphabetic()).unwrap_or(after.len());
        let (word, after) = after.split_at(word_end);
        let mut letters = word.chars();
        let unit = match (letters.next(), letters.next()) {
            (None, _) if after.is_empty() || after.starts_with(|char: char| char.is_ascii_digit()) => {
                return Err(Trouble::NoUnit);
            }
            (Some('b'), Some('d')) if word.len() == 2 => return Err(Trouble::BusinessDays),
            (Some(unit), None) => unit,
            _ => return Err(Trouble::Shape),
        };
        if !UNITS.iter().any(|&(known, _)| known == unit) {
            return Err(Trouble::Shape);
        }
        let place = units.iter().position(|&(known, _)| known == unit).ok_or(Trouble::Order)?;
        let (_, length) = units[place];
        units = &units[place + 1..];
        seconds = number
            .parse::<i64>()
            .ok()
            .and_then(|number| number.checked_mul(length)?.checked_add(seconds))
            .ok_or(Trouble::TooLong)?;
        rest = after.trim_start();
    }
    if seconds == 0 {
        return Err(Trouble::NotPositive);
    }
    Span::from_seconds(seconds).ok_or(Trouble::TooLong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_add_up() {
        for (text, seconds) in [
            ("90s", 90),
            ("30m", 1800),
            ("1h30m", 5400),
            ("1h 30m", 5400),
            ("2d", 172_800),
            ("1d2h3m4s", 93_784),
        ] {
            assert_eq!(parse(text), Ok(Span::from_seconds(seconds).unwrap()), "{text}");
        }
    }

    #[test]
    fn everything_else_is_refused_for_its_own_reason() {
        for (text, trouble) in [
            ("", Trouble::Shape),
            ("half an hour", Trouble::Shape),
            ("1.5h", Trouble::Shape),
            ("30min", Trouble::Shape),
            ("30M", Trouble::Shape),
            ("３０m", Trouble::Shape),
            ("30", Trouble::NoUnit),
            ("1h30", Trouble::NoUnit),
            ("3bd", Trouble::BusinessDays),
            ("30m1h", Trouble::Order),
            ("1h1h", Trouble::Order),
            ("0s", Trouble::NotPositive),
            ("-30m", Trouble::NotPositive),
            ("999999999999d", Trouble::TooLong),
            ("99999999999999999999s", Trouble::TooLong),
        ] {
            assert_eq!(parse(text), Err(trouble), "{text}");
        }
    }
}
