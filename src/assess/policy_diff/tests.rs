use super::*;
use crate::assess::sample::{minute, minutes, objective, policy};
use crate::assess::{Counts, Intake, Report, Tally};
use crate::domain::VerdictKind::{Breached, Met, Uncovered};
use crate::domain::{Condition, FieldId, Incident, Pattern, Policy, Position, Promise, Stamp, Target};

/// Id, customer, and after how many minutes it was responded to.
type Row<'a> = (&'a str, &'a str, i64);

/// Takes the rows in, in two parts that are merged.
fn taken<I: Intake>(intake: &I, policy: &Policy, rows: &[Row<'_>]) -> I::Tally {
    let [mut first, mut second] = [intake.begin(), intake.begin()];
    let responded = policy.stages.find("responded").unwrap();
    for (number, (id, customer, after)) in (0_u32..).zip(rows) {
        let mut stamps = vec![Stamp::Absent; policy.stages.len()];
        stamps[0] = Stamp::At(minute(0));
        stamps[responded.index()] = Stamp::At(minute(*after));
        let fields = [None, Some("web"), Some(customer), Some("High")];
        let incident = Incident::new(id, &fields, &stamps, Position { source: 0, block: 0, row: number });
        intake.take(if number % 2 == 0 { &mut first } else { &mut second }, &incident);
    }
    intake.merge(&mut first, second);
    first
}

fn report(assessor: &crate::assess::Assessor<'_>, tally: Tally) -> Report {
    assessor.report(tally, Vec::new(), Vec::new(), Vec::new(), |_| 0)
}

fn diff(old: &Policy, before: &[Row<'_>], new: &Policy, after: &[Row<'_>]) -> PolicyDiff {
    let first = VerdictRecorder::new(old, new, minute(1000));
    let (recorded, tally) = taken(&first, old, before).finish();
    let old_report = report(first.assessor(), tally);
    let second = VerdictComparison::new(old, new, &recorded, minute(1000));
    let (found, tally) = taken(&second, new, after).finish();
    let new_report = report(second.assessor(), tally);
    PolicyDiff::of(&recorded, found, &old_report, &new_report)
}

fn customer(pattern: &str, within: i64) -> Target {
    Target {
        when: Condition::new(vec![(FieldId::CUSTOMER, vec![Pattern::new(pattern)])]),
        promise: Promise::Within(minutes(within)),
        ..objective("x", "x", within).targets.remove(0)
    }
}

fn with(targets: Vec<Target>) -> Policy {
    let mut policy = policy();
    policy.objectives[0].targets = targets;
    policy
}

const ROWS: [Row<'_>; 6] = [
    ("A-1", "ACME", 20),
    ("A-2", "ACME", 40),
    ("A-3", "ACME", 5),
    ("G-1", "Globex", 70),
    ("G-2", "Globex", 30),
    ("I-1", "Initech", 30),
];

#[test]
fn flips_are_found_by_direction_and_the_furthest_over_target_comes_first() {
    let old = with(vec![customer("ACME", 30), customer("Globex", 60)]);
    let new = with(vec![customer("ACME", 10), customer("Globex", 120), customer("Initech", 5)]);
    let found = diff(&old, &ROWS, &new, &ROWS);
    let flips: Vec<_> = found
        .flips
        .iter()
        .map(|flip| (flip.incident.as_str(), flip.before.verdict, flip.after.verdict, flip.over()))
        .collect();
    assert_eq!(
        flips,
        [
            ("I-1", Uncovered, Breached, minutes(25)),
            ("A-1", Met, Breached, minutes(10)),
            ("G-1", Breached, Met, minutes(10)),
        ]
    );
    let flip = &found.flips[1];
    assert_eq!((flip.before.target(), flip.after.target()), (Some(minutes(30)), Some(minutes(10))));
    assert_eq!((flip.before.elapsed(), flip.after.elapsed()), (Some(minutes(20)), Some(minutes(20))));
    assert_eq!((&*flip.severity, &*flip.customer, flip.opened), ("high", "ACME", Some(minute(0))));
    assert_eq!(found.flips[0].before.target(), None);
    let flipped: Vec<_> = found
        .customers
        .iter()
        .map(|one| (&*one.customer, one.newly_breached, one.newly_met, one.others.as_slice()))
        .collect();
    assert_eq!(
        flipped,
        [("ACME", 1, 0, &[][..]), ("Globex", 0, 1, &[]), ("Initech", 0, 0, &[(Uncovered, Breached, 1)])]
    );
    let counts = |counts: Option<Counts>| counts.map(|counts| (counts.met, counts.breached));
    let [objective] = &found.objectives[..] else { panic!("{:?}", found.objectives) };
    assert_eq!((counts(objective.before), counts(objective.after)), (Some((3, 2)), Some((3, 3))));
    assert_eq!((found.compared, found.only_old, found.only_new), (6, 0, 0));
}

#[test]
fn the_same_policy_flips_nothing() {
    let found = diff(&policy(), &ROWS, &policy(), &ROWS);
    assert_eq!((found.flips.len(), found.compared), (0, 6));
    assert!(found.customers.iter().all(|one| !one.is_changed() && one.before == one.after));
}

/// Objective, customer, and met and breached before and after.
type Judged<'a> = (usize, &'a str, Option<(u64, u64)>, Option<(u64, u64)>);

