//! The rules of judging, one test each.

use super::judge::Case;
use crate::domain::{
    ClockRules, Condition, Excluded, Fields, Incident, Instant, Objective, Policy, Position, Promise, Reach,
    SkippedStage, Span, StageId, Stages, Stamp, Target, Uncovered, Unknown, Verdict,
};

const MINUTE: i64 = 60;

fn at(minute: i64) -> Instant {
    Instant::from_epoch(1_767_225_600 + minute * MINUTE, 0).unwrap()
}

fn minutes(count: i64) -> Span {
    Span::from_seconds(count * MINUTE).unwrap()
}

fn policy(skipped_stage: SkippedStage) -> Policy {
    let mut stages = Stages::with(["opened", "due"]);
    stages.mark_deadline(stages.find("due").unwrap());
    Policy {
        clock: ClockRules { skipped_stage, ..ClockRules::default() },
        ..Policy::for_tests(stages, Fields::with([]))
    }
}

/// The verdict on an incident under a promise for `opened` to `responded`, as of minute 100.
fn verdict_of(skipped: SkippedStage, promise: Promise, stamps: &[(&str, Stamp)]) -> Verdict {
    let policy = policy(skipped);
    let stage = |name: &str| policy.stages.find(name).unwrap();
    let mut all = vec![Stamp::Absent; policy.stages.len()];
    for &(name, stamp) in stamps {
        all[stage(name).index()] = stamp;
    }
    let incident = Incident::new("A", &[], &all, Position::default());
    let target =
        Target { when: Condition::default(), since: None, until: None, promise, calendar: None, line: 1 };
    let objective = Objective {
        id: "first-response".into(),
        title: String::new(),
        from: StageId::OPENED,
        to: stage("responded"),
        goal: None,
        pauses: true,
        targets: vec![target.clone()],
        line: 1,
    };
    let case = Case { policy: &policy, incident: &incident, as_of: at(100), exclusions: &[] };
    let mut verdict = Verdict::NotStarted;
    case.judge(&objective, &target, &mut verdict);
    verdict
}

fn half_an_hour(stamps: &[(&str, Stamp)]) -> Verdict {
    verdict_of(SkippedStage::Unknown, Promise::Within(minutes(30)), stamps)
}

const fn stamp(at: Instant) -> Stamp {
    Stamp::At(at)
}

#[test]
fn exactly_on_target_is_met_and_a_nanosecond_more_is_breached() {
    let on_time = half_an_hour(&[("opened", stamp(at(0))), ("responded", stamp(at(30)))]);
    assert_eq!(on_time.word(), "met");
    let late = at(30).plus(Span::from_nanos(1));
    let Verdict::Breached(reading) = half_an_hour(&[("opened", stamp(at(0))), ("responded", stamp(late))])
    else {
        panic!("not breached")
    };
    assert_eq!(reading.over(), Span::from_nanos(1));
}

#[test]
fn an_open_incident_is_pending_until_its_time_is_used_up() {
    let Verdict::Pending(reading) = half_an_hour(&[("opened", stamp(at(70)))]) else { panic!("not pending") };
    assert_eq!(reading.left(), Span::ZERO, "exactly on target there is nothing left");
    let Verdict::Breached(reading) = half_an_hour(&[("opened", stamp(at(69)))]) else {
        panic!("not breached")
    };
    assert!(reading.is_open());
    assert_eq!(reading.over(), minutes(1));
}

#[test]
fn what_happened_after_as_of_is_not_known_yet() {
    let verdict = half_an_hour(&[("opened", stamp(at(80))), ("responded", stamp(at(101)))]);
    assert_eq!(verdict.word(), "pending");
}

