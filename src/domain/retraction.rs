use super::{EntryId, Instant};

/// That a person took an annotation back. The breaches it was about wait for a cause again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retraction {
    /// The ledger entry.
    pub entry: EntryId,
    /// The annotation.
    pub annotation: EntryId,
    /// Why, in a person's words.
    pub why: String,
    /// Who took it back.
    pub by: String,
    /// When it was written.
    pub at: Instant,
}
