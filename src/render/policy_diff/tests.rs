use std::sync::Arc;

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::assess::sample::{minute, minutes, policy};
use crate::assess::{Counts, Flip, FlipGroup, Mark, ObjectiveDiff};
use crate::domain::{Language, Reach, Reading, Uncovered, Verdict, VerdictKind};
use crate::render::sample;

const EVIL: &str = "=1+\u{1b}[31m株式会社あおば商事の子会社";

fn mark(target: i64, elapsed: i64) -> Mark {
    let reading = Reading {
        from: minute(0),
        reach: Reach::At(minute(elapsed)),
        target: minutes(target),
        elapsed: minutes(elapsed),
        stopped: minutes(0),
    };
    let is_met = elapsed <= target;
    Mark::of(&if is_met { Verdict::Met(reading) } else { Verdict::Breached(reading) })
}

fn diff() -> PolicyDiff {
    let flip = |incident: &str, before, after| Flip {
        incident: incident.to_owned(),
        severity: Arc::from("high"),
        customer: Arc::from(EVIL),
        service: Arc::from(""),
        opened: Some(minute(0)),
        objective: 0,
        before,
        after,
    };
    let uncovered = Mark::of(&Verdict::Uncovered(Uncovered::NoTarget));
    let counts = |met, breached| Some(Counts { met, breached, ..Counts::default() });
    let objective =
        |id: &str, before, after| ObjectiveDiff { id: id.into(), title: format!("T {id}"), before, after };
    PolicyDiff {
        objectives: vec![
            objective("first", counts(3, 1), counts(2, 1)),
            objective("come", None, counts(1, 0)),
            objective("gone", counts(0, 0), None),
        ],
        groups: vec![FlipGroup {
            objective: 0,
            customer: Arc::from(EVIL),
            newly_breached: 1,
            newly_met: 0,
            others: vec![(VerdictKind::Met, VerdictKind::Uncovered, 1)],
        }],
        flips: vec![flip("INC-1", mark(30, 20), mark(10, 20)), flip("INC-2", mark(30, 20), uncovered)],
        compared: 4,
        only_old: 2,
        only_new: 0,
    }
}

fn with<T>(diff: &PolicyDiff, form: impl FnOnce(&ComparedPolicies<'_>) -> T) -> T {
    let (old, new) = (policy(), policy());
    let exports = ["a.csv".to_owned(), "-".to_owned()];
    form(&ComparedPolicies { old: &old, new: &new, exports: &exports, as_of: minute(60), diff })
}

fn table(diff: &PolicyDiff, language: Language, width: usize, limit: Option<usize>) -> String {
    let style = Style { width: Some(width), limit, ..sample::style(language) };
    String::from_utf8(with(diff, |compared| policy_diff_table(compared, &style)).unwrap()).unwrap()
}

#[test]
fn the_tables_fit_a_terminal_and_steer_none() {
    for language in [Language::Japanese, Language::English] {
        for width in [80, 100, 200] {
            let text = table(&diff(), language, width, None);
            assert!(text.lines().all(|line| line.width() <= width), "{text}");
            assert!(!text.contains('\u{1b}'), "{text}");
        }
    }
}

#[test]
fn what_changes_stands_with_what_it_was() {
    let text = table(&diff(), Language::English, 200, None);
    for told in [
        "75.0 % of 4",
        "66.6 % of 3",
        "added",
        "removed",
        "4 incidents judged by both policies",
        "2 that only the old policy reads",
        "met → breached",
        "30m → 10m",
        "30m → –",
        "met → uncovered 1",
    ] {
        assert!(text.contains(told), "{told} in\n{text}");
    }
    assert!(!text.contains("only the new"), "{text}");
    let text = table(&diff(), Language::Japanese, 200, Some(1));
    for told in ["達成 → 未達", "2 件中 1 件を表示", "追加", "削除"] {
        assert!(text.contains(told), "{told} in\n{text}");
    }
    assert!(!text.contains("INC-2"), "{text}");
}

#[test]
fn no_change_is_told_apart_from_nothing_to_compare() {
    let mut none = PolicyDiff { flips: Vec::new(), groups: Vec::new(), ..diff() };
    assert!(table(&none, Language::English, 100, None).contains("no verdict changes"));
    none.objectives.remove(0);
    assert!(table(&none, Language::English, 100, None).contains("no objective in common"));
}

#[test]
fn the_csv_has_a_row_for_each_flip_and_runs_nothing() {
    let text = with(&diff(), |compared| policy_diff_csv(compared, &sample::style(Language::English)));
    let text = String::from_utf8(text.unwrap()).unwrap();
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows.len(), 3);
    assert!(rows[0].starts_with("incident,objective,customer,service,severity,opened,before,after,"));
    assert!(rows[1].starts_with("INC-1,first,'=1+␛[31m"), "{text}");
    assert!(rows[1].ends_with("2026-11-01T00:00:00+09:00,met,breached,1800,600,1200,1200,0,600"), "{text}");
    assert!(rows[2].ends_with(",met,uncovered,1800,,1200,,0,"), "{text}");
}

#[test]
fn the_json_has_all_flips_whatever_is_shown() {
    let bytes = with(&diff(), |compared| policy_diff_json(compared, "slo 0.1.0")).unwrap();
    let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(value["schema"], "slo.policy-diff/1");
    assert_eq!(value["flips"].as_array().unwrap().len(), 2);
    assert_eq!(value["flips"][0]["after"]["over_s"], 600);
    assert_eq!(value["flips"][1]["after"]["target_s"], serde_json::Value::Null);
    let changes: Vec<_> =
        value["objectives"].as_array().unwrap().iter().map(|one| one["change"].as_str().unwrap()).collect();
    assert_eq!(changes, ["kept", "added", "removed"]);
    assert_eq!(value["customers"][0]["changes"][1]["after"], "uncovered");
}
