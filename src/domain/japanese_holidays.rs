//! The public holidays of Japan, by the Act on National Holidays (国民の祝日に関する法律, Act No. 178
//! of 1948) as it was in force from year to year.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, Weekday};

use super::Language;

/// A public holiday of Japan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    japanese: &'static str,
    english: &'static str,
}

impl Holiday {
    const fn new(japanese: &'static str, english: &'static str) -> Self {
        Self { japanese, english }
    }

    /// What it is called.
    #[must_use]
    pub const fn name(self, language: Language) -> &'static str {
        match language {
            Language::Japanese => self.japanese,
            Language::English => self.english,
        }
    }
}

/// The day lies in a year whose holidays are not known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnsureHoliday;

/// The years whose holidays are known for sure.
///
/// Showa Day and today's article 3, both from 2007 on, are the oldest rules that stand here. The two
/// equinoxes are fixed by the calendar that the gazette publishes each February for the year after;
/// the formula has agreed with every one of them. Beyond 2030 the act itself may well have changed
/// again.
pub const SURE_YEARS: RangeInclusive<i32> = 2007..=2030;

/// The holiday on a day, if it is one.
pub fn japanese_holiday(date: NaiveDate) -> Result<Option<Holiday>, UnsureHoliday> {
    if !SURE_YEARS.contains(&date.year()) {
        return Err(UnsureHoliday);
    }
    Ok(japanese_holiday_by_rule(date))
}

/// The holiday on a day of any year, if it is one by the rules that stand here.
///
/// Later years get the rules of today, and years before [`SURE_YEARS`] those of 2007: what they
/// really had may be other days, so whoever counts with them should say so.
#[must_use]
pub fn japanese_holiday_by_rule(date: NaiveDate) -> Option<Holiday> {
    national_holiday(date).or_else(|| substitute(date)).or_else(|| between(date))
}

/// Article 2, with the moves and one-off days that special acts made.
fn national_holiday(date: NaiveDate) -> Option<Holiday> {
    if let Some(special) = special_holiday(date) {
        return Some(special);
    }
    if is_moved_away(date) {
        return None;
    }
    let (year, month, day) = (date.year(), date.month(), date.day());
    let second_monday = date.weekday() == Weekday::Mon && (8..=14).contains(&day);
    let third_monday = date.weekday() == Weekday::Mon && (15..=21).contains(&day);
    let (japanese, english) = match (month, day) {
        (1, 1) => ("元日", "New Year's Day"),
        (1, _) if second_monday => ("成人の日", "Coming of Age Day"),
        (2, 11) => ("建国記念の日", "National Foundation Day"),
        (2, 23) if year >= 2020 => ("天皇誕生日", "Emperor's Birthday"),
        (3, _) if is_equinox(year, day, 20_843_100) => ("春分の日", "Vernal Equinox Day"),
        (4, 29) => ("昭和の日", "Showa Day"),
        (5, 3) => ("憲法記念日", "Constitution Memorial Day"),
        (5, 4) => ("みどりの日", "Greenery Day"),
        (5, 5) => ("こどもの日", "Children's Day"),
        (7, _) if third_monday => ("海の日", "Marine Day"),
        (8, 11) if year >= 2016 => ("山の日", "Mountain Day"),
        (9, _) if third_monday => ("敬老の日", "Respect for the Aged Day"),
        (9, _) if is_equinox(year, day, 23_248_800) => ("秋分の日", "Autumnal Equinox Day"),
        (10, _) if second_monday && year < 2020 => ("体育の日", "Health and Sports Day"),
        (10, _) if second_monday => ("スポーツの日", "Sports Day"),
        (11, 3) => ("文化の日", "Culture Day"),
        (11, 23) => ("勤労感謝の日", "Labor Thanksgiving Day"),
        (12, 23) if year < 2019 => ("天皇誕生日", "Emperor's Birthday"),
        _ => return None,
    };
    Some(Holiday::new(japanese, english))
}

