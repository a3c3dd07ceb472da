use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use super::{Instant, Span};

/// An IANA time zone: what zone-less stamps and calendar days mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(Tz);

/// A local time that was turned into an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// The local time happens exactly once.
    Once(Instant),
    /// The local time happens twice as clocks go back; the earlier offset was taken.
    Overlap(Instant),
    /// The local time never happens as clocks go forward; the offset before the gap was taken.
    Gap(Instant),
    /// The local time lies outside the years that an [`Instant`] covers.
    OutOfRange,
}

impl Zone {
    /// The zone of those who are in none.
    pub const UTC: Self = Self(Tz::UTC);

    /// Finds a zone by its IANA name, such as `Asia/Tokyo`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok().map(Self)
    }

    /// Every known zone name, for suggestions.
    pub fn names() -> impl Iterator<Item = &'static str> {
        chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())
    }

    /// The IANA name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The moment as a local time with its offset.
    #[must_use]
    pub fn at(self, instant: Instant) -> DateTime<FixedOffset> {
        let utc = DateTime::<Utc>::from_timestamp_nanos(instant.nanos());
        let offset = self.0.offset_from_utc_datetime(&utc.naive_utc()).fix();
        utc.with_timezone(&offset)
    }

    /// The calendar day of the moment.
    #[must_use]
    pub fn date(self, instant: Instant) -> NaiveDate {
        self.at(instant).date_naive()
    }

    /// The moment a local time means. At a gap or an overlap the earlier offset counts.
    #[must_use]
    pub fn resolve(self, local: NaiveDateTime) -> Resolved {
        use chrono::LocalResult::{Ambiguous, None as Never, Single};
        let (found, wrap): (_, fn(Instant) -> Resolved) = match self.0.from_local_datetime(&local) {
            Single(time) => (Some(time.to_utc()), Resolved::Once),
            Ambiguous(earlier, _) => (Some(earlier.to_utc()), Resolved::Overlap),
            Never => (self.before_gap(local), Resolved::Gap),
        };
        found
            .and_then(|utc| Instant::from_epoch(utc.timestamp(), utc.timestamp_subsec_nanos()))
            .map_or(Resolved::OutOfRange, wrap)
    }

    /// The start of a calendar day.
    #[must_use]
    pub fn midnight(self, date: NaiveDate) -> Option<Instant> {
        match self.resolve(date.and_hms_opt(0, 0, 0)?) {
            Resolved::Once(at) | Resolved::Overlap(at) | Resolved::Gap(at) => Some(at),
            Resolved::OutOfRange => None,
        }
    }

    /// The moment at which the clocks have shown every time before `local` for the last time: where
    /// clocks go back over it, that is after they did; in a gap, where the gap begins.
    #[must_use]
    pub fn last_before(self, local: NaiveDateTime) -> Option<Instant> {
        use chrono::LocalResult::{Ambiguous, None as Never, Single};
        let utc = match self.0.from_local_datetime(&local) {
            Single(time) | Ambiguous(_, time) => time.to_utc(),
            Never => {
                let behind = self.before_gap(local)?;
                let moment = Instant::from_epoch(behind.timestamp(), behind.timestamp_subsec_nanos())?;
                let day = Span::from_seconds(86_400)?;
                let (_, began, _) = self.offsets(moment.minus(day), moment.plus(day)).first().copied()?;
                return Some(began);
            }
        };
        Instant::from_epoch(utc.timestamp(), utc.timestamp_subsec_nanos())
    }

    /// The offsets in force between two moments, in seconds east of UTC, each from when to when.
    #[must_use]
    pub fn offsets(self, from: Instant, to: Instant) -> Vec<(Instant, Instant, i32)> {
        let mut found = Vec::new();
        let (mut began, mut at, mut offset) = (from, from, self.offset(from));
        while at < to {
            let next = at.plus(Self::STEP).min(to);
            let changed = self.offset(next);
            if changed != offset {
                let change = self.change(at, next, offset);
                found.push((began, change, offset));
                (began, offset) = (change, changed);
            }
            at = next;
        }
        if began < to {
            found.push((began, to, offset));
        }
        found
    }

    /// No zone changes its offset twice within three hours.
    const STEP: Span = Span::from_nanos(3 * 3600 * 1_000_000_000);

    /// The second at which the offset is `offset` no more: after `from`, and `to` at the latest.
    fn change(self, from: Instant, to: Instant, offset: i32) -> Instant {
        let (mut before, mut after) = (from.epoch().0, to.epoch().0);
        while after - before > 1 {
            let middle = before + (after - before) / 2;
            match Instant::from_epoch(middle, 0) {
                Some(at) if self.offset(at) == offset => before = middle,
                _ => after = middle,
            }
        }
        Instant::from_epoch(after, 0).unwrap_or(to).min(to)
    }

    /// Seconds east of UTC.
    fn offset(self, at: Instant) -> i32 {
        let utc = DateTime::<Utc>::from_timestamp_nanos(at.nanos()).naive_utc();
        self.0.offset_from_utc_datetime(&utc).fix().local_minus_utc()
    }

    /// The offset in force a day before, no gap being that long, applied to `local`.
    fn before_gap(self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        let day_before = local.checked_sub_signed(TimeDelta::days(1))?;
        let offset = self.0.offset_from_local_datetime(&day_before).earliest()?.fix();
        offset.from_local_datetime(&local).single().map(|time| time.to_utc())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn utc(text: &str) -> Instant {
        let at = local(text).and_utc();
        Instant::from_epoch(at.timestamp(), 0).unwrap()
    }

    #[test]
    fn gaps_and_overlaps_take_the_earlier_offset() {
        let zone = Zone::named("America/New_York").unwrap();
        assert_eq!(zone.resolve(local("2026-03-08 02:30")), Resolved::Gap(utc("2026-03-08 07:30")));
        assert_eq!(zone.resolve(local("2026-11-01 01:30")), Resolved::Overlap(utc("2026-11-01 05:30")));
        assert_eq!(zone.resolve(local("2026-11-01 03:30")), Resolved::Once(utc("2026-11-01 08:30")));
    }

    #[test]
    fn a_day_belongs_to_its_zone() {
        let at = utc("2026-04-30 15:00");
        assert_eq!(Zone::named("Asia/Tokyo").unwrap().date(at).to_string(), "2026-05-01");
        assert_eq!(Zone::named("UTC").unwrap().date(at).to_string(), "2026-04-30");
    }
}
