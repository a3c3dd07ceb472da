use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, Weekday};

use super::*;
use crate::assess::sample::{minute, minutes, objective};
use crate::domain::{
    Calendar, Exclusion, Goal, HolidayDays, HolidaySource, Holidays, Hours, Pattern, Pauses, Position,
    Promise, Severity, SeverityScale, Stages, Stamp, Target, Team, Week,
};

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
        let incident = Incident {
            id: &id,
            fields: &[Some("disk 91%"), Some("web"), Some(customer), Some(severity)],
            stamps: &stamps,
            written: &(),
            pauses: Pauses::NONE,
            severities: &[],
            notes: &[],
            position: Position { source: 0, block: 0, row: number },
        };
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

#[test]
fn names_that_differ_by_width_or_case_alone_are_told_on_either_side() {
    let policy =
        policy(vec![target(any(FieldId::CUSTOMER, &["Ａ社", "ｂ社", "C*"])), target(Condition::default())]);
    let rows =
        [("A社", "", 0), ("A社", "", 0), ("Ａ社", "", 0), ("B社", "", 0), ("c1", "", 0), ("Ｃ2", "", 0)];
    let pattern = |text: &str| PatternUse {
        field: FieldId::CUSTOMER,
        text: text.to_owned(),
        spots: vec![PolicySpot::Target(0, 0)],
    };
    assert_eq!(
        audit(&policy, &rows),
        [
            PolicyFinding::Spellings {
                field: FieldId::CUSTOMER,
                names: vec![counted(&[("A社", 2), ("Ａ社", 1)])],
                more: 0,
                spot: PolicySpot::Target(0, 0),
            },
            PolicyFinding::OtherSpelling(pattern("C*"), top(&[("c1", 1), ("Ｃ2", 1)])),
            PolicyFinding::OtherSpelling(pattern("ｂ社"), top(&[("B社", 1)])),
        ]
    );
}

#[test]
fn a_value_that_nothing_has_is_compared_with_those_that_there_are() {
    let when = any(FieldId::CUSTOMER, &["Globx", "Globex2", "web01", "web02"]);
    let policy = policy(vec![target(when), target(Condition::default())]);
    let found = audit(&policy, &[("Globex", "", 0), ("Globex", "", 0), ("web01", "", 0)]);
    let near: Vec<(&str, &[Counted<String>])> = found
        .iter()
        .filter_map(|one| match one {
            PolicyFinding::NearValue(pattern, near) => Some((pattern.text.as_str(), near.as_slice())),
            _ => None,
        })
        .collect();
    let globex = counted(&[("Globex", 2)]);
    assert_eq!(near, [("Globex2", &globex[..]), ("Globx", &globex[..])], "web01 stands beside web02");
}

#[test]
fn severities_off_the_scale_and_their_spellings_are_told() {
    let level = |name: &str, values: &[&str]| Severity {
        name: name.to_owned(),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    };
    let severities = SeverityScale::new(vec![level("high", &["p1"]), level("low", &["P2"])]);
    let policy = Policy { severities, ..everything() };
    let found = audit(&policy, &[("", "P1", 0), ("", "P2", 0), ("", "P9", 0), ("", "P9", 0), ("", "", 0)]);
    let pattern =
        PatternUse { field: FieldId::SEVERITY, text: "p1".to_owned(), spots: vec![PolicySpot::Severity(0)] };
    assert_eq!(
        found,
        [
            PolicyFinding::UnlistedSeverities(top(&[("P9", 2), ("", 1)])),
            PolicyFinding::OtherSpelling(pattern, top(&[("P1", 1)])),
        ]
    );
}

#[test]
fn a_severity_that_an_incident_had_in_turn_counts_once() {
    let levels = vec![Severity { name: "low".to_owned(), values: Vec::new() }];
    let policy = Policy { severities: SeverityScale::new(levels), ..everything() };
    let audit = PolicyAudit::new(&policy, minute(1000));
    let mut tally = audit.begin();
    let incident = Incident {
        id: "INC-1",
        fields: &[None, None, None, Some("low")],
        stamps: &[Stamp::At(minute(0))],
        written: &(),
        pauses: Pauses::NONE,
        severities: &[(minute(0), "low"), (minute(1), "P1"), (minute(2), "low"), (minute(3), "P1")],
        notes: &[],
        position: Position::default(),
    };
    audit.take_repeated(&mut tally, &incident);
    let (seen, tally) = tally.finish();
    let report = audit.assessor().report(tally, Vec::new(), Vec::new(), Vec::new(), |_| 0);
    assert_eq!(seen.findings(&policy, &report), [PolicyFinding::UnlistedSeverities(top(&[("P1", 1)]))]);
}

