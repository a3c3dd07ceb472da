use std::collections::BTreeMap;
use std::sync::Arc;

use super::*;
use crate::assess::sample::{minute, policy};
use crate::assess::{Counted, PatternUse, TargetUse, Top};
use crate::diagnostic::{Code, Level};
use crate::domain::{
    Calendar, Condition, Exclusion, ExclusionEffect, HolidayDays, HolidaySource, Holidays, Week, Window, Zone,
};

/// Each part stands at the place that its kind and numbers make.
struct Places;

impl PolicyText for Places {
    fn of(&self, spot: PolicySpot) -> Range<usize> {
        let start = match spot {
            PolicySpot::Severities => 0,
            PolicySpot::Severity(place) => 10 + place,
            PolicySpot::Objective(place) => 20 + place,
            PolicySpot::Goal(place) => 30 + place,
            PolicySpot::Target(_, target) => 40 + target,
            PolicySpot::Calendar(place) => 50 + place,
            PolicySpot::Holidays(calendar, source) => 60 + calendar + source,
            PolicySpot::Exclusion(place) => 70 + place,
            PolicySpot::Teams => 80,
            PolicySpot::Team(place) => 90 + place,
            PolicySpot::Reaching(place) => 300 + place,
            PolicySpot::PauseBegin(place) => 310 + place,
            PolicySpot::PauseEnd(place) => 320 + place,
            PolicySpot::Reopens => 330,
        };
        start..start + 1
    }

    fn of_pattern(&self, spot: PolicySpot, _: FieldId, _: &str) -> Range<usize> {
        let Range { start, .. } = self.of(spot);
        100 + start..101 + start
    }

    fn of_activity(&self, spot: PolicySpot, _: &str) -> Range<usize> {
        self.of(spot)
    }
}

fn counted(value: &str, incidents: u64) -> Counted<String> {
    Counted { value: value.to_owned(), incidents }
}

fn top(listed: Vec<Counted<String>>, values: usize) -> Top<String> {
    let incidents = listed.iter().map(|one| one.incidents).sum();
    Top { listed, values, incidents, is_partial: false }
}

fn one(finding: PolicyFinding, policy: &Policy) -> Diagnostic {
    let mut warnings = policy_findings(&[finding], policy, &Places);
    assert_eq!((warnings.len(), warnings[0].level), (1, Level::Warning));
    warnings.remove(0)
}

#[test]
fn a_target_behind_others_is_shown_with_those() {
    let behind = BTreeMap::from([(0, 3), (2, 1)]);
    let used = TargetUse { fits: 7, early: 3, behind, ..TargetUse::default() };
    let warning = one(PolicyFinding::IdleTarget(0, 3, used), &policy());
    assert_eq!(warning.message, "7 incidents fit target 4 of `first-response`, but it decides about none");
    assert_eq!(warning.primary.text, "3 opened before its `since`, 4 decided by an earlier target");
    let further: Vec<_> =
        warning.further.iter().map(|label| (label.span.start, label.text.as_str())).collect();
    assert_eq!(further, [(40, "decides about 3 of them"), (42, "decides about 1 of them")]);
}

#[test]
fn findings_stand_in_the_order_of_the_file() {
    let findings = [
        PolicyFinding::NoTeam(top(vec![counted("x", 1)], 1)),
        PolicyFinding::UnmatchedTarget(0, 1),
        PolicyFinding::UnmatchedTarget(0, 0),
        PolicyFinding::UnlistedSeverities(top(vec![counted("", 1)], 1)),
    ];
    let codes: Vec<_> =
        policy_findings(&findings, &policy(), &Places).iter().map(|one| one.primary.span.start).collect();
    assert_eq!(codes, [0, 40, 41, 80]);
}

#[test]
fn what_an_export_holds_can_neither_steer_nor_flood() {
    let evil = format!("\u{1b}[31m\n{}", "長".repeat(500));
    let pattern = PatternUse {
        field: FieldId::CUSTOMER,
        text: evil.clone(),
        spots: (0..9).map(|place| PolicySpot::Target(0, place)).collect(),
    };
    let findings = [
        PolicyFinding::NearValue(pattern.clone(), vec![counted(&evil, 1)]),
        PolicyFinding::OtherSpelling(pattern, top(vec![counted(&evil, 1), counted(&evil, 1)], 2)),
        PolicyFinding::Spellings {
            field: FieldId::CUSTOMER,
            names: vec![vec![counted(&evil, 2), counted(&evil, 1)]; 2],
            more: 5,
            spot: PolicySpot::Target(0, 0),
        },
    ];
    for warning in policy_findings(&findings, &policy(), &Places) {
        let help = warning.help.unwrap_or_default();
        for text in [&warning.message, &help] {
            assert!(
                !text.contains('\u{1b}') && text.lines().all(|line| line.chars().count() < 200),
                "{text}"
            );
        }
        assert!(warning.further.len() <= 2);
    }
}

