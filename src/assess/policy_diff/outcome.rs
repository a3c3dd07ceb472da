use super::comparison::Found;
use super::customer_diff::customers;
use super::{CustomerDiff, Flip, RecordedVerdicts};
use crate::assess::{Counts, ObjectiveReport, Report};

/// What a second policy changes about the verdicts by a first one.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyDiff {
    /// The objectives of the second policy in its order, then those that only the first one has.
    pub objectives: Vec<ObjectiveDiff>,
    /// The same by customer: the objectives in order, the customers with most flips first.
    pub customers: Vec<CustomerDiff>,
    /// The verdicts that are others, those furthest over target by either policy first.
    pub flips: Vec<Flip>,
    /// Incidents that both policies looked at.
    pub compared: u64,
    /// Incidents that only the first looked at, as its mapping finds others in the exports.
    pub only_old: u64,
    /// Incidents that only the second looked at.
    pub only_new: u64,
}

/// An objective by two policies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectiveDiff {
    /// Its name in the policies.
    pub id: String,
    /// What people call it, in the second policy where that has it.
    pub title: String,
    /// The verdicts by the first policy; `None` where it doesn't have the objective.
    pub before: Option<Counts>,
    /// The verdicts by the second policy; `None` where it doesn't have the objective.
    pub after: Option<Counts>,
}

impl PolicyDiff {
    /// Puts together what was found; the reports are those of the recorder's assessor and of the
    /// comparison's.
    #[must_use]
    pub fn of(recorded: &RecordedVerdicts, found: Found, old: &Report, new: &Report) -> Self {
        let Found { mut flips, compared, only_new } = found;
        flips.sort_unstable_by(|a, b| {
            let named = |a: &Flip, b: &Flip| a.incident.cmp(&b.incident).then(a.objective.cmp(&b.objective));
            b.over().cmp(&a.over()).then_with(|| named(a, b))
        });
        let objectives = objectives(&old.objectives, &new.objectives);
        Self {
            customers: customers(&objectives, (&old.objectives, &new.objectives), &flips),
            objectives,
            flips,
            compared,
            only_old: recorded.len() as u64 - compared,
            only_new,
        }
    }
}

fn objectives(old: &[ObjectiveReport], new: &[ObjectiveReport]) -> Vec<ObjectiveDiff> {
    let find = |among: &[ObjectiveReport], id: &str| {
        among.iter().find(|objective| objective.id == id).map(|objective| objective.counts)
    };
    let removed = old.iter().filter(|objective| find(new, &objective.id).is_none());
    let diff = |objective: &ObjectiveReport| ObjectiveDiff {
        id: objective.id.clone(),
        title: objective.title.clone(),
        before: find(old, &objective.id),
        after: find(new, &objective.id),
    };
    new.iter().chain(removed).map(diff).collect()
}
