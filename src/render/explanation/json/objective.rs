use serde::Serialize;

use crate::assess::{ExplainedObjective, ExplainedSegment, Mismatch};
use crate::domain::{
    Excluded, Policy, Promise, SegmentKind, Span, StopReason, Target, Uncovered, Unknown, Verdict,
};
use crate::render::json::exact::{Moment, Seconds};
use crate::render::time::LocalTimes;

/// The verdict under one objective with all that led to it.
#[derive(Serialize)]
pub(super) struct ObjectiveEntry<'a> {
    id: &'a str,
    title: &'a str,
    from: &'a str,
    to: &'a str,
    severity: &'a str,
    verdict: &'static str,
    /// Why there is no arithmetic.
    reason: Option<String>,
    passed_over: Vec<PassedOver<'a>>,
    target: Option<TargetEntry<'a>>,
    target_s: Option<Seconds>,
    elapsed_s: Option<Seconds>,
    stopped_s: Option<Seconds>,
    over_s: Option<Seconds>,
    left_s: Option<Seconds>,
    deadline: Option<Moment<'a>>,
    reached: Option<Moment<'a>>,
    /// Time paused that is known as a sum only, to be taken off what the segments count.
    paused_s: Option<Seconds>,
    segments: Vec<SegmentEntry<'a>>,
}

#[derive(Serialize)]
struct PassedOver<'a> {
    index: usize,
    line: usize,
    /// `field`, `since` or `until`.
    because: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wanted: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<Moment<'a>>,
}

#[derive(Serialize)]
struct TargetEntry<'a> {
    index: usize,
    line: usize,
    within_s: Option<Seconds>,
    business_days: Option<u32>,
    by: Option<&'a str>,
    exempt: Option<&'a str>,
    calendar: Option<&'a str>,
}

#[derive(Serialize)]
struct SegmentEntry<'a> {
    from: Moment<'a>,
    to: Moment<'a>,
    /// `ran`, `out-of-hours`, `paused` or `excluded`.
    clock: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    exclusion: Option<ExclusionEntry<'a>>,
    lasted_s: Seconds,
    counted_s: Seconds,
    over: bool,
}

#[derive(Serialize)]
struct ExclusionEntry<'a> {
    reason: &'a str,
    line: usize,
}

impl<'a> ObjectiveEntry<'a> {
    pub(super) fn of(explained: &'a ExplainedObjective, policy: &'a Policy, times: &'a LocalTimes) -> Self {
        let objective = &policy.objectives[explained.objective];
        let reading = explained.verdict.reading();
        let target = |place: &usize| &objective.targets[*place];
        Self {
            id: &objective.id,
            title: &objective.title,
            from: policy.stages.name(objective.from),
            to: policy.stages.name(objective.to),
            severity: &explained.severity,
            verdict: explained.verdict.word(),
            reason: reason(&explained.verdict, policy),
            passed_over: explained
                .passed_over
                .iter()
                .map(|(place, mismatch)| PassedOver::of(*place, target(place), mismatch, policy, times))
                .collect(),
            target: explained.target.as_ref().map(|place| TargetEntry::of(*place, target(place), policy)),
            target_s: reading.map(|reading| Seconds(reading.target)),
            elapsed_s: reading.map(|reading| Seconds(reading.elapsed)),
            stopped_s: reading.map(|reading| Seconds(reading.stopped)),
            over_s: reading.map(|reading| Seconds(reading.over())),
            left_s: reading.map(|reading| Seconds(reading.left())),
            deadline: explained.clock.as_ref().map(|clock| Moment(times, clock.deadline)),
            reached: reading.and_then(|reading| Some(Moment(times, reading.reached()?))),
            paused_s: explained
                .clock
                .as_ref()
                .map(|clock| clock.paused)
                .filter(|paused| *paused > Span::ZERO)
                .map(Seconds),
            segments: explained
                .clock
                .iter()
                .flat_map(|clock| &clock.segments)
                .map(|segment| SegmentEntry::of(segment, policy, times))
                .collect(),
        }
    }
}

