use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::comparison::Found;
use super::{Flip, RecordedVerdicts};
use crate::assess::{Counts, ObjectiveReport, Report};
use crate::domain::{ObjectiveIndex, VerdictKind};

/// What a second policy changes about the verdicts by a first one.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyDiff {
    /// The objectives of the second policy in its order, then those that only the first one has.
    pub objectives: Vec<ObjectiveDiff>,
    /// The flips by objective and customer: the objectives in order, the customers with most flips
    /// first.
    pub groups: Vec<FlipGroup>,
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

/// The flips of one objective and customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlipGroup {
    /// The objective, by its place in the second policy.
    pub objective: ObjectiveIndex,
    /// The customer, empty where there is none.
    pub customer: Arc<str>,
    /// Met before, breached after.
    pub newly_breached: u64,
    /// Breached before, met after.
    pub newly_met: u64,
    /// All others by the verdicts before and after, the most frequent first.
    pub others: Vec<(VerdictKind, VerdictKind, u64)>,
}

impl FlipGroup {
    fn flips(&self) -> u64 {
        self.newly_breached + self.newly_met + self.others.iter().map(|(.., count)| count).sum::<u64>()
    }
}

impl PolicyDiff {
    /// Puts together what was found; the reports are those of both policies.
    #[must_use]
    pub fn of(recorded: &RecordedVerdicts, found: Found, old: &Report, new: &Report) -> Self {
        let Found { mut flips, compared, only_new } = found;
        flips.sort_unstable_by(|a, b| {
            let named = |a: &Flip, b: &Flip| a.incident.cmp(&b.incident).then(a.objective.cmp(&b.objective));
            b.over().cmp(&a.over()).then_with(|| named(a, b))
        });
        Self {
            objectives: objectives(&old.objectives, &new.objectives),
            groups: groups(&flips),
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

fn groups(flips: &[Flip]) -> Vec<FlipGroup> {
    type Changes = BTreeMap<(VerdictKind, VerdictKind), u64>;
    let mut counted: BTreeMap<(ObjectiveIndex, &Arc<str>), Changes> = BTreeMap::new();
    for flip in flips {
        let changes = counted.entry((flip.objective, &flip.customer)).or_default();
        *changes.entry((flip.before.verdict, flip.after.verdict)).or_default() += 1;
    }
    let group = |((objective, customer), mut changes): ((ObjectiveIndex, &Arc<str>), Changes)| {
        let newly_breached = changes.remove(&(VerdictKind::Met, VerdictKind::Breached));
        let newly_met = changes.remove(&(VerdictKind::Breached, VerdictKind::Met));
        let mut others: Vec<_> =
            changes.into_iter().map(|((before, after), count)| (before, after, count)).collect();
        others.sort_by_key(|(.., count)| Reverse(*count));
        FlipGroup {
            objective,
            customer: Arc::clone(customer),
            newly_breached: newly_breached.unwrap_or_default(),
            newly_met: newly_met.unwrap_or_default(),
            others,
        }
    };
    let mut groups: Vec<FlipGroup> = counted.into_iter().map(group).collect();
    groups.sort_by_key(|group| (group.objective, Reverse(group.flips())));
    groups
}
