use chrono::{Datelike, NaiveDate};

use crate::domain::HolidayDays;

/// Why a text that looks like days is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Digits, but not in the form of a day.
    Shape,
    /// A day that no year, or not this one, has.
    NoSuchDay,
    /// The last day comes before the first.
    Backwards,
}

/// Reads a day or days on end, of one year or of every year. `None` where the text is of another kind.
pub(super) fn holiday_days(text: &str) -> Option<Result<HolidayDays, Trouble>> {
    let looks = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/'));
    (looks && text.bytes().any(|byte| byte.is_ascii_digit())).then(|| read(text))
}

fn read(text: &str) -> Result<HolidayDays, Trouble> {
    let (first, last) = text.split_once('/').unwrap_or((text, text));
    match (day(first)?, day(last)?) {
        (Day::Dated(first), Day::Dated(last)) if first > last => Err(Trouble::Backwards),
        (Day::Dated(first), Day::Dated(last)) => Ok(HolidayDays::Dates(first, last)),
        (Day::Yearly(first), Day::Yearly(last)) => Ok(HolidayDays::Yearly(first, last)),
        _ => Err(Trouble::Shape),
    }
}

enum Day {
    Dated(NaiveDate),
    Yearly((u32, u32)),
}

fn day(text: &str) -> Result<Day, Trouble> {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits: usize| {
        let number = if part.len() == digits { part.parse::<u32>().ok() } else { None };
        number.ok_or(Trouble::Shape)
    };
    match parts.as_slice() {
        [year, month, day] => {
            let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
            let date = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
            date.map(Day::Dated).ok_or(Trouble::NoSuchDay)
        }
        [month, day] => {
            let (month, day) = (number(month, 2)?, number(day, 2)?);
            // A leap year, which has every day that any year has.
            let date = NaiveDate::from_ymd_opt(2000, month, day).ok_or(Trouble::NoSuchDay)?;
            Ok(Day::Yearly((date.month(), date.day())))
        }
        _ => Err(Trouble::Shape),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn days_of_one_year_and_of_every_year() {
        use HolidayDays::{Dates, Yearly};
        for (text, days) in [
            ("2026-12-29", Dates(date(2026, 12, 29), date(2026, 12, 29))),
            ("2026-12-29/2027-01-03", Dates(date(2026, 12, 29), date(2027, 1, 3))),
            ("12-29", Yearly((12, 29), (12, 29))),
            ("12-29/01-03", Yearly((12, 29), (1, 3))),
            ("02-29", Yearly((2, 29), (2, 29))),
        ] {
            assert_eq!(holiday_days(text), Some(Ok(days)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_told_from_other_texts() {
        for (text, trouble) in [
            ("2026-02-30", Trouble::NoSuchDay),
            ("02-30", Trouble::NoSuchDay),
            ("2026-02-29", Trouble::NoSuchDay),
            ("13-01", Trouble::NoSuchDay),
            ("2027-01-03/2026-12-29", Trouble::Backwards),
            ("2026-12-29/01-03", Trouble::Shape),
            ("2026-1-3", Trouble::Shape),
            ("20261229", Trouble::Shape),
            ("12-29/", Trouble::Shape),
            ("12-29/12-30/12-31", Trouble::Shape),
        ] {
            assert_eq!(holiday_days(text), Some(Err(trouble)), "{text}");
        }
        for text in ["", "/", "japan", "2026/holidays.csv", "２０２６-01-01"] {
            assert_eq!(holiday_days(text), None, "{text}");
        }
    }
}
