use std::collections::HashSet;

use crate::assess::{LedgerState, Selection};
use crate::domain::{Policy, RecordedBreach};
use crate::ledger::Subject;

/// What waits for a cause and was selected, those first whose target was crossed first. An incident
/// of which nothing is annotated is one subject; of others each objective that waits is.
pub(super) fn waiting(state: &LedgerState, policy: &Policy, selection: &Selection) -> Vec<Subject> {
    let waits =
        |breach: &&RecordedBreach| state.annotation_for(&breach.incident, &breach.objective).is_none();
    let mut breaches: Vec<&RecordedBreach> =
        state.active().filter(waits).filter(|breach| selection.has(breach, policy)).collect();
    breaches.sort_by_key(|breach| (breach.deadline, &breach.incident, &breach.objective));
    let mut taken: HashSet<Subject> = HashSet::new();
    let subjects = breaches.into_iter().map(|breach| {
        let whole = state.standing(&breach.incident).next().is_none();
        let objective = (!whole).then(|| breach.objective.clone());
        Subject { incident: breach.incident.clone(), objective }
    });
    subjects.filter(|subject| taken.insert(subject.clone())).collect()
}
