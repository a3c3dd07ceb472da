use std::cell::Cell;

use chrono::{NaiveDate, NaiveTime, Timelike};

use crate::domain::{Instant, Zone};

use super::short_text::{ShortText, two_digits};

const DAY: i64 = 86_400;

/// How many days' offsets are remembered at once.
const REMEMBERED: u16 = 1024;

/// Moments as local times of one zone.
///
/// Remembers the offset of days it has met, since a report names the same days again and again.
pub struct LocalTimes {
    zone: Zone,
    /// A UTC day and its offset in seconds, by what remains of the day.
    offsets: Box<[Cell<(i64, i64)>]>,
    /// A local day as text, by what remains of the day.
    dates: Box<[Cell<(i64, Date)>]>,
}

/// A day as `2026-10-05`.
type Date = [u8; 10];

/// A moment taken apart.
struct Parts {
    date: Date,
    second_of_day: u64,
    nanos: u64,
    offset_minutes: i64,
}

impl LocalTimes {
    /// The local times of a zone.
    #[must_use]
    pub fn new(zone: Zone) -> Self {
        let days = usize::from(REMEMBERED);
        Self {
            zone,
            offsets: vec![Cell::new((i64::MIN, 0)); days].into_boxed_slice(),
            dates: vec![Cell::new((i64::MIN, Date::default())); days].into_boxed_slice(),
        }
    }

    /// For people, to the minute: `2026-10-05 09:12`.
    #[must_use]
    pub fn minute(&self, at: Instant) -> String {
        let parts = self.parts(at);
        let mut text = ShortText::new();
        text.push_all(&parts.date);
        text.push_all(b" ");
        text.push_all(&two_digits(parts.second_of_day / 3600));
        text.push_all(b":");
        text.push_all(&two_digits(parts.second_of_day / 60 % 60));
        text.as_str().to_owned()
    }

    /// The calendar day, where the moment is its very start.
    #[must_use]
    pub fn whole_day(&self, at: Instant) -> Option<NaiveDate> {
        let local = self.zone.at(at).naive_local();
        (local.time() == NaiveTime::MIN && local.nanosecond() == 0).then(|| local.date())
    }

    /// For people, as short as exactness allows: a day where it is its very start, otherwise to the
    /// minute, with seconds only where there are some.
    #[must_use]
    pub fn day_or_time(&self, at: Instant) -> String {
        self.whole_day(at).map_or_else(|| self.exact(at), |day| day.to_string())
    }

    /// For people, to the minute, with seconds only where there are some.
    #[must_use]
    pub fn exact(&self, at: Instant) -> String {
        let Parts { second_of_day, nanos, .. } = self.parts(at);
        let mut text = self.minute(at);
        if second_of_day % 60 > 0 || nanos > 0 {
            let mut seconds = ShortText::new();
            seconds.push_all(b":");
            seconds.push_all(&two_digits(second_of_day % 60));
            seconds.push_fraction(nanos);
            text.push_str(seconds.as_str());
        }
        text
    }

    /// As RFC 3339 has it, with a fraction of a second only where there is one.
    #[must_use]
    pub fn rfc3339(&self, at: Instant) -> String {
        self.rfc3339_text(at).as_str().to_owned()
    }

    pub(super) fn rfc3339_text(&self, at: Instant) -> ShortText {
        let parts = self.parts(at);
        let [h1, h2] = two_digits(parts.second_of_day / 3600);
        let [m1, m2] = two_digits(parts.second_of_day / 60 % 60);
        let [s1, s2] = two_digits(parts.second_of_day % 60);
        let mut text = ShortText::new();
        text.push_all(&parts.date);
        text.push_all(&[b'T', h1, h2, b':', m1, m2, b':', s1, s2]);
        text.push_fraction(parts.nanos);
        let sign = if parts.offset_minutes < 0 { b'-' } else { b'+' };
        let [h1, h2] = two_digits(parts.offset_minutes.unsigned_abs() / 60);
        let [m1, m2] = two_digits(parts.offset_minutes.unsigned_abs() % 60);
        text.push_all(&[sign, h1, h2, b':', m1, m2]);
        text
    }

    fn parts(&self, at: Instant) -> Parts {
        let (seconds, nanos) = at.epoch();
        // RFC 3339 writes offsets in minutes. Those of the nineteenth century have seconds too;
        // leaving them off the offset and the time alike names the same moment.
        let offset_minutes = self.offset(seconds).div_euclid(60);
        let local = seconds + offset_minutes * 60;
        Parts {
            date: self.date(local.div_euclid(DAY)),
            second_of_day: local.rem_euclid(DAY).unsigned_abs(),
            nanos: u64::from(nanos),
            offset_minutes,
        }
    }

    /// The offset from UTC in seconds.
    fn offset(&self, seconds: i64) -> i64 {
        let day = seconds.div_euclid(DAY);
        let place = remainder(day);
        let (known, offset) = self.offsets[place].get();
        if known == day {
            return offset;
        }
        // A day whose ends differ has a change in it and is looked up each time. No zone has ever
        // changed and changed back within a day.
        let offset = self.look_up(day * DAY);
        if offset != self.look_up((day + 1) * DAY - 1) {
            return self.look_up(seconds);
        }
        self.offsets[place].set((day, offset));
        offset
    }

