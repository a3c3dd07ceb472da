use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Flip, ObjectiveDiff};
use crate::assess::{Counts, GroupRow, ObjectiveReport};
use crate::domain::{ObjectiveIndex, VerdictKind};

/// The incidents of one customer under one objective, by two policies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerDiff {
    /// The objective, by its place in [`super::PolicyDiff::objectives`].
    pub objective: ObjectiveIndex,
    /// The customer as each policy's mapping reads it, empty where there is none.
    pub customer: String,
    /// The verdicts by the first policy; `None` where it doesn't have the objective.
    pub before: Option<Counts>,
    /// The verdicts by the second policy; `None` where it doesn't have the objective.
    pub after: Option<Counts>,
    /// Met before, breached after.
    pub newly_breached: u64,
    /// Breached before, met after.
    pub newly_met: u64,
    /// All other flips by the verdicts before and after, the most frequent first.
    pub others: Vec<(VerdictKind, VerdictKind, u64)>,
}

/// How many verdicts there are, by what they were and what they are.
type Changes = BTreeMap<(VerdictKind, VerdictKind), u64>;

impl CustomerDiff {
    /// How many verdicts are others, by the second policy's mapping of customers.
    #[must_use]
    pub fn flips(&self) -> u64 {
        self.newly_breached + self.newly_met + self.other_flips()
    }

    /// How many of them are neither newly breached nor newly met.
    #[must_use]
    pub fn other_flips(&self) -> u64 {
        self.others.iter().map(|(.., count)| count).sum()
    }

    /// Whether any verdict or the rate is another one; also where one policy has no rate.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        let rate = |counts: Option<Counts>| counts.and_then(|counts| counts.rate());
        self.flips() > 0 || rate(self.before) != rate(self.after)
    }

    fn of(place: ObjectiveIndex, objective: &ObjectiveDiff, customer: &str) -> Self {
        // A customer that only one reading has has nothing in the other.
        let none = |counts: Option<Counts>| counts.map(|_| Counts::default());
        Self {
            objective: place,
            customer: customer.to_owned(),
            before: none(objective.before),
            after: none(objective.after),
            newly_breached: 0,
            newly_met: 0,
            others: Vec::new(),
        }
    }

    fn note(&mut self, mut changes: Changes) {
        let mut taken = |before, after| changes.remove(&(before, after)).unwrap_or_default();
        self.newly_breached = taken(VerdictKind::Met, VerdictKind::Breached);
        self.newly_met = taken(VerdictKind::Breached, VerdictKind::Met);
        self.others = changes.into_iter().map(|((before, after), count)| (before, after, count)).collect();
        self.others.sort_by_key(|(.., count)| Reverse(*count));
    }
}

/// The customers of each objective, those with most flips first, then those whose rate is another
/// one. The reports are broken down by customer alone.
pub(super) fn customers(
    objectives: &[ObjectiveDiff],
    (old, new): (&[ObjectiveReport], &[ObjectiveReport]),
    flips: &[Flip],
) -> Vec<CustomerDiff> {
    let mut known: BTreeMap<(ObjectiveIndex, &str), CustomerDiff> = BTreeMap::new();
    for (place, objective) in objectives.iter().enumerate() {
        for (customer, counts) in rows(old, &objective.id) {
            let blank = || CustomerDiff::of(place, objective, customer);
            known.entry((place, customer)).or_insert_with(blank).before = Some(counts);
        }
        for (customer, counts) in rows(new, &objective.id) {
            let blank = || CustomerDiff::of(place, objective, customer);
            known.entry((place, customer)).or_insert_with(blank).after = Some(counts);
        }
    }
    let mut changes: BTreeMap<(ObjectiveIndex, &str), Changes> = BTreeMap::new();
    for flip in flips {
        let changes = changes.entry((flip.objective, &*flip.customer)).or_default();
        *changes.entry((flip.before.verdict, flip.after.verdict)).or_default() += 1;
    }
    for (key, changes) in changes {
        if let Some(customer) = known.get_mut(&key) {
            customer.note(changes);
        }
    }
    let mut customers: Vec<CustomerDiff> = known.into_values().collect();
    customers.sort_by_key(|one| (one.objective, Reverse(one.flips()), !one.is_changed()));
    customers
}

/// The customers of an objective with their verdicts.
fn rows<'a>(reports: &'a [ObjectiveReport], id: &str) -> impl Iterator<Item = (&'a str, Counts)> {
    let objective = reports.iter().find(|objective| objective.id == id);
    let rows = objective.and_then(|objective| objective.groups.first()).map_or(&[][..], |group| &group.rows);
    rows.iter().map(|row: &GroupRow| (row.key.as_deref().unwrap_or_default(), row.counts))
}
