use super::cursor::{Cursor, Number};
use super::date::Fault;
use crate::words::unreadable_times as words;

/// A time of day as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ClockTime {
    /// Seconds from midnight; a whole day for `24:00`.
    pub(super) seconds: i64,
    /// Nanoseconds after them.
    pub(super) nanos: u32,
}

/// Which half of the day the hours count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// Reads a time of day that stands next: `9:05`, `09:05:00.123`, `9:05 PM`, `PM 9:05`, `午後9:05`,
/// `午後9時05分00秒`, `9時5分`.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Result<ClockTime, Fault> {
    let before = half(cursor);
    cursor.spaces();
    let Some(hour) = cursor.number().filter(|hour| hour.digits <= 2) else {
        return Err(Fault::Because(words::no_readable_time_of_day()));
    };
    let (minute, second, nanos) = if cursor.eat("時") { kanji(cursor)? } else { colons(cursor)? };
    let after = half_behind(cursor);
    if before.is_some() && after.is_some_and(|after| before != Some(after)) {
        return Err(Fault::Because(words::both_halves()));
    }
    if minute > 59 {
        return Err(Fault::Because(words::no_minute(minute)));
    }
    if second == 60 {
        return Err(Fault::Because(words::leap_second()));
    }
    if second > 60 {
        return Err(Fault::Because(words::no_second(second)));
    }
    let hour = whole_day_hour(hour.value, before.or(after))?;
    if hour == 24 && (minute, second, nanos) != (0, 0, 0) {
        return Err(Fault::Because(words::past_midnight()));
    }
    Ok(ClockTime { seconds: i64::from(hour * 3600 + minute * 60 + second), nanos })
}

/// `:05`, perhaps with `:00` or `:00.123` behind it: minutes, seconds, nanoseconds.
fn colons(cursor: &mut Cursor<'_>) -> Result<(u32, u32, u32), Fault> {
    if !cursor.eat(":") {
        return Err(Fault::Because(words::no_minutes()));
    }
    let minute = two_digits(cursor, words::minutes)?;
    if !cursor.eat(":") {
        return Ok((minute, 0, 0));
    }
    let second = two_digits(cursor, words::seconds)?;
    Ok((minute, second, fraction(cursor)))
}

fn two_digits(cursor: &mut Cursor<'_>, what: fn() -> String) -> Result<u32, Fault> {
    let number = cursor.number().filter(|number| number.digits == 2);
    number.map(|number| number.value).ok_or_else(|| Fault::Because(words::needs_two_digits(&what())))
}

/// `05分`, perhaps with `00秒` behind it.
fn kanji(cursor: &mut Cursor<'_>) -> Result<(u32, u32, u32), Fault> {
    let mut part = |name: &str| {
        let before = *cursor;
        let number = cursor.number().filter(|number| number.digits <= 2).map(|Number { value, .. }| value);
        let number = number.filter(|_| cursor.eat(name));
        if number.is_none() {
            *cursor = before;
        }
        number
    };
    let minute = part("分").ok_or_else(|| Fault::Because(words::no_minutes()))?;
    Ok((minute, part("秒").unwrap_or(0), 0))
}

/// `.123` or `,123` as nanoseconds; what lies below one is dropped.
fn fraction(cursor: &mut Cursor<'_>) -> u32 {
    let before = *cursor;
    if cursor.eat_any(&['.', ',']).is_none() {
        return 0;
    }
    let digits = cursor.digits();
    if digits.is_empty() {
        *cursor = before;
        return 0;
    }
    let padded = digits.bytes().chain(std::iter::repeat(b'0')).take(9);
    padded.fold(0, |nanos, digit| nanos * 10 + u32::from(digit - b'0'))
}

fn japanese_half(cursor: &mut Cursor<'_>) -> Option<Half> {
    if cursor.eat("午前") {
        Some(Half::Morning)
    } else if cursor.eat("午後") {
        Some(Half::Afternoon)
    } else {
        None
    }
}

/// The half of the day behind the time, perhaps after a space.
fn half_behind(cursor: &mut Cursor<'_>) -> Option<Half> {
    let start = *cursor;
    cursor.spaces();
    let found = half(cursor);
    if found.is_none() {
        *cursor = start;
    }
    found
}

/// `AM`, `pm`, `a.m.` or 午後.
fn half(cursor: &mut Cursor<'_>) -> Option<Half> {
    let start = *cursor;
    if let Some(half) = japanese_half(cursor) {
        return Some(half);
    }
    let half = match cursor.eat_any(&['a', 'A', 'p', 'P']) {
        Some('a' | 'A') => Some(Half::Morning),
        Some(_) => Some(Half::Afternoon),
        None => None,
    };
    let is_dotted = cursor.eat(".");
    if is_dotted {
        cursor.spaces();
    }
    if half.is_none() || cursor.eat_any(&['m', 'M']).is_none() {
        *cursor = start;
        return None;
    }
    if is_dotted {
        cursor.eat(".");
    }
    half
}

/// The hour from midnight. Twelve at the clock is the first hour of its half: `12:05 AM` and
/// 午前12時05分 are 0:05, `12:05 PM` and 午後12時05分 are 12:05.
fn whole_day_hour(hour: u32, half: Option<Half>) -> Result<u32, Fault> {
    match half {
        None if hour > 24 => Err(Fault::Because(words::no_hour(hour))),
        None => Ok(hour),
        Some(_) if hour > 12 => Err(Fault::Because(words::hour_of_half(hour))),
        Some(Half::Morning) => Ok(hour % 12),
        Some(Half::Afternoon) => Ok(hour % 12 + 12),
    }
}
