use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::report::{Change, Changes, Report};
use crate::domain::{Annotation, BreachRecord, EntryId, Instant, RecordedBreach, Request, Withdrawal};

/// What replaying the entries of a ledger gives: what is known of each incident, and what was
/// asked for.
///
/// Entries are taken in one by one, in the order in which they stand, so that a ledger of any
/// length is read in one pass. Where two entries speak of one breach, the one with the later as-of
/// counts, and of the same as-of the one taken in later. Who takes them in sees to it that no entry
/// comes before the one it supersedes; then joined ledgers mean the same in any order, unless two
/// of them say different things as of the same instant.
#[derive(Debug, Default)]
pub struct LedgerState {
    known: HashSet<EntryId>,
    incidents: Vec<IncidentRecord>,
    places: HashMap<Arc<str>, usize>,
    replaced: HashSet<String>,
    requests: Vec<Request>,
    checks: Vec<CheckRecord>,
    check_places: HashMap<EntryId, usize>,
    moves: Moves,
}

/// What the ledger holds of one incident.
#[derive(Debug)]
struct IncidentRecord {
    id: Arc<str>,
    breaches: Vec<BreachRecord>,
    annotations: Vec<Annotation>,
}

/// A check that was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckRecord {
    /// The entry that says so.
    pub entry: EntryId,
    /// What was checked, without who and when: the same check twice has the same one.
    pub key: EntryId,
    /// The instant that counted as now.
    pub as_of: Instant,
    /// What it changed; `None` for the first check of the ledger.
    pub changes: Option<Changes>,
}

/// What moved since the last check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// Breaches recorded for the first time.
    pub new: Vec<Change>,
    /// Breaches whose arithmetic moved.
    pub amended: Vec<Change>,
    /// Breaches that are none any more.
    pub withdrawn: Vec<Change>,
}

impl LedgerState {
    /// Notes that an entry is there; false if it was there already.
    pub fn take_id(&mut self, id: EntryId) -> bool {
        self.known.insert(id)
    }

    /// Whether an entry is there.
    #[must_use]
    pub fn knows(&self, id: EntryId) -> bool {
        self.known.contains(&id)
    }

