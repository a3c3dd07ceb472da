use std::cmp::Reverse;

use crate::domain::{Annotation, Decision, EntryId, Retraction};

/// What people wrote about one incident, what was superseded since included.
#[derive(Debug, Default)]
pub(super) struct Written {
    annotations: Vec<Annotation>,
    decisions: Vec<Decision>,
    retractions: Vec<Retraction>,
    replaced: Vec<EntryId>,
}

impl Written {
    /// Takes in an annotation, in place of those it supersedes.
    pub(super) fn take_annotation(&mut self, annotation: Annotation, supersedes: &[EntryId]) {
        self.replaced.extend(supersedes);
        self.annotations.push(annotation);
        self.settle();
    }

    /// Takes in a decision, in place of those it supersedes.
    pub(super) fn take_decision(&mut self, decision: Decision, supersedes: &[EntryId]) {
        self.replaced.extend(supersedes);
        self.decisions.push(decision);
        self.settle();
    }

    /// Takes in that an annotation was taken back.
    pub(super) fn take_retraction(&mut self, retraction: Retraction) {
        self.replaced.push(retraction.annotation);
        self.retractions.push(retraction);
    }

    /// Puts beside each annotation the latest decision on it, whichever of them came first.
    fn settle(&mut self) {
        if self.decisions.is_empty() {
            return;
        }
        for place in 0..self.annotations.len() {
            let latest = self.decisions_on(self.annotations[place].entry).first().copied().cloned();
            self.annotations[place].decision = latest;
        }
    }

    /// The decisions on an annotation that stand, the latest first: several where people decided
    /// apart. The entry settles what two wrote at the same moment, in joined ledgers of any order.
    pub(super) fn decisions_on(&self, annotation: EntryId) -> Vec<&Decision> {
        let about = |decision: &&Decision| {
            decision.annotation == annotation && !self.replaced.contains(&decision.entry)
        };
        let mut found: Vec<&Decision> = self.decisions.iter().filter(about).collect();
        found.sort_by_key(|decision| Reverse((decision.at, decision.entry)));
        found
    }

    /// What stands, in the order in which it was taken in.
    pub(super) fn standing(&self) -> impl Iterator<Item = &Annotation> {
        self.annotations.iter().filter(|annotation| !self.replaced.contains(&annotation.entry))
    }

    /// What stands about one objective: what was written about it alone, else about the whole
    /// incident; of several, as joined ledgers have them, the latest.
    pub(super) fn about(&self, objective: &str) -> Option<&Annotation> {
        self.standing()
            .filter(|annotation| annotation.covers(objective))
            .max_by_key(|annotation| (annotation.objective.is_some(), annotation.at, annotation.entry))
    }

    /// The answers that stand and don't count, as joined ledgers have them, each with one that counts
    /// in its place: annotations, where these objectives were missed, and decisions.
    pub(super) fn overruled(&self, missed: &[&str]) -> Vec<(EntryId, EntryId)> {
        let mut found = Vec::new();
        for annotation in self.standing() {
            let covered = missed.iter().filter(|objective| annotation.covers(objective));
            let counting: Vec<EntryId> =
                covered.filter_map(|objective| self.about(objective)).map(|counts| counts.entry).collect();
            if let Some(first) = counting.first().filter(|_| !counting.contains(&annotation.entry)) {
                found.push((annotation.entry, *first));
            }
            let mut decisions =
                self.decisions_on(annotation.entry).into_iter().map(|decision| decision.entry);
            if let Some(latest) = decisions.next() {
                found.extend(decisions.map(|decision| (decision, latest)));
            }
        }
        found
    }

    /// All annotations, those that stand no more included, in the order in which they were taken in.
    pub(super) fn annotations(&self) -> &[Annotation] {
        &self.annotations
    }

    /// What was taken back.
    pub(super) fn retractions(&self) -> &[Retraction] {
        &self.retractions
    }
}
