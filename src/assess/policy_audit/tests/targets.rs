use std::collections::BTreeMap;

use super::*;
use crate::domain::{Exclusion, ExclusionEffect, Window};

#[test]
fn targets_that_match_nothing_and_those_that_decide_nothing_are_told_apart() {
    let acme = any(FieldId::CUSTOMER, &["ACME"]);
    let policy = policy(vec![
        target(any(FieldId::CUSTOMER, &["Initech"])),
        Target { since: Some(minute(10)), ..target(acme.clone()) },
        Target { until: Some(minute(0)), ..target(acme.clone()) },
        target(any(FieldId::CUSTOMER, &["A*"])),
        target(acme),
    ]);
    let behind = BTreeMap::from([(3, 2)]);
    assert_eq!(
        audit(&policy, &[("ACME", "", 0), ("ACME", "", 9)]),
        [
            PolicyFinding::UnmatchedTarget(0, 0),
            PolicyFinding::IdleTarget(0, 1, TargetUse { fits: 2, early: 2, ..TargetUse::default() }),
            PolicyFinding::IdleTarget(0, 2, TargetUse { fits: 2, late: 2, ..TargetUse::default() }),
            PolicyFinding::IdleTarget(0, 4, TargetUse { fits: 2, behind, ..TargetUse::default() }),
        ]
    );
    let found = audit(&policy, &[("ACME", "", 0), ("ACME", "", 10)]);
    assert!(!found.iter().any(|one| matches!(one, PolicyFinding::IdleTarget(_, 1, _))), "since is included");
}

#[test]
fn a_target_whose_incidents_are_all_dropped_decides_nothing() {
    let drop = Exclusion {
        when: Condition::default(),
        window: Window { from: None, to: Some(minute(10)) },
        effect: ExclusionEffect::Drop,
        reason: "trial".to_owned(),
        line: 1,
    };
    let policy = Policy { exclusions: vec![drop], ..everything() };
    let used = TargetUse { fits: 2, dropped: 2, ..TargetUse::default() };
    assert_eq!(audit(&policy, &[("A", "", 0), ("A", "", 9)]), [PolicyFinding::IdleTarget(0, 0, used)]);
    assert_eq!(audit(&policy, &[("A", "", 0), ("A", "", 10)]), []);
    assert_eq!(audit(&policy, &[("A", "", 10)]), [PolicyFinding::IdleExclusion(0, 1)]);
}

#[test]
fn what_no_target_is_for_is_counted_by_combination_the_most_frequent_first() {
    let policy = policy(vec![target(any(FieldId::CUSTOMER, &["ACME"]))]);
    let rows: Vec<(String, u64)> = (1..=12).map(|number| (format!("C{number:02}"), number)).collect();
    let rows: Vec<Row<'_>> = rows
        .iter()
        .flat_map(|(customer, times)| (0..*times).map(|_| (customer.as_str(), "high", 0)))
        .chain([("ACME", "high", 0)])
        .collect();
    let found = audit(&policy, &rows);
    let Some(PolicyFinding::Uncovered(0, top)) = found.first() else { panic!("{found:?}") };
    assert_eq!(top.listed[0].value, ["high", "web", "C12"].map(str::to_owned));
    assert_eq!((top.listed[0].incidents, top.listed.len(), top.more(), top.incidents), (12, 10, 2, 78));
}
