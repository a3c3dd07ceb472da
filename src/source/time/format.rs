use chrono::format::{Item, Numeric, Parsed, StrftimeItems};
use chrono::{DateTime, FixedOffset, Timelike};
use thiserror::Error;

use super::written::Written;
use super::{DayOrder, Decimal, civil};

/// What can be wrong with a `time_format`.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BadTimeFormat {
    /// It isn't a format.
    #[error(
        "time_format `{0}` has a `%` code that doesn't exist; codes are those of strftime, such as `%d/%m/%Y %H:%M`"
    )]
    Invalid(String),
    /// Day, month or year is missing.
    #[error("time_format `{0}` has no full date; it needs day, month and year, such as `%d/%m/%Y`")]
    NoDate(String),
    /// Hour or minute is missing.
    #[error("time_format `{0}` has no time of day; it needs `%H:%M`, or `%I:%M %p`")]
    NoTimeOfDay(String),
}

/// How the policy says that times are written.
#[derive(Clone, Debug)]
pub(super) enum TimeFormat {
    /// As the days since 1899-12-30 of spreadsheets.
    ExcelSerial,
    /// In the notation of `strftime`.
    Strftime(Vec<Item<'static>>),
}

/// What the policy writes for [`TimeFormat::ExcelSerial`].
pub(super) const EXCEL_SERIAL: &str = "excel-serial";

impl TimeFormat {
    pub(super) fn new(text: &str) -> Result<Self, BadTimeFormat> {
        if text == EXCEL_SERIAL {
            return Ok(Self::ExcelSerial);
        }
        let items =
            StrftimeItems::new(text).parse_to_owned().map_err(|_| BadTimeFormat::Invalid(text.to_owned()))?;
        let parsed = sample(&items).ok_or_else(|| BadTimeFormat::Invalid(text.to_owned()))?;
        if parsed.to_naive_datetime_with_offset(0).is_err() {
            let has_date = parsed.to_naive_date().is_ok();
            let fault = if has_date { BadTimeFormat::NoTimeOfDay } else { BadTimeFormat::NoDate };
            return Err(fault(text.to_owned()));
        }
        Ok(Self::Strftime(items))
    }

    /// The time, if the cell fits as a whole and names a time that exists.
    pub(super) fn read(&self, cell: &str) -> Option<Written> {
        match self {
            Self::ExcelSerial => Decimal::parse(cell).and_then(excel_serial),
            Self::Strftime(items) => strftime(items, cell),
        }
    }

    /// The order of day and month where the format has them as numbers before the year.
    pub(super) fn day_order(&self) -> Option<DayOrder> {
        let Self::Strftime(items) = self else { return None };
        let place = |wanted: &[Numeric]| {
            items.iter().position(|item| matches!(item, Item::Numeric(found, _) if wanted.contains(found)))
        };
        let (day, month) = (place(&[Numeric::Day])?, place(&[Numeric::Month])?);
        let year = place(&[Numeric::Year, Numeric::YearMod100])?;
        match (day < month, year > day && year > month) {
            (_, false) => None,
            (true, true) => Some(DayOrder::DayFirst),
            (false, true) => Some(DayOrder::MonthFirst),
        }
    }
}

/// What is left of a time that is written and read in this format.
fn sample(items: &[Item<'static>]) -> Option<Parsed> {
    let written = DateTime::<FixedOffset>::from(DateTime::from_timestamp(1_779_372_429, 0)?)
        .format_with_items(items.iter())
        .to_string();
    let mut parsed = Parsed::new();
    chrono::format::parse(&mut parsed, &written, items.iter()).ok()?;
    Some(parsed)
}

fn strftime(items: &[Item<'static>], cell: &str) -> Option<Written> {
    let mut parsed = Parsed::new();
    chrono::format::parse(&mut parsed, cell, items.iter()).ok()?;
    let offset = parsed.offset();
    let local = parsed.to_naive_datetime_with_offset(offset.unwrap_or(0)).ok()?;
    // chrono holds a leap second as more than a second's nanoseconds.
    let nanos = Some(local.nanosecond()).filter(|nanos| *nanos < 1_000_000_000)?;
    let offset = if parsed.timestamp().is_some() { offset.or(Some(0)) } else { offset };
    Some(Written { seconds: local.and_utc().timestamp(), nanos, offset })
}

/// Days since 1899-12-30 in local time. The fraction of a day is not exact in a spreadsheet,
/// whose cells hold whole seconds: the nearest one is taken.
fn excel_serial(number: Decimal<'_>) -> Option<Written> {
    const DAYS_TO_EPOCH: i64 = 25_569;
    const LAST: i64 = 2_958_465;
    if number.is_zero() {
        return None;
    }
    let scale: i64 = 1_000_000_000;
    let days = Decimal { whole: number.whole, fraction: "" }.scaled(0).filter(|days| *days <= LAST)?;
    let billionths = Decimal { whole: "0", fraction: number.fraction }.scaled(9)?;
    let second = (billionths * civil::DAY + scale / 2) / scale;
    Some(Written { seconds: (days - DAYS_TO_EPOCH) * civil::DAY + second, nanos: 0, offset: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_needs_a_date_and_a_time_of_day() {
        let fault = |text: &str| TimeFormat::new(text).unwrap_err();
        assert_eq!(fault("%d/%m/%Y"), BadTimeFormat::NoTimeOfDay("%d/%m/%Y".into()));
        assert_eq!(fault("%d/%m/%Y %I:%M"), BadTimeFormat::NoTimeOfDay("%d/%m/%Y %I:%M".into()));
        assert_eq!(fault("%m/%Y %H:%M"), BadTimeFormat::NoDate("%m/%Y %H:%M".into()));
        assert_eq!(fault("%H:%M"), BadTimeFormat::NoDate("%H:%M".into()));
        assert_eq!(fault("dd/mm/yyyy"), BadTimeFormat::NoDate("dd/mm/yyyy".into()));
        assert_eq!(fault("%d/%m/%Y %Ü"), BadTimeFormat::Invalid("%d/%m/%Y %Ü".into()));
        for good in [
            "%d/%m/%Y %H:%M",
            "%d.%m.%y %I:%M %p",
            "%s",
            "%c",
            "%Y%m%d%H%M%S%z",
            "%d-%b-%Y %R",
            "excel-serial",
        ] {
            assert!(TimeFormat::new(good).is_ok(), "{good}");
        }
    }

    #[test]
    fn a_format_tells_the_order_of_day_and_month() {
        let order = |text: &str| TimeFormat::new(text).unwrap().day_order();
        assert_eq!(order("%d/%m/%Y %H:%M"), Some(DayOrder::DayFirst));
        assert_eq!(order("%D %T"), Some(DayOrder::MonthFirst));
        assert_eq!(order("%Y-%d-%m %H:%M"), None);
        assert_eq!(order("%d %b %Y %H:%M"), None);
    }

    #[test]
    fn an_excel_serial_is_the_nearest_second() {
        let read = |cell| TimeFormat::ExcelSerial.read(cell).map(|written| written.seconds);
        // 2024-05-01 09:05:00
        let expected = Some(1_714_554_300);
        assert_eq!(read("45413.3784722"), expected);
        assert_eq!(read("45413.378472222226"), expected);
        assert_eq!(read("25569"), Some(0));
        assert_eq!(read("2026-05-01"), None);
        assert_eq!(read("1714554300"), None);
    }
}
