mod chains;
mod checks;
mod reports;
mod requests;
mod written;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use self::chains::Chains;
use self::checks::Checks;
pub use self::checks::{CheckRecord, Moves};
pub use self::reports::{ReportRecord, ReportedExport, ReportedPeriod};
use self::requests::Requests;
use self::written::Written;
use super::report::{Change, Changes, Report};
use crate::domain::{
    Annotation, BreachRecord, Decision, EntryId, Instant, Period, RecordedBreach, Request, RequestStep,
    Retraction, Withdrawal,
};

/// What replaying the entries of a ledger gives: what is known of each incident, and what was
/// asked for.
///
/// Entries are taken in one by one, in the order in which they stand, so that a ledger of any
/// length is read in one pass. Where several entries speak of one breach, the one with the latest
/// as-of counts. Of the same as-of it is the one that follows the most others, each of which
/// superseded the one before: an entry counts rather than the one it supersedes, and of people who
/// worked apart the one who looked more often has the last word. Of chains of the same length the
/// greater id counts. Who takes entries in sees to it that none comes before the one it supersedes;
/// then joined ledgers mean the same in any order. Only what moved since the last check goes by the
/// order in which the entries stand.
#[derive(Debug, Default)]
pub struct LedgerState {
    known: HashSet<EntryId>,
    incidents: Vec<IncidentRecord>,
    places: HashMap<Arc<str>, usize>,
    requests: Requests,
    checks: Checks,
    reports: Vec<ReportRecord>,
    chains: Chains,
    /// Withdrawals by incident and objective of breaches that are yet to come, as in ledgers that
    /// lost lines.
    early: HashMap<(String, String), (EntryId, Withdrawal)>,
}

/// What the ledger holds of one incident.
#[derive(Debug)]
struct IncidentRecord {
    id: Arc<str>,
    breaches: Vec<BreachRecord>,
    written: Written,
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

    /// Notes that an entry about a breach supersedes another one, before it is taken in.
    pub fn note_superseding(&mut self, entry: EntryId, older: EntryId) {
        self.chains.note(entry, older);
    }

