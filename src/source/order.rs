use crate::domain::Instant;

use super::time::{TimeCell, TimeReader};
use crate::words::unreadable_rows;

/// What the values are by which the rows of an incident are ordered. Those that are neither missing
/// nor of this kind can't be ordered among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OrderKind {
    Number,
    Time,
    Text,
}

/// What the ordering values in an export's beginning are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct OrderEvidence {
    numbers: u64,
    times: u64,
    texts: u64,
}

impl OrderEvidence {
    /// Takes a value into account.
    pub(super) fn add(&mut self, cell: &str, times: &TimeReader) {
        if times.is_missing(cell) {
            return;
        }
        let is_number = number(cell.trim()).is_some();
        let is_time = !matches!(times.read(cell), TimeCell::Missing | TimeCell::Unreadable(_));
        self.numbers += u64::from(is_number);
        self.times += u64::from(is_time);
        self.texts += u64::from(!is_number && !is_time);
    }

    /// What the values are taken for: texts only if none is anything else, as `10` is before `9`
    /// among texts. The seconds of a clock are both numbers and times, and are numbers unless times
    /// in words stand among them.
    pub(super) fn kind(self) -> OrderKind {
        match self {
            Self { numbers: 0, times: 0, texts: 1.. } => OrderKind::Text,
            Self { numbers, times, .. } if times > numbers => OrderKind::Time,
            _ => OrderKind::Number,
        }
    }
}

/// A value to be compared with others of its kind. No value comes before any.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum OrderValue {
    None,
    Number(i128),
    Time(Instant),
    Text(Box<str>),
}

/// Why a value gives no place among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unordered {
    /// It is of another kind.
    OtherKind,
    /// It is a date whose day and month can't be told apart.
    Ambiguous,
}

/// Decimals that a number may have; what is beyond them is not a number.
const DECIMALS: usize = 18;

impl OrderKind {
    /// The value of a cell.
    pub(super) fn value(self, cell: &str, times: &TimeReader) -> Result<OrderValue, Unordered> {
        let cell = cell.trim();
        if times.is_missing(cell) {
            return Ok(OrderValue::None);
        }
        match self {
            Self::Number => number(cell).map(OrderValue::Number).ok_or(Unordered::OtherKind),
            Self::Time => match times.read(cell) {
                TimeCell::Missing => Ok(OrderValue::None),
                TimeCell::At(at) | TimeCell::Gap(at) | TimeCell::Overlap(at) => Ok(OrderValue::Time(at)),
                TimeCell::Ambiguous => Err(Unordered::Ambiguous),
                TimeCell::Unreadable(_) => Err(Unordered::OtherKind),
            },
            Self::Text => Ok(OrderValue::Text(cell.into())),
        }
    }

    /// Why a value that isn't of this kind can't be ordered.
    pub(super) fn refusal(self) -> String {
        match self {
            Self::Number => unreadable_rows::no_number_to_order_by(),
            Self::Time => unreadable_rows::no_time_to_order_by(),
            Self::Text => unreadable_rows::no_text_to_order_by(),
        }
    }
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
