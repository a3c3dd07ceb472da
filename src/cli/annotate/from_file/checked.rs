use std::collections::BTreeSet;

use super::answers::Answers;
use super::cell_fault::{CellFault, Placed, Unit};
use super::clashes::clashes;
use super::identities::Identities;
use super::opened::elsewhere;
use super::outcome::{Outcome, outcome};
use super::subject::subject;
use crate::assess::LedgerState;
use crate::cli::writer::Writer;
use crate::ledger::{Entry, Subject};

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

impl Checked {
    pub(super) fn of(
        answers: &Answers,
        identities: &Identities,
        state: &LedgerState,
        writer: &Writer<'_>,
        replace: bool,
    ) -> Self {
        let mut faults = Vec::new();
        let mut subjects: Vec<(u64, Subject)> = Vec::new();
        let mut right: Vec<(u64, Outcome)> = Vec::new();
        for answer in &answers.rows {
            let subject = subject(answer, identities, state, writer.policy);
            if let Ok(subject) = &subject {
                subjects.push((answer.row, subject.clone()));
            }
            faults.extend(elsewhere(answer, subject.as_ref().ok(), state, writer.policy.zone));
            match outcome(answer, subject, state, writer, replace) {
                Ok(done) => right.push((answer.row, done)),
                Err(found) => faults.extend(found),
            }
        }
        let mut wrong: BTreeSet<u64> = BTreeSet::new();
        for (first, fault) in clashes(&subjects, Unit::of(&answers.worklist)) {
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

    fn take(&mut self, done: Outcome) {
        match done {
            Outcome::Unchanged => self.unchanged += 1,
            Outcome::Recorded { entry, replaces } => {
                self.replaced += usize::from(replaces);
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
