use serde::Serialize;

use crate::assess::{Budget, CauseShare, Counts, Distribution, OverrunClass, PastPeriod, StageStep};
use crate::render::json::counts::RatedCounts;
use crate::render::json::exact::Seconds;

#[derive(Serialize)]
pub(super) struct TrendEntry {
    period: String,
    #[serde(flatten)]
    counts: RatedCounts,
}

impl TrendEntry {
    pub(super) fn of(past: &PastPeriod, objective: usize) -> Option<Self> {
        let counts: &Counts = past.counts.get(objective)?;
        Some(Self { period: past.period.to_string(), counts: RatedCounts::of(counts) })
    }
}

#[derive(Serialize)]
pub(super) struct BudgetEntry {
    month: String,
    judged: u64,
    allowed: u64,
    used: u64,
    left: i64,
    pending: u64,
}

impl BudgetEntry {
    pub(super) fn of(budget: &Budget) -> Self {
        Self {
            month: budget.month.format("%Y-%m").to_string(),
            judged: budget.counts.judged(),
            allowed: budget.allowed,
            used: budget.used(),
            left: budget.left(),
            pending: budget.counts.pending,
        }
    }
}

#[derive(Serialize)]
pub(super) struct SpreadEntry {
    count: usize,
    median_s: Seconds,
    p90_s: Seconds,
    longest_s: Seconds,
}

impl SpreadEntry {
    pub(super) fn of(found: Distribution) -> Self {
        Self {
            count: found.count,
            median_s: Seconds(found.median),
            p90_s: Seconds(found.ninetieth),
            longest_s: Seconds(found.longest),
        }
    }
}

/// Over by more than the one and at most the other.
#[derive(Serialize)]
pub(super) struct OverrunEntry {
    above_s: Seconds,
    up_to_s: Option<Seconds>,
    breaches: u64,
}

impl OverrunEntry {
    pub(super) fn of(class: &OverrunClass) -> Self {
        Self { above_s: Seconds(class.above), up_to_s: class.up_to.map(Seconds), breaches: class.breaches }
    }
}

/// `cause` is null for breaches that nobody gave a cause for.
#[derive(Serialize)]
pub(super) struct CauseEntry<'a> {
    cause: Option<&'a str>,
    breaches: u64,
    over_s: Seconds,
    customers: u64,
}

impl<'a> CauseEntry<'a> {
    pub(super) fn of(share: &'a CauseShare) -> Self {
        Self {
            cause: share.cause.as_deref(),
            breaches: share.breaches,
            over_s: Seconds(share.over),
            customers: share.customers,
        }
    }
}

#[derive(Serialize)]
pub(super) struct StageEntry<'a> {
    from: &'a str,
    to: &'a str,
    recorded: usize,
    unrecorded: usize,
    crossed: usize,
    total_s: Seconds,
    spread: Option<SpreadEntry>,
}

impl<'a> StageEntry<'a> {
    pub(super) fn of(step: &StageStep<'a>) -> Self {
        Self {
            from: step.from,
            to: step.to,
            recorded: step.took.len(),
            unrecorded: step.unrecorded,
            crossed: step.crossed,
            total_s: Seconds(step.total()),
            spread: Distribution::of(&step.took).map(SpreadEntry::of),
        }
    }
}
