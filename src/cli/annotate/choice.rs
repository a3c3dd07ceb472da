use crate::assess::LedgerState;
use crate::domain::{Condition, Policy, RecordedBreach};
use crate::ledger::Subject;

/// What waits for a cause among incidents that fit the condition, those first whose target was
/// crossed first. An incident of which nothing is annotated is one subject; of others each
/// objective that waits is.
pub(super) fn waiting(state: &LedgerState, policy: &Policy, condition: &Condition) -> Vec<Subject> {
    let fits = |breach: &&RecordedBreach| condition.matches(|field| breach.field(policy.fields.name(field)));
    let waits =
        |breach: &&RecordedBreach| state.annotation_for(&breach.incident, &breach.objective).is_none();
    let mut breaches: Vec<&RecordedBreach> = state.active().filter(waits).filter(fits).collect();
    breaches.sort_by_key(|breach| (breach.deadline, &breach.incident, &breach.objective));
    let mut subjects: Vec<Subject> = Vec::new();
    for breach in breaches {
        let whole = state.standing(&breach.incident).next().is_none();
        let objective = (!whole).then(|| breach.objective.clone());
        let subject = Subject { incident: breach.incident.clone(), objective };
        if !subjects.contains(&subject) {
            subjects.push(subject);
        }
    }
    subjects
}
