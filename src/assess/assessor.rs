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
use super::tally::{Judged, Tally, note_ran};
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

    /// The number of the decision about an incident that is looked at.
    fn admitted(&self, tally: &mut Tally, incident: &Incident<'_>) -> Option<usize> {
        self.note_lifetime(tally, incident);
        tally.judged.clear();
        let known = tally.decisions.number(self.question.policy, &self.question.filter, incident);
        (tally.decisions.at(known).wanted && self.admit(tally, incident)).then_some(known)
    }

    /// Judges an incident, if it is looked at, so that the tally tells its verdicts until the next.
    pub(super) fn judge(&self, tally: &mut Tally, incident: &Incident<'_>) {
        if let Some(known) = self.admitted(tally, incident) {
            self.judge_admitted(tally, incident, known);
        }
    }

    fn judge_admitted(&self, tally: &mut Tally, incident: &Incident<'_>, known: usize) {
        if !incident.notes.is_empty() {
            self.keep_notes(tally, incident);
        }
        self.judge_all(tally, incident, known);
        if !self.question.policy.calendars.is_empty() {
            self.note_ran(tally);
        }
        if tally.judged.verdicts.iter().any(is_told) {
            let decision = Arc::clone(tally.decisions.at(known));
            let judged = mem::take(&mut tally.judged);
            self.keep(tally, incident, &decision, &judged);
            tally.judged = judged;
        }
        self.count(tally, incident, known);
    }

    /// Counts an incident that clearly met all objectives, without verdicts on it. False if it is none.
    #[inline]
    fn count_clearly_met(&self, tally: &mut Tally, incident: &Incident<'_>, known: usize) -> bool {
        let Question { policy, as_of, watched, .. } = &self.question;
        let Tally { decisions, groups, counts, ran, .. } = tally;
        let decision = decisions.at(known);
        let (Some(clearly), Stamp::At(opened)) = (&decision.clearly_met, incident.stamp(StageId::OPENED))
        else {
            return false;
        };
        if !clearly.holds(incident, *as_of, &decision.exclusions)
            || (!watched.is_empty() && watched.contains(incident.id))
        {
            return false;
        }
        tally.incidents += 1;
        for counts in counts.iter_mut() {
            counts.met += 1;
        }
        let number = decisions.is_kept(known).then_some(known);
        for group in groups {
            let field = |id: FieldId| field_of(incident, decision, id);
            group.add_met(field, number, opened, policy.zone, counts.len());
        }
        if !policy.calendars.is_empty() {
            for (run, calendars) in clearly.runs(incident, *as_of).zip(&self.calendars) {
                if let Some(calendar) = calendars.get(run.target).copied().flatten() {
                    note_ran(ran, calendar, run.from, run.to);
                }
            }
        }
        tally.note_opened(opened);
        true
    }

    /// Whether the incident was opened when it is asked for; counts and notes why where it wasn't.
    fn admit(&self, tally: &mut Tally, incident: &Incident<'_>) -> bool {
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
            IncidentPart::Status => true,
            IncidentPart::Pauses => self.question.policy.objectives.iter().any(|objective| objective.pauses),
            IncidentPart::PausedUpTo(stage) => self
                .question
                .policy
                .objectives
                .iter()
                .any(|objective| objective.pauses && (objective.from == stage || objective.to == stage)),
        }
    }

    /// Finds the verdict under each objective, and the place of the target that decided it. The
    /// decision about the incident has the number `known`.
    fn judge_all(&self, tally: &mut Tally, incident: &Incident<'_>, known: usize) {
        let Tally { decisions, judged, .. } = tally;
        let objectives = 0..self.question.policy.objectives.len();
        if incident.severities.is_empty() {
            let decision = decisions.at(known);
            for objective in objectives {
                let judging = Judging::new(&self.question, incident, objective);
                judged.push(|verdict| judging.put(decision, verdict));
            }
            return;
        }
        for objective in objectives {
            let judging = Judging::new(&self.question, incident, objective);
            let otherwise = judging.by_severity(decisions);
            let deciding = otherwise.as_ref().unwrap_or_else(|| decisions.at(known));
            judged.push(|verdict| judging.put(deciding, verdict));
            judged.note_otherwise(otherwise);
        }
    }

    fn count(&self, tally: &mut Tally, incident: &Incident<'_>, known: usize) {
        let opened = incident.stamp(StageId::OPENED).at();
        if let Some(opened) = opened {
            tally.note_opened(opened);
        }
        let Tally { decisions, judged, counts, groups, exclusions, .. } = tally;
        let verdicts = &judged.verdicts;
        tally.incidents += 1;
        for (counts, verdict) in counts.iter_mut().zip(verdicts) {
            counts.add(verdict);
        }
        let decision = decisions.at(known);
        let severities: Option<Vec<&str>> = judged.differs().then(|| {
            let deciding = (0..verdicts.len()).map(|place| judged.otherwise(place).unwrap_or(decision));
            deciding.map(|decision| &*decision.severity).collect()
        });
        let kept = decisions.is_kept(known).then_some(known);
        for group in groups {
            let field = |id: FieldId| field_of(incident, decision, id);
            group.add(field, kept, severities.as_deref(), opened, self.question.policy.zone, verdicts);
        }
        if !self.question.policy.exclusions.is_empty() {
            exclusions.count(&self.question, decisions, incident, known, judged);
        }
        if self.question.watched.contains(incident.id) {
            tally.watched.insert(incident.id.to_owned(), verdicts.clone());
        }
    }

    /// Keeps from when to when clocks ran in the hours of calendars.
    fn note_ran(&self, tally: &mut Tally) {
        let Tally { judged, ran, .. } = tally;
        let judged = judged.verdicts.iter().zip(&judged.targets);
        for ((verdict, &target), calendars) in judged.zip(&self.calendars) {
            let calendar = calendars.get(target).copied().flatten();
            if let (Some(calendar), Some(reading)) = (calendar, verdict.reading()) {
                note_ran(ran, calendar, reading.from, reading.reached().unwrap_or(self.question.as_of));
            }
        }
    }

    /// Keeps what a report will name: breaches, pending ones and contradictions.
    #[inline(never)]
    fn keep(&self, tally: &mut Tally, incident: &Incident<'_>, decision: &Decision, judged: &Judged) {
        let mut snapshot: Option<Snapshot> = None;
        for (objective, (verdict, &target)) in judged.verdicts.iter().zip(&judged.targets).enumerate() {
            let mut breach = |reading: Reading, writer: &mut SnapshotWriter| {
                let otherwise = judged.otherwise(objective);
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
            match verdict {
                Verdict::Breached(reading) => {
                    let breach = breach(*reading, &mut tally.snapshots);
                    tally.breaches.push(breach);
                }
                Verdict::Pending(reading) => {
                    let breach = breach(*reading, &mut tally.snapshots);
                    let calendar = self.calendars[objective].get(target).copied().flatten();
                    if let Some(calendar) = calendar.filter(|_| breach.breach.deadline < Instant::LAST) {
                        note_ran(&mut tally.ran, calendar, reading.from, breach.breach.deadline);
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
            let text = incident.fields.text(id)?;
            Some(if id == FieldId::SEVERITY { &*decision.severity } else { text })
        };
        writer.keep(incident, self.question.policy.fields.iter().map(field))
    }
}

/// Whether a report may name an incident with this verdict.
fn is_told(verdict: &Verdict) -> bool {
    match verdict {
        Verdict::Met(reading) => reading.is_close(),
        Verdict::Breached(_) | Verdict::Pending(_) | Verdict::Unknown(_) => true,
        Verdict::NotStarted | Verdict::Uncovered(_) | Verdict::Excluded(_) => false,
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
        let Some(known) = self.admitted(tally, incident) else { return };
        if !self.count_clearly_met(tally, incident, known) {
            self.judge_admitted(tally, incident, known);
        }
    }

    fn take_repeated(&self, tally: &mut Tally, incident: &Incident<'_>) {
        let Some(known) = self.admitted(tally, incident) else { return };
        for _ in &self.question.policy.objectives {
            tally.judged.push(|verdict| {
                *verdict = Verdict::Unknown(Unknown::RepeatedId);
                0
            });
        }
        self.count(tally, incident, known);
    }

    fn merge(&self, into: &mut Tally, other: Tally) {
        into.merge(other);
    }
}
