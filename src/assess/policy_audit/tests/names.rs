use super::*;
use crate::domain::{Severity, SeverityScale};

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
