//! What a report on a period tells beside a check: how it compares with the periods before, what is
//! left of the error budget, where the time went and why, and what became of what was asked for.

mod budget;
mod causes;
mod chronicle;
mod distribution;
mod overruns;
mod restatement;
mod shift_report;
#[cfg(test)]
mod tests;
mod week_counts;

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{
    Breaches, Counts, FixEffect, LedgerState, Report, ReportRecord, RequestProgress, StageTimes, Surveyed,
    shorter_exports,
};
use crate::domain::{Instant, Period, PeriodKind, Policy, RecordedBreach, Request, Zone};

pub use budget::Budget;
pub use causes::{CauseMeasure, CauseShare};
pub use chronicle::{Chronicle, ChronicleTally, Chronicled, Course};
pub use distribution::Distribution;
pub use overruns::OverrunClass;
pub use restatement::{RestatedBreach, RestatedPeriod, Restatement, Why};
pub use shift_report::{ShiftReport, last_hours};
pub use week_counts::{HourCounts, WeekCounts};

/// A report on a period.
#[derive(Debug)]
pub struct PeriodReport<'a> {
    /// The period.
    pub period: Period,
    /// Whether it is not over yet.
    pub running: bool,
    /// The one customer that it is about, where it is about one.
    pub customer: Option<String>,
    /// What a check of its incidents tells.
    pub report: Report,
    /// The period and those before it, the oldest first; none from before the exports begin.
    pub past: Vec<PastPeriod>,
    /// By objective with a goal and by month that the period touches.
    pub budgets: Vec<Budget>,
    /// By objective: how long those took that were judged; open ones so far.
    pub elapsed: Vec<Option<Distribution>>,
    /// By objective: how far the breaches were over target.
    pub over: Vec<Option<Distribution>>,
    /// All breaches by how far they were over target.
    pub overruns: Vec<OverrunClass>,
    /// Why the responses were slow.
    pub causes: Vec<CauseShare>,
    /// Where the time of the breached incidents went.
    pub stages: StageTimes<'a>,
    /// When they were opened.
    pub week: WeekCounts,
    /// What was asked for, overdue answers first.
    pub requests: Vec<RequestProgress<'a>>,
    /// Whether that helped, problems that came back first.
    pub effects: Vec<FixEffect<'a>>,
    /// All that is pending, whenever it was opened; the least time left first.
    pub at_risk: Breaches,
    /// What is told otherwise about past days; `None` without an earlier report.
    pub restated: Option<Restatement>,
}

/// The verdicts of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastPeriod {
    /// The period.
    pub period: Period,
    /// By objective.
    pub counts: Vec<Counts>,
}

/// What a report is made of, beside what the exports tell.
#[derive(Debug)]
pub struct Backdrop<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The ledger; empty where none is used.
    pub state: &'a LedgerState,
    /// The requests that the report is about.
    pub requests: Vec<&'a Request>,
    /// The report before, if one was recorded.
    pub last: Option<&'a ReportRecord>,
    /// The incidents of the exports that the ledger holds as breached.
    pub seen: &'a HashSet<String>,
}

