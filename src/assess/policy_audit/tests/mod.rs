mod activities;
mod months;
mod names;
mod targets;
mod usage;

use super::*;
use crate::assess::sample::{minute, minutes, objective};
use crate::domain::{Condition, Pattern, Pauses, Position, Promise, Stages, Stamp, Target};

/// Customer, severity and the minute of opening; each is answered after ten minutes.
type Row<'a> = (&'a str, &'a str, i64);

fn any(field: FieldId, patterns: &[&str]) -> Condition {
    Condition::new(vec![(field, patterns.iter().map(|text| Pattern::new(text)).collect())])
}

fn target(when: Condition) -> Target {
    Target { when, since: None, until: None, promise: Promise::Within(minutes(30)), calendar: None, line: 1 }
}

/// A policy of one objective with these targets.
fn policy(targets: Vec<Target>) -> Policy {
    let fields = crate::domain::Fields::with([]);
    let objective = Objective { targets, ..objective("first-response", "一次対応完了", 30) };
    Policy { objectives: vec![objective], ..Policy::for_tests(Stages::with([]), fields) }
}

fn everything() -> Policy {
    policy(vec![target(Condition::default())])
}

/// What exports with these incidents tell, read in two parts that are merged.
fn audit(policy: &Policy, rows: &[Row<'_>]) -> Vec<PolicyFinding> {
    let audit = PolicyAudit::new(policy, minute(100_000));
    let mut tallies = [audit.begin(), audit.begin()];
    let responded = policy.stages.find("responded").unwrap();
    for (number, (customer, severity, opened)) in (0_u32..).zip(rows) {
        let mut stamps = vec![Stamp::Absent; policy.stages.len()];
        stamps[0] = Stamp::At(minute(*opened));
        stamps[responded.index()] = Stamp::At(minute(opened + 10));
        let id = format!("INC-{number}");
        let fields = [Some("disk 91%"), Some("web"), Some(customer), Some(severity)];
        let incident = Incident::new(&id, &fields, &stamps, Position { source: 0, block: 0, row: number });
        audit.take(&mut tallies[number as usize % 2], &incident);
    }
    let [mut first, second] = tallies;
    audit.merge(&mut first, second);
    let (seen, tally) = first.finish();
    let report = audit.assessor().report(tally, Vec::new(), Vec::new(), Vec::new(), |_| 0);
    seen.findings(policy, &report)
}

fn counted(values: &[(&str, u64)]) -> Vec<Counted<String>> {
    values.iter().map(|&(value, incidents)| Counted { value: value.to_owned(), incidents }).collect()
}

fn top(values: &[(&str, u64)]) -> Top<String> {
    let incidents = values.iter().map(|(_, incidents)| incidents).sum();
    Top { listed: counted(values), values: values.len(), incidents, is_partial: false }
}

#[test]
fn a_policy_that_fits_its_exports_has_no_findings() {
    let fits = policy(vec![target(any(FieldId::CUSTOMER, &["ACME"])), target(Condition::default())]);
    assert_eq!(audit(&fits, &[("ACME", "", 0), ("Globex", "", 1)]), []);
    assert_eq!(audit(&fits, &[]), [], "no incident tells nothing");
}
