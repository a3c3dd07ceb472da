use chrono::{Datelike, Weekday};

use super::{Holiday, Instant, UnsureHoliday, Zone, japanese_holiday};

/// A day on which most people don't work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOff {
    /// A Saturday.
    Saturday,
    /// A Sunday.
    Sunday,
    /// A public holiday, on whatever day of the week.
    Holiday(Holiday),
}

impl DayOff {
    /// What the calendar day of a moment is. Public holidays are known where the zone is that of
    /// Japan; elsewhere, and in years for which [`DayOff::is_sure`] says no, only the weekend is.
    #[must_use]
    pub fn at(at: Instant, zone: Zone) -> Option<Self> {
        match (holiday(at, zone), zone.date(at).weekday()) {
            (Ok(Some(holiday)), _) => Some(Self::Holiday(holiday)),
            (_, Weekday::Sat) => Some(Self::Saturday),
            (_, Weekday::Sun) => Some(Self::Sunday),
            _ => None,
        }
    }

    /// Whether the public holidays of the moment's year are known, or don't matter in the zone.
    #[must_use]
    pub fn is_sure(at: Instant, zone: Zone) -> bool {
        holiday(at, zone).is_ok()
    }
}

fn holiday(at: Instant, zone: Zone) -> Result<Option<Holiday>, UnsureHoliday> {
    // `Japan` is the zone's old name.
    if matches!(zone.name(), "Asia/Tokyo" | "Japan") { japanese_holiday(zone.date(at)) } else { Ok(None) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    fn at(text: &str) -> Instant {
        let at = chrono::DateTime::parse_from_rfc3339(text).unwrap();
        Instant::from_epoch(at.timestamp(), 0).unwrap()
    }

    fn day(zone: &str, text: &str) -> String {
        match DayOff::at(at(text), Zone::named(zone).unwrap()) {
            None => "-".to_owned(),
            Some(DayOff::Saturday) => "Saturday".to_owned(),
            Some(DayOff::Sunday) => "Sunday".to_owned(),
            Some(DayOff::Holiday(holiday)) => holiday.name(Language::Japanese).to_owned(),
        }
    }

    #[test]
    fn a_day_is_that_of_the_zone() {
        assert_eq!(day("Asia/Tokyo", "2026-11-06T23:59:59+09:00"), "-");
        assert_eq!(day("Asia/Tokyo", "2026-11-06T15:00:00Z"), "Saturday");
        assert_eq!(day("Asia/Tokyo", "2026-11-08T12:00:00+09:00"), "Sunday");
        assert_eq!(day("Asia/Tokyo", "2026-11-02T15:00:00Z"), "文化の日");
        assert_eq!(day("Japan", "2026-11-03T09:00:00+09:00"), "文化の日");
    }

    #[test]
    fn a_holiday_is_named_even_on_a_sunday() {
        assert_eq!(day("Asia/Tokyo", "2026-05-03T09:00:00+09:00"), "憲法記念日");
    }

    #[test]
    fn elsewhere_and_in_far_years_only_the_weekend_is_known() {
        assert_eq!(day("Europe/Berlin", "2026-11-03T09:00:00+09:00"), "-");
        assert_eq!(day("Europe/Berlin", "2026-11-07T09:00:00+09:00"), "Saturday");
        assert_eq!(day("Asia/Tokyo", "2031-01-01T09:00:00+09:00"), "-");
        let (tokyo, berlin) = (Zone::named("Asia/Tokyo").unwrap(), Zone::named("Europe/Berlin").unwrap());
        assert!(!DayOff::is_sure(at("2031-01-01T09:00:00+09:00"), tokyo));
        assert!(DayOff::is_sure(at("2031-01-01T09:00:00+09:00"), berlin));
        assert!(DayOff::is_sure(at("2030-12-31T09:00:00+09:00"), tokyo));
    }
}