/// What special acts made a holiday.
fn special_holiday(date: NaiveDate) -> Option<Holiday> {
    let (japanese, english) = match (date.year(), date.month(), date.day()) {
        // The accession of the Emperor.
        (2019, 5, 1) => ("即位の日", "Day of the Emperor's Accession"),
        (2019, 10, 22) => ("即位礼正殿の儀の行われる日", "Day of the Enthronement Ceremony"),
        // The Olympic Games, planned for 2020 and held in 2021.
        (2020, 7, 23) | (2021, 7, 22) => ("海の日", "Marine Day"),
        (2020, 7, 24) | (2021, 7, 23) => ("スポーツの日", "Sports Day"),
        (2020, 8, 10) | (2021, 8, 8) => ("山の日", "Mountain Day"),
        _ => return None,
    };
    Some(Holiday::new(japanese, english))
}

/// Whether a holiday's usual day is none, as it was moved for the Olympic Games.
fn is_moved_away(date: NaiveDate) -> bool {
    matches!((date.year(), date.month(), date.day()), (2020 | 2021, 7 | 10, _) | (2020 | 2021, 8, 11))
}

/// Whether an equinox falls on this day of its month: `base` is when it fell in 1980, in
/// millionths of a day. Made for 1980 to 2099; elsewhere it may miss by a day.
fn is_equinox(year: i32, day: u32, base: i64) -> bool {
    let years = i64::from(year) - 1980;
    let leap_days = leap_years_until(year) - leap_years_until(1980);
    (base + 242_194 * years).div_euclid(1_000_000) - leap_days == i64::from(day)
}

/// How many leap years there were up to a year and with it, give or take a constant.
fn leap_years_until(year: i32) -> i64 {
    i64::from(year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400))
}

/// Article 3, paragraph 2: a holiday on a Sunday makes one of the next day that is none.
fn substitute(date: NaiveDate) -> Option<Holiday> {
    date.iter_days()
        .rev()
        .skip(1)
        .take_while(|&before| national_holiday(before).is_some())
        .any(|before| before.weekday() == Weekday::Sun)
        .then_some(Holiday::new("振替休日", "Substitute Holiday"))
}

