use std::collections::{HashMap, HashSet};

use super::body::WithdrawnBody;
use super::breach_body::BreachBody;
use crate::domain::EntryId;

/// What an entry says of a breach.
pub(super) struct BreachWord {
    /// The entry.
    pub(super) id: EntryId,
    /// Its line in the file, from 1.
    pub(super) line: u64,
    /// What it says.
    pub(super) said: Said,
}

pub(super) enum Said {
    Breach(Box<BreachBody>),
    Withdrawn(WithdrawnBody),
}

impl BreachWord {
    /// The entry that this one takes the place of.
    pub(super) fn supersedes(&self) -> Option<EntryId> {
        let id = match &self.said {
            Said::Breach(body) => body.supersedes.as_deref()?,
            Said::Withdrawn(body) => &body.supersedes,
        };
        EntryId::parse(id)
    }
}

/// Entries that stand before the one they supersede, as in ledgers that were joined or sorted. They
/// wait for it here.
#[derive(Default)]
pub(super) struct EarlyEntries {
    waiting: HashMap<EntryId, Vec<BreachWord>>,
    ids: HashSet<EntryId>,
}

impl EarlyEntries {
    /// Whether this entry waits itself.
    pub(super) fn holds(&self, id: EntryId) -> bool {
        self.ids.contains(&id)
    }

    /// Keeps an entry until the awaited one is there.
    pub(super) fn keep(&mut self, awaited: EntryId, word: BreachWord) {
        self.ids.insert(word.id);
        self.waiting.entry(awaited).or_default().push(word);
    }

    /// Lets go of all that waited for an entry, and of what waited for those.
    pub(super) fn release(&mut self, id: EntryId, take: &mut impl FnMut(BreachWord)) {
        let mut there = vec![id];
        while let Some(id) = there.pop() {
            for word in self.waiting.remove(&id).unwrap_or_default() {
                self.ids.remove(&word.id);
                there.push(word.id);
                take(word);
            }
        }
    }

    /// Lets go of the entries that waited in vain, in the order of the file.
    pub(super) fn rest(mut self, take: &mut impl FnMut(BreachWord)) {
        let first_line = |words: &[BreachWord]| words.first().map(|word| word.line);
        let mut awaited: Vec<_> =
            self.waiting.iter().map(|(&id, words)| (self.holds(id), first_line(words), id)).collect();
        // What waits for one that waits too is let go with it.
        awaited.sort_unstable();
        for (_, _, id) in awaited {
            self.release(id, take);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }
}
