use super::civil;
use super::cursor::{Cursor, Number};
use super::day_order::DayOrder;
use super::era;
use crate::words::unreadable_times as words;

/// A date as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrittenDate {
    /// It says which number is which.
    Named { year: u32, month: u32, day: u32 },
    /// Two small numbers before the year.
    Numbers { first: u32, second: u32, year: u32 },
}

/// Why a date can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Day and month can't be told apart.
    Ambiguous,
    /// It is nothing like a time.
    NotATime,
    /// For this reason.
    Because(String),
}

/// Reads a date that stands next.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Result<WrittenDate, Fault> {
    if let Some((era, year)) = era::read(cursor) {
        let date = year_first(cursor, year).unwrap_or(Err(Fault::NotATime))?;
        if let WrittenDate::Named { year, month, day } = date {
            era.check((year, month, day))?;
        }
        return Ok(date);
    }
    match cursor.number() {
        Some(year @ Number { digits: 4, .. }) => year_first(cursor, year.value),
        Some(first @ Number { digits: 1 | 2, .. }) => year_last(cursor, first.value),
        Some(_) => None,
        None => month_name_first(cursor),
    }
    .unwrap_or(Err(Fault::NotATime))
}

/// `None` where the text is no date at all.
type Attempt = Option<Result<WrittenDate, Fault>>;

/// `2026-05-01`, `2026/5/1`, `2026.5.1` and `2026年5月1日`, behind the year.
fn year_first(cursor: &mut Cursor<'_>, year: u32) -> Attempt {
    let (behind_month, behind_day) = match cursor.eat_any(&['-', '/', '.', '年'])? {
        '年' => ("月", "日"),
        '-' => ("-", ""),
        '/' => ("/", ""),
        _ => (".", ""),
    };
    cursor.spaces();
    let month = small(cursor)?;
    if !cursor.eat(behind_month) {
        return None;
    }
    cursor.spaces();
    let day = small(cursor)?;
    cursor.eat(behind_day).then_some(Ok(WrittenDate::Named { year, month, day }))
}

/// `1/5/2026`, `25/Feb/26`, `25 Feb 2026` and `01/5月/26`, behind the first number.
fn year_last(cursor: &mut Cursor<'_>, first: u32) -> Attempt {
    let separator = cursor.eat_any(&['/', '-', '.', ' '])?;
    if let word @ [_, ..] = cursor.word().as_bytes() {
        let month = std::str::from_utf8(word).ok().and_then(civil::month_named)?;
        cursor.eat(".");
        cursor.eat_any(&[separator])?;
        return Some(Ok(WrittenDate::Named { year: year(cursor)?, month, day: first }));
    }
    let second = small(cursor)?;
    let is_named = cursor.eat("月");
    cursor.eat_any(&[separator])?;
    if is_named {
        return Some(Ok(WrittenDate::Named { year: year(cursor)?, month: second, day: first }));
    }
    match cursor.number()? {
        Number { value: year, digits: 4 } if separator != ' ' => {
            Some(Ok(WrittenDate::Numbers { first, second, year }))
        }
        Number { digits: 2, .. } if separator != ' ' => Some(Err(Fault::Because(words::two_digit_year()))),
        _ => None,
    }
}

/// `May 1, 2026`.
fn month_name_first(cursor: &mut Cursor<'_>) -> Attempt {
    let month = civil::month_named(cursor.word())?;
    cursor.eat(".");
    cursor.spaces();
    let day = small(cursor)?;
    cursor.eat(",");
    cursor.spaces();
    Some(Ok(WrittenDate::Named { year: cursor.number().filter(|year| year.digits == 4)?.value, month, day }))
}

fn small(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.number().filter(|number| number.digits <= 2).map(|number| number.value)
}

/// A year of four digits, or of two in this century.
fn year(cursor: &mut Cursor<'_>) -> Option<u32> {
    match cursor.number()? {
        Number { value, digits: 4 } => Some(value),
        Number { value, digits: 2 } => Some(2000 + value),
        _ => None,
    }
}

impl WrittenDate {
    /// The days from 1970-01-01; `order` decides where the date alone doesn't.
    pub(super) fn days(self, order: Option<DayOrder>) -> Result<i64, Fault> {
        let (year, month, day) = match self {
            Self::Named { year, month, day } => (year, month, day),
            Self::Numbers { first, second, year } => {
                let (month, day) = tell_apart(first, second, order)?;
                (year, month, day)
            }
        };
        if !(1..=12).contains(&month) {
            return Err(Fault::Because(words::no_month(month)));
        }
        let length = civil::month_length(year, month);
        if day == 0 || day > length {
            return Err(Fault::Because(words::short_month(year, month, civil::month_name(month), length)));
        }
        Ok(civil::days(year, month, day))
    }
}

/// Month and day of two small numbers.
fn tell_apart(first: u32, second: u32, order: Option<DayOrder>) -> Result<(u32, u32), Fault> {
    let itself = match (first > 12, second > 12) {
        (true, true) => {
            return Err(Fault::Because(words::neither_is_month(first, second)));
        }
        (true, false) => Some(DayOrder::DayFirst),
        (false, true) => Some(DayOrder::MonthFirst),
        (false, false) => None,
    };
    match (itself, order) {
        (Some(itself), Some(order)) if itself != order => {
            Err(Fault::Because(words::other_order(&itself.told(), &order.told())))
        }
        (Some(DayOrder::DayFirst), _) | (None, Some(DayOrder::DayFirst)) => Ok((second, first)),
        (Some(DayOrder::MonthFirst), _) | (None, Some(DayOrder::MonthFirst)) => Ok((first, second)),
        (None, None) if first == second => Ok((first, second)),
        (None, None) => Err(Fault::Ambiguous),
    }
}
