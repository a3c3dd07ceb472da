use super::{CauseId, Fix, Instant};

/// What a person recorded about the breaches of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// The ledger entry.
    pub entry: String,
    /// The incident.
    pub incident: String,
    /// The objective, where only one is meant.
    pub objective: Option<String>,
    /// Why the response was slow, by the policy's list.
    pub cause: CauseId,
    /// Why, in a person's words.
    pub reason: String,
    /// What would help, in a person's words.
    pub improvement: Option<String>,
    /// Whether something must be fixed.
    pub fix: Fix,
    /// Who wrote it.
    pub by: String,
    /// When it was written.
    pub at: Instant,
}
