use std::collections::HashMap;

use crate::domain::{EntryId, Instant};

/// How long the chains are by which entries take the place of one another. Of an entry that takes
/// no place, as most do, nothing is kept.
#[derive(Debug, Default)]
pub(super) struct Chains(HashMap<EntryId, u32>);

/// Where a word stands among all that was said of one breach: that of the highest rank counts.
pub(super) type Rank = (Instant, u32, EntryId);

impl Chains {
    /// Notes that an entry takes the place of another one, which was noted before if it takes one too.
    pub(super) fn note(&mut self, entry: EntryId, older: EntryId) {
        self.0.insert(entry, self.length(older).saturating_add(1));
    }

    /// The rank of what an entry says as of this instant. It hangs on the content of the entries
    /// alone, so that joined ledgers mean the same in any order.
    pub(super) fn rank(&self, as_of: Instant, entry: EntryId) -> Rank {
        (as_of, self.length(entry), entry)
    }

    fn length(&self, entry: EntryId) -> u32 {
        self.0.get(&entry).copied().unwrap_or(0)
    }
}
