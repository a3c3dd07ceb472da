use super::Kind;
use crate::domain::EntryKind;

/// That an entry names another one.
pub(super) struct Reference<'a> {
    /// The field.
    pub(super) field: &'static str,
    /// The id as it stands there.
    pub(super) id: &'a str,
    /// What kinds can be meant.
    pub(super) kinds: &'static [EntryKind],
    /// Whether it must be about the same objective too, not just the same incident.
    pub(super) same_objective: bool,
}

/// What an entry is about, and which others it names.
pub(super) struct Bearings<'a> {
    pub(super) kind: EntryKind,
    pub(super) incident: Option<&'a str>,
    pub(super) objective: Option<&'a str>,
    pub(super) references: Vec<Reference<'a>>,
}

const BREACHES: &[EntryKind] = &[EntryKind::Breach, EntryKind::BreachAmended];
const WITHDRAWALS: &[EntryKind] = &[EntryKind::BreachWithdrawn];
const ANNOTATIONS: &[EntryKind] = &[EntryKind::Annotation];
const RETRACTIONS: &[EntryKind] = &[EntryKind::AnnotationRetracted];
const REQUESTS: &[EntryKind] = &[EntryKind::Request];
const STEPS: &[EntryKind] = &[EntryKind::RequestStatus];
const DECISIONS: &[EntryKind] = &[EntryKind::Decision];
const CHECKS: &[EntryKind] = &[EntryKind::Check];

/// Reads them off an entry.
pub(super) fn bearings(kind: &Kind) -> Bearings<'_> {
    let (word, incident, objective, references) = match kind {
        // A breach that is back takes the place of its withdrawal.
        Kind::Breach(body) => {
            let supersedes = of_breach(body.supersedes.as_deref(), WITHDRAWALS);
            (EntryKind::Breach, Some(&body.incident), Some(&body.objective), supersedes)
        }
        Kind::BreachAmended(body) => {
            let supersedes = of_breach(body.supersedes.as_deref(), BREACHES);
            (EntryKind::BreachAmended, Some(&body.incident), Some(&body.objective), supersedes)
        }
        Kind::BreachWithdrawn(body) => {
            let supersedes = of_breach(Some(&body.supersedes), BREACHES);
            (EntryKind::BreachWithdrawn, Some(&body.incident), Some(&body.objective), supersedes)
        }
        Kind::Annotation(body) => {
            let mut references = of_person("supersedes", body.supersedes.as_deref(), ANNOTATIONS);
            for id in &body.also_supersedes {
                references.extend(of_person("also_supersedes", Some(id), ANNOTATIONS));
            }
            references.extend(of_person("after", body.after.as_deref(), RETRACTIONS));
            (EntryKind::Annotation, Some(&body.incident), body.objective.as_ref(), references)
        }
        Kind::AnnotationRetracted(body) => {
            let references = of_person("supersedes", Some(&body.supersedes), ANNOTATIONS);
            (EntryKind::AnnotationRetracted, Some(&body.incident), body.objective.as_ref(), references)
        }
        Kind::Decision(body) => {
            let mut references = of_person("annotation", Some(&body.annotation), ANNOTATIONS);
            references.extend(of_person("supersedes", body.supersedes.as_deref(), DECISIONS));
            for id in &body.also_supersedes {
                references.extend(of_person("also_supersedes", Some(id), DECISIONS));
            }
            (EntryKind::Decision, Some(&body.incident), body.objective.as_ref(), references)
        }
        Kind::Request(body) => {
            (EntryKind::Request, None, None, of_person("after", body.after.as_deref(), REQUESTS))
        }
        Kind::RequestStatus(body) => {
            (EntryKind::RequestStatus, None, None, of_person("after", body.after.as_deref(), STEPS))
        }
        Kind::Check(body) => {
            (EntryKind::Check, None, None, of_person("after", body.after.as_deref(), CHECKS))
        }
        Kind::Report(_) => (EntryKind::Report, None, None, Vec::new()),
    };
    Bearings {
        kind: word,
        incident: incident.map(String::as_str),
        objective: objective.map(String::as_str),
        references,
    }
}

fn of_breach<'a>(id: Option<&'a str>, kinds: &'static [EntryKind]) -> Vec<Reference<'a>> {
    id.map(|id| Reference { field: "supersedes", id, kinds, same_objective: true }).into_iter().collect()
}

fn of_person<'a>(
    field: &'static str,
    id: Option<&'a str>,
    kinds: &'static [EntryKind],
) -> Vec<Reference<'a>> {
    id.map(|id| Reference { field, id, kinds, same_objective: false }).into_iter().collect()
}
