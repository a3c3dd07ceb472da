use super::Decimal;
use super::written::Written;

/// Seconds (ten digits) or milliseconds (thirteen) since 1970, with or without a fraction.
pub(super) fn read(number: Decimal<'_>) -> Option<Written> {
    // Seconds reach from 2001 to 2286 and milliseconds over the same years, so that the number
    // of digits tells them apart.
    let nanos = match (number.whole.len(), number.whole.starts_with('0')) {
        (10, false) => number.scaled(9)?,
        (13, false) => number.scaled(6)?,
        _ => return None,
    };
    Some(Written {
        seconds: nanos.div_euclid(1_000_000_000),
        nanos: u32::try_from(nanos.rem_euclid(1_000_000_000)).ok()?,
        offset: Some(0),
    })
}
