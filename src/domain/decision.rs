use super::{EntryId, Fix, Instant};

/// A person's word on whether what an annotation says calls for a fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The ledger entry.
    pub entry: EntryId,
    /// The annotation that it is about. One that takes its place has to be decided on anew.
    pub annotation: EntryId,
    /// What was decided; never [`Fix::Review`].
    pub fix: Fix,
    /// Why, in a person's words.
    pub why: String,
    /// Who decided.
    pub by: String,
    /// When it was written.
    pub at: Instant,
}
