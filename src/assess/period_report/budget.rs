use chrono::NaiveDate;

use crate::assess::Counts;
use crate::domain::{Goal, ObjectiveIndex};

/// How many misses an objective's goal allows in a calendar month, and how many there were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The objective.
    pub objective: ObjectiveIndex,
    /// The first day of the month.
    pub month: NaiveDate,
    /// The verdicts of the month so far.
    pub counts: Counts,
    /// How many of those judged so far may miss it.
    pub allowed: u64,
}

impl Budget {
    pub(super) fn of(objective: ObjectiveIndex, month: NaiveDate, goal: Goal, counts: Counts) -> Self {
        Self { objective, month, counts, allowed: goal.misses_allowed(counts.judged()) }
    }

    /// How many did.
    #[must_use]
    pub const fn used(&self) -> u64 {
        self.counts.breached
    }

    /// How many more may; less than nothing where more did than may.
    #[must_use]
    pub fn left(&self) -> i64 {
        let signed = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        signed(self.allowed) - signed(self.used())
    }
}