fn judged(found: &PolicyDiff) -> Vec<Judged<'_>> {
    let counts = |counts: Option<Counts>| counts.map(|counts| (counts.met, counts.breached));
    let all = found.customers.iter();
    all.map(|one| (one.objective, one.customer.as_str(), counts(one.before), counts(one.after))).collect()
}

#[test]
fn each_customer_has_its_rates_and_together_they_are_those_of_the_objective() {
    let rows = [&ROWS[..], &[("N-1", "", 35)]].concat();
    let old = with(vec![objective("x", "x", 30).targets.remove(0)]);
    let new = with(vec![customer("ACME", 10), customer("Globex", 30), customer("Initech", 30)]);
    let found = diff(&old, &rows, &new, &rows);
    assert_eq!(
        judged(&found),
        [
            (0, "", Some((0, 1)), Some((0, 0))),
            (0, "ACME", Some((2, 1)), Some((1, 2))),
            (0, "Globex", Some((1, 1)), Some((1, 1))),
            (0, "Initech", Some((1, 0)), Some((1, 0))),
        ]
    );
    let changed: Vec<_> = found.customers.iter().map(CustomerDiff::is_changed).collect();
    assert_eq!(changed, [true, true, false, false]);
    let sum = |of: fn(&CustomerDiff) -> Option<Counts>| {
        let mut sum = Counts::default();
        found.customers.iter().filter_map(of).for_each(|counts| sum.merge(&counts));
        Some(sum)
    };
    assert_eq!(sum(|one| one.before), found.objectives[0].before);
    assert_eq!(sum(|one| one.after), found.objectives[0].after);
}

#[test]
fn a_customer_of_one_reading_or_an_objective_of_one_policy_has_no_rate_in_the_other() {
    let old = Policy { objectives: vec![objective("gone", "G", 30)], ..policy() };
    let new = Policy { objectives: vec![objective("come", "C", 30)], ..policy() };
    let found = diff(&old, &ROWS[..1], &new, &ROWS[..1]);
    assert_eq!(judged(&found), [(0, "ACME", None, Some((1, 0))), (1, "ACME", Some((1, 0)), None)]);
    assert!(found.customers.iter().all(CustomerDiff::is_changed));
    // The mapping of the second policy reads another customer.
    let found = diff(&old, &[("A-1", "ACME", 20)], &old, &[("A-1", "Acme Inc", 20)]);
    assert_eq!(
        judged(&found),
        [(0, "ACME", Some((1, 0)), Some((0, 0))), (0, "Acme Inc", Some((0, 0)), Some((1, 0)))]
    );
    assert!(found.customers.iter().all(|one| one.is_changed() && one.flips() == 0));
}

#[test]
fn objectives_are_joined_by_id_and_the_others_are_named() {
    let old = Policy { objectives: vec![objective("gone", "G", 1), objective("x", "X", 30)], ..policy() };
    let new = Policy { objectives: vec![objective("x", "Y", 10), objective("come", "C", 1)], ..policy() };
    let found = diff(&old, &ROWS, &new, &ROWS);
    let objectives: Vec<_> = found
        .objectives
        .iter()
        .map(|one| (one.id.as_str(), one.title.as_str(), one.before.is_some(), one.after.is_some()))
        .collect();
    assert_eq!(objectives, [("x", "Y", true, true), ("come", "C", false, true), ("gone", "G", true, false)]);
    let flipped: Vec<_> = found.flips.iter().map(|flip| (flip.incident.as_str(), flip.objective)).collect();
    assert_eq!(flipped, [("G-2", 0), ("I-1", 0), ("A-1", 0)]);
}

#[test]
fn incidents_that_one_reading_alone_has_are_counted() {
    let found = diff(&policy(), &ROWS[..4], &policy(), &ROWS[1..]);
    assert_eq!((found.compared, found.only_old, found.only_new), (3, 1, 2));
}
