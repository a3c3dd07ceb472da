use std::collections::{BTreeMap, HashSet};
use std::mem;
use std::sync::Arc;

use super::decisions::{Decision, Decisions};
use super::exclusions::ExclusionTally;
use super::fault::Fault;
use super::groups::{GroupKey, GroupTally};
use super::judging::Judging;
use super::lifetimes::{Ends, Lifetimes};
use super::near_misses::NearMisses;
use super::tally::{Judged, Tally};
use super::{Counts, Intake, ReportedBreach};
use crate::domain::{
    Breach, Condition, FieldId, Incident, IncidentPart, Instant, Policy, Reading, Snapshot, SnapshotWriter,
    StageId, Stamp, Target, Unknown, Verdict, Window,
};

/// What a run asks: by which policy, as of when, and about which incidents.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The policy to judge by.
    pub policy: &'a Policy,
    /// The instant that counts as now.
    pub as_of: Instant,
    /// Only incidents opened in it.
    pub window: Window,
    /// Only incidents that it fits.
    pub filter: Condition,
    /// How verdicts are broken down.
    pub group_by: Vec<GroupKey>,
    /// Incidents whose verdicts are wanted by id: those the ledger holds as breached.
    pub watched: HashSet<String>,
    /// Whether it is wanted how much else was going on when the clock of each breach started. That
    /// takes sixteen bytes for each incident of the exports.
    pub load: bool,
}

impl<'a> Question<'a> {
    /// The question about every incident, with nothing asked beside the verdicts.
    #[must_use]
    pub fn of(policy: &'a Policy, as_of: Instant) -> Self {
        Self {
            policy,
            as_of,
            window: Window::default(),
            filter: Condition::default(),
            group_by: Vec::new(),
            watched: HashSet::new(),
            load: false,
        }
    }
}

/// Judges incidents as they are read.
#[derive(Debug)]
pub struct Assessor<'a> {
    pub(super) question: Question<'a>,
    touched: Vec<bool>,
    /// The places of the targets' calendars in the policy, by objective and target.
    calendars: Vec<Vec<Option<usize>>>,
    pub(super) ends: Ends,
}

impl<'a> Assessor<'a> {
    /// An assessor for one question.
    #[must_use]
    pub fn new(question: Question<'a>) -> Self {
        let touched =
            question.policy.stages.iter().map(|(stage, _)| question.policy.touches(stage)).collect();
        let ends = Ends::of(&question.policy.stages, question.as_of);
        let place = |target: &Target| {
            let wanted = target.calendar.as_ref()?;
            question.policy.calendars.iter().position(|calendar| Arc::ptr_eq(calendar, wanted))
        };
        let calendars = question.policy.objectives.iter();
        let calendars = calendars.map(|objective| objective.targets.iter().map(place).collect()).collect();
        Self { question, touched, calendars, ends }
    }

    /// The verdicts on the watched incidents, by id, then by objective.
    #[must_use]
    pub fn watched(tally: &Tally) -> &BTreeMap<String, Vec<Verdict>> {
        &tally.watched
    }

    /// Whether the incident is looked at; counts and notes why where it isn't.
    fn admit(&self, tally: &mut Tally, incident: &Incident<'_>, decision: &Decision) -> bool {
        if !decision.wanted {
            return false;
        }
        match incident.stamp(StageId::OPENED) {
            Stamp::At(opened) if opened > self.question.as_of => {
                tally.after_as_of += u64::from(self.question.window.contains(opened));
                false
            }
            Stamp::At(opened) => self.question.window.contains(opened),
            Stamp::Unreadable => {
                let everything = self.question.window.is_everything();
                if !everything {
                    self.keep_notes(tally, incident);
                }
                everything
            }
            Stamp::Absent => {
                tally.faults.push(Fault::never_opened(self.question.policy, incident));
                self.question.window.is_everything()
            }
        }
    }

    /// Keeps from when to when the incident was open, whether or not it is looked at otherwise: it
    /// may be what kept people from one that is.
    fn note_lifetime(&self, tally: &mut Tally, incident: &Incident<'_>) {
        if let Some(lifetimes) = &mut tally.lifetimes {
            lifetimes.add(self.ends.lifetime(|stage| incident.stamp(stage).at()));
        }
    }

