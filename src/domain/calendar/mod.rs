//! The hours in which a clock runs.

mod holidays;
mod timeline;
mod week;

pub use holidays::{HolidayDays, HolidaySource, Holidays};
pub use week::{Hours, Week};

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use self::timeline::Timeline;
use super::{Instant, Resolved, Span, Zone};

/// The hours in which a clock runs: while the clocks of a zone show hours of the week, except on
/// days whose date is a holiday.
///
/// An hour that the clocks show twice, as they go back, is in it twice, and one that they skip is
/// not in it. Hours that pass midnight belong to the day on which they begin.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The name in the policy.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Whose clocks and days are meant.
    pub zone: Zone,
    /// The hours of each day of the week.
    pub week: Week,
    /// The days without hours.
    pub holidays: Holidays,
    /// The line of the policy file where it begins, from 1.
    pub line: usize,
    /// Its hours as instants, worked out where they are asked for.
    timeline: Timeline,
}

/// By what the policy says; what was worked out from it doesn't matter.
impl PartialEq for Calendar {
    fn eq(&self, other: &Self) -> bool {
        let said = |one: &Self| (one.id.clone(), one.title.clone(), one.zone, one.line);
        said(self) == said(other) && self.week == other.week && self.holidays == other.holidays
    }
}

impl Calendar {
    /// A calendar with these hours.
    #[must_use]
    pub fn new(id: String, title: String, zone: Zone, week: Week, holidays: Holidays, line: usize) -> Self {
        Self { id, title, zone, week, holidays, line, timeline: Timeline::default() }
    }

    /// The time in its hours from one moment to a later one; none where `to` isn't later.
    #[must_use]
    pub fn between(&self, from: Instant, to: Instant) -> Span {
        self.timeline.between(self, from, to)
    }

    /// The first moment by which so much time in its hours has passed since `from`. The last moment
    /// that there is where it never does.
    #[must_use]
    pub fn after(&self, from: Instant, time: Span) -> Instant {
        self.timeline.after(self, from, time)
    }

    /// Its hours between two moments, as stretches one behind the other.
    #[must_use]
    pub fn open(&self, from: Instant, to: Instant) -> Vec<(Instant, Instant)> {
        self.timeline.open(self, from, to)
    }

    /// Whether a day has hours.
    #[must_use]
    pub fn is_business_day(&self, date: NaiveDate) -> bool {
        !self.week.on(date.weekday()).is_empty() && !self.holidays.contains(date)
    }

    /// Whether the clocks show any of a business day's hours. Where they skip all of them, as they do
    /// with a whole day where a zone crosses the date line, there is nothing of it to work in.
    fn is_shown(&self, date: NaiveDate) -> bool {
        let hours = self.week.on(date.weekday());
        let (Some(first), Some(last)) = (hours.first(), hours.last()) else { return false };
        let local = |minute: u16| {
            NaiveDateTime::new(date, NaiveTime::MIN).checked_add_signed(TimeDelta::minutes(minute.into()))
        };
        match local(first.from).map(|begins| (begins, self.zone.resolve(begins))) {
            Some((_, Resolved::Once(_) | Resolved::Overlap(_))) => true,
            Some((begins, Resolved::Gap(_))) => {
                let ends = local(last.to).and_then(|ends| self.zone.last_before(ends));
                let shown = self.zone.last_before(begins).zip(ends);
                shown.is_some_and(|(begins, ends)| self.between(begins, ends) > Span::ZERO)
            }
            Some((_, Resolved::OutOfRange)) | None => false,
        }
    }

    /// The end of the hours of the `count`th business day after the day of a moment, which itself is
    /// not counted, at whatever hour it is (Civil Code of Japan, articles 140 to 142; Regulation (EEC)
    /// 1182/71, article 3).
    /// `None` where there is none within the years that can be counted.
    #[must_use]
    pub fn end_of_business_day(&self, from: Instant, count: u32) -> Option<Instant> {
        let mut day = self.zone.date(from);
        let mut left = count;
        // A calendar whose holidays leave nothing must not be searched for ever.
        let mut idle = 0;
        while left > 0 {
            day = day.checked_add_days(Days::new(1))?;
            if self.is_business_day(day) && self.is_shown(day) {
                (left, idle) = (left - 1, 0);
            } else {
                idle += 1;
            }
            if idle > Self::LONGEST_IDLE {
                return None;
            }
        }
        let last = self.week.on(day.weekday()).last()?;
        let end = NaiveDateTime::new(day, NaiveTime::MIN)
            .checked_add_signed(TimeDelta::minutes(i64::from(last.to)))?;
        self.zone.last_before(end)
    }

    /// Whether any day from 2000 to 2100 has hours that no holiday takes.
    #[must_use]
    pub fn is_ever_open(&self) -> bool {
        let days = NaiveDate::from_ymd_opt(2000, 1, 1).into_iter().flat_map(|first| first.iter_days());
        days.take_while(|day| day.year() <= 2100).any(|day| self.is_business_day(day))
    }

    /// The sources of its holidays that don't speak of all years from one moment to another, with the
    /// first and the last year that they know, and the first and the last that are asked for.
    pub fn unsure_sources(
        &self,
        from: Instant,
        to: Instant,
    ) -> impl Iterator<Item = (&HolidaySource, (i32, i32), (i32, i32))> {
        let asked = (self.zone.date(from).year(), self.zone.date(to).year());
        self.holidays.sources().iter().filter_map(move |source| {
            let known = source.years()?;
            (asked.0 < known.0 || asked.1 > known.1).then_some((source, known, asked))
        })
    }

    /// Days without hours on end, beyond which no business day is looked for: ten years.
    const LONGEST_IDLE: u32 = 3653;
}

#[cfg(test)]
mod tests;
