use std::collections::BTreeMap;

use super::Counts;
use super::decisions::Decisions;
use super::groups::GroupTally;
use super::interner::Interner;
use super::lifetimes::Lifetimes;
use crate::domain::{Breach, NoteKind, Position, StageId, StampNote, Verdict};

/// What is kept of the incidents that were judged: counts, and of the incidents themselves only
/// those that a report names. Tallies made side by side are merged, in any order.
#[derive(Debug)]
pub struct Tally {
    pub(super) incidents: u64,
    pub(super) after_as_of: u64,
    pub(super) counts: Vec<Counts>,
    pub(super) groups: Vec<GroupTally>,
    pub(super) breaches: Vec<Breach>,
    pub(super) pending: Vec<Breach>,
    pub(super) faults: Vec<Fault>,
    pub(super) adjusted: Vec<(Position, StampNote)>,
    pub(super) watched: BTreeMap<String, Vec<Verdict>>,
    /// When each incident was open, where that is asked for.
    pub(super) lifetimes: Option<Lifetimes>,
    pub(super) decisions: Decisions,
    pub(super) texts: Interner,
    /// The incident taken in last. Memory that is used again for each.
    pub(super) judged: Judged,
}

/// What was decided about one incident, by objective.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub(super) verdicts: Vec<Verdict>,
    /// The places of the targets that decided.
    pub(super) targets: Vec<usize>,
}

impl Judged {
    pub(super) fn clear(&mut self) {
        self.verdicts.clear();
        self.targets.clear();
    }

    pub(super) fn push(&mut self, verdict: Verdict, target: usize) {
        self.verdicts.push(verdict);
        self.targets.push(target);
    }
}

/// A stamp that can't be trusted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fault {
    pub(super) position: Position,
    pub(super) stage: StageId,
    pub(super) value: String,
    pub(super) reason: String,
}

impl Tally {
    /// The verdicts on the incident taken in last, by objective; none where it wasn't looked at.
    pub(super) fn latest(&self) -> &[Verdict] {
        &self.judged.verdicts
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.incidents += other.incidents;
        self.after_as_of += other.after_as_of;
        for (counts, more) in self.counts.iter_mut().zip(&other.counts) {
            counts.merge(more);
        }
        for (groups, more) in self.groups.iter_mut().zip(other.groups) {
            groups.merge(more);
        }
        self.breaches.extend(other.breaches);
        self.pending.extend(other.pending);
        self.faults.extend(other.faults);
        self.adjusted.extend(other.adjusted);
        self.watched.extend(other.watched);
        if let (Some(lifetimes), Some(more)) = (&mut self.lifetimes, other.lifetimes) {
            lifetimes.merge(more);
        }
    }

    /// Keeps what a reader noted about a stamp.
    pub(super) fn note(&mut self, position: Position, note: &StampNote) {
        match &note.kind {
            NoteKind::Unreadable(reason) => self.faults.push(Fault {
                position,
                stage: note.stage,
                value: note.value.clone(),
                reason: reason.clone(),
            }),
            NoteKind::Gap | NoteKind::Overlap => self.adjusted.push((position, note.clone())),
        }
    }
}
