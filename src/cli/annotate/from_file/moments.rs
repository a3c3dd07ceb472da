use std::ops::Range;

use super::cell_fault::Reason;
use crate::domain::{Instant, Span, Zone};
use crate::source::{TimeCell, TimeReader};

/// Reads moments as people and spreadsheets write them.
pub(super) struct Moments(TimeReader);

impl Moments {
    /// Those of a zone.
    pub(super) fn of(zone: Zone) -> anyhow::Result<Self> {
        Ok(Self(TimeReader::new(zone, None, &[], None)?))
    }

    /// The moment in a cell, none if it says that there is none. A day means its first instant.
    pub(super) fn read(&self, cell: &str) -> Result<Option<Instant>, Reason> {
        Ok(self.stretch(cell)?.map(|stretch| stretch.start))
    }

    /// The time that a cell means as exactly as it is written: a day, a minute, a second. Spreadsheets
    /// leave seconds out, so that a whole minute may be any moment in it.
    pub(super) fn stretch(&self, cell: &str) -> Result<Option<Range<Instant>>, Reason> {
        const SECOND: i64 = 1_000_000_000;
        const DAY: i64 = 86_400;
        let (time, is_day) = match self.0.read(cell) {
            TimeCell::Unreadable(_) => (self.0.read(&format!("{cell} 00:00")), true),
            read => (read, false),
        };
        let at = match time {
            TimeCell::At(at) | TimeCell::Gap(at) | TimeCell::Overlap(at) => at,
            TimeCell::Missing => return Ok(None),
            TimeCell::Ambiguous => return Err(Reason::UnclearDate(cell.to_owned())),
            TimeCell::Unreadable(_) => return Err(Reason::NoMoment(cell.to_owned())),
        };
        let length = match at.epoch() {
            _ if is_day => DAY * SECOND,
            (seconds, 0) if seconds % 60 == 0 => 60 * SECOND,
            (_, 0) => SECOND,
            // Spreadsheets count no finer than this.
            _ => SECOND / 1000,
        };
        Ok(Some(at..at.plus(Span::from_nanos(length))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> String {
        let zone = Zone::named("Asia/Tokyo").unwrap();
        match Moments::of(zone).unwrap().read(cell) {
            Ok(at) => at.map_or_else(String::new, |at| zone.at(at).to_rfc3339()),
            Err(reason) => reason.to_string().split('`').nth(1).unwrap_or_default().to_owned(),
        }
    }

    #[test]
    fn days_and_times_are_read_in_any_form_with_one_meaning() {
        for day in ["2026-10-31", "2026/10/31", "2026年10月31日", "31.10.2026", "２０２６／１０／３１"]
        {
            assert_eq!(read(day), "2026-10-31T00:00:00+09:00", "{day}");
        }
        for time in ["2026/10/31 10:30", "2026-10-31 10:30:00", "2026-10-31T01:30:00Z"] {
            assert_eq!(read(time), "2026-10-31T10:30:00+09:00", "{time}");
        }
        assert_eq!(read("-"), "");
    }

    #[test]
    fn anything_else_is_told() {
        for other in ["2026-10", "10:30", "10:30:00", "46326", "yesterday", "2026-02-30", "1/2/2026", "2"] {
            assert_eq!(read(other), other);
        }
    }

    #[test]
    fn a_time_is_as_long_as_it_is_exact() {
        let zone = Zone::named("Asia/Tokyo").unwrap();
        for (cell, seconds) in
            [("2026/10/7", 86_400), ("2026/10/7 20:17", 60), ("2026-10-07T20:17:43+09:00", 1)]
        {
            let stretch = Moments::of(zone).unwrap().stretch(cell).unwrap().unwrap();
            assert_eq!(stretch.end.since(stretch.start), Span::from_nanos(seconds * 1_000_000_000), "{cell}");
        }
    }
}
