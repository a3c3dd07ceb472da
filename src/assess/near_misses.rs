use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::Rate;
use crate::domain::{ObjectiveIndex, Position, Reading, Span};

/// A met incident that used up nearly all of its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// The incident's id.
    pub incident: String,
    /// Where it stands.
    pub position: Position,
    /// The arithmetic.
    pub reading: Reading,
}

impl NearMiss {
    /// The share of its time that it used; `None` where it had none.
    #[must_use]
    pub fn used(&self) -> Option<Rate> {
        let nanos = |span: Span| u64::try_from(span.nanos()).unwrap_or(0);
        Rate::of(nanos(self.reading.elapsed), nanos(self.reading.target))
    }
}

/// The near misses under one objective and of one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMissGroup {
    /// The objective.
    pub objective: ObjectiveIndex,
    /// The service; `None` for incidents without one.
    pub service: Option<String>,
    /// How many there are.
    pub count: u64,
    /// The one that used the greatest share of its time.
    pub closest: NearMiss,
    /// The row of that one: the record number, the header being row 1.
    pub row: u64,
}

/// The near misses under one objective and of one service, as they are counted.
#[derive(Debug)]
pub(super) struct NearMissCount {
    pub(super) count: u64,
    pub(super) closest: NearMiss,
}

/// Counts near misses by objective and service.
#[derive(Debug, Default)]
pub(super) struct NearMisses(pub(super) BTreeMap<(ObjectiveIndex, String), NearMissCount>);

impl NearMisses {
    pub(super) fn add(&mut self, objective: ObjectiveIndex, service: &str, miss: NearMiss) {
        self.put((objective, service.to_owned()), NearMissCount { count: 1, closest: miss });
    }

    pub(super) fn merge(&mut self, other: Self) {
        for (key, more) in other.0 {
            self.put(key, more);
        }
    }

    fn put(&mut self, key: (ObjectiveIndex, String), more: NearMissCount) {
        match self.0.entry(key) {
            Entry::Vacant(place) => {
                place.insert(more);
            }
            Entry::Occupied(mut known) => {
                let known = known.get_mut();
                known.count += more.count;
                if closer(&more.closest, &known.closest) {
                    known.closest = more.closest;
                }
            }
        }
    }
}

/// Whether the first used a greater share of its time; of equal ones the first in the exports.
fn closer(one: &NearMiss, other: &NearMiss) -> bool {
    let product = |used: &NearMiss, of: &NearMiss| {
        i128::from(used.reading.elapsed.nanos()) * i128::from(of.reading.target.nanos())
    };
    let (ours, theirs) = (product(one, other), product(other, one));
    ours > theirs || (ours == theirs && one.position < other.position)
}
