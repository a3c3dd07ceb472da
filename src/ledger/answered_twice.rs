use std::collections::hash_map::RandomState;
use std::collections::{BTreeSet, HashSet};
use std::hash::BuildHasher;

use super::Kind;

/// The incidents about which people wrote or decided more than once: only of those can one answer
/// keep another from counting. Of the others, which are most, a number is kept.
#[derive(Debug, Default)]
pub(super) struct AnsweredTwice {
    hasher: RandomState,
    once: HashSet<u64>,
    twice: BTreeSet<String>,
}

impl AnsweredTwice {
    /// Takes in what an entry says.
    pub(super) fn take(&mut self, kind: &Kind) {
        if let (Kind::Annotation(_) | Kind::Decision(_), Some(incident)) = (kind, kind.incident()) {
            // Two that share a number are taken for one, which does no harm.
            if !self.once.insert(self.hasher.hash_one(incident)) && !self.twice.contains(incident) {
                self.twice.insert(incident.to_owned());
            }
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.twice.is_empty()
    }

    /// Whether an incident is one of them, or may be.
    pub(super) fn has(&self, incident: &str) -> bool {
        self.twice.contains(incident)
    }

    /// All of them, in their order.
    pub(super) fn incidents(&self) -> impl Iterator<Item = &str> {
        self.twice.iter().map(String::as_str)
    }
}
