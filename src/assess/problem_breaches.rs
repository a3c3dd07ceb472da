use std::collections::{BTreeMap, BTreeSet};

use super::{LedgerState, Signature};
use crate::domain::{Instant, RecordedBreach};

/// The breaches of some problems, found in one pass over a ledger.
#[derive(Debug, Default)]
pub struct ProblemBreaches<'a> {
    found: BTreeMap<Signature, Vec<&'a RecordedBreach>>,
}

impl<'a> ProblemBreaches<'a> {
    /// Those of these problems that still count and whose targets were crossed by `as_of`.
    #[must_use]
    pub fn of(state: &'a LedgerState, problems: &BTreeSet<Signature>, as_of: Instant) -> Self {
        let mut found: BTreeMap<Signature, Vec<&'a RecordedBreach>> = BTreeMap::new();
        if problems.is_empty() {
            return Self { found };
        }
        for breach in state.active().filter(|breach| breach.deadline <= as_of) {
            let signature = Signature::of(breach);
            if problems.contains(&signature) {
                found.entry(signature).or_default().push(breach);
            }
        }
        Self { found }
    }

    /// The incidents of all of them.
    pub fn incidents(&self) -> impl Iterator<Item = &'a str> {
        self.found.values().flatten().map(|breach| breach.incident.as_str())
    }

    /// Those of one problem, in the order of the ledger.
    #[must_use]
    pub fn of_problem(&self, problem: &Signature) -> &[&'a RecordedBreach] {
        self.found.get(problem).map_or(&[], Vec::as_slice)
    }
}
