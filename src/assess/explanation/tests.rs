use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::Weekday;
use proptest::prelude::*;

use super::*;
use crate::assess::clock_desk::{Ticket, exclusion, minute, policy, question};
use crate::assess::{Assessor, Intake, sample};
use crate::domain::{
    BreachRecord, Calendar, EntryId, ExclusionEffect, Holidays, Hours, Objective, Pause, Policy,
    RecordedBreach, SeverityAt, Week, Zone,
};

fn desk() -> Calendar {
    let mut week = Week::default();
    for day in [Weekday::Mon, Weekday::Tue, Weekday::Thu, Weekday::Fri] {
        week.set(day, [(540, 720), (780, 1080)].map(|(from, to)| Hours { from, to }).to_vec());
    }
    let zone = Zone::named("Asia/Tokyo").unwrap();
    Calendar::new("desk".into(), "desk".into(), zone, week, Holidays::default(), 1)
}

/// A policy in which half of the targets have hours, with exclusions that overlap.
fn odd_policy(severity_at: SeverityAt) -> Policy {
    let mut policy = policy(vec![
        exclusion(ExclusionEffect::StopClock, "", 30, 40),
        exclusion(ExclusionEffect::StopClock, "w*", 35, 60),
        exclusion(ExclusionEffect::Drop, "web", 200, 210),
    ]);
    policy.clock.severity_at = severity_at;
    let desk = Arc::new(desk());
    let targets = policy.objectives.iter_mut().flat_map(|objective| &mut objective.targets);
    targets.step_by(2).for_each(|target| target.calendar = Some(Arc::clone(&desk)));
    policy
}

