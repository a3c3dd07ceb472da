use chrono::Timelike;
use chrono::format::{Item, Numeric, Parsed};

use super::written::Written;
use super::{DayOrder, Decimal, civil};
use crate::domain::TimeFormat;

impl TimeFormat {
    /// The time, if the cell fits as a whole and names a time that exists.
    pub(in crate::source) fn read(&self, cell: &str) -> Option<Written> {
        match self {
            Self::ExcelSerial => Decimal::parse(cell).and_then(excel_serial),
            Self::Strftime(items) => strftime(items, cell),
        }
    }

    /// The order of day and month where the format has them as numbers before the year.
    pub(in crate::source) fn day_order(&self) -> Option<DayOrder> {
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
