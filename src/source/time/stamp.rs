use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::civil;
use super::clock_time::{self, ClockTime};
use super::cursor::Cursor;
use super::date::{self, Fault};
use super::day_order::DayOrder;
use super::written::Written;
use super::{Decimal, epoch};
use crate::source::error_value::is_error_value;
use crate::words::unreadable_times as words;

/// The text with full-width digits, colons and spaces as plain ones.
pub(super) fn plain(cell: &str) -> Cow<'_, str> {
    let cell = cell.trim();
    if cell.is_ascii() {
        return Cow::Borrowed(cell);
    }
    Cow::Owned(cell.nfkc().collect::<String>().trim().to_owned())
}

/// Whether this is how browsers write a time in American English: `5/1/2026, 9:05:00 AM`. The
/// comma and the capitals together are found in no day-first language.
pub(super) fn is_american(text: &str) -> bool {
    text.contains(", ") && (text.ends_with("AM") || text.ends_with("PM"))
}

/// Reads a [`plain`] text in any form that has one meaning only, or that `order` gives one.
pub(super) fn read(text: &str, order: Option<DayOrder>) -> Result<Written, Fault> {
    if let Some(number) = Decimal::parse(text) {
        return epoch::read(number).ok_or_else(|| {
            if number.whole.len() == 5 {
                return Fault::Because(words::perhaps_days());
            }
            Fault::Because(words::bare_number())
        });
    }
    let mut cursor = Cursor::new(text);
    let date = date::read(&mut cursor).map_err(|fault| {
        if is_error_value(text) {
            return Fault::Because(words::error_value());
        }
        fault
    })?;
    let weekday = weekday(&mut cursor)?;
    if cursor.is_done() {
        return Err(Fault::Because(words::no_time_of_day()));
    }
    // 2026年5月1日9:05 needs nothing between, and other dates can't run into a time unseen.
    if !cursor.eat("T") && !cursor.eat("t") {
        cursor.eat(",");
        cursor.spaces();
    }
    let ClockTime { seconds, nanos } = clock_time::read(&mut cursor)?;
    let offset = offset(&mut cursor)?;
    if !cursor.is_done() {
        return Err(Fault::Because(words::behind(cursor.rest().trim())));
    }
    let days = match date.days(order) {
        Err(Fault::Ambiguous) if is_american(text) => date.days(Some(DayOrder::MonthFirst))?,
        days => days?,
    };
    if let Some(weekday) = weekday
        && (days + 4).rem_euclid(7) != weekday
    {
        return Err(Fault::Because(words::other_weekday()));
    }
    Ok(Written { seconds: days * civil::DAY + seconds, nanos, offset })
}

/// Whether a cell holds a number, a date or a time, readable or not, as cells of data do and names of
/// columns don't.
pub(in crate::source) fn is_stamp(cell: &str) -> bool {
    let text = plain(cell);
    let is_number = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',' | b'%' | b'+' | b'-'))
        && text.bytes().any(|byte| byte.is_ascii_digit());
    let is_dated = || !matches!(read(&text, None), Err(Fault::NotATime));
    let mut cursor = Cursor::new(&text);
    is_number || is_dated() || (clock_time::read(&mut cursor).is_ok() && cursor.is_done())
}

/// `(水)`, `(水曜日)`, `水曜日` or `(Wed)`, as the days since Sunday.
fn weekday(cursor: &mut Cursor<'_>) -> Result<Option<i64>, Fault> {
    let start = *cursor;
    cursor.spaces();
    let is_wrapped = cursor.eat("(");
    let kanji = ['日', '月', '火', '水', '木', '金', '土'];
    let found = match cursor.eat_any(&kanji) {
        Some(name) => kanji.iter().position(|known| *known == name),
        None if is_wrapped => weekday_named(cursor.word()),
        None => None,
    };
    let is_full = cursor.eat("曜日") || cursor.eat("曜");
    match found {
        Some(weekday) if is_wrapped && cursor.eat(")") => Ok(i64::try_from(weekday).ok()),
        Some(weekday) if !is_wrapped && is_full => Ok(i64::try_from(weekday).ok()),
        _ if is_wrapped => Err(Fault::Because(words::no_weekday())),
        _ => {
            *cursor = start;
            Ok(None)
        }
    }
}

fn weekday_named(word: &str) -> Option<usize> {
    let names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    let word = word.to_ascii_lowercase();
    names.iter().position(|name| word.len() >= 3 && name.starts_with(&word))
}

/// `Z`, `UTC`, `GMT`, `+09:00`, `+0900` or `+09`, in seconds east of UTC.
fn offset(cursor: &mut Cursor<'_>) -> Result<Option<i32>, Fault> {
    cursor.spaces();
    if cursor.eat("Z") || cursor.eat("z") {
        return Ok(Some(0));
    }
    let is_utc = cursor.eat("UTC") || cursor.eat("GMT");
    let Some(sign) = cursor.eat_any(&['+', '-', '−']) else {
        return Ok(is_utc.then_some(0));
    };
    let fault = || Fault::Because(words::bad_offset());
    let digits = cursor.digits();
    let (hours, minutes) = match (digits.len(), cursor.eat(":")) {
        (2, true) => (digits, cursor.digits()),
        (4, false) => digits.split_at(2),
        (2, false) => (digits, "00"),
        (1, false) if is_utc => (digits, "00"),
        _ => return Err(fault()),
    };
    let (Ok(hours @ 0..=23), Ok(minutes @ 0..=59)) = (hours.parse::<i32>(), minutes.parse::<i32>()) else {
        return Err(fault());
    };
    let seconds = hours * 3600 + minutes * 60;
    Ok(Some(if sign == '+' { seconds } else { -seconds }))
}
