/// Seconds of a day.
pub(super) const DAY: i64 = 86_400;

/// 0001-01-01T00:00:00, the zero time of several languages, in seconds since the epoch.
pub(super) const FIRST_SECOND: i64 = -62_135_596_800;

/// Days from 1970-01-01 to a date of the Gregorian calendar, year 0 to 9999.
#[inline]
pub(super) fn days(year: u32, month: u32, day: u32) -> i64 {
    // Years are counted from March, so that the leap day is the last of its year.
    let is_early = u32::from(month <= 2);
    let (year, month) = (year + 400 - is_early, month + 12 * is_early - 3);
    let leap_days = year / 4 - year / 100 + year / 400;
    let day_of_year = (153 * month + 2) / 5 + day;
    i64::from(365 * year + leap_days + day_of_year) - 865_566
}

/// How many days a month has.
#[inline]
pub(super) fn month_length(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

#[inline]
fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// The English name of a month, from 1.
pub(super) fn month_name(month: u32) -> &'static str {
    let place = usize::try_from(month).unwrap_or_default();
    place.checked_sub(1).and_then(|place| MONTHS.get(place)).copied().unwrap_or("the month")
}

/// The month whose English name this is, in full or by its first three letters.
pub(super) fn month_named(word: &str) -> Option<u32> {
    let is_it = |name: &&str| {
        word.eq_ignore_ascii_case(name) || name.get(..3).is_some_and(|short| word.eq_ignore_ascii_case(short))
    };
    (1..).zip(&MONTHS).find(|(_, name)| is_it(name)).map(|(month, _)| month)
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use chrono::{Datelike, NaiveDate};

    use super::*;

    #[test]
    fn days_and_month_lengths_are_those_of_chrono_over_all_years() {
        let epoch = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
        for year in 1..=9999 {
            for month in 1..=12 {
                let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
                let own_year = u32::try_from(year).unwrap();
                assert_eq!(days(own_year, month, 1), first.signed_duration_since(epoch).num_days());
                let last = (28..=31).filter_map(|day| first.with_day(day)).next_back().unwrap();
                assert_eq!(month_length(own_year, month), last.day(), "{year}-{month}");
            }
        }
        assert_eq!(days(1, 1, 1) * DAY, FIRST_SECOND);
    }
}
