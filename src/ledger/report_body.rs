use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::body::{ObjectiveCounts, SourceBody};
use super::content::content_id;
use super::entry::Kind;
use super::line::LineFault;
use super::replay::unexpected;
use super::{Author, Entry, LedgerError, Moment};
use crate::assess::{Counts, PastPeriod, Report, ReportRecord, ReportedExport, ReportedPeriod, Surveyed};
use crate::domain::{EntryId, Period, PeriodKind, Policy};
use crate::words::ledger_lines;

/// What the readers of a report were told: `report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportBody {
    /// The instant that counted as now.
    pub as_of: Moment,
    /// SHA-256 of the policy file.
    pub policy: String,
    /// How long its periods are: `day`, `week`, `month`, `fiscal-year`.
    pub period: String,
    /// The name of the period that it is about, such as `2026-11`.
    pub about: String,
    /// The exports in the order in which they were named.
    pub sources: Vec<SourceBody>,
    /// The periods that it tells of, the oldest first.
    pub periods: Vec<PeriodBody>,
}

/// What a report tells of one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodBody {
    /// Its first day.
    pub first: String,
    /// The verdicts by objective.
    pub objectives: Vec<ObjectiveCounts>,
}

impl ReportBody {
    /// What a report on a period tells, by what `whole` and `surveyed` tell of all incidents.
    #[must_use]
    pub fn of(about: Period, whole: &Report, surveyed: &Surveyed, policy: &Policy) -> Self {
        let period = |past: PastPeriod| PeriodBody {
            first: past.period.first.to_string(),
            objectives: policy
                .objectives
                .iter()
                .zip(&past.counts)
                .map(|(objective, counts)| ObjectiveCounts::of(&objective.id, counts))
                .collect(),
        };
        Self {
            as_of: Moment(whole.as_of),
            policy: policy.sha256.clone(),
            period: about.kind.word().to_owned(),
            about: about.to_string(),
            sources: whole.sources.iter().map(SourceBody::of).collect(),
            periods: PastPeriod::all(about, surveyed, policy).into_iter().map(period).collect(),
        }
    }

    /// The name of what is told, whoever told it.
    pub fn key(&self) -> Result<EntryId, LedgerError> {
        serde_json::to_value(self).map(content_id).map_err(LedgerError::Encode)
    }

    /// Whether it tells of a period that a day belongs to.
    #[must_use]
    pub fn tells_of(&self, day: NaiveDate) -> bool {
        // Periods follow each other: all from the first on are told of.
        let first = self.periods.first().and_then(|period| period.first.parse::<NaiveDate>().ok());
        first.is_some_and(|first| day >= first)
    }

    /// An entry that says so.
    pub fn entry(self, author: &Author) -> Result<Entry, LedgerError> {
        Entry::new(author, Kind::Report(self))
    }

    /// What it says, as the entry of this name.
    pub(super) fn record(self, entry: EntryId) -> Result<ReportRecord, LineFault> {
        let malformed = |error: &dyn std::fmt::Display| LineFault::Malformed(error.to_string());
        let key = self.key().map_err(|error| malformed(&error))?;
        let kind = PeriodKind::from_word(&self.period)
            .ok_or_else(|| unexpected(&self.period, ledger_lines::report_period))?;
        let period = |body: PeriodBody| {
            let first: NaiveDate = body.first.parse().map_err(|error| malformed(&error))?;
            let counts = |one: ObjectiveCounts| {
                let counts = Counts::from(&one);
                (one.id, counts)
            };
            Ok(ReportedPeriod { first, objectives: body.objectives.into_iter().map(counts).collect() })
        };
        let periods: Result<Vec<ReportedPeriod>, LineFault> = self.periods.into_iter().map(period).collect();
        let export = |source: SourceBody| ReportedExport {
            path: source.path,
            sha256: source.sha256,
            rows: source.rows,
        };
        let exports = self.sources.into_iter().map(export).collect();
        Ok(ReportRecord::new((entry, key), self.as_of.0, kind, self.policy, exports, periods?))
    }
}
