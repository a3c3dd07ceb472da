use serde::Serialize;

use super::exact::Moment;
use crate::domain::{Annotation, Decision};
use crate::render::time::LocalTimes;

/// What a person wrote, and what was decided about it.
#[derive(Serialize)]
pub(in crate::render) struct AnnotationEntry<'a> {
    entry: String,
    incident: &'a str,
    objective: Option<&'a str>,
    cause: &'a str,
    reason: &'a str,
    improvement: Option<&'a str>,
    /// As it was decided, else as it was proposed.
    fix: &'static str,
    proposed_fix: &'static str,
    decision: Option<DecisionEntry<'a>>,
    happened: Option<Moment<'a>>,
    by: Option<&'a str>,
    at: Moment<'a>,
}

#[derive(Serialize)]
struct DecisionEntry<'a> {
    entry: String,
    fix: &'static str,
    why: &'a str,
    by: Option<&'a str>,
    at: Moment<'a>,
}

impl<'a> AnnotationEntry<'a> {
    pub(in crate::render) fn of(annotation: &'a Annotation, times: &'a LocalTimes) -> Self {
        let decision = |decision: &'a Decision| DecisionEntry {
            entry: decision.entry.to_string(),
            fix: decision.fix.word(),
            why: &decision.why,
            by: Some(&decision.by),
            at: Moment(times, decision.at),
        };
        Self {
            entry: annotation.entry.to_string(),
            incident: &annotation.incident,
            objective: annotation.objective.as_deref(),
            cause: &annotation.cause,
            reason: &annotation.reason,
            improvement: annotation.improvement.as_deref(),
            fix: annotation.fix().word(),
            proposed_fix: annotation.proposed.word(),
            decision: annotation.decision.as_ref().map(decision),
            happened: annotation.happened.map(|at| Moment(times, at)),
            by: Some(&annotation.by),
            at: Moment(times, annotation.at),
        }
    }

    /// The same without who wrote it.
    pub(in crate::render) fn unnamed(self) -> Self {
        let decision = self.decision.map(|decision| DecisionEntry { by: None, ..decision });
        Self { by: None, decision, ..self }
    }
}
