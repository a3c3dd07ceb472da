use super::WritingFault;
use crate::assess::LedgerState;
use crate::domain::{Annotation, BreachRecord, EntryId, nearest};

/// What a person writes about: an incident, or one objective of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The incident's id.
    pub incident: String,
    /// The objective, where only one is meant.
    pub objective: Option<String>,
}

impl Subject {
    /// That the ledger knows it, and that it still has a breach.
    pub fn breached(&self, state: &LedgerState) -> Result<(), WritingFault> {
        let wanted = self.known(state)?;
        if wanted.iter().any(|held| held.is_active()) {
            return Ok(());
        }
        let verdict = |held: &&BreachRecord| {
            Some((held.breach.objective.clone(), held.withdrawn.as_ref()?.verdict.clone()))
        };
        Err(WritingFault::NoBreach {
            id: self.incident.clone(),
            verdicts: wanted.iter().filter_map(verdict).collect(),
        })
    }

    /// What stands about it, never nothing. Without an objective, everything about the incident.
    pub(super) fn annotated<'a>(&self, state: &'a LedgerState) -> Result<Vec<&'a Annotation>, WritingFault> {
        self.known(state)?;
        let standing = self.standing(state);
        if standing.is_empty() {
            let (id, objective) = (self.incident.clone(), self.objective.clone());
            return Err(WritingFault::NotAnnotated { id, objective });
        }
        Ok(standing)
    }

    /// What stands about it and is replaced when something new is written about it.
    #[must_use]
    pub fn standing<'a>(&self, state: &'a LedgerState) -> Vec<&'a Annotation> {
        state
            .standing(&self.incident)
            .filter(|annotation| self.objective.is_none() || annotation.objective == self.objective)
            .collect()
    }

    /// The entries that stand about it: annotations, and what was decided about them.
    #[must_use]
    pub fn stands(&self, state: &LedgerState) -> Vec<EntryId> {
        let entries = |annotation: &Annotation| {
            let decision = annotation.decision.as_ref().map(|decision| decision.entry);
            std::iter::once(annotation.entry).chain(decision)
        };
        self.standing(state).into_iter().flat_map(entries).collect()
    }

    /// The records of its breaches, withdrawn ones included; never none.
    fn known<'a>(&self, state: &'a LedgerState) -> Result<Vec<&'a BreachRecord>, WritingFault> {
        let id = self.incident.clone();
        let held = state.of_incident(&id);
        if held.is_empty() {
            return Err(WritingFault::UnknownIncident { nearest: nearest(&id, state.incidents()), id });
        }
        let meant =
            |held: &&BreachRecord| self.objective.as_ref().is_none_or(|only| *only == held.breach.objective);
        let wanted: Vec<&BreachRecord> = held.iter().filter(meant).collect();
        match &self.objective {
            Some(asked) if wanted.is_empty() => Err(WritingFault::UnknownObjective {
                id,
                objective: asked.clone(),
                breached: held.iter().map(|held| held.breach.objective.clone()).collect(),
            }),
            _ => Ok(wanted),
        }
    }
}