    /// The day as text.
    fn date(&self, day: i64) -> Date {
        let place = remainder(day);
        let (known, date) = self.dates[place].get();
        if known == day {
            return date;
        }
        let (year, month, of_month) = civil(day);
        let [y1, y2] = two_digits(year / 100);
        let [y3, y4] = two_digits(year % 100);
        let [m1, m2] = two_digits(month);
        let [d1, d2] = two_digits(of_month);
        let date = [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2];
        self.dates[place].set((day, date));
        date
    }

    fn look_up(&self, seconds: i64) -> i64 {
        // Beyond the covered years, as the first and last day may be, the last moment counts.
        let end = if seconds < 0 { i64::MIN } else { i64::MAX };
        let at = Instant::from_epoch(seconds, 0).unwrap_or(Instant::from_nanos(end));
        i64::from(self.zone.at(at).offset().local_minus_utc())
    }
}

/// Where a day is remembered.
fn remainder(day: i64) -> usize {
    usize::try_from(day.rem_euclid(i64::from(REMEMBERED))).unwrap_or_default()
}

/// Year, month and day of a day counted from 1970-01-01, in the Gregorian calendar.
///
/// Counts in years that begin in March, so that the leap day is the last, and in eras of 400
/// years, which all have the same length.
fn civil(day: i64) -> (u64, u64, u64) {
    const ERA: i64 = 146_097;
    let from_march_0 = day + 719_468;
    let era = from_march_0.div_euclid(ERA);
    let in_era = from_march_0.rem_euclid(ERA);
    let year_of_era = (in_era - in_era / 1460 + in_era / 36_524 - in_era / (ERA - 1)) / 365;
    let in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year.unsigned_abs(), month.unsigned_abs(), day.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use chrono::SecondsFormat;
    use proptest::prelude::*;

    use super::*;

    const ZONES: [&str; 5] = ["Asia/Tokyo", "UTC", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"];

    fn times(zone: &str) -> LocalTimes {
        LocalTimes::new(Zone::named(zone).unwrap())
    }

    #[test]
    fn fractions_are_written_only_where_there_are_some() {
        let at = |nanos| Instant::from_epoch(1_791_158_400, nanos).unwrap();
        assert_eq!(times("Asia/Tokyo").rfc3339(at(0)), "2026-10-05T09:00:00+09:00");
        assert_eq!(times("America/New_York").rfc3339(at(250_000_000)), "2026-10-04T20:00:00.25-04:00");
        assert_eq!(times("Asia/Kolkata").minute(at(0)), "2026-10-05 05:30");
    }

    #[test]
    fn a_moment_is_said_as_shortly_as_it_can_be() {
        let at = |seconds: i64, nanos| Instant::from_epoch(1_791_126_000 + seconds, nanos).unwrap();
        for (at, text) in [
            (at(0, 0), "2026-10-05"),
            (at(0, 1), "2026-10-05 00:00:00.000000001"),
            (at(32_400, 0), "2026-10-05 09:00"),
            (at(32_407, 0), "2026-10-05 09:00:07"),
        ] {
            assert_eq!(times("Asia/Tokyo").day_or_time(at), text);
        }
    }

    #[test]
    fn the_ends_of_the_covered_years_can_be_written() {
        for zone in ZONES {
            for nanos in [i64::MIN, i64::MAX] {
                assert_eq!(times(zone).rfc3339(Instant::from_nanos(nanos)).len(), 35, "{zone}");
            }
        }
    }

    proptest! {
        #[test]
        fn times_are_those_that_chrono_gives(
            zone in prop::sample::select(&ZONES[..]),
            seconds in prop::collection::vec(-2_000_000_000_i64..4_000_000_000, 1..20),
        ) {
            let times = times(zone);
            for seconds in seconds {
                for near in [seconds, seconds + 3600, seconds + 40_000] {
                    let at = Instant::from_epoch(near, 0).unwrap();
                    let expected = Zone::named(zone).unwrap().at(at);
                    // Both name the moment; offsets with seconds are written differently.
                    prop_assume!(expected.offset().local_minus_utc() % 60 == 0);
                    prop_assert_eq!(times.rfc3339(at), expected.to_rfc3339_opts(SecondsFormat::AutoSi, false));
                    prop_assert_eq!(times.minute(at), expected.format("%Y-%m-%d %H:%M").to_string());
                }
            }
        }

        #[test]
        fn changes_of_the_clock_are_met_exactly(minute in 0_i64..2880) {
            // New York leaves summer time on 2026-11-01 at 06:00 UTC.
            let at = Instant::from_epoch(1_793_491_200 - 1440 * 60 + minute * 60, 0).unwrap();
            let zone = Zone::named("America/New_York").unwrap();
            let expected = zone.at(at).to_rfc3339_opts(SecondsFormat::AutoSi, false);
            prop_assert_eq!(times("America/New_York").rfc3339(at), expected);
        }
    }
}