#[test]
fn an_activity_that_never_happens_is_shown_where_it_is_named() {
    let spots = vec![PolicySpot::Reaching(1), PolicySpot::PauseEnd(0), PolicySpot::Reopens];
    let unused =
        |near| PolicyFinding::UnusedActivity { activity: "reslove".into(), spots: spots.clone(), near };
    let warning = one(unused(vec![counted("resolve", 12)]), &policy());
    assert_eq!(
        (warning.code, warning.message.as_str()),
        (Code::UnusedActivity, "no row has the activity `reslove`")
    );
    assert_eq!(warning.help.as_deref(), Some("did you mean `resolve` (12)?"));
    let further: Vec<_> = warning.further.iter().map(|label| label.span.start).collect();
    assert_eq!((warning.primary.span.start, further), (301, vec![320, 330]));
    let warning = one(unused(Vec::new()), &policy());
    assert!(warning.help.is_some_and(|help| help.starts_with("compare it with the column")));
}

#[test]
fn lists_say_how_much_they_leave_out() {
    let warning = one(PolicyFinding::NoTeam(top(vec![counted("A社", 2), counted("", 1)], 5)), &policy());
    assert_eq!(
        warning.help.as_deref(),
        Some("they are of:\n`A社`: 2 incidents\n(empty): 1 incident\nand 3 more")
    );
    let partial = Top { is_partial: true, ..top(vec![counted("A社", 2)], 65_536) };
    let warning = one(PolicyFinding::NoTeam(partial), &policy());
    assert!(warning.message.contains("more than 65536 customers"), "{}", warning.message);
}

#[test]
fn calendars_and_exclusions_are_named() {
    let japan = HolidaySource { name: "japan".into(), days: HolidayDays::Japan, sha256: None };
    let table =
        HolidaySource { name: "days.csv".into(), days: HolidayDays::Table(BTreeMap::new()), sha256: None };
    let zone = Zone::named("Asia/Tokyo").unwrap();
    let holidays = Holidays::new(vec![japan, table]);
    let desk = Calendar::new("desk".into(), "desk".into(), zone, Week::default(), holidays, 7);
    let exclusion = |effect| Exclusion {
        when: Condition::default(),
        window: Window::default(),
        effect,
        reason: "x".into(),
        line: 1,
    };
    let exclusions = vec![exclusion(ExclusionEffect::Drop), exclusion(ExclusionEffect::StopClock)];
    let policy = Policy { calendars: vec![Arc::new(desk)], exclusions, ..policy() };
    let warning = one(PolicyFinding::NoHours(0, minute(0), minute(24 * 60)), &policy);
    assert_eq!(warning.message, "calendar `desk` has no hours from 2026-11-01 to 2026-11-02");
    let years = |source, known, asked| {
        one(PolicyFinding::HolidayYears { calendar: 0, source, known, asked }, &policy)
    };
    let warning = years(0, (2007, 2030), (2030, 2031));
    assert_eq!(
        warning.message,
        "the holidays of `japan` are known for 2007 to 2030, but clocks ran in 2030 to 2031"
    );
    assert_eq!((warning.primary.text.as_str(), warning.primary.span.start), ("ends too early", 60));
    assert!(warning.help.is_some_and(|help| help.contains("rules")));
    let warning = years(1, (2026, 2026), (2025, 2025));
    assert_eq!(warning.primary.text, "begins too late");
    assert!(warning.help.is_some_and(|help| help.contains("table")));
    for (place, fits, label) in [
        (0, 0, "no incident fits its `when`"),
        (0, 2, "2 incidents fit its `when`, none opened in its time"),
        (1, 1, "1 incident fits its `when`, but no clock ran in its time"),
    ] {
        assert_eq!(one(PolicyFinding::IdleExclusion(place, fits), &policy).primary.text, label);
    }
}

#[test]
fn a_goal_is_told_with_its_months() {
    let strict = |months: (&str, &str), count, judged| {
        let finding = PolicyFinding::StrictGoal {
            objective: 0,
            months: (months.0.into(), months.1.into()),
            count,
            judged,
            needed: 20,
        };
        let mut policy = policy();
        policy.objectives[0].goal = crate::domain::Goal::parse("95%");
        let warning = one(finding, &policy);
        assert_eq!(warning.code, Code::StrictGoal);
        warning.message
    };
    assert_eq!(
        strict(("2026-10", "2026-10"), (1, 1), (12, 12)),
        "with 12 incidents a month (2026-10) not one may miss `first-response`: 95 % needs at least 20"
    );
    assert_eq!(
        strict(("2026-08", "2026-10"), (2, 3), (1, 17)),
        "with 1 to 17 incidents a month (2026-08 to 2026-10, 2 of 3 months) not one may miss \
         `first-response`: 95 % needs at least 20"
    );
}
