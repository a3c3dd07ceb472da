use super::civil;
use super::written::Written;

/// Reads `YYYY-MM-DD HH:MM[:SS[.f…]][Z|±HH:MM|±HHMM]`, with `/` in the date or `T` before the time
/// as well: the forms that come by the million. `None` for anything else, valid or not.
#[inline]
pub(super) fn read(cell: &[u8]) -> Option<Written> {
    let (head, tail) = cell.split_first_chunk::<16>()?;
    let date = u64::from_le_bytes(*head.first_chunk()?);
    let clock = u64::from_le_bytes(*head.last_chunk()?);
    if !matches!(head[10], b'T' | b' ' | b't') {
        return None;
    }
    let template = if head[4] == b'/' { b"0000/00/" } else { b"0000-00-" };
    let date = pairs(date ^ u64::from_le_bytes(*template), DATE_LIMITS)?;
    let clock = (clock ^ u64::from_le_bytes(*b"00000:00")) & !(0xff << 16);
    let clock = pairs(clock, CLOCK_LIMITS)?;

    let (year, month) = (pair(date, 0) * 100 + pair(date, 2), pair(date, 5));
    let (day, hour, minute) = (pair(clock, 0), pair(clock, 3), pair(clock, 6));
    let (second, tail) = match tail {
        [b':', tens, ones, tail @ ..] => (digit(*tens)? * 10 + digit(*ones)?, tail),
        _ => (0, tail),
    };
    let is_possible = (1..=12).contains(&month)
        && day >= 1
        && (day <= 28 || day <= civil::month_length(year, month))
        && hour <= 23
        && minute <= 59
        && second <= 59;
    if !is_possible {
        return None;
    }
    let (nanos, tail) = match tail {
        [b'.', tail @ ..] => fraction(tail)?,
        _ => (0, tail),
    };
    let seconds = civil::days(year, month, day) * civil::DAY + i64::from(hour * 3600 + minute * 60 + second);
    Some(Written { seconds, nanos, offset: offset(tail)? })
}

/// Added to a byte that is a digit (less `'0'`) or that must be zero, these carry into its highest
/// bit just when the byte is too great.
const DATE_LIMITS: u64 = limits(*b"dddd.dd.");
const CLOCK_LIMITS: u64 = limits(*b"dd.dd.dd");

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

/// One to nine digits as nanoseconds, and what comes after them.
#[inline]
fn fraction(tail: &[u8]) -> Option<(u32, &[u8])> {
    let (mut nanos, mut unit) = (0, 100_000_000);
    let mut rest = tail;
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
    (rest.len() < tail.len()).then_some((nanos, rest))
}

/// The offset that is the whole of `tail`, in seconds; `Some(None)` where nothing is left.
#[inline]
#[expect(clippy::option_option, reason = "the outer one is the fault, as everywhere in this file")]
fn offset(tail: &[u8]) -> Option<Option<i32>> {
    let (sign, digits) = match *tail {
        [] => return Some(None),
        [b'Z' | b'z'] => return Some(Some(0)),
        [sign, h, o, b':', m, n] | [sign, h, o, m, n] => (sign, [h, o, m, n]),
        _ => return None,
    };
    let hours = digit(digits[0])? * 10 + digit(digits[1])?;
    let minutes = digit(digits[2])? * 10 + digit(digits[3])?;
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