impl<'a> PeriodReport<'a> {
    /// Puts together what the exports and the ledger tell of a period. `report` is about the period,
    /// `whole` about all incidents, and `breaches` are the report's as the ledger would keep them.
    #[must_use]
    pub fn new(
        period: Period,
        (report, whole): (Report, Report),
        (surveyed, course): (&Surveyed, Course),
        breaches: &[RecordedBreach],
        backdrop: &Backdrop<'a>,
    ) -> Self {
        let &Backdrop { policy, state, ref requests, last, .. } = backdrop;
        let (as_of, zone) = (report.as_of, report.zone);
        let past = PastPeriod::all(period, surveyed, policy);
        let objectives = 0..report.objectives.len();
        let over = |objective: usize| {
            let spans = report.breaches.iter().filter(|breach| breach.breach.objective == objective);
            Distribution::of(&spans.map(|breach| breach.breach.reading.over()).collect::<Vec<_>>())
        };
        // Of a period that the exports have no beginning of, other counts say nothing.
        let begin = surveyed.days.keys().next().copied();
        let whole_period = |past: &&PastPeriod| begin.is_some_and(|begin| begin <= past.period.first);
        let reached: Vec<PastPeriod> = past.iter().filter(whole_period).cloned().collect();
        let restated = last
            .map(|last| Restatement::of(last, state, &reached, &report, backdrop.seen, policy.fiscal_start));
        let mut warnings = whole.warnings;
        if let Some(last) = last {
            let rows: Vec<(String, u64)> =
                last.exports.iter().map(|export| (export.path.clone(), export.rows)).collect();
            warnings.extend(shorter_exports(&whole.sources, &rows, last.as_of));
        }
        Self {
            running: period.is_running(as_of, zone),
            period,
            customer: None,
            budgets: budgets(period, surveyed, policy, (as_of, zone)),
            elapsed: objectives
                .clone()
                .map(|objective| Distribution::of(course.elapsed.get(objective)?))
                .collect(),
            over: objectives.map(over).collect(),
            overruns: OverrunClass::of(report.breaches.iter().map(|breach| breach.breach.reading.over())),
            causes: CauseShare::all(&report),
            stages: StageTimes::of(breaches, policy),
            week: course.week,
            requests: RequestProgress::list(
                requests.iter().copied().filter(|request| request.at <= as_of),
                policy,
                as_of,
            ),
            effects: FixEffect::of(state, requests, (as_of, zone), Some(surveyed)),
            at_risk: whole.pending,
            past,
            restated,
            report: Report {
                sources: whole.sources,
                unreadable: whole.unreadable,
                adjusted: whole.adjusted,
                warnings,
                ..report
            },
        }
    }

    /// How many breaches of the period nobody has given a cause for.
    #[must_use]
    pub fn without_cause(&self) -> u64 {
        self.causes.iter().filter(|share| share.cause.is_none()).map(|share| share.breaches).sum()
    }
}

impl PeriodKind {
    /// How many periods before the one that a report is about it tells of.
    const fn told_before(self) -> usize {
        match self {
            Self::Day => 13,
            Self::Week | Self::Month => 12,
            Self::FiscalYear => 4,
        }
    }
}

impl PastPeriod {
    /// The period and those before it that the exports reach back to, the oldest first.
    #[must_use]
    pub fn all(period: Period, surveyed: &Surveyed, policy: &Policy) -> Vec<Self> {
        let begin = surveyed.days.keys().next().copied();
        let mut past: Vec<Self> = std::iter::successors(Some(period), Period::previous)
            .take(period.kind.told_before() + 1)
            .take_while(|one| *one == period || begin.is_some_and(|begin| one.end > begin))
            .map(|period| Self { period, counts: counts(surveyed, (period.first, period.end), policy) })
            .collect();
        past.reverse();
        past
    }
}

/// The verdicts of the days from one to before another, by objective.
fn counts(surveyed: &Surveyed, (first, end): (NaiveDate, NaiveDate), policy: &Policy) -> Vec<Counts> {
    let mut sum = vec![Counts::default(); policy.objectives.len()];
    for day in surveyed.days.range(first..end).map(|(_, counts)| counts) {
        for (sum, counts) in sum.iter_mut().zip(day) {
            sum.merge(counts);
        }
    }
    sum
}

/// The budgets of the months that a period touches, as far as they have begun.
fn budgets(
    period: Period,
    surveyed: &Surveyed,
    policy: &Policy,
    (as_of, zone): (Instant, Zone),
) -> Vec<Budget> {
    let today = zone.date(as_of);
    let months = period.months().filter(|month| *month <= today);
    let mut budgets = Vec::new();
    for month in months {
        let Some(whole) = Period::containing(PeriodKind::Month, month, policy.fiscal_start) else { continue };
        let counts = counts(surveyed, (whole.first, whole.end), policy);
        for (objective, (promise, counts)) in policy.objectives.iter().zip(counts).enumerate() {
            budgets.extend(promise.goal.map(|goal| Budget::of(objective, month, goal, counts)));
        }
    }
    budgets
}
