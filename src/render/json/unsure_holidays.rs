use serde::Serialize;

use crate::assess::UnsureHolidays;

/// A holiday table that doesn't reach as far as the incidents.
#[derive(Serialize)]
pub(super) struct UnsureHolidaysEntry<'a> {
    calendar: &'a str,
    source: &'a str,
    known: YearsEntry,
    asked: YearsEntry,
}

/// The first and the last of some years.
#[derive(Serialize)]
struct YearsEntry {
    from: i32,
    to: i32,
}

impl<'a> UnsureHolidaysEntry<'a> {
    pub(super) fn of(unsure: &'a UnsureHolidays) -> Self {
        let years = |(from, to): (i32, i32)| YearsEntry { from, to };
        Self {
            calendar: &unsure.calendar,
            source: &unsure.source,
            known: years(unsure.known),
            asked: years(unsure.asked),
        }
    }
}
