use std::time::Instant as Moment;

use proptest::prelude::*;

use super::*;
use crate::assess::clock_desk::{exclusion, minute, minutes, policy, question};
use crate::domain::{
    Condition, ExclusionEffect, Fields, Pattern, Pause, Pauses, Policy, Position, Promise, SkippedStage,
    Stamp,
};

/// What each severity in turn gives, judged one by one.
fn one_by_one(judging: &Judging<'_>, decisions: &mut Decisions) -> Option<Arc<Decision>> {
    let severities = judging.incident.severities;
    let end = judging.end();
    let mut last = None;
    for (place, &(from, text)) in severities.iter().enumerate() {
        if last.is_some() && from > end {
            break;
        }
        let decision = judging.decision(decisions, text);
        let until = severities.get(place + 1).map_or(judging.as_of, |&(next, _)| next.min(judging.as_of));
        let verdict = Judging { as_of: until, ..*judging }.by(&decision).0;
        last = Some(decision);
        if matches!(verdict, Verdict::Breached(_)) {
            break;
        }
    }
    last
}

/// A policy with exclusions of which one is for some severities only.
fn of_exclusions(skipped_stage: SkippedStage) -> Policy {
    let mut policy = policy(vec![
        exclusion(ExclusionEffect::StopClock, "", 2, 4),
        exclusion(ExclusionEffect::StopClock, "", 3, 6),
        exclusion(ExclusionEffect::Drop, "", 0, 1),
    ]);
    let only = |severity| Condition::new(vec![(FieldId::SEVERITY, vec![Pattern::new(severity)])]);
    policy.exclusions[1].when = only("critical");
    policy.exclusions[2].when = only("high");
    policy.clock.skipped_stage = skipped_stage;
    policy.clock.severity_at = SeverityAt::Breach;
    policy
}

fn look<R>(
    policy: &Policy,
    stamps: &[(&str, Instant)],
    pauses: Pauses<'_>,
    severities: &[(Instant, &str)],
    as_of: Instant,
    look: impl FnOnce(&Judging<'_>, &mut Decisions) -> R,
) -> R {
    let mut all = vec![Stamp::Absent; policy.stages.len()];
    for &(stage, at) in stamps {
        all[policy.stages.find(stage).unwrap().index()] = Stamp::At(at);
    }
    let fields = vec![None; Fields::BUILT_IN.len()];
    let incident = Incident {
        id: "A",
        fields: &fields,
        stamps: &all,
        written: &(),
        pauses,
        severities,
        notes: &[],
        position: Position::default(),
    };
    let question = Question { as_of, ..question(policy) };
    let mut decisions = Decisions::new(policy, &question.filter);
    look(&Judging::new(&question, &incident, 0), &mut decisions)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_severity_is_that_of_judging_each_in_turn(
        skipped in prop::sample::select(&[SkippedStage::Unknown, SkippedStage::Miss, SkippedStage::NextStage][..]),
        opened in 0..120_i64,
        reached in prop::collection::vec((prop::sample::select(&["responded", "resolved", "closed"][..]), 0..900_i64), 0..3),
        pauses in prop::collection::vec((0..900_i64, prop::option::of(0..200_i64)), 0..5),
        sum in prop::option::of(0..300_i64),
        severities in prop::collection::vec((0..200_i64, prop::sample::select(&["critical", "high", "low"][..])), 2..12),
        as_of in 100..1000_i64,
    ) {
        let policy = of_exclusions(skipped);
        let reached = reached.iter().map(|&(stage, after)| (stage, minute(opened + after)));
        let stamps: Vec<_> = std::iter::once(("opened", minute(opened))).chain(reached).collect();
        let pause = |&(from, length): &(i64, Option<i64>)| Pause {
            from: minute(from),
            to: length.map(|length| minute(from + length)),
        };
        let stretches: Vec<Pause> = pauses.iter().map(pause).collect();
        let sums: Vec<_> =
            sum.iter().map(|&sum| (policy.stages.find("resolved").unwrap(), Some(minutes(sum)))).collect();
        let pauses = Pauses { stretches: Some(&stretches), sums: &sums };
        let mut at = opened;
        let severities: Vec<_> = severities.into_iter().map(|(later, severity)| {
            let from = minute(at);
            at += later;
            (from, severity)
        }).collect();
        look(&policy, &stamps, pauses, &severities, minute(as_of), |judging, decisions| {
            let severity = |decision: Option<Arc<Decision>>| decision.map(|decision| Arc::clone(&decision.severity));
            let wanted = severity(one_by_one(judging, decisions));
            prop_assert_eq!(severity(judging.by_first_breached(decisions)), wanted);
            Ok(())
        })?;
    }
}

#[test]
fn many_severities_and_pauses_of_one_incident_are_judged_soon() {
    const COUNT: i64 = 10_000;
    let mut policy = of_exclusions(SkippedStage::Unknown);
    for target in &mut policy.objectives[0].targets {
        target.promise = Promise::Within(minutes(9000));
    }
    let pause = |place| Pause { from: minute(3 * place), to: Some(minute(3 * place + 2)) };
    let stretches: Vec<Pause> = (0..COUNT).map(pause).collect();
    let severities: Vec<_> =
        (0..COUNT).map(|place| (minute(3 * place), ["high", "low"][usize::from(place % 2 == 0)])).collect();
    let pauses = Pauses { stretches: Some(&stretches), sums: &[] };
    let began = Moment::now();
    let stamps = [("opened", minute(100)), ("responded", minute(1000))];
    look(&policy, &stamps, pauses, &severities, minute(3 * COUNT), |judging, decisions| {
        let decision = judging.by_first_breached(decisions).unwrap();
        assert_eq!(judging.by(&decision).0.word(), "breached");
    });
    // Judged one by one they took minutes.
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}
