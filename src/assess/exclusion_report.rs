use super::{ExclusionEffects, ObjectiveReport, Rate};
use crate::domain::{ExclusionEffect, ObjectiveIndex, Window};

/// An exclusion of the policy, and what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExclusionReport {
    /// Why, in the policy's words.
    pub reason: String,
    /// What it does.
    pub effect: ExclusionEffect,
    /// The time that doesn't count, or when the incidents were opened that don't.
    pub window: Window,
    /// Whether it is for all incidents.
    pub for_all: bool,
    /// The line in the policy.
    pub line: usize,
    /// How many incidents it did something to.
    pub incidents: u64,
    /// What it alone did, by objective.
    pub objectives: Vec<ExclusionEffects>,
}

impl ExclusionReport {
    /// The rate under one objective without this exclusion; `None` without a base.
    #[must_use]
    pub fn rate_without(&self, index: ObjectiveIndex, objective: &ObjectiveReport) -> Option<Rate> {
        let ExclusionEffects { with, without, .. } = self.objectives.get(index)?;
        objective.counts.exchanged(with, without).rate()
    }
}