    fn keep_notes(&self, tally: &mut Tally, incident: &Incident<'_>) {
        for note in incident.notes {
            if self.touches(note.part) {
                tally.note(incident.position, note);
            }
        }
    }

    /// Whether a verdict may hang on this part of an incident.
    fn touches(&self, part: IncidentPart) -> bool {
        match part {
            IncidentPart::Stage(stage) => self.touched.get(stage.index()).copied().unwrap_or(false),
            IncidentPart::Pauses => self.question.policy.objectives.iter().any(|objective| objective.pauses),
            IncidentPart::PausedUpTo(stage) => self
                .question
                .policy
                .objectives
                .iter()
                .any(|objective| objective.pauses && (objective.from == stage || objective.to == stage)),
        }
    }

    /// Finds the verdict under each objective, and the place of the target that decided it.
    fn judge_all(
        &self,
        decisions: &mut Decisions,
        incident: &Incident<'_>,
        decision: &Decision,
        judged: &mut Judged,
    ) {
        judged.clear();
        for objective in 0..self.question.policy.objectives.len() {
            let judging = Judging::new(&self.question, incident, objective);
            let otherwise = judging.by_severity(decisions);
            let (verdict, place) = judging.by(otherwise.as_deref().unwrap_or(decision));
            judged.push(verdict, place, otherwise);
        }
    }

    fn count(&self, tally: &mut Tally, incident: &Incident<'_>, decision: &Decision, judged: &Judged) {
        let verdicts = &judged.verdicts;
        tally.incidents += 1;
        for (counts, verdict) in tally.counts.iter_mut().zip(verdicts) {
            counts.add(verdict);
        }
        let opened = incident.stamp(StageId::OPENED).at();
        if let Some(opened) = opened {
            tally.note_opened(opened);
        }
        let differs = judged.otherwise.iter().any(Option::is_some);
        let severities: Option<Vec<&str>> = differs.then(|| {
            let deciding = judged.otherwise.iter().map(|other| other.as_deref().unwrap_or(decision));
            deciding.map(|decision| &*decision.severity).collect()
        });
        for group in &mut tally.groups {
            let field = |id: FieldId| field_of(incident, decision, id);
            group.add(field, severities.as_deref(), opened, self.question.policy.zone, verdicts);
        }
        if !self.question.policy.exclusions.is_empty() {
            tally.exclusions.count(&self.question, &mut tally.decisions, incident, decision, judged);
        }
        if self.question.watched.contains(incident.id) {
            tally.watched.insert(incident.id.to_owned(), verdicts.clone());
        }
    }

    /// Keeps what a report will name: breaches, pending ones and contradictions.
    fn keep(&self, tally: &mut Tally, incident: &Incident<'_>, decision: &Decision, judged: &Judged) {
        let mut snapshot: Option<Snapshot> = None;
        for (objective, (verdict, &target)) in judged.verdicts.iter().zip(&judged.targets).enumerate() {
            let mut breach = |reading: Reading, writer: &mut SnapshotWriter| {
                let otherwise = judged.otherwise[objective].as_deref();
                let judging = Judging::new(&self.question, incident, objective);
                let (deadline, last_in_time) = judging.deadline(otherwise.unwrap_or(decision), target);
                let incident = match otherwise {
                    Some(other) => self.snapshot(writer, incident, other),
                    None => snapshot.get_or_insert_with(|| self.snapshot(writer, incident, decision)).clone(),
                };
                let line = self.question.policy.objectives[objective].targets[target].line;
                let breach = Breach { incident, objective, target, reading, deadline, last_in_time };
                Box::new(ReportedBreach::of(breach, line))
            };
            let calendar = self.calendars[objective].get(target).copied().flatten();
            if let (Some(calendar), Some(reading)) = (calendar, verdict.reading()) {
                tally.note_ran(calendar, reading.from, reading.reached().unwrap_or(self.question.as_of));
            }
            match verdict {
                Verdict::Breached(reading) => {
                    let breach = breach(*reading, &mut tally.snapshots);
                    tally.breaches.push(breach);
                }
                Verdict::Pending(reading) => {
                    let breach = breach(*reading, &mut tally.snapshots);
                    if let Some(calendar) = calendar.filter(|_| breach.breach.deadline < Instant::LAST) {
                        tally.note_ran(calendar, reading.from, breach.breach.deadline);
                    }
                    tally.pending.push(breach);
                }
                Verdict::Met(reading) if reading.is_close() => {
                    tally.near.add(objective, incident, reading);
                }
                Verdict::Unknown(Unknown::Contradictory(first, second)) => {
                    let stages = &self.question.policy.stages;
                    tally.faults.push(Fault::contradiction(stages, incident, *first, *second));
                }
                Verdict::Unknown(Unknown::Unreadable(stage)) if !self.touched[stage.index()] => {
                    let part = IncidentPart::Stage(*stage);
                    let decisive = incident.notes.iter().filter(|note| note.part == part);
                    decisive.for_each(|note| tally.note(incident.position, note));
                }
                Verdict::Unknown(Unknown::Pauses(part)) => {
                    tally.faults.extend(Fault::overlong(incident, *part));
                }
                _ => {}
            }
        }
    }

