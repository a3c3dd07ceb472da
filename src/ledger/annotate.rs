use thiserror::Error;

use super::body::AnnotationBody;
use super::{Author, Entry, Kind, LedgerError};
use crate::assess::LedgerState;
use crate::domain::{BreachRecord, Fix, Policy, normal};

/// What a person wants recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewAnnotation {
    /// The incident's id.
    pub incident: String,
    /// The objective, where only one is meant.
    pub objective: Option<String>,
    /// The cause by its name in the policy.
    pub cause: String,
    /// Why, in their words.
    pub reason: String,
    /// What would help, in their words.
    pub improvement: Option<String>,
    /// Whether something must be fixed, where they overrule the cause.
    pub fix: Option<Fix>,
}

/// Why an annotation can't be recorded.
#[derive(Debug, Error)]
pub enum AnnotationFault {
    /// The ledger knows no such incident.
    #[error("the ledger has no incident `{id}`{}", hint(nearest))]
    UnknownIncident {
        /// As it was asked for.
        id: String,
        /// The known ids most like it, the best first.
        nearest: Vec<String>,
    },
    /// All its breaches, or the one that was asked for, were withdrawn.
    #[error("incident `{id}` has no breach any more{}", withdrawn(.verdicts))]
    NoBreach {
        /// The incident.
        id: String,
        /// Objective and present verdict of each withdrawn breach.
        verdicts: Vec<(String, String)>,
    },
    /// The incident didn't miss that objective.
    #[error("incident `{id}` has no breach of an objective `{objective}`{}", hint(breached))]
    UnknownObjective {
        /// The incident.
        id: String,
        /// As it was asked for.
        objective: String,
        /// The objectives that it missed.
        breached: Vec<String>,
    },
    /// The policy lists no such cause.
    #[error("the policy has no cause `{cause}`{}", hint(nearest))]
    UnknownCause {
        /// As it was asked for.
        cause: String,
        /// The causes most like it, the best first; all of them where none is.
        nearest: Vec<String>,
    },
    /// Nothing is written as the reason.
    #[error("the reason for `{id}` is empty; say in a sentence why the response took so long")]
    EmptyReason {
        /// The incident.
        id: String,
    },
    /// The entry can't be made.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

fn hint(nearest: &[String]) -> String {
    match nearest {
        [] => String::new(),
        names => format!(
            "; did you mean {}?",
            names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ")
        ),
    }
}

fn withdrawn(verdicts: &[(String, String)]) -> String {
    let words: Vec<String> =
        verdicts.iter().map(|(objective, verdict)| format!("`{objective}` is now `{verdict}`")).collect();
    if words.is_empty() { String::new() } else { format!(": {}", words.join(", ")) }
}

/// The entry that records what a person wrote, in place of what stood about the same incident and
/// objective. All faults are found at once.
pub fn annotate(
    state: &LedgerState,
    policy: &Policy,
    author: &Author,
    new: &NewAnnotation,
) -> Result<Entry, Vec<AnnotationFault>> {
    let mut faults = Vec::new();
    faults.extend(incident_fault(state, new));
    let cause = policy.cause(new.cause.trim());
    if cause.is_none() {
        let ids = || policy.causes.iter().map(|cause| cause.id.as_str());
        let mut near = nearest(&new.cause, ids());
        if near.is_empty() {
            near = ids().map(str::to_owned).collect();
        }
        faults.push(AnnotationFault::UnknownCause { cause: new.cause.clone(), nearest: near });
    }
    let reason = new.reason.trim();
    if reason.is_empty() {
        faults.push(AnnotationFault::EmptyReason { id: new.incident.clone() });
    }
    let (Some(cause), true) = (cause, faults.is_empty()) else { return Err(faults) };
    let standing = state.annotation_of(&new.incident, new.objective.as_deref());
    let improvement = new.improvement.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let body = AnnotationBody {
        incident: new.incident.clone(),
        objective: new.objective.clone(),
        cause: cause.id.clone(),
        reason: reason.to_owned(),
        improvement: improvement.map(str::to_owned),
        fix: new.fix.unwrap_or(cause.fix).word().to_owned(),
        supersedes: standing.map(|annotation| annotation.entry.clone()),
    };
    Entry::new(author, Kind::Annotation(body)).map_err(|error| vec![error.into()])
}

fn incident_fault(state: &LedgerState, new: &NewAnnotation) -> Option<AnnotationFault> {
    let id = new.incident.clone();
    let held = state.of_incident(&id);
    if held.is_empty() {
        return Some(AnnotationFault::UnknownIncident { nearest: nearest(&id, state.incidents()), id });
    }
    let objective = |held: &BreachRecord| held.breach.objective.clone();
    let wanted: Vec<&BreachRecord> = held
        .iter()
        .filter(|held| new.objective.as_ref().is_none_or(|only| *only == held.breach.objective))
        .collect();
    if let (Some(asked), true) = (&new.objective, wanted.is_empty()) {
        let breached = held.iter().map(objective).collect();
        return Some(AnnotationFault::UnknownObjective { id, objective: asked.clone(), breached });
    }
    if wanted.iter().any(|held| held.is_active()) {
        return None;
    }
    let verdict = |held: &&BreachRecord| Some((objective(held), held.withdrawn.as_ref()?.verdict.clone()));
    Some(AnnotationFault::NoBreach { id, verdicts: wanted.iter().filter_map(verdict).collect() })
}

/// The three names most like what was asked for, the best first; none that is quite unlike it.
fn nearest<'a>(asked: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    const ALIKE: f64 = 0.75;
    let asked = normal(asked);
    let mut best: Vec<(f64, &str)> = Vec::new();
    for name in known {
        let plain = normal(name);
        // The ends of ids tell them apart, so that what is like from the back counts as much.
        let likeness = strsim::jaro(&asked, &plain).max(strsim::normalized_levenshtein(&asked, &plain));
        if likeness >= ALIKE {
            let place =
                best.partition_point(|&(other, at)| other > likeness || (other >= likeness && at < name));
            best.insert(place, (likeness, name));
            best.truncate(3);
        }
    }
    best.into_iter().map(|(_, name)| name.to_owned()).collect()
}
