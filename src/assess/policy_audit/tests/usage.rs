use super::*;
use crate::domain::{Exclusion, ExclusionEffect, Team, Window};

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
        effect: ExclusionEffect::StopClock,
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
