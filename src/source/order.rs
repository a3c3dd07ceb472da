use crate::domain::Instant;

use super::time::{TimeCell, TimeReader};

/// What the values are by which the rows of an incident are ordered: numbers if all are, else
/// times if all are, else texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OrderKind {
    Number,
    Time,
    Text,
}

/// A value to be compared with others of its kind. No value comes before any.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum OrderValue {
    None,
    Number(i128),
    Time(Instant),
    Text(Box<str>),
}

/// Decimals that a number may have; what is beyond them is not a number.
const DECIMALS: usize = 18;

impl OrderKind {
    /// What is tried where a value doesn't fit.
    pub(super) fn next(self) -> Self {
        match self {
            Self::Number => Self::Time,
            Self::Time | Self::Text => Self::Text,
        }
    }

    /// The value of a cell; `None` if it isn't of this kind.
    pub(super) fn value(self, cell: &str, times: &TimeReader) -> Option<OrderValue> {
        let cell = cell.trim();
        if cell.is_empty() {
            return Some(OrderValue::None);
        }
        match self {
            Self::Number => number(cell).map(OrderValue::Number),
            Self::Time => match times.read(cell) {
                TimeCell::Missing => Some(OrderValue::None),
                TimeCell::At(at) | TimeCell::Gap(at) | TimeCell::Overlap(at) => Some(OrderValue::Time(at)),
                TimeCell::Ambiguous | TimeCell::Unreadable(_) => None,
            },
            Self::Text => Some(OrderValue::Text(cell.into())),
        }
    }
}

/// Whether a text is a number that can be ordered.
pub(super) fn is_number(text: &str) -> bool {
    number(text).is_some()
}

/// A decimal number, exactly, in units of its last possible decimal.
fn number(text: &str) -> Option<i128> {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || fraction.len() > DECIMALS {
        return None;
    }
    let scaled = whole.parse::<i128>().ok()?.checked_mul(10i128.pow(18))?;
    let value = scaled.checked_add(format!("{fraction:0<18}").parse().ok()?)?;
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_exactly() {
        assert!(number("10") > number("9"));
        assert!(number("-2") < number("-1.5"));
        assert!(number("1714521600123456789") < number("1714521600123456790"));
        assert_eq!(number("1.50"), number("1.5"));
        for wrong in ["", "1e3", "1.", ".5", "+1", "x", "1.0000000000000000001"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }
}
