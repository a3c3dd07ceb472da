use serde::Serialize;

use crate::assess::{Counts, Rate};
use crate::domain::Goal;

/// How many incidents got which verdict.
#[derive(Serialize)]
pub(in crate::render) struct CountsEntry {
    judged: u64,
    met: u64,
    breached: u64,
    breached_open: u64,
    pending: u64,
    unknown: u64,
    uncovered: u64,
    excluded: u64,
}

impl CountsEntry {
    pub(in crate::render) fn of(counts: &Counts) -> Self {
        Self {
            judged: counts.judged(),
            met: counts.met,
            breached: counts.breached,
            breached_open: counts.breached_open,
            pending: counts.pending,
            unknown: counts.unknown,
            uncovered: counts.uncovered,
            excluded: counts.excluded,
        }
    }
}

/// The same with the rates that they make.
#[derive(Serialize)]
pub(in crate::render) struct RatedCounts {
    #[serde(flatten)]
    counts: CountsEntry,
    rate: Option<f64>,
    worst_case_rate: Option<f64>,
}

impl RatedCounts {
    pub(in crate::render) fn of(counts: &Counts) -> Self {
        Self {
            counts: CountsEntry::of(counts),
            rate: counts.rate().map(Rate::quotient),
            worst_case_rate: counts.worst_case().map(Rate::quotient),
        }
    }
}

/// The same with whether they reach a goal.
#[derive(Serialize)]
pub(in crate::render) struct JudgedCounts {
    #[serde(flatten)]
    counts: RatedCounts,
    goal_met: Option<bool>,
}

impl JudgedCounts {
    /// Held against a goal by their rate.
    pub(in crate::render) fn of(counts: &Counts, goal: Option<Goal>) -> Self {
        Self::with(counts, goal.and_then(|goal| counts.reaches(goal)))
    }

    /// Held against a goal elsewhere.
    pub(in crate::render) fn with(counts: &Counts, goal_met: Option<bool>) -> Self {
        Self { counts: RatedCounts::of(counts), goal_met }
    }
}
