use super::answers::Answer;
use super::cell_fault::Reason;
use super::identities::Identities;
use crate::assess::LedgerState;
use crate::domain::{BreachRecord, Policy, normal};
use crate::ledger::Subject;

/// What a row is about. The error is why no incident of the ledger is meant.
pub(super) fn subject(
    answer: &Answer,
    identities: &Identities,
    state: &LedgerState,
    policy: &Policy,
) -> Result<Subject, Option<Reason>> {
    if answer.incident.is_empty() {
        return Err(None);
    }
    let incident = identities.incident(&answer.incident).map_err(Some)?.to_owned();
    let objective = Some(answer.objective.as_str()).filter(|objective| !objective.is_empty());
    let objective = objective.map(|cell| objective_named(cell, state.of_incident(&incident), policy));
    Ok(Subject { incident, objective })
}

/// The name of the objective that a person means: by its name, else by its title. Case and width
/// don't matter.
fn objective_named(cell: &str, held: &[BreachRecord], policy: &Policy) -> String {
    let wanted = normal(cell);
    let names = || held.iter().map(|held| held.breach.objective.as_str());
    let by_title = || {
        let mut titled = policy.objectives.iter().filter(|objective| normal(&objective.title) == wanted);
        titled.next().filter(|_| titled.next().is_none()).map(|objective| objective.id.as_str())
    };
    let known = names().find(|&name| name == cell).or_else(|| names().find(|name| normal(name) == wanted));
    known.or_else(by_title).unwrap_or(cell).to_owned()
}
