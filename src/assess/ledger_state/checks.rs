use std::collections::HashMap;

use crate::assess::report::{Change, Changes};
use crate::domain::{EntryId, Instant};

/// The checks of a ledger, and what moved since the last of them.
#[derive(Debug, Default)]
pub(super) struct Checks {
    all: Vec<CheckRecord>,
    places: HashMap<EntryId, usize>,
    pub(super) moves: Moves,
}

/// A check that was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckRecord {
    /// The entry that says so.
    pub entry: EntryId,
    /// What was checked, without who and when: the same check twice has the same one.
    pub key: EntryId,
    /// The instant that counted as now.
    pub as_of: Instant,
    /// The exports that it read, each with its rows.
    pub exports: Vec<(String, u64)>,
    /// What it changed; `None` for the first check of the ledger.
    pub changes: Option<Changes>,
}

/// What moved since the last check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// Breaches recorded for the first time.
    pub new: Vec<Change>,
    /// Breaches whose arithmetic moved.
    pub amended: Vec<Change>,
    /// Breaches that are none any more.
    pub withdrawn: Vec<Change>,
}

impl Checks {
    /// Takes in a check: what moved since the one before was found by it.
    pub(super) fn take(&mut self, entry: EntryId, key: EntryId, as_of: Instant, exports: Vec<(String, u64)>) {
        let changes = self.changes_with(Moves::default());
        self.moves = Moves::default();
        self.places.insert(key, self.all.len());
        self.all.push(CheckRecord { entry, key, as_of, exports, changes });
    }

    /// What a check changed that finds these moves, with those in front of it that no check stands
    /// for. `None` for the first check.
    pub(super) fn changes_with(&self, found: Moves) -> Option<Changes> {
        let last_check = self.all.last()?.as_of;
        let joined = |before: &[Change], found: Vec<Change>| [before.to_vec(), found].concat();
        Some(Changes {
            last_check,
            new: joined(&self.moves.new, found.new),
            amended: joined(&self.moves.amended, found.amended),
            withdrawn: joined(&self.moves.withdrawn, found.withdrawn),
        })
    }

    /// The last check of this key.
    pub(super) fn same(&self, key: EntryId) -> Option<&CheckRecord> {
        self.places.get(&key).and_then(|&place| self.all.get(place))
    }

    /// The last check of another key.
    pub(super) fn before(&self, key: EntryId) -> Option<&CheckRecord> {
        self.all.iter().rfind(|check| check.key != key)
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.all.len()
    }

    /// What moved by the checks after the first so many, as far as they were made as of this moment or
    /// before, and since the last of them, in order.
    pub(super) fn moves_after(&self, checks: usize, as_of: Instant) -> impl Iterator<Item = &Change> {
        let later = self.all.get(checks..).unwrap_or_default().iter();
        let told = later.filter(move |check| check.as_of <= as_of).filter_map(|check| check.changes.as_ref());
        let told = told.map(|changes| [&changes.new, &changes.amended, &changes.withdrawn]);
        let untold = [&self.moves.new, &self.moves.amended, &self.moves.withdrawn];
        told.chain([untold]).flatten().flatten()
    }

    /// The check taken in last.
    pub(super) fn last(&self) -> Option<&CheckRecord> {
        self.all.last()
    }
}
