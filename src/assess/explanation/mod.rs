//! The verdicts on one incident with all that led to them.

mod kept_incident;
mod seek;

pub use kept_incident::KeptIncident;
pub use seek::{Seek, Sought};

use super::Question;
use super::choice::InForce;
use super::decisions::{Decision, Decisions};
use super::judging::Judging;
use crate::domain::{
    BreachRecord, Excluded, FieldId, Incident, Instant, ObjectiveIndex, Segment, SegmentKind, Span, StageId,
    Target, Unknown, Verdict,
};

/// The verdicts on one incident with all that led to them, an objective at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The objectives, in the policy's order; none where the incident was opened after as-of.
    pub objectives: Vec<ExplainedObjective>,
    /// Whether it was opened after as-of, so that nothing is judged.
    pub is_after_as_of: bool,
}

/// The verdict under one objective with all that led to it.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplainedObjective {
    /// The objective.
    pub objective: ObjectiveIndex,
    /// The severity that decided, by its name in the policy.
    pub severity: String,
    /// The verdict.
    pub verdict: Verdict,
    /// The targets that were looked at and don't fit, by their places, and why not.
    pub passed_over: Vec<(usize, Mismatch)>,
    /// The target that decided.
    pub target: Option<usize>,
    /// What the clock did, where it was read.
    pub clock: Option<ExplainedClock>,
}

/// Why a target doesn't fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// It is for other values of a field.
    Field {
        /// The field.
        field: FieldId,
        /// The values it is for.
        wanted: Vec<String>,
        /// The incident's.
        found: String,
    },
    /// It holds only from this moment on.
    Since(Instant),
    /// It held only until this moment.
    Until(Instant),
}

/// What a clock did, from the beginning to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainedClock {
    /// The first moment by which as much time has counted as the target gives.
    pub deadline: Instant,
    /// The stretches one behind the other; one in which the target was used up is in two parts.
    pub segments: Vec<ExplainedSegment>,
    /// The time paused that the export gives as a sum only: it lies somewhere in the stretches in
    /// which the clock ran.
    pub paused: Span,
}

/// A stretch of time as a clock sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExplainedSegment {
    /// From when to when, and whether the clock ran.
    pub segment: Segment,
    /// The time counted by its end.
    pub counted: Span,
    /// Whether the target was used up before it.
    pub is_over: bool,
}

impl Explanation {
    /// Explains the verdicts on one incident.
    #[must_use]
    pub fn of(question: &Question<'_>, kept: &KeptIncident) -> Self {
        let mut decisions = Decisions::new(question.policy, &question.filter);
        kept.look(|incident| {
            if incident.stamp(StageId::OPENED).at().is_some_and(|opened| opened > question.as_of) {
                return Self { objectives: Vec::new(), is_after_as_of: true };
            }
            let decision = decisions.of(question.policy, &question.filter, incident);
            let places = 0..question.policy.objectives.len();
            let objectives = places
                .map(|place| {
                    let judging = Judging::new(question, incident, place);
                    let otherwise = judging.by_severity(&mut decisions);
                    let deciding = otherwise.as_deref().unwrap_or(&decision);
                    let mut explained = explain(question, incident, place, deciding, &judging);
                    if kept.is_repeated {
                        (explained.verdict, explained.clock) = (Verdict::Unknown(Unknown::RepeatedId), None);
                        (explained.passed_over, explained.target) = (Vec::new(), None);
                    }
                    explained
                })
                .collect();
            Self { objectives, is_after_as_of: false }
        })
    }

    /// Explains the verdicts on an incident of which breaches are recorded, with the incident as it
    /// was recorded last.
    #[must_use]
    pub fn of_records(question: &Question<'_>, records: &[BreachRecord]) -> Option<(KeptIncident, Self)> {
        let latest = records.iter().max_by_key(|record| record.as_of())?;
        let kept = KeptIncident::recorded(&latest.breach, question.policy);
        let explanation = Self::of(question, &kept);
        Some((kept, explanation))
    }
}

fn explain(
    question: &Question<'_>,
    incident: &Incident<'_>,
    place: ObjectiveIndex,
    decision: &Decision,
    judging: &Judging<'_>,
) -> ExplainedObjective {
    let objective = &question.policy.objectives[place];
    let (verdict, _) = judging.by(decision);
    let (passed_over, target) = if let Verdict::Excluded(Excluded::Dropped(_)) = verdict {
        (Vec::new(), None)
    } else {
        targets(&objective.targets, incident, &decision.severity)
    };
    let clock = target
        .filter(|_| verdict.reading().is_some())
        .and_then(|target| clock(&verdict, judging, decision, target));
    let severity = decision.severity.to_string();
    ExplainedObjective { objective: place, severity, verdict, passed_over, target, clock }
}

/// The targets that don't fit, up to the one that does.
fn targets(
    targets: &[Target],
    incident: &Incident<'_>,
    severity: &str,
) -> (Vec<(usize, Mismatch)>, Option<usize>) {
    let field = |id: FieldId| if id == FieldId::SEVERITY { severity } else { incident.field(id) };
    let opened = incident.stamp(StageId::OPENED);
    let mut passed_over = Vec::new();
    for (place, target) in targets.iter().enumerate() {
        let mismatch = match (target.when.mismatch(field), InForce::of(target, opened)) {
            (Some((id, patterns)), _) => Mismatch::Field {
                field: *id,
                wanted: patterns.iter().map(ToString::to_string).collect(),
                found: field(*id).to_owned(),
            },
            (None, InForce::NotYet(since)) => Mismatch::Since(since),
            (None, InForce::NoMore(until)) => Mismatch::Until(until),
            (None, InForce::Untold) => return (passed_over, None),
            (None, InForce::Yes) => return (passed_over, Some(place)),
        };
        passed_over.push((place, mismatch));
    }
    (passed_over, None)
}

fn clock(
    verdict: &Verdict,
    judging: &Judging<'_>,
    decision: &Decision,
    place: usize,
) -> Option<ExplainedClock> {
    let reading = verdict.reading()?;
    let (segments, paused) = judging.segments(decision, place)?;
    let (deadline, _) = judging.deadline(decision, place);
    let mut counted = Span::ZERO;
    let mut told = Vec::new();
    for segment in segments {
        let Segment { from, to, kind } = segment;
        // As long as where a pause lies isn't known, nor is where the target was used up.
        let split = kind == SegmentKind::Ran && paused == Span::ZERO && from < deadline && deadline < to;
        let parts = if split { vec![(from, deadline), (deadline, to)] } else { vec![(from, to)] };
        for (from, to) in parts {
            if kind == SegmentKind::Ran {
                counted = counted.plus(to.since(from));
            }
            let is_over = paused == Span::ZERO && from >= deadline && reading.elapsed > reading.target;
            told.push(ExplainedSegment { segment: Segment { from, to, kind }, counted, is_over });
        }
    }
    // Of a sum, what may lie in excluded time is not taken off.
    let paused = counted.minus(reading.elapsed);
    Some(ExplainedClock { deadline, segments: told, paused })
}

#[cfg(test)]
mod tests;