/// Article 3, paragraph 3: a day between two holidays is one.
fn between(date: NaiveDate) -> Option<Holiday> {
    national_holiday(date.pred_opt()?)?;
    national_holiday(date.succ_opt()?)?;
    Some(Holiday::new("国民の休日", "Citizens' Holiday"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn named(year: i32, month: u32, day: u32) -> Option<&'static str> {
        japanese_holiday(date(year, month, day)).unwrap().map(|holiday| holiday.name(Language::Japanese))
    }

    fn of_year(year: i32) -> Vec<(u32, u32)> {
        let days = date(year, 1, 1).iter_days().take_while(|day| day.year() == year);
        days.filter(|&day| japanese_holiday(day).unwrap().is_some())
            .map(|day| (day.month(), day.day()))
            .collect()
    }

    #[rustfmt::skip]
    const PUBLISHED: &[(i32, &[(u32, u32)])] = &[
        (2007, &[(1, 1), (1, 8), (2, 11), (2, 12), (3, 21), (4, 29), (4, 30), (5, 3), (5, 4), (5, 5), (7, 16),
            (9, 17), (9, 23), (9, 24), (10, 8), (11, 3), (11, 23), (12, 23), (12, 24)]),
        (2008, &[(1, 1), (1, 14), (2, 11), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6), (7, 21), (9, 15),
            (9, 23), (10, 13), (11, 3), (11, 23), (11, 24), (12, 23)]),
        (2009, &[(1, 1), (1, 12), (2, 11), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6), (7, 20), (9, 21),
            (9, 22), (9, 23), (10, 12), (11, 3), (11, 23), (12, 23)]),
        (2010, &[(1, 1), (1, 11), (2, 11), (3, 21), (3, 22), (4, 29), (5, 3), (5, 4), (5, 5), (7, 19), (9, 20),
            (9, 23), (10, 11), (11, 3), (11, 23), (12, 23)]),
        (2011, &[(1, 1), (1, 10), (2, 11), (3, 21), (4, 29), (5, 3), (5, 4), (5, 5), (7, 18), (9, 19), (9, 23),
            (10, 10), (11, 3), (11, 23), (12, 23)]),
        (2012, &[(1, 1), (1, 2), (1, 9), (2, 11), (3, 20), (4, 29), (4, 30), (5, 3), (5, 4), (5, 5), (7, 16),
            (9, 17), (9, 22), (10, 8), (11, 3), (11, 23), (12, 23), (12, 24)]),
        (2013, &[(1, 1), (1, 14), (2, 11), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6), (7, 15), (9, 16),
            (9, 23), (10, 14), (11, 3), (11, 4), (11, 23), (12, 23)]),
        (2014, &[(1, 1), (1, 13), (2, 11), (3, 21), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6), (7, 21), (9, 15),
            (9, 23), (10, 13), (11, 3), (11, 23), (11, 24), (12, 23)]),
        (2015, &[(1, 1), (1, 12), (2, 11), (3, 21), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6), (7, 20), (9, 21),
            (9, 22), (9, 23), (10, 12), (11, 3), (11, 23), (12, 23)]),
        (2016, &[(1, 1), (1, 11), (2, 11), (3, 20), (3, 21), (4, 29), (5, 3), (5, 4), (5, 5), (7, 18), (8, 11),
            (9, 19), (9, 22), (10, 10), (11, 3), (11, 23), (12, 23)]),
        (2017, &[(1, 1), (1, 2), (1, 9), (2, 11), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (7, 17), (8, 11),
            (9, 18), (9, 23), (10, 9), (11, 3), (11, 23), (12, 23)]),
        (2018, &[(1, 1), (1, 8), (2, 11), (2, 12), (3, 21), (4, 29), (4, 30), (5, 3), (5, 4), (5, 5), (7, 16),
            (8, 11), (9, 17), (9, 23), (9, 24), (10, 8), (11, 3), (11, 23), (12, 23), (12, 24)]),
        (2019, &[(1, 1), (1, 14), (2, 11), (3, 21), (4, 29), (4, 30), (5, 1), (5, 2), (5, 3), (5, 4), (5, 5),
            (5, 6), (7, 15), (8, 11), (8, 12), (9, 16), (9, 23), (10, 14), (10, 22), (11, 3), (11, 4), (11, 23)]),
        (2020, &[(1, 1), (1, 13), (2, 11), (2, 23), (2, 24), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6),
            (7, 23), (7, 24), (8, 10), (9, 21), (9, 22), (11, 3), (11, 23)]),
        (2021, &[(1, 1), (1, 11), (2, 11), (2, 23), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (7, 22), (7, 23),
            (8, 8), (8, 9), (9, 20), (9, 23), (11, 3), (11, 23)]),
        (2022, &[(1, 1), (1, 10), (2, 11), (2, 23), (3, 21), (4, 29), (5, 3), (5, 4), (5, 5), (7, 18), (8, 11),
            (9, 19), (9, 23), (10, 10), (11, 3), (11, 23)]),
        (2023, &[(1, 1), (1, 2), (1, 9), (2, 11), (2, 23), (3, 21), (4, 29), (5, 3), (5, 4), (5, 5), (7, 17),
            (8, 11), (9, 18), (9, 23), (10, 9), (11, 3), (11, 23)]),
        (2024, &[(1, 1), (1, 8), (2, 11), (2, 12), (2, 23), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6),
            (7, 15), (8, 11), (8, 12), (9, 16), (9, 22), (9, 23), (10, 14), (11, 3), (11, 4), (11, 23)]),
        (2025, &[(1, 1), (1, 13), (2, 11), (2, 23), (2, 24), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6),
            (7, 21), (8, 11), (9, 15), (9, 23), (10, 13), (11, 3), (11, 23), (11, 24)]),
        (2026, &[(1, 1), (1, 12), (2, 11), (2, 23), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6), (7, 20),
            (8, 11), (9, 21), (9, 22), (9, 23), (10, 12), (11, 3), (11, 23)]),
        (2027, &[(1, 1), (1, 11), (2, 11), (2, 23), (3, 21), (3, 22), (4, 29), (5, 3), (5, 4), (5, 5), (7, 19),
            (8, 11), (9, 20), (9, 23), (10, 11), (11, 3), (11, 23)]),
    ];

    #[test]
    fn each_published_list_comes_out_whole() {
        for &(year, days) in PUBLISHED {
            assert_eq!(of_year(year), days, "{year}");
        }
    }

    #[test]
    fn days_made_by_other_days_have_names_of_their_own() {
        for (year, month, day) in [
            (2008, 5, 6),
            (2012, 1, 2),
            (2019, 8, 12),
            (2021, 8, 9),
            (2024, 8, 12),
            (2025, 2, 24),
            (2025, 5, 6),
            (2025, 11, 24),
            (2026, 5, 6),
        ] {
            assert_eq!(named(year, month, day), Some("振替休日"), "{year}-{month}-{day}");
        }
        for (year, month, day) in [(2009, 9, 22), (2015, 9, 22), (2019, 4, 30), (2019, 5, 2), (2026, 9, 22)] {
            assert_eq!(named(year, month, day), Some("国民の休日"), "{year}-{month}-{day}");
        }
    }

    #[test]
    fn names_are_those_of_the_year() {
        assert_eq!(named(2007, 4, 29), Some("昭和の日"));
        assert_eq!(named(2007, 5, 4), Some("みどりの日"));
        assert_eq!(named(2012, 9, 22), Some("秋分の日"));
        assert_eq!(named(2015, 8, 11), None);
        assert_eq!(named(2018, 12, 23), Some("天皇誕生日"));
        assert_eq!(named(2019, 12, 23), None);
        assert_eq!(named(2020, 2, 23), Some("天皇誕生日"));
        assert_eq!(named(2019, 5, 1), Some("即位の日"));
        assert_eq!(named(2019, 10, 14), Some("体育の日"));
        assert_eq!(named(2022, 10, 10), Some("スポーツの日"));
        assert_eq!(named(2021, 7, 23), Some("スポーツの日"));
        assert_eq!(named(2026, 9, 23), Some("秋分の日"));
        let showa = japanese_holiday(date(2026, 4, 29)).unwrap().unwrap();
        assert_eq!(showa.name(Language::English), "Showa Day");
    }

    #[test]
    fn other_years_are_not_guessed_at() {
        assert_eq!(japanese_holiday(date(2006, 12, 31)), Err(UnsureHoliday));
        assert_eq!(japanese_holiday(date(2031, 1, 1)), Err(UnsureHoliday));
        assert_eq!(named(2030, 12, 31), None);
        assert_eq!(named(2007, 1, 1), Some("元日"));
    }

    #[test]
    fn the_rules_reach_beyond_the_sure_years() {
        let by_rule = |year, month, day| {
            japanese_holiday_by_rule(date(year, month, day)).map(|holiday| holiday.name(Language::Japanese))
        };
        assert_eq!(by_rule(2031, 1, 1), Some("元日"));
        assert_eq!(by_rule(2031, 2, 23), Some("天皇誕生日"));
        assert_eq!(by_rule(2031, 2, 24), Some("振替休日"));
        assert_eq!(by_rule(2032, 9, 21), Some("国民の休日"));
        assert_eq!(by_rule(2006, 8, 11), None);
        // No leap day in 2100: the sun is late by a day from then on.
        assert_eq!(by_rule(2099, 3, 20), Some("春分の日"));
        assert_eq!(by_rule(2101, 3, 21), Some("春分の日"));
        assert_eq!(japanese_holiday_by_rule(NaiveDate::MAX), None);
        assert!(japanese_holiday_by_rule(NaiveDate::MIN).is_some());
        for year in SURE_YEARS {
            for day in date(year, 1, 1).iter_days().take_while(|day| day.year() == year) {
                assert_eq!(japanese_holiday(day), Ok(japanese_holiday_by_rule(day)), "{day}");
            }
        }
    }
}