    /// How many entries there are.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.known.len()
    }

    /// Takes in a breach, or newer arithmetic of one.
    pub fn take_breach(&mut self, entry: EntryId, breach: RecordedBreach) {
        let Self { incidents, places, moves, .. } = self;
        let incident = incident_mut(incidents, places, &breach.incident);
        let held = incident.breaches.iter_mut().find(|held| held.breach.objective == breach.objective);
        let change = |over_before| Change {
            incident: breach.incident.clone(),
            objective: breach.objective.clone(),
            over_before,
            over_now: Some(breach.over),
            verdict: None,
        };
        match held {
            Some(held) if held.as_of() > breach.as_of => {
                // What is none any more is still shown as it last was.
                if !held.is_active() && held.breach.as_of <= breach.as_of {
                    held.breach = breach;
                }
            }
            Some(held) => {
                if held.is_active() {
                    moves.amended.push(change(Some(held.breach.over)));
                } else {
                    moves.new.push(change(None));
                }
                *held = BreachRecord { entry, breach, withdrawn: None };
            }
            None => {
                moves.new.push(change(None));
                incident.breaches.push(BreachRecord { entry, breach, withdrawn: None });
            }
        }
    }

    /// Takes in that a breach is none any more. Without such a breach nothing changes; of several
    /// reasons the latest counts.
    pub fn take_withdrawal(&mut self, entry: EntryId, incident: &str, objective: &str, why: Withdrawal) {
        let Some(&place) = self.places.get(incident) else { return };
        let held = self.incidents[place]
            .breaches
            .iter_mut()
            .find(|held| held.breach.objective == objective && held.as_of() <= why.as_of);
        if let Some(held) = held {
            if held.is_active() {
                self.moves.withdrawn.push(Change {
                    incident: incident.to_owned(),
                    objective: objective.to_owned(),
                    over_before: Some(held.breach.over),
                    over_now: None,
                    verdict: Some(why.verdict.clone()),
                });
            }
            held.entry = entry;
            held.withdrawn = Some(why);
        }
    }

    /// Takes in what a person recorded, in place of the annotation it supersedes.
    pub fn take_annotation(&mut self, annotation: Annotation, supersedes: Option<EntryId>) {
        self.replaced.extend(supersedes.map(|entry| entry.to_string()));
        incident_mut(&mut self.incidents, &mut self.places, &annotation.incident)
            .annotations
            .push(annotation);
    }

    /// Takes in a request.
    pub fn take_request(&mut self, request: Request) {
        self.requests.push(request);
    }

    /// Takes in a check: what moved since the one before was found by it.
    pub fn take_check(&mut self, entry: EntryId, key: EntryId, as_of: Instant) {
        let changes = self.changes_with(Moves::default());
        self.moves = Moves::default();
        self.check_places.insert(key, self.checks.len());
        self.checks.push(CheckRecord { entry, key, as_of, changes });
    }

    /// Takes in entries that don't tell when they came: nothing moved by them.
    pub fn take_undated(&mut self, take: impl FnOnce(&mut Self)) {
        let before = self.moves.clone();
        take(self);
        self.moves = before;
    }

    /// What a check changed that finds these moves, with those in front of it that no check stands
    /// for, as an append that broke off leaves them. `None` for the first check of the ledger.
    #[must_use]
    pub fn changes_with(&self, found: Moves) -> Option<Changes> {
        let last_check = self.checks.last()?.as_of;
        let joined = |before: &[Change], found: Vec<Change>| [before.to_vec(), found].concat();
        Some(Changes {
            last_check,
            new: joined(&self.moves.new, found.new),
            amended: joined(&self.moves.amended, found.amended),
            withdrawn: joined(&self.moves.withdrawn, found.withdrawn),
        })
    }

    /// The last check that asked and found the same.
    #[must_use]
    pub fn same_check(&self, key: EntryId) -> Option<&CheckRecord> {
        self.check_places.get(&key).and_then(|&place| self.checks.get(place))
    }

    /// The check recorded last.
    #[must_use]
    pub fn last_check(&self) -> Option<&CheckRecord> {
        self.checks.last()
    }

    /// All breaches with their latest word, incidents in the order in which they first came.
    pub fn breaches(&self) -> impl Iterator<Item = &BreachRecord> {
        self.incidents.iter().flat_map(|incident| &incident.breaches)
    }

    /// The breaches that still count.
    pub fn active(&self) -> impl Iterator<Item = &RecordedBreach> {
        self.breaches().filter(|held| held.is_active()).map(|held| &held.breach)
    }

    /// The breach records of an incident; empty for one that the ledger doesn't know.
    #[must_use]
    pub fn of_incident(&self, id: &str) -> &[BreachRecord] {
        self.places.get(id).map_or(&[], |&place| &self.incidents[place].breaches)
    }

    /// The latest word on one objective of an incident.
    #[must_use]
    pub fn breach(&self, incident: &str, objective: &str) -> Option<&BreachRecord> {
        self.of_incident(incident).iter().find(|held| held.breach.objective == objective)
    }

    /// The incidents that have breaches, or had some.
    pub fn incidents(&self) -> impl Iterator<Item = &str> {
        self.incidents.iter().filter(|incident| !incident.breaches.is_empty()).map(|incident| &*incident.id)
    }

    /// The incidents with a breach that still counts: those whose verdicts a check must tell
    /// (see [`super::Question::watched`]).
    #[must_use]
    pub fn watched(&self) -> HashSet<String> {
        let active = |incident: &&IncidentRecord| incident.breaches.iter().any(BreachRecord::is_active);
        self.incidents.iter().filter(active).map(|incident| incident.id.to_string()).collect()
    }

    /// Whether a report that was made with the verdicts on these incidents has its say on every
    /// breach that it may touch.
    #[must_use]
    pub fn is_answered_by(&self, report: &Report, asked: &HashSet<String>) -> bool {
        let unasked: Vec<&RecordedBreach> = self
            .breaches()
            .filter(|held| held.as_of() <= report.as_of && !asked.contains(&held.breach.incident))
            .filter(|held| held.is_active())
            .map(|held| &held.breach)
            .collect();
        if unasked.is_empty() {
            return true;
        }
        let reported: HashSet<(&str, &str)> = report
            .breaches
            .iter()
            .filter_map(|reported| {
                let objective = report.objectives.get(reported.breach.objective)?;
                Some((&*reported.breach.incident.id, &*objective.id))
            })
            .collect();
        unasked.iter().all(|breach| reported.contains(&(&*breach.incident, &*breach.objective)))
    }

    /// What stands about an objective of an incident: the newest annotation of it or of the whole
    /// incident, superseded ones left out.
    #[must_use]
    pub fn annotation_for(&self, incident: &str, objective: &str) -> Option<&Annotation> {
        self.standing(incident).find(|annotation| covers(annotation, objective))
    }

    /// The newest annotation of exactly this objective, or exactly the whole incident.
    #[must_use]
    pub fn annotation_of(&self, incident: &str, objective: Option<&str>) -> Option<&Annotation> {
        self.standing(incident).find(|annotation| annotation.objective.as_deref() == objective)
    }

    /// Annotations that stand although every breach they are about was withdrawn.
    #[must_use]
    pub fn stale(&self) -> Vec<&Annotation> {
        let mut stale = Vec::new();
        for incident in &self.incidents {
            let of_one = |annotation: &&Annotation| {
                !self.replaced.contains(&annotation.entry)
                    && !incident
                        .breaches
                        .iter()
                        .any(|held| held.is_active() && covers(annotation, &held.breach.objective))
            };
            stale.extend(incident.annotations.iter().filter(of_one));
        }
        stale
    }

    /// The requests, in the order in which they were drafted.
    #[must_use]
    pub fn requests(&self) -> &[Request] {
        &self.requests
    }

    /// Puts beside each breach of a report what was written about it.
    pub fn annotate(&self, report: &mut Report) {
        for reported in &mut report.breaches {
            let objective = report.objectives.get(reported.breach.objective);
            reported.annotation = objective.and_then(|objective| {
                self.annotation_for(&reported.breach.incident.id, &objective.id).cloned().map(Box::new)
            });
        }
    }

    /// What stands about an incident, the newest first.
    fn standing(&self, incident: &str) -> impl Iterator<Item = &Annotation> {
        let written = self.places.get(incident).map_or(&[][..], |&place| &self.incidents[place].annotations);
        written.iter().rev().filter(|annotation| !self.replaced.contains(&annotation.entry))
    }
}

/// Whether an annotation is about this objective.
fn covers(annotation: &Annotation, objective: &str) -> bool {
    annotation.objective.as_deref().is_none_or(|only| only == objective)
}

/// The record of an incident, a new one if it is the first time.
fn incident_mut<'a>(
    incidents: &'a mut Vec<IncidentRecord>,
    places: &mut HashMap<Arc<str>, usize>,
    id: &str,
) -> &'a mut IncidentRecord {
    let place = if let Some(&place) = places.get(id) {
        place
    } else {
        let id: Arc<str> = Arc::from(id);
        places.insert(Arc::clone(&id), incidents.len());
        incidents.push(IncidentRecord { id, breaches: Vec::new(), annotations: Vec::new() });
        incidents.len() - 1
    };
    &mut incidents[place]
}
