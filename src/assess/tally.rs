use std::collections::BTreeMap;
use std::sync::Arc;

use super::decisions::{Decision, Decisions};
use super::exclusions::ExclusionTally;
use super::fault::Fault;
use super::groups::GroupTally;
use super::lifetimes::Lifetimes;
use super::near_misses::NearMisses;
use super::{Breaches, Counts};
use crate::domain::{Instant, NoteKind, Position, SnapshotWriter, StampNote, Verdict};

/// What is kept of the incidents that were judged: counts, and of the incidents themselves only
/// those that a report names. Tallies made side by side are merged, in any order.
#[derive(Debug)]
pub struct Tally {
    pub(super) incidents: u64,
    pub(super) after_as_of: u64,
    pub(super) counts: Vec<Counts>,
    pub(super) groups: Vec<GroupTally>,
    /// Without the numbers of their rows, which are not known yet.
    pub(super) breaches: Breaches,
    pub(super) pending: Breaches,
    pub(super) faults: Vec<Fault>,
    pub(super) adjusted: Vec<(Position, StampNote)>,
    pub(super) near: NearMisses,
    pub(super) exclusions: ExclusionTally,
    /// When the first and the last incident were opened.
    pub(super) opened: Option<(Instant, Instant)>,
    /// By calendar: from when to when clocks ran in its hours, deadlines that are yet to come included.
    pub(super) ran: Vec<Option<(Instant, Instant)>>,
    pub(super) watched: BTreeMap<String, Vec<Verdict>>,
    /// When each incident was open, where that is asked for.
    pub(super) lifetimes: Option<Lifetimes>,
    pub(super) decisions: Decisions,
    pub(super) snapshots: SnapshotWriter,
    /// The incident taken in last. Memory that is used again for each.
    pub(super) judged: Judged,
}

/// What was decided about one incident, by objective.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub(super) verdicts: Vec<Verdict>,
    /// The places of the targets that decided.
    pub(super) targets: Vec<usize>,
    /// What they were decided by, where that may be another severity than the incident's field.
    otherwise: Vec<Option<Arc<Decision>>>,
}

impl Judged {
    pub(super) fn clear(&mut self) {
        self.verdicts.clear();
        self.targets.clear();
        self.otherwise.clear();
    }

    /// Adds the verdict under the next objective: `put` writes it where it stands, and gives the place
    /// of the target.
    #[inline]
    pub(super) fn push(&mut self, put: impl FnOnce(&mut Verdict) -> usize) {
        self.verdicts.push(Verdict::NotStarted);
        let target = self.verdicts.last_mut().map_or(0, put);
        self.targets.push(target);
    }

    /// Notes that the verdict under the next objective is decided by another severity, if it is.
    pub(super) fn note_otherwise(&mut self, otherwise: Option<Arc<Decision>>) {
        self.otherwise.push(otherwise);
    }

    /// What the verdict under an objective was decided by, where it was another severity than the
    /// incident's field.
    pub(super) fn otherwise(&self, objective: usize) -> Option<&Decision> {
        self.otherwise.get(objective)?.as_deref()
    }

    /// Whether any was decided by another severity than the incident's field.
    pub(super) fn differs(&self) -> bool {
        self.otherwise.iter().any(Option::is_some)
    }
}

impl Tally {
    /// The verdicts on the incident that was judged last (`Assessor::judge`), by objective; none where it
    /// wasn't looked at. An incident that was only taken in may have been counted without verdicts.
    pub(super) fn latest(&self) -> &[Verdict] {
        &self.judged.verdicts
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.incidents += other.incidents;
        self.after_as_of += other.after_as_of;
        for (counts, more) in self.counts.iter_mut().zip(&other.counts) {
            counts.merge(more);
        }
        for (groups, more) in self.groups.iter_mut().zip(&other.groups) {
            groups.merge(more);
        }
        self.breaches.extend(other.breaches);
        self.pending.extend(other.pending);
        self.faults.extend(other.faults);
        self.adjusted.extend(other.adjusted);
        self.near.merge(other.near);
        self.exclusions.merge(&other.exclusions);
        if let Some((first, last)) = other.opened {
            self.note_opened(first);
            self.note_opened(last);
        }
        for (calendar, ran) in other.ran.into_iter().enumerate() {
            if let Some((from, to)) = ran {
                note_ran(&mut self.ran, calendar, from, to);
            }
        }
        self.watched.extend(other.watched);
        if let (Some(lifetimes), Some(more)) = (&mut self.lifetimes, other.lifetimes) {
            lifetimes.merge(more);
        }
    }

    /// Keeps when the first and the last incident were opened.
    pub(super) fn note_opened(&mut self, at: Instant) {
        self.opened = Some(self.opened.map_or((at, at), |(first, last)| (first.min(at), last.max(at))));
    }

    /// Keeps what a reader noted about a stamp of the incident that stands here.
    pub(super) fn note(&mut self, incident: Position, note: &StampNote) {
        let position = note.position.unwrap_or(incident);
        match &note.kind {
            NoteKind::Unreadable(reason) => self.faults.push(Fault::of_note(position, note, reason)),
            NoteKind::Gap | NoteKind::Overlap | NoteKind::NeverEnded | NoteKind::UnknownStatus => {
                self.adjusted.push((position, note.clone()));
            }
        }
    }
}

/// Keeps from when to when a clock ran in the hours of a calendar.
pub(super) fn note_ran(ran: &mut [Option<(Instant, Instant)>], calendar: usize, from: Instant, to: Instant) {
    if let Some(ran) = ran.get_mut(calendar) {
        *ran = Some(ran.map_or((from, to), |(first, last)| (first.min(from), last.max(to))));
    }
}
