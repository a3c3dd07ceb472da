//! The same as the code under test has it.

use std::sync::Arc;

use super::plain::{
    Minute, PlainExclusion, PlainIncident, PlainPolicy, PlainPromise, PlainStamp, PlainTarget, SEVERITIES,
    STAGES, When,
};
use crate::domain::{
    Calendar, ClockRules, Condition, Exclusion, ExclusionEffect, FieldId, Fields, Incident, Instant,
    Objective, Pattern, Pause, Pauses, Policy, Position, Promise, Severity, SeverityScale, Span, StageId,
    Stages, Stamp, Target, Window,
};

pub(super) fn instant(minute: Minute) -> Instant {
    Instant::from_epoch(minute * 60, 0).unwrap()
}

pub(super) fn span(minutes: i64) -> Span {
    Span::from_seconds(minutes * 60).unwrap()
}

pub(super) fn policy(plain: &PlainPolicy) -> Policy {
    let mut stages = Stages::with(["opened", "due"]);
    let due = stages.find("due").unwrap();
    stages.mark_deadline(due);
    let mut policy = Policy::for_tests(stages, Fields::with([]));
    let own = SEVERITIES[..3].iter();
    let level = |&(value, name): &(&str, &str)| Severity { name: name.into(), values: vec![value.into()] };
    policy.severities = SeverityScale::new(own.map(level).collect());
    policy.calendars = plain.calendars.iter().map(|calendar| Arc::new(calendar.calendar())).collect();
    policy.clock = ClockRules {
        skipped_stage: plain.skipped_stage,
        severity_at: plain.severity_at,
        ..ClockRules::default()
    };
    policy.exclusions = plain.exclusions.iter().map(exclusion).collect();
    let objectives = plain.objectives.iter().map(|plain| Objective {
        id: "o".into(),
        title: String::new(),
        from: stage(&policy.stages, plain.from),
        to: stage(&policy.stages, plain.to),
        goal: None,
        pauses: plain.pauses,
        targets: plain.targets.iter().map(|plain| target(plain, due, &policy.calendars)).collect(),
        line: 1,
    });
    policy.objectives = objectives.collect();
    policy
}

fn stage(stages: &Stages, place: usize) -> StageId {
    stages.find(STAGES[place]).unwrap()
}

fn target(plain: &PlainTarget, due: StageId, calendars: &[Arc<Calendar>]) -> Target {
    Target {
        when: condition(&plain.when),
        since: plain.since.map(instant),
        until: plain.until.map(instant),
        promise: match plain.promise {
            PlainPromise::Within(minutes) => Promise::Within(span(minutes)),
            PlainPromise::BusinessDays(count) => Promise::BusinessDays(u32::try_from(count).unwrap()),
            PlainPromise::Due => Promise::By(due),
            PlainPromise::Exempt => Promise::Exempt("test".into()),
        },
        calendar: plain.calendar.map(|place| Arc::clone(&calendars[place])),
        line: 1,
    }
}

fn exclusion(plain: &PlainExclusion) -> Exclusion {
    Exclusion {
        when: condition(&plain.when),
        window: Window { from: plain.from.map(instant), to: plain.to.map(instant) },
        effect: if plain.drops { ExclusionEffect::Drop } else { ExclusionEffect::StopClock },
        reason: "maintenance".into(),
        line: 1,
    }
}

fn condition(when: &When) -> Condition {
    let severities: Vec<Pattern> = when.severities.iter().map(|name| Pattern::new(name)).collect();
    let severities = (!severities.is_empty()).then_some((FieldId::SEVERITY, severities));
    let service = when.service.map(|name| (FieldId::SERVICE, vec![Pattern::new(name)]));
    Condition::new(severities.into_iter().chain(service).collect())
}

/// Shows the incident as a reader of exports would.
pub(super) fn look<R>(
    plain: &PlainIncident,
    id: &str,
    policy: &Policy,
    look: impl FnOnce(&Incident<'_>) -> R,
) -> R {
    let stamp = |stamp: PlainStamp| match stamp {
        PlainStamp::Missing => Stamp::Absent,
        PlainStamp::Unreadable => Stamp::Unreadable,
        PlainStamp::At(minute) => Stamp::At(instant(minute)),
    };
    let mut stamps = vec![Stamp::Absent; policy.stages.len()];
    for (place, &at) in plain.stamps.iter().enumerate() {
        stamps[stage(&policy.stages, place).index()] = stamp(at);
    }
    stamps[policy.stages.find("due").unwrap().index()] = stamp(plain.due);
    let severities: Vec<(Instant, &str)> =
        plain.severities.iter().map(|&(from, place)| (instant(from), SEVERITIES[place].0)).collect();
    let mut fields = vec![None; Fields::BUILT_IN.len()];
    fields[FieldId::SERVICE.index()] = Some(plain.service);
    fields[FieldId::SEVERITY.index()] = Some(severities[0].1);
    let pause = |&(from, to): &(Minute, Option<Minute>)| Pause { from: instant(from), to: to.map(instant) };
    let pauses: Option<Vec<Pause>> = plain.pauses.as_ref().map(|pauses| pauses.iter().map(pause).collect());
    let sum = |&(place, sum): &(usize, Option<i64>)| (stage(&policy.stages, place), sum.map(span));
    let sums: Vec<(StageId, Option<Span>)> = plain.sums.iter().map(sum).collect();
    look(&Incident {
        id,
        fields: &fields,
        stamps: &stamps,
        written: &(),
        pauses: Pauses { stretches: pauses.as_deref(), sums: &sums },
        severities: if severities.len() < 2 { &[] } else { &severities },
        notes: &[],
        position: Position::default(),
    })
}