impl<'a> PassedOver<'a> {
    fn of(
        index: usize,
        target: &Target,
        mismatch: &'a Mismatch,
        policy: &'a Policy,
        times: &'a LocalTimes,
    ) -> Self {
        let none = Self {
            index,
            line: target.line,
            because: "field",
            field: None,
            wanted: None,
            found: None,
            at: None,
        };
        match mismatch {
            Mismatch::Field { field, wanted, found } => Self {
                field: Some(policy.fields.name(*field)),
                wanted: Some(wanted),
                found: Some(found),
                ..none
            },
            Mismatch::Since(at) => Self { because: "since", at: Some(Moment(times, *at)), ..none },
            Mismatch::Until(at) => Self { because: "until", at: Some(Moment(times, *at)), ..none },
        }
    }
}

impl<'a> TargetEntry<'a> {
    fn of(index: usize, target: &'a Target, policy: &'a Policy) -> Self {
        let promise = &target.promise;
        Self {
            index,
            line: target.line,
            within_s: if let Promise::Within(span) = promise { Some(Seconds(*span)) } else { None },
            business_days: if let Promise::BusinessDays(count) = promise { Some(*count) } else { None },
            by: if let Promise::By(stage) = promise { Some(policy.stages.name(*stage)) } else { None },
            exempt: if let Promise::Exempt(reason) = promise { Some(reason) } else { None },
            calendar: target.calendar.as_deref().map(|calendar| calendar.id.as_str()),
        }
    }
}

impl<'a> SegmentEntry<'a> {
    fn of(explained: &ExplainedSegment, policy: &'a Policy, times: &'a LocalTimes) -> Self {
        let segment = explained.segment;
        let exclusion = match segment.kind {
            SegmentKind::Stopped(StopReason::Exclusion(place)) => policy.exclusions.get(place),
            _ => None,
        };
        Self {
            from: Moment(times, segment.from),
            to: Moment(times, segment.to),
            clock: match segment.kind {
                SegmentKind::Ran => "ran",
                SegmentKind::OutOfHours => "out-of-hours",
                SegmentKind::Stopped(StopReason::Pause) => "paused",
                SegmentKind::Stopped(StopReason::Exclusion(_)) => "excluded",
            },
            exclusion: exclusion.map(|found| ExclusionEntry { reason: &found.reason, line: found.line }),
            lasted_s: Seconds(segment.to.since(segment.from)),
            counted_s: Seconds(explained.counted),
            over: explained.is_over,
        }
    }
}

/// Why there is no arithmetic, in a word with the stages it is about.
fn reason(verdict: &Verdict, policy: &Policy) -> Option<String> {
    let name = |stage| policy.stages.name(stage);
    Some(match verdict {
        Verdict::Met(_) | Verdict::Breached(_) | Verdict::Pending(_) => return None,
        Verdict::NotStarted => "not-started".to_owned(),
        Verdict::Unknown(unknown) => match unknown {
            Unknown::Unreadable(stage) => format!("unreadable: {}", name(*stage)),
            Unknown::Contradictory(first, second) => {
                format!("contradictory: {}, {}", name(*first), name(*second))
            }
            Unknown::Skipped(stage) => format!("skipped: {}", name(*stage)),
            Unknown::NotStarted(stage) => format!("missing: {}", name(*stage)),
            Unknown::RepeatedId => "repeated-id".to_owned(),
            Unknown::Pauses(_) => "unreadable: pauses".to_owned(),
        },
        Verdict::Uncovered(Uncovered::NoTarget) => "no-target".to_owned(),
        Verdict::Uncovered(Uncovered::NoDeadline(stage)) => format!("no-deadline: {}", name(*stage)),
        Verdict::Excluded(Excluded::Exempt) => "exempt".to_owned(),
        Verdict::Excluded(Excluded::Dropped(place)) => {
            let line = policy.exclusions.get(*place).map_or(0, |exclusion| exclusion.line);
            format!("dropped: line {line}")
        }
    })
}
