use chrono::{Datelike, NaiveDateTime, Timelike};

/// Incidents by the hour of the week in which they were opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WeekCounts([[HourCounts; 24]; 7]);

/// The incidents of one hour of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HourCounts {
    /// How many were opened.
    pub incidents: u64,
    /// How many of them missed an objective.
    pub breached: u64,
}

impl WeekCounts {
    /// Counts an incident that was opened then, in local time.
    pub(super) fn add(&mut self, opened: NaiveDateTime, breached: bool) {
        let day = opened.weekday().num_days_from_monday() as usize;
        let hour = &mut self.0[day][opened.hour() as usize % 24];
        hour.incidents += 1;
        hour.breached += u64::from(breached);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        for (hour, more) in self.0.iter_mut().flatten().zip(other.0.iter().flatten()) {
            hour.incidents += more.incidents;
            hour.breached += more.breached;
        }
    }

    /// The hours of a day, Monday being 0.
    #[must_use]
    pub fn day(&self, day: usize) -> &[HourCounts] {
        self.0.get(day).map_or(&[], |hours| hours)
    }

    /// One hour of a day.
    #[must_use]
    pub fn hour(&self, day: usize, hour: usize) -> HourCounts {
        self.day(day).get(hour).copied().unwrap_or_default()
    }

    /// Whether no incident missed anything.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.0.iter().flatten().all(|hour| hour.breached == 0)
    }
}
