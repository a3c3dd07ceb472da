use std::collections::BTreeSet;

use super::answers::{Answer, Answers};
use super::cell_fault::{CellFault, Placed, Reason, unit};
use super::clashes::clashes;
use super::identities::Identities;
use crate::assess::LedgerState;
use crate::cli::writer::Writer;
use crate::domain::{BreachRecord, Policy, WorklistColumn, normal};
use crate::ledger::{AnnotationBody, Entry, Kind, NewAnnotation, Subject, WritingFault, annotate};

/// The rows of a worklist, held against what the ledger says.
pub(super) struct Checked {
    /// What is to be recorded, in the order of the rows.
    pub(super) entries: Vec<Entry>,
    /// How many of them take the place of something that stood.
    pub(super) replaced: usize,
    /// How many rows say what stands already.
    pub(super) unchanged: usize,
    /// The numbers of the rows that are wrong.
    pub(super) wrong: BTreeSet<u64>,
    faults: Vec<CellFault>,
}

/// What comes of a row that is right.
enum Right {
    Recorded(Box<Entry>),
    Unchanged,
}

impl Checked {
    pub(super) fn of(
        answers: &Answers,
        identities: &Identities,
        state: &LedgerState,
        writer: &Writer<'_>,
    ) -> Self {
        let mut faults = Vec::new();
        let mut subjects: Vec<(u64, Subject)> = Vec::new();
        let mut right: Vec<(u64, Right)> = Vec::new();
        for answer in &answers.rows {
            let subject = subject(answer, identities, state, writer.policy);
            if let Ok(subject) = &subject {
                subjects.push((answer.row, subject.clone()));
            }
            match outcome(answer, subject, state, writer) {
                Ok(done) => right.push((answer.row, done)),
                Err(found) => faults.extend(found),
            }
        }
        let mut wrong: BTreeSet<u64> = BTreeSet::new();
        for (first, fault) in clashes(&subjects, unit(&answers.worklist)) {
            wrong.insert(first);
            faults.push(fault);
        }
        wrong.extend(faults.iter().chain(&answers.faults).map(|fault| fault.row));
        let mut checked = Self { entries: Vec::new(), replaced: 0, unchanged: 0, wrong, faults };
        for (row, done) in right {
            if !checked.wrong.contains(&row) {
                checked.take(done);
            }
        }
        checked
    }

    fn take(&mut self, right: Right) {
        match right {
            Right::Unchanged => self.unchanged += 1,
            Right::Recorded(entry) => {
                self.replaced += usize::from(body(&entry).is_some_and(|body| body.supersedes.is_some()));
                self.entries.push(*entry);
            }
        }
    }

    /// How many rows are to be recorded.
    pub(super) fn recorded(&self) -> usize {
        self.entries.len()
    }

    /// Whether no row is wrong.
    pub(super) fn is_right(&self) -> bool {
        self.wrong.is_empty()
    }

    /// All that is wrong, in the order of the rows and columns.
    pub(super) fn faults<'a>(&'a self, answers: &'a Answers) -> Vec<Placed<'a>> {
        let mut all: Vec<&CellFault> = answers.faults.iter().chain(&self.faults).collect();
        all.sort_by_key(|fault| (fault.row, fault.column));
        all.into_iter().map(|fault| Placed { fault, worklist: &answers.worklist }).collect()
    }
}

/// What a row is about. The error is why no incident of the ledger is meant.
fn subject(
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

/// What comes of a row, or all that is wrong with it beyond what was found in its cells.
fn outcome(
    answer: &Answer,
    subject: Result<Subject, Option<Reason>>,
    state: &LedgerState,
    writer: &Writer<'_>,
) -> Result<Right, Vec<CellFault>> {
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
    };
    let found = match annotate(state, writer.policy, &writer.author, &new) {
        Ok(entry) if stands(&entry, &new, state) => return Ok(Right::Unchanged),
        Ok(entry) => return Ok(Right::Recorded(Box::new(entry))),
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
        WritingFault::HappenedLater { .. } => WorklistColumn::Happened,
        WritingFault::UnknownObjective { .. } => WorklistColumn::Objective,
        WritingFault::NoBreach { .. } if subject.objective.is_some() => WorklistColumn::Objective,
        WritingFault::NoBreach { .. }
        | WritingFault::UnknownIncident { .. }
        | WritingFault::NotAnnotated { .. }
        | WritingFault::DecidedAlready { .. }
        | WritingFault::UnknownRequest { .. }
        | WritingFault::MarkedAlready { .. }
        | WritingFault::Ledger(_) => WorklistColumn::Incident,
    }
}

/// Whether what an entry says stands already about exactly its subject. A decision that was made
/// on it since is none of the row's business, unless the row says something else.
fn stands(entry: &Entry, new: &NewAnnotation, state: &LedgerState) -> bool {
    let Some(body) = body(entry) else { return false };
    let (Some(before), []) = (&body.supersedes, body.also_supersedes.as_slice()) else { return false };
    let Some(standing) =
        state.standing(&body.incident).find(|standing| standing.entry.to_string() == *before)
    else {
        return false;
    };
    standing.objective == body.objective
        && standing.cause == body.cause
        && standing.reason == body.reason
        && standing.improvement == body.improvement
        && standing.happened == new.happened
        && (standing.proposed.word() == body.fix || new.fix == Some(standing.fix()))
}

fn body(entry: &Entry) -> Option<&AnnotationBody> {
    if let Kind::Annotation(body) = entry.kind() { Some(body) } else { None }
}