    fn snapshot<'i>(
        &self,
        writer: &mut SnapshotWriter,
        incident: &Incident<'i>,
        decision: &'i Decision,
    ) -> Snapshot {
        let field = |(id, _): (FieldId, &str)| {
            let text = incident.fields.get(id.index()).copied().flatten()?;
            Some(if id == FieldId::SEVERITY { &*decision.severity } else { text })
        };
        writer.keep(incident, self.question.policy.fields.iter().map(field))
    }
}

/// A field as targets and groups see it: the severity by its name in the policy.
fn field_of<'a>(incident: &Incident<'a>, decision: &'a Decision, id: FieldId) -> &'a str {
    if id == FieldId::SEVERITY { &decision.severity } else { incident.field(id) }
}

impl Intake for Assessor<'_> {
    type Tally = Tally;

    fn begin(&self) -> Tally {
        let Question { policy, filter, group_by, .. } = &self.question;
        Tally {
            incidents: 0,
            after_as_of: 0,
            counts: vec![Counts::default(); policy.objectives.len()],
            groups: group_by.iter().map(|&key| GroupTally::new(key)).collect(),
            breaches: Vec::new(),
            pending: Vec::new(),
            faults: Vec::new(),
            adjusted: Vec::new(),
            near: NearMisses::default(),
            exclusions: ExclusionTally::new(policy),
            opened: None,
            ran: vec![None; policy.calendars.len()],
            watched: BTreeMap::new(),
            lifetimes: self.question.load.then(Lifetimes::default),
            decisions: Decisions::new(policy, filter),
            snapshots: SnapshotWriter::default(),
            judged: Judged::default(),
        }
    }

    fn take(&self, tally: &mut Tally, incident: &Incident<'_>) {
        self.note_lifetime(tally, incident);
        let decision = tally.decisions.of(self.question.policy, &self.question.filter, incident);
        tally.judged.clear();
        if !self.admit(tally, incident, &decision) {
            return;
        }
        if !incident.notes.is_empty() {
            self.keep_notes(tally, incident);
        }
        let mut judged = mem::take(&mut tally.judged);
        self.judge_all(&mut tally.decisions, incident, &decision, &mut judged);
        self.keep(tally, incident, &decision, &judged);
        self.count(tally, incident, &decision, &judged);
        tally.judged = judged;
    }

    fn take_repeated(&self, tally: &mut Tally, incident: &Incident<'_>) {
        self.note_lifetime(tally, incident);
        let decision = tally.decisions.of(self.question.policy, &self.question.filter, incident);
        tally.judged.clear();
        if self.admit(tally, incident, &decision) {
            let mut judged = mem::take(&mut tally.judged);
            for _ in &self.question.policy.objectives {
                judged.push(Verdict::Unknown(Unknown::RepeatedId), 0, None);
            }
            self.count(tally, incident, &decision, &judged);
            tally.judged = judged;
        }
    }

    fn merge(&self, into: &mut Tally, other: Tally) {
        into.merge(other);
    }
}