#[test]
fn a_skipped_stage_is_judged_as_the_policy_says() {
    let stamps = [("opened", stamp(at(0))), ("resolved", stamp(at(20))), ("closed", stamp(at(90)))];
    let within = || Promise::Within(minutes(30));
    let by_rule = |rule| verdict_of(rule, within(), &stamps);
    assert!(matches!(by_rule(SkippedStage::Unknown), Verdict::Unknown(Unknown::Skipped(_))));
    let Verdict::Breached(miss) = by_rule(SkippedStage::Miss) else { panic!("not breached") };
    assert_eq!((miss.reach, miss.over(), miss.is_open()), (Reach::Skipped, Span::ZERO, false));
    let Verdict::Met(next) = by_rule(SkippedStage::NextStage) else { panic!("not met") };
    assert_eq!(next.reached(), Some(at(20)));
}

#[test]
fn an_unreadable_later_stamp_proves_that_the_stage_was_passed() {
    let opened = ("opened", stamp(at(0)));
    for rule in [SkippedStage::Unknown, SkippedStage::Miss, SkippedStage::NextStage] {
        let by_rule = |stamps: &[(&str, Stamp)]| verdict_of(rule, Promise::Within(minutes(30)), stamps);
        let verdict = by_rule(&[opened, ("resolved", Stamp::Unreadable)]);
        let Verdict::Unknown(Unknown::Unreadable(stage)) = verdict else { panic!("{rule:?}: {verdict:?}") };
        assert_eq!(policy(rule).stages.name(stage), "resolved", "what is to blame");
    }
    let closed = ("closed", stamp(at(90)));
    let verdict = half_an_hour(&[opened, ("resolved", Stamp::Unreadable), closed]);
    assert!(matches!(verdict, Verdict::Unknown(Unknown::Skipped(_))));
}

#[test]
fn a_later_stage_that_stands_before_the_start_is_a_contradiction_under_every_rule() {
    for rule in [SkippedStage::Miss, SkippedStage::NextStage] {
        let stamps = [("opened", stamp(at(60))), ("resolved", stamp(at(0)))];
        let verdict = verdict_of(rule, Promise::Within(minutes(30)), &stamps);
        let Verdict::Unknown(Unknown::Contradictory(_, stage)) = verdict else {
            panic!("{rule:?}: {verdict:?}")
        };
        assert_eq!(policy(rule).stages.name(stage), "resolved", "the cell to blame");
    }
}

#[test]
fn stamps_that_contradict_each_other_are_unknown() {
    let verdict = half_an_hour(&[("opened", stamp(at(5))), ("responded", stamp(at(4)))]);
    assert!(matches!(verdict, Verdict::Unknown(Unknown::Contradictory(..))));
    let equal = half_an_hour(&[("opened", stamp(at(5))), ("responded", stamp(at(5)))]);
    assert_eq!(equal.word(), "met");
}

#[test]
fn a_missing_start_is_unknown() {
    let verdict = half_an_hour(&[("responded", stamp(at(4)))]);
    assert_eq!(verdict, Verdict::Unknown(Unknown::NotStarted(StageId::OPENED)));
}

#[test]
fn a_deadline_in_the_export_decides_and_without_it_nothing_is_promised() {
    let policy = policy(SkippedStage::Unknown);
    let due = policy.stages.find("due").unwrap();
    let by = |stamps: &[(&str, Stamp)]| verdict_of(SkippedStage::Unknown, Promise::By(due), stamps);
    let opened = ("opened", stamp(at(0)));
    let Verdict::Breached(late) = by(&[opened, ("responded", stamp(at(41))), ("due", stamp(at(40)))]) else {
        panic!("not breached")
    };
    assert_eq!((late.target, late.over()), (minutes(40), minutes(1)));
    assert_eq!(by(&[opened, ("due", stamp(at(140)))]).word(), "pending");
    assert_eq!(by(&[opened]), Verdict::Uncovered(Uncovered::NoDeadline(due)));
}

#[test]
fn nothing_is_promised_to_the_exempt_whatever_their_stamps() {
    let verdict =
        verdict_of(SkippedStage::Unknown, Promise::Exempt("test".into()), &[("opened", Stamp::Unreadable)]);
    assert_eq!(verdict, Verdict::Excluded(Excluded::Exempt));
}