fn tickets() -> impl Strategy<Value = Ticket> {
    let pause = (0..12_000_i64, proptest::option::of(0..3000_i64)).prop_map(|(from, length)| Pause {
        from: minute(from),
        to: length.map(|length| minute(from + length)),
    });
    let severity = (0..6000_i64, prop::sample::select(vec!["critical", "high", "low"]));
    (
        0..13_000_i64,
        proptest::option::of(0..6000_i64),
        proptest::collection::vec(pause, 0..4),
        proptest::collection::vec(severity, 1..4),
    )
        .prop_map(|(opened, took, pauses, severities)| {
            let mut at = opened;
            let changes = severities.iter().enumerate().map(|(place, &(later, name))| {
                at += if place == 0 { 0 } else { later };
                (minute(at), name)
            });
            let severities: Vec<(Instant, &'static str)> = changes.collect();
            let resolved = took.map(|took| minute(opened + took));
            let severity = severities[0].1;
            Ticket { severity, pauses, severities, ..Ticket::new("A", minute(opened), resolved) }
        })
}

/// The verdicts that a run over exports gives.
fn judged(policy: &Policy, ticket: &Ticket) -> Vec<Verdict> {
    let assessor = Assessor::new(Question { watched: ["A".to_owned()].into(), ..question(policy) });
    let mut tally = assessor.begin();
    ticket.look(policy, |incident| assessor.take(&mut tally, incident));
    let seen: &BTreeMap<String, Vec<Verdict>> = Assessor::watched(&tally);
    seen["A"].clone()
}

proptest! {
    #[test]
    fn an_explanation_says_what_was_judged_and_its_stretches_add_up(
        ticket in tickets(),
        severity_at in prop::sample::select(vec![SeverityAt::Opened, SeverityAt::Breach, SeverityAt::Highest]),
    ) {
        let policy = odd_policy(severity_at);
        let kept = ticket.look(&policy, |incident| KeptIncident::of(incident, &policy));
        let explanation = Explanation::of(&question(&policy), &kept);
        let verdicts: Vec<Verdict> =
            explanation.objectives.iter().map(|explained| explained.verdict.clone()).collect();
        prop_assert_eq!(&verdicts, &judged(&policy, &ticket));
        for explained in &explanation.objectives {
            let Some(reading) = explained.verdict.reading() else { continue };
            let clock = explained.clock.as_ref().unwrap();
            let ran = clock.segments.iter().filter(|one| one.segment.kind == SegmentKind::Ran);
            let length = |one: &ExplainedSegment| one.segment.to.since(one.segment.from);
            let (all, over) = ran.fold((Span::ZERO, Span::ZERO), |(all, over), one| {
                let more = if one.is_over { length(one) } else { Span::ZERO };
                (all.plus(length(one)), over.plus(more))
            });
            prop_assert_eq!(all, reading.elapsed);
            prop_assert_eq!(over, reading.over());
            prop_assert_eq!(clock.segments.last().map_or(Span::ZERO, |last| last.counted), reading.elapsed);
            prop_assert!(clock.segments.windows(2).all(|pair| pair[0].segment.to == pair[1].segment.from));
        }
    }
}

#[test]
fn targets_are_passed_over_for_a_reason() {
    let mut policy = policy(Vec::new());
    let targets = &mut policy.objectives[0].targets;
    targets.insert(0, Target { since: Some(minute(500)), ..targets[2].clone() });
    targets.insert(0, Target { until: Some(minute(10)), ..targets[3].clone() });
    let ticket = Ticket::new("A", minute(100), None);
    let kept = ticket.look(&policy, |incident| KeptIncident::of(incident, &policy));
    let explained = Explanation::of(&question(&policy), &kept).objectives.remove(0);
    let field = |wanted: &str| Mismatch::Field {
        field: FieldId::SEVERITY,
        wanted: vec![wanted.to_owned()],
        found: "high".to_owned(),
    };
    let reasons = [
        (0, Mismatch::Until(minute(10))),
        (1, Mismatch::Since(minute(500))),
        (2, field("critical")),
        (3, field("low")),
    ];
    assert_eq!((explained.passed_over.as_slice(), explained.target), (&reasons[..], Some(4)));
}

/// A breach of `first-response` as the ledger keeps it.
fn record(entry: u8, objective: &str, as_of: i64) -> BreachRecord {
    BreachRecord {
        entry: EntryId::from_bytes([entry; 16]),
        recorded_by: EntryId::from_bytes([entry; 16]),
        breach: RecordedBreach {
            objective: objective.into(),
            as_of: sample::minute(as_of),
            ..sample::recorded("A", "disk", 0)
        },
        withdrawn: None,
    }
}

#[test]
fn what_the_ledger_recorded_is_judged_by_the_severities_in_turn() {
    let mut policy = sample::policy();
    policy.clock.severity_at = SeverityAt::Highest;
    let other = Objective {
        to: policy.stages.find("acknowledged").unwrap(),
        id: "ack".into(),
        ..policy.objectives[0].clone()
    };
    policy.objectives.push(other);
    let mut late = record(2, "first-response", 2000);
    late.breach.severity = Some("critical".into());
    late.breach.stages.insert(1, ("acknowledged".into(), sample::minute(10)));
    late.breach.severities =
        vec![(sample::minute(0), "high".into()), (sample::minute(60), "critical".into())];
    let question = Question { as_of: sample::minute(2000), ..question(&policy) };
    let (kept, explanation) = Explanation::of_records(&question, &[record(1, "ack", 1000), late]).unwrap();
    assert_eq!(kept.field(FieldId::SEVERITY), "high");
    let severities: Vec<&str> = explanation.objectives.iter().map(|one| &*one.severity).collect();
    assert_eq!(severities, ["critical", "high"]);
    assert_eq!(Explanation::of_records(&question, &[]), None);
}

#[test]
fn nothing_is_judged_of_what_is_opened_after_as_of() {
    let policy = sample::policy();
    let question = Question { as_of: sample::minute(-1), ..question(&policy) };
    let (_, explanation) = Explanation::of_records(&question, &[record(1, "first-response", 1000)]).unwrap();
    assert_eq!(explanation, Explanation { objectives: Vec::new(), is_after_as_of: true });
}
