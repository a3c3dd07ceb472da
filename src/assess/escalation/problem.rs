use std::collections::HashSet;

use crate::assess::Signature;
use crate::domain::{Annotation, Cause, Fix, Instant, Policy, RecordedBreach, Team};

/// A problem to ask one team about.
#[derive(Debug)]
pub struct Problem<'a> {
    /// The name of the request, such as `REQ-3f9a2c11`: the same for the same problem.
    pub id: String,
    /// The team that is asked; one that the policy no longer lists has its name for a title.
    pub team: Team,
    /// The cause, likewise.
    pub cause: Cause,
    /// What makes its incidents one.
    pub signature: Signature,
    /// The breaches that prove it, in the order in which their incidents were opened.
    pub evidence: Vec<Evidence<'a>>,
}

/// A breach and what a person wrote about it.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// The breach.
    pub breach: &'a RecordedBreach,
    /// Its annotation, which calls for a fix.
    pub annotation: &'a Annotation,
}

impl<'a> Evidence<'a> {
    /// The incidents of some evidence, each once, in its order.
    #[must_use]
    pub fn incidents(evidence: &[Self]) -> Vec<&'a str> {
        let mut seen = HashSet::new();
        evidence.iter().map(Self::incident).filter(|incident| seen.insert(*incident)).collect()
    }

    /// The incident.
    #[must_use]
    pub fn incident(&self) -> &'a str {
        &self.breach.incident
    }

    /// When it was opened.
    #[must_use]
    pub fn opened(&self) -> Instant {
        self.breach.opened()
    }

    /// Where it stands among others.
    pub(super) fn place(&self) -> (Instant, &'a str, &'a str) {
        (self.opened(), self.incident(), &self.breach.objective)
    }
}

impl<'a> Problem<'a> {
    pub(super) fn of(
        id: String,
        team: Team,
        cause: &str,
        signature: Signature,
        evidence: Vec<Evidence<'a>>,
        policy: &Policy,
    ) -> Self {
        let cause = policy.cause(cause).cloned().unwrap_or_else(|| Cause {
            id: cause.to_owned(),
            title: cause.to_owned(),
            fix: Fix::Required,
            improvement: None,
        });
        Self { id, team, cause, signature, evidence }
    }

    /// The incidents that prove it, each once, in the order of the evidence.
    #[must_use]
    pub fn incidents(&self) -> Vec<&'a str> {
        Evidence::incidents(&self.evidence)
    }
}
