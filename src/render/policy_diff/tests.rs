use std::sync::Arc;

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::assess::sample::{minute, minutes, policy};
use crate::assess::{Counts, CustomerDiff, Flip, Mark, ObjectiveDiff};
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
    let customer = |customer: &str, before, after| CustomerDiff {
        objective: 0,
        customer: customer.to_owned(),
        before,
        after,
        newly_breached: 0,
        newly_met: 0,
        others: Vec::new(),
    };
    let objective =
        |id: &str, before, after| ObjectiveDiff { id: id.into(), title: format!("T {id}"), before, after };
    PolicyDiff {
        objectives: vec![
            objective("first", counts(3, 1), counts(2, 1)),
            objective("come", None, counts(1, 0)),
            objective("gone", counts(0, 0), None),
        ],
        customers: vec![
            CustomerDiff {
                newly_breached: 1,
                others: vec![(VerdictKind::Met, VerdictKind::Uncovered, 1)],
                ..customer(EVIL, counts(2, 0), counts(0, 1))
            },
            customer("", counts(0, 1), counts(1, 0)),
            customer("Quiet Ltd", counts(1, 0), counts(1, 0)),
        ],
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
        "Quiet Ltd",
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
fn customers_stand_with_their_rates_and_those_without_a_change_only_in_a_list_of_all() {
    let text = table(&diff(), Language::English, 200, Some(20));
    let line = |begins: &str| text.lines().find(|line| line.contains(begins)).unwrap_or_default();
    assert!(line("あおば").contains("100.0 % of 2    0.0 % of 1             1             0"), "{text}");
    assert!(line("T first    –").contains("  0.0 % of 1  100.0 % of 1"), "{text}");
    assert!(!text.contains("Quiet Ltd"), "{text}");
    // Where there is little room, a base stands closer to its rate, and the other flips go first.
    let narrow = table(&diff(), Language::English, 80, Some(20));
    assert!(narrow.contains("100.0 %/2") && narrow.contains("breached→met"), "{narrow}");
    assert!(!narrow.contains("met → uncovered 1"), "{narrow}");
}

#[test]
fn no_change_is_told_apart_from_nothing_to_compare() {
    let mut none = PolicyDiff { flips: Vec::new(), customers: diff().customers.split_off(2), ..diff() };
    let text = table(&none, Language::English, 100, Some(20));
    assert!(text.contains("no verdict changes") && !text.contains("by customer"), "{text}");
    none.objectives.remove(0);
    assert!(table(&none, Language::English, 100, None).contains("no objective in common"));
}

#[test]
fn the_csv_has_a_row_for_each_rate_and_flip_and_runs_nothing() {
    let text = with(&diff(), |compared| policy_diff_csv(compared, &sample::style(Language::English)));
    let text = String::from_utf8(text.unwrap()).unwrap();
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows.len(), 9);
    assert!(rows.iter().all(|row| row.matches(',').count() == 22), "{text}");
    assert!(rows[0].starts_with("kind,incident,objective,customer,service,severity,opened,before,after,"));
    assert!(rows[0].ends_with(
        ",judged_before,judged_after,met_before,met_after,breached_before,breached_after,rate_before,rate_after"
    ));
    let nothing = ",".repeat(11);
    assert_eq!(rows[1], format!("objective,,first,{nothing},4,3,3,2,1,1,0.75,0.6666666666666666"));
    assert_eq!(rows[2], format!("objective,,come,{nothing},,1,,1,,0,,1"));
    assert_eq!(rows[3], format!("objective,,gone,{nothing},0,,0,,0,,,"));
    assert!(
        rows[4].starts_with("customer,,first,'=1+␛[31m") && rows[4].ends_with(",2,1,2,0,0,1,1,0"),
        "{text}"
    );
    assert_eq!(rows[5], format!("customer,,first,{nothing},1,1,0,1,1,0,0,1"));
    assert!(rows[6].starts_with("customer,,first,Quiet Ltd,"), "{text}");
    assert!(rows[7].starts_with("flip,INC-1,first,'=1+␛[31m"), "{text}");
    let flip = "2026-11-01T00:00:00+09:00,met,breached,1800,600,1200,1200,0,600,,,,,,,,";
    assert!(rows[7].ends_with(flip), "{text}");
    assert!(rows[8].ends_with(",met,uncovered,1800,,1200,,0,,,,,,,,,"), "{text}");
}

#[test]
fn the_json_has_all_flips_and_customers_whatever_is_shown() {
    let bytes = with(&diff(), |compared| policy_diff_json(compared, "slo 0.1.0")).unwrap();
    let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(value["schema"], "slo.policy-diff/1");
    assert_eq!(value["flips"].as_array().unwrap().len(), 2);
    assert_eq!(value["flips"][0]["after"]["over_s"], 600);
    assert_eq!(value["flips"][1]["after"]["target_s"], serde_json::Value::Null);
    let changes: Vec<_> =
        value["objectives"].as_array().unwrap().iter().map(|one| one["change"].as_str().unwrap()).collect();
    assert_eq!(changes, ["kept", "added", "removed"]);
    let customers = value["customers"].as_array().unwrap();
    assert_eq!(customers.len(), 3);
    assert_eq!(customers[0]["changes"][1]["after"], "uncovered");
    let flips = serde_json::json!({"met_to_breached": 1, "breached_to_met": 0, "other": 1});
    assert_eq!(customers[0]["flips"], flips);
    assert_eq!(
        (&customers[0]["before"]["rate"], &customers[0]["after"]["breached"]),
        (&1.0.into(), &1.into())
    );
    assert_eq!(customers[1]["customer"], serde_json::Value::Null);
}
