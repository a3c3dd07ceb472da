use super::civil;
use super::written::Written;

/// Reads `YYYY-MM-DD HH:MM[:SS[.f…]][Z|±HH:MM|±HHMM]`, with `/` in the date or `T` before the time
/// as well: the forms that come by the million. `None` for anything else, valid or not.
pub(super) fn read(cell: &[u8]) -> Option<Written> {
    let (head, tail) = cell.split_first_chunk::<16>()?;
    let [month @ .., d1, d2, separator, h1, h2, colon, m1, m2] = head;
    let ([before, s1, s2], (nanos, tail)) = match tail {
        [before @ b':', s1, s2, tail @ ..] => ([*before, *s1, *s2], fraction(tail)?),
        _ => (*b":00", (0, tail)),
    };
    let (month, day) = (Month::read(*month)?, two_digits(*d1, *d2)?);
    if !matches!(separator, b'T' | b' ' | b't') || !(1..=month.days).contains(&day) {
        return None;
    }
    let time = time_of_day([*h1, *h2, *colon, *m1, *m2, before, s1, s2])?;
    let seconds = month.start + i64::from(day - 1) * civil::DAY + i64::from(time);
    Some(Written { seconds, nanos, offset: offset(tail)? })
}

/// A month of the calendar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Month {
    /// Seconds from the epoch to its first day.
    pub(super) start: i64,
    /// How many it has.
    pub(super) days: u32,
}

impl Month {
    /// The month that is written as `YYYY-MM-` or `YYYY/MM/`.
    pub(super) fn read(written: [u8; 8]) -> Option<Self> {
        let template = if written[4] == b'/' { b"0000/00/" } else { b"0000-00-" };
        let date = pairs(u64::from_le_bytes(written) ^ u64::from_le_bytes(*template), DATE_LIMITS)?;
        let (year, month) = (pair(date, 0) * 100 + pair(date, 2), pair(date, 5));
        if !(1..=12).contains(&month) {
            return None;
        }
        let start = civil::days(year, month, 1) * civil::DAY;
        Some(Self { start, days: civil::month_length(year, month) })
    }
}

/// The time of day that is written as `HH:MM:SS`, in seconds.
#[expect(clippy::inline_always, reason = "a call costs as much as the reading")]
#[inline(always)]
pub(super) fn time_of_day(written: [u8; 8]) -> Option<u32> {
    let clock = pairs(u64::from_le_bytes(written) ^ u64::from_le_bytes(*b"00:00:00"), CLOCK_LIMITS)?;
    let (hour, minute, second) = (pair(clock, 0), pair(clock, 3), pair(clock, 6));
    (hour < 24 && minute < 60 && second < 60).then_some(hour * 3600 + minute * 60 + second)
}

/// Added to a byte that is a digit (less `'0'`) or that must be zero, these carry into its highest
/// bit just when the byte is too great.
const DATE_LIMITS: u64 = limits(*b"dddd.dd.");
const CLOCK_LIMITS: u64 = limits(*b"dd.dd.dd");
const OFFSET_LIMITS: u64 = limits(*b"dd.dd...");

const fn limits(shape: [u8; 8]) -> u64 {
    let mut limits = [0x7f; 8];
    let mut place = 0;
    while place < 8 {
        if shape[place] == b'd' {
            limits[place] = 0x76;
        }
        place += 1;
    }
    u64::from_le_bytes(limits)
}

/// Checks eight bytes at once, and puts at each place the number of the two digits that begin there.
#[inline]
fn pairs(bytes: u64, limits: u64) -> Option<u64> {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let is_good = (bytes | ((bytes & !HIGH) + limits)) & HIGH == 0;
    is_good.then(|| bytes * 10 + (bytes >> 8))
}

#[inline]
fn pair(pairs: u64, place: usize) -> u32 {
    u32::from(pairs.to_le_bytes()[place])
}

#[inline]
fn digit(byte: u8) -> Option<u32> {
    byte.is_ascii_digit().then(|| u32::from(byte - b'0'))
}

/// The number that two digits make.
#[inline]
pub(super) fn two_digits(tens: u8, ones: u8) -> Option<u32> {
    Some(digit(tens)? * 10 + digit(ones)?)
}

/// A point and one to nine digits as nanoseconds, zero where no point comes, and what comes after them.
#[inline]
pub(super) fn fraction(tail: &[u8]) -> Option<(u32, &[u8])> {
    let [b'.', digits @ ..] = tail else { return Some((0, tail)) };
    let (mut nanos, mut unit) = (0, 100_000_000);
    let mut rest = digits;
    while let [first, others @ ..] = rest
        && let Some(digit) = digit(*first)
    {
        if unit == 0 {
            return None;
        }
        nanos += digit * unit;
        unit /= 10;
        rest = others;
    }
    (rest.len() < digits.len()).then_some((nanos, rest))
}

/// The offset that is the whole of `tail`, in seconds; `Some(None)` where nothing is left.
#[inline]
#[expect(clippy::option_option, reason = "the outer one is the fault, as everywhere in this file")]
fn offset(tail: &[u8]) -> Option<Option<i32>> {
    let (sign, [h, o, m, n]) = match *tail {
        [] => return Some(None),
        [b'Z' | b'z'] => return Some(Some(0)),
        [sign, h, o, b':', m, n] | [sign, h, o, m, n] => (sign, [h, o, m, n]),
        _ => return None,
    };
    let digits = u64::from_le_bytes([h, o, 0, m, n, 0, 0, 0]);
    let numbers = pairs(digits ^ u64::from_le_bytes(*b"00\x0000\0\0\0"), OFFSET_LIMITS)?;
    let (hours, minutes) = (pair(numbers, 0), pair(numbers, 3));
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    match sign {
        b'+' => Some(Some(seconds)),
        b'-' => Some(Some(-seconds)),
        _ => None,
    }
}
