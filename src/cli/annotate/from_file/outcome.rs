use super::answers::Answer;
use super::cell_fault::{CellFault, Reason};
use crate::assess::LedgerState;
use crate::cli::writer::Writer;
use crate::domain::{Annotation, Retraction, WorklistColumn};
use crate::ledger::{AnnotationBody, Entry, Kind, NewAnnotation, Subject, WritingFault, annotate};

/// What comes of a row that is right.
pub(super) enum Outcome {
    /// This is to be recorded, perhaps in place of something that stands.
    Recorded { entry: Box<Entry>, replaces: bool },
    /// What it says stands already.
    Unchanged,
}

impl Outcome {
    fn of(entry: Entry, new: &NewAnnotation, state: &LedgerState) -> Self {
        let body = if let Kind::Annotation(body) = entry.kind() { Some(body) } else { None };
        if body.is_some_and(|body| stands(body, new, state)) {
            return Self::Unchanged;
        }
        let replaces = answered(new, state).is_some();
        Self::Recorded { entry: Box::new(entry), replaces }
    }
}

/// What comes of a row, or all that is wrong with it beyond what was found in its cells.
pub(super) fn outcome(
    answer: &Answer,
    subject: Result<Subject, Option<Reason>>,
    state: &LedgerState,
    writer: &Writer<'_>,
    replace: bool,
) -> Result<Outcome, Vec<CellFault>> {
    let fault = |column, reason| CellFault { row: answer.row, column: Some(column), reason };
    let mut faults = Vec::new();
    // What is wrong with an answer can be told though nobody knows what it is about.
    let nothing_known = LedgerState::default();
    let (subject, state, is_known) = match subject {
        Ok(subject) => (subject, state, true),
        Err(reason) => {
            faults.extend(reason.map(|reason| fault(WorklistColumn::Incident, reason)));
            (Subject::default(), &nothing_known, false)
        }
    };
    let new = NewAnnotation {
        subject,
        cause: answer.cause.clone(),
        reason: answer.reason.clone(),
        improvement: answer.improvement.clone(),
        fix: answer.fix,
        happened: answer.happened,
        seen: None,
    };
    let found = match annotate(state, writer.policy, &writer.author, &new) {
        Ok(entry) => {
            let unasked = if replace { None } else { unasked(&entry, &new, state) };
            let done = Outcome::of(entry, &new, state);
            return match (&done, unasked) {
                (Outcome::Recorded { .. }, Some(reason)) => {
                    Err(vec![fault(WorklistColumn::Incident, reason)])
                }
                _ => Ok(done),
            };
        }
        Err(found) => found,
    };
    for found in found {
        match found {
            WritingFault::UnknownIncident { .. } if !is_known => {}
            WritingFault::UnknownCause { known, .. } if answer.cause.is_empty() => {
                faults.push(fault(WorklistColumn::Cause, Reason::NoCause { known }));
            }
            found => faults.push(fault(column_of(&found, &new.subject), Reason::Ledger(found))),
        }
    }
    Err(faults)
}

/// The column where a fault has to be mended.
fn column_of(fault: &WritingFault, subject: &Subject) -> WorklistColumn {
    match fault {
        WritingFault::UnknownCause { .. } => WorklistColumn::Cause,
        WritingFault::EmptyReason | WritingFault::EmptyWhy => WorklistColumn::Reason,
        WritingFault::HappenedLater { .. } | WritingFault::HappenedBefore { .. } => WorklistColumn::Happened,
        WritingFault::UnknownObjective { .. } => WorklistColumn::Objective,
        WritingFault::NoBreach { .. } if subject.objective.is_some() => WorklistColumn::Objective,
        WritingFault::NoBreach { .. }
        | WritingFault::UnknownIncident { .. }
        | WritingFault::WrittenMeanwhile { .. }
        | WritingFault::NotAnnotated { .. }
        | WritingFault::DecidedAlready { .. }
        | WritingFault::UnknownRequest { .. }
        | WritingFault::MarkedAlready { .. }
        | WritingFault::MarkedBefore { .. }
        | WritingFault::Ledger(_) => WorklistColumn::Incident,
    }
}

/// Why a row isn't recorded unless somebody insists: it says something else than what stands, or again
/// what was taken back, as a file does that is given once more.
fn unasked(entry: &Entry, new: &NewAnnotation, state: &LedgerState) -> Option<Reason> {
    let incident = new.subject.incident.clone();
    if let Some(standing) = answered(new, state) {
        let (by, cause) = (standing.by.clone(), standing.cause.clone());
        return Some(Reason::Answered { incident, by, cause });
    }
    let Kind::Annotation(body) = entry.kind() else { return None };
    let is_it = |retraction: &&Retraction| {
        state.annotations(&incident).iter().any(|annotation| {
            annotation.entry == retraction.annotation
                && annotation.objective == body.objective
                && says(annotation, body, new)
        })
    };
    let retraction = state.retractions(&incident).iter().rev().find(is_it)?;
    let (by, why) = (retraction.by.clone(), retraction.why.clone());
    Some(Reason::TakenBack { incident, by, why })
}

/// What stands about the subject already, about it alone or with more: the latest of it.
fn answered<'a>(new: &NewAnnotation, state: &'a LedgerState) -> Option<&'a Annotation> {
    let Subject { incident, objective } = &new.subject;
    let about =
        |annotation: &&Annotation| objective.as_deref().is_none_or(|objective| annotation.covers(objective));
    state.standing(incident).filter(about).max_by_key(|annotation| (annotation.at, annotation.entry))
}

/// Whether this stands already: about an objective also where it was said of the whole incident;
/// about a whole incident only if nothing else stands about it. A decision that was made on it since
/// is none of the row's business, unless the row says something else.
fn stands(body: &AnnotationBody, new: &NewAnnotation, state: &LedgerState) -> bool {
    let whole = body.objective.is_none();
    let of_parts = |standing: &Annotation| standing.objective.is_some();
    if whole && (!body.also_supersedes.is_empty() || state.standing(&body.incident).any(of_parts)) {
        return false;
    }
    answered(new, state).is_some_and(|standing| says(standing, body, new))
}

/// Whether an annotation says what is to be recorded.
fn says(annotation: &Annotation, body: &AnnotationBody, new: &NewAnnotation) -> bool {
    annotation.cause == body.cause
        && annotation.reason == body.reason
        && annotation.improvement == body.improvement
        && annotation.happened == new.happened
        && (annotation.proposed.word() == body.fix || new.fix == Some(annotation.fix()))
}
