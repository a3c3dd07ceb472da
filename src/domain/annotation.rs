use super::{CauseId, Decision, EntryId, Fix, Instant};

/// What a person recorded about the breaches of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// The ledger entry.
    pub entry: EntryId,
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
    /// Whether something must be fixed, as the cause or the person said when it was written.
    pub proposed: Fix,
    /// When it was learnt, where that was at another time than it was written.
    pub happened: Option<Instant>,
    /// What was decided about the fix afterwards.
    pub decision: Option<Decision>,
    /// Who wrote it.
    pub by: String,
    /// When it was written.
    pub at: Instant,
}

impl Annotation {
    /// Whether something must be fixed: as it was decided, else as it was proposed.
    #[must_use]
    pub fn fix(&self) -> Fix {
        self.decision.as_ref().map_or(self.proposed, |decision| decision.fix)
    }

    /// Whether it is about this objective.
    #[must_use]
    pub fn covers(&self, objective: &str) -> bool {
        self.objective.as_deref().is_none_or(|only| only == objective)
    }
}
