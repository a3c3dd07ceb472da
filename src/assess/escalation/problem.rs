use std::borrow::Cow;
use std::collections::HashSet;

use crate::assess::{LedgerState, Signature};
use crate::domain::{Annotation, Cause, Fix, Instant, Policy, RecordedBreach, Team};

/// A problem to ask one team about.
#[derive(Debug)]
pub struct Problem<'a> {
    /// The name of the request, such as `REQ-3f9a2c11`: the same for the same problem.
    pub id: String,
    /// The team that is asked; one that the policy no longer lists has its name for a title.
    pub team: Cow<'a, Team>,
    /// The cause, likewise.
    pub cause: Cow<'a, Cause>,
    /// What makes its incidents one.
    pub signature: Signature,
    /// The breaches that prove it, in the order in which their incidents were opened.
    pub evidence: Vec<Evidence<'a>>,
}

/// A breach and what a person wrote about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence<'a> {
    /// The breach.
    pub breach: &'a RecordedBreach,
    /// Its annotation, which calls for a fix.
    pub annotation: &'a Annotation,
}

impl<'a> Evidence<'a> {
    /// A breach as evidence, if its annotation calls for a fix.
    pub(in crate::assess) fn of(breach: &'a RecordedBreach, state: &'a LedgerState) -> Option<Self> {
        let annotation = state.annotation_for(&breach.incident, &breach.objective)?;
        (annotation.fix() == Fix::Required).then_some(Self { breach, annotation })
    }

    /// Puts evidence in the order in which the incidents were opened.
    pub(super) fn sort(evidence: &mut [Self]) {
        evidence.sort_by(|a, b| a.place().cmp(&b.place()));
    }

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
    fn place(&self) -> (Instant, &'a str, &'a str) {
        (self.opened(), self.incident(), &self.breach.objective)
    }
}

impl<'a> Problem<'a> {
    pub(super) fn of(
        id: String,
        team: &str,
        cause: &str,
        signature: Signature,
        evidence: Vec<Evidence<'a>>,
        policy: &'a Policy,
    ) -> Self {
        let team = policy.team(team).map_or_else(|| Cow::Owned(Team::unlisted(team)), Cow::Borrowed);
        let cause = policy.cause(cause).map_or_else(|| Cow::Owned(Cause::unlisted(cause)), Cow::Borrowed);
        Self { id, team, cause, signature, evidence }
    }

    /// The incidents that prove it, each once, in the order of the evidence.
    #[must_use]
    pub fn incidents(&self) -> Vec<&'a str> {
        Evidence::incidents(&self.evidence)
    }
}
