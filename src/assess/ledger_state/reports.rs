use chrono::NaiveDate;

use crate::assess::Counts;
use crate::domain::{EntryId, Instant, PeriodKind};

/// A report that was recorded: what its readers were told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRecord {
    /// The entry that says so.
    pub entry: EntryId,
    /// What was told, without who and when: the same report twice has the same one.
    pub key: EntryId,
    /// The instant that counted as now.
    pub as_of: Instant,
    /// How long its periods are.
    pub kind: PeriodKind,
    /// SHA-256 of the policy file, in lower-case hex.
    pub policy: String,
    /// The exports that it read.
    pub exports: Vec<ReportedExport>,
    /// The periods that it told of, the oldest first.
    pub periods: Vec<ReportedPeriod>,
    /// How many checks stood before it.
    pub(super) checks: usize,
}

/// An export that a report read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportedExport {
    /// As the user named it.
    pub path: String,
    /// Of its bytes, in lower-case hex.
    pub sha256: Option<String>,
    /// Rows of data.
    pub rows: u64,
}

/// What a report told of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportedPeriod {
    /// Its first day.
    pub first: NaiveDate,
    /// The verdicts under each objective, by its name in the policy.
    pub objectives: Vec<(String, Counts)>,
}

impl ReportRecord {
    /// A report in front of which no check stands, until a ledger takes it in.
    #[must_use]
    pub const fn new(
        (entry, key): (EntryId, EntryId),
        as_of: Instant,
        kind: PeriodKind,
        policy: String,
        exports: Vec<ReportedExport>,
        periods: Vec<ReportedPeriod>,
    ) -> Self {
        Self { entry, key, as_of, kind, policy, exports, periods, checks: 0 }
    }

    /// What it told of an objective in the period that begins on this day.
    #[must_use]
    pub fn counts(&self, first: NaiveDate, objective: &str) -> Option<&Counts> {
        let period = self.periods.iter().find(|period| period.first == first)?;
        period.objectives.iter().find(|(known, _)| known == objective).map(|(_, counts)| counts)
    }
}