    /// Takes in a breach, or newer arithmetic of one.
    pub fn take_breach(&mut self, entry: EntryId, breach: RecordedBreach) {
        let Self { incidents, places, checks: Checks { moves, .. }, chains, early, .. } = self;
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
            Some(held) if chains.rank(held.as_of(), held.entry) > chains.rank(breach.as_of, entry) => {
                // What is none any more is still shown as it last was.
                let shown = chains.rank(held.breach.as_of, held.recorded_by);
                if !held.is_active() && shown < chains.rank(breach.as_of, entry) {
                    held.breach = breach;
                    held.recorded_by = entry;
                }
            }
            Some(held) => {
                if held.is_active() {
                    moves.amended.push(change(Some(held.breach.over)));
                } else {
                    moves.new.push(change(None));
                }
                *held = BreachRecord { entry, breach, recorded_by: entry, withdrawn: None };
            }
            None => {
                moves.new.push(change(None));
                let mut record = BreachRecord { entry, breach, recorded_by: entry, withdrawn: None };
                if !early.is_empty() {
                    let name = (record.breach.incident.clone(), record.breach.objective.clone());
                    if let Some((entry, why)) = early.remove(&name)
                        && chains.rank(why.as_of, entry) > chains.rank(record.as_of(), record.entry)
                    {
                        record = BreachRecord { entry, withdrawn: Some(why), ..record };
                    }
                }
                incident.breaches.push(record);
            }
        }
    }

    /// Takes in that a breach is none any more; of several reasons that of the highest rank counts.
    pub fn take_withdrawal(&mut self, entry: EntryId, incident: &str, objective: &str, why: Withdrawal) {
        let Self { incidents, places, checks: Checks { moves, .. }, chains, early, .. } = self;
        let record = places.get(incident).and_then(|&place| incidents.get_mut(place));
        let held = record
            .and_then(|record| record.breaches.iter_mut().find(|held| held.breach.objective == objective));
        let rank = chains.rank(why.as_of, entry);
        let Some(held) = held else {
            let name = (incident.to_owned(), objective.to_owned());
            if early.get(&name).is_none_or(|(entry, why)| chains.rank(why.as_of, *entry) < rank) {
                early.insert(name, (entry, why));
            }
            return;
        };
        if chains.rank(held.as_of(), held.entry) > rank {
            return;
        }
        if held.is_active() {
            moves.withdrawn.push(Change {
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

    /// Takes in what a person recorded, in place of the annotations it supersedes.
    pub fn take_annotation(&mut self, annotation: Annotation, supersedes: &[EntryId]) {
        self.written_mut(&annotation.incident).take_annotation(annotation, supersedes);
    }

    /// Takes in what was decided about an incident's fix, in place of the decisions it supersedes.
    pub fn take_decision(&mut self, incident: &str, decision: Decision, supersedes: &[EntryId]) {
        self.written_mut(incident).take_decision(decision, supersedes);
    }

    /// Takes in that an annotation of an incident was taken back.
    pub fn take_retraction(&mut self, incident: &str, retraction: Retraction) {
        self.written_mut(incident).take_retraction(retraction);
    }

    /// Takes in a request.
    pub fn take_request(&mut self, request: Request) {
        self.requests.take(request);
    }

    /// Takes in how far a request got.
    pub fn take_request_step(&mut self, request: &str, step: RequestStep) {
        self.requests.take_step(request, step);
    }

    /// Takes in a check: what moved since the one before was found by it.
    pub fn take_check(&mut self, entry: EntryId, key: EntryId, as_of: Instant, exports: Vec<(String, u64)>) {
        self.checks.take(entry, key, as_of, exports);
    }

    /// Takes in a report.
    pub fn take_report(&mut self, report: ReportRecord) {
        self.reports.push(ReportRecord { checks: self.checks.len(), ..report });
    }

    /// The report made before a moment that readers of one on this period know: of those with such periods
    /// the one that tells of it, else of the latest before it; of several the last.
    #[must_use]
    pub fn report_before(&self, about: Period, before: Instant) -> Option<&ReportRecord> {
        let earlier = |report: &&ReportRecord| report.kind == about.kind && report.as_of < before;
        let newest = |report: &ReportRecord| report.periods.last().map(|told| told.first.min(about.first));
        self.reports.iter().filter(earlier).max_by_key(|report| (newest(report), report.as_of))
    }

    /// Whether a report of this key was recorded.
    #[must_use]
    pub fn has_report(&self, key: EntryId) -> bool {
        self.reports.iter().any(|report| report.key == key)
    }

    /// What moved since a report was recorded, as was known at a moment, in the order in which it did.
    pub fn moves_since(&self, report: &ReportRecord, as_of: Instant) -> impl Iterator<Item = &Change> {
        self.checks.moves_after(report.checks, as_of)
    }

    /// Takes in entries that don't tell when they came: nothing moved by them.
    pub fn take_undated(&mut self, take: impl FnOnce(&mut Self)) {
        let before = self.checks.moves.clone();
        take(self);
        self.checks.moves = before;
    }

    /// What a check changed that finds these moves, with those in front of it that no check stands
    /// for, as an append that broke off leaves them. `None` for the first check of the ledger.
    #[must_use]
    pub fn changes_with(&self, found: Moves) -> Option<Changes> {
        self.checks.changes_with(found)
    }

    /// The last check that asked and found the same.
    #[must_use]
    pub fn same_check(&self, key: EntryId) -> Option<&CheckRecord> {
        self.checks.same(key)
    }

    /// The last check of which this one is not a repetition.
    #[must_use]
    pub fn check_before(&self, key: EntryId) -> Option<&CheckRecord> {
        self.checks.before(key)
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
        self.record(id).map_or(&[], |record| &record.breaches)
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
                Some((reported.breach.incident.id(), &*objective.id))
            })
            .collect();
        unasked.iter().all(|breach| reported.contains(&(&*breach.incident, &*breach.objective)))
    }

    /// What stands about an objective of an incident: what was written about it alone, else about
    /// the whole incident.
    #[must_use]
    pub fn annotation_for(&self, incident: &str, objective: &str) -> Option<&Annotation> {
        self.record(incident)?.written.about(objective)
    }

    /// The annotations of an incident that stand, in the order in which they were taken in.
    pub fn standing(&self, incident: &str) -> impl Iterator<Item = &Annotation> {
        self.record(incident).into_iter().flat_map(|record| record.written.standing())
    }

    /// All annotations of an incident, those that stand no more included, in the order in which
    /// they were taken in.
    #[must_use]
    pub fn annotations(&self, incident: &str) -> &[Annotation] {
        self.record(incident).map_or(&[], |record| record.written.annotations())
    }

    /// The decisions on an annotation that stand, the latest first. Only that one counts, but where
    /// people decided apart there are several.
    #[must_use]
    pub fn decisions_on(&self, annotation: &Annotation) -> Vec<&Decision> {
        self.record(&annotation.incident)
            .map_or_else(Vec::new, |record| record.written.decisions_on(annotation.entry))
    }

    /// The answers about an incident that stand and don't count, each with one that counts in its
    /// place: where people answered apart, or about the whole and about each part of it.
    #[must_use]
    pub fn overruled(&self, incident: &str) -> Vec<(EntryId, EntryId)> {
        let Some(record) = self.record(incident) else { return Vec::new() };
        let missed: Vec<&str> = record.breaches.iter().map(|held| &*held.breach.objective).collect();
        record.written.overruled(&missed)
    }

    /// What was taken back of what was written about an incident.
    #[must_use]
    pub fn retractions(&self, incident: &str) -> &[Retraction] {
        self.record(incident).map_or(&[], |record| record.written.retractions())
    }

    /// Annotations that stand although every breach they are about was withdrawn, the oldest first.
    #[must_use]
    pub fn stale(&self) -> Vec<&Annotation> {
        let of_one = |incident: &'_ IncidentRecord, annotation: &Annotation| {
            let counts = |held: &BreachRecord| held.is_active() && annotation.covers(&held.breach.objective);
            !incident.breaches.iter().any(counts)
        };
        let mut stale: Vec<&Annotation> = self
            .incidents
            .iter()
            .flat_map(|incident| incident.written.standing().filter(|found| of_one(incident, found)))
            .collect();
        stale.sort_by_key(|annotation| (annotation.at, annotation.entry));
        stale
    }

    /// The requests, in the order in which they were drafted.
    #[must_use]
    pub fn requests(&self) -> &[Request] {
        self.requests.all()
    }

    /// Puts beside each breach of a report what was written about it.
    pub fn annotate(&self, report: &mut Report) {
        for reported in &mut report.breaches {
            let objective = report.objectives.get(reported.breach.objective);
            reported.annotation = objective.and_then(|objective| {
                self.annotation_for(reported.breach.incident.id(), &objective.id).cloned().map(Box::new)
            });
        }
    }

    fn record(&self, incident: &str) -> Option<&IncidentRecord> {
        self.places.get(incident).map(|&place| &self.incidents[place])
    }

    fn written_mut(&mut self, incident: &str) -> &mut Written {
        &mut incident_mut(&mut self.incidents, &mut self.places, incident).written
    }
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
        incidents.push(IncidentRecord { id, breaches: Vec::new(), written: Written::default() });
        incidents.len() - 1
    };
    &mut incidents[place]
}