#[test]
fn a_target_whose_incidents_are_all_dropped_decides_nothing() {
    let drop = Exclusion {
        when: Condition::default(),
        window: Window { from: None, to: Some(minute(10)) },
        effect: crate::domain::ExclusionEffect::Drop,
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
fn customers_without_a_team_are_told_unless_one_takes_all() {
    let team = |when| Team { when, ..Team::unlisted("t") };
    let rows = [("ACME", "", 0), ("Globex", "", 0), ("Globex", "", 0)];
    let acme = any(FieldId::CUSTOMER, &["ACME"]);
    let policy = Policy { teams: vec![team(acme.clone())], ..everything() };
    assert_eq!(audit(&policy, &rows), [PolicyFinding::NoTeam(top(&[("Globex", 2)]))]);
    let policy = Policy { teams: vec![team(acme), team(Condition::default())], ..everything() };
    assert_eq!(audit(&policy, &rows), []);
}

#[test]
fn exclusions_that_change_nothing_are_told_with_what_they_fit() {
    let exclusion = |when, from, to| Exclusion {
        when,
        window: Window { from: Some(minute(from)), to: Some(minute(to)) },
        effect: crate::domain::ExclusionEffect::StopClock,
        reason: "maintenance".to_owned(),
        line: 1,
    };
    let exclusions = vec![
        exclusion(Condition::default(), 500, 600),
        exclusion(any(FieldId::CUSTOMER, &["Initech"]), 0, 600),
        exclusion(Condition::default(), 5, 8),
    ];
    let policy = Policy { exclusions, ..everything() };
    assert_eq!(
        audit(&policy, &[("ACME", "", 0), ("ACME", "", 30)]),
        [PolicyFinding::IdleExclusion(0, 2), PolicyFinding::IdleExclusion(1, 0)]
    );
}

fn calendar(days: &[Weekday], source: HolidaySource) -> Calendar {
    let mut week = Week::default();
    for &day in days {
        week.set(day, vec![Hours { from: 540, to: 1080 }]);
    }
    let zone = crate::domain::Zone::named("Asia/Tokyo").unwrap();
    Calendar::new("desk".into(), "desk".into(), zone, week, Holidays::new(vec![source]), 7)
}

fn source(name: &str, days: HolidayDays) -> HolidaySource {
    HolidaySource { name: name.to_owned(), days, sha256: None }
}

#[test]
fn calendars_without_hours_and_holidays_of_other_years_are_told() {
    let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    // 2026-11-01 is a Sunday.
    let calendars = [
        calendar(&[Weekday::Mon], source("japan", HolidayDays::Japan)),
        calendar(&[], source("japan", HolidayDays::Japan)),
        calendar(&[Weekday::Mon], source("shut", HolidayDays::Dates(date(2026, 10, 1), date(2026, 12, 1)))),
        calendar(
            &[Weekday::Mon],
            source("old.csv", HolidayDays::Table(BTreeMap::from([(date(2025, 5, 1), String::new())]))),
        ),
    ];
    let policy = Policy { calendars: calendars.map(Arc::new).to_vec(), ..everything() };
    let until = minute(60 + 7 * 24 * 60);
    assert_eq!(
        audit(&policy, &[("ACME", "", 0), ("ACME", "", 60)]),
        [
            PolicyFinding::NoHours(1, minute(0), until),
            PolicyFinding::NoHours(2, minute(0), until),
            PolicyFinding::HolidayYears { calendar: 3, source: 0, known: (2025, 2025), asked: (2026, 2026) },
        ]
    );
}

#[test]
fn a_goal_without_room_for_a_miss_is_told_once_with_its_months() {
    let with = |goal: &str| {
        let mut policy = everything();
        policy.objectives[0].goal = Goal::parse(goal);
        policy
    };
    // Three in November and one in December.
    let rows = [("A", "", 0), ("A", "", 1), ("A", "", 2), ("A", "", 31 * 24 * 60)];
    let strict = |needed, judged, first: &str, count| PolicyFinding::StrictGoal {
        objective: 0,
        months: (first.to_owned(), "2026-12".to_owned()),
        count,
        judged,
        needed,
    };
    assert_eq!(audit(&with("75%"), &rows), [strict(4, (1, 3), "2026-11", (2, 2))]);
    assert_eq!(audit(&with("60%"), &rows), [strict(3, (1, 1), "2026-12", (1, 2))]);
    assert_eq!(audit(&with("100%"), &rows), [], "it says itself that none may");
}
