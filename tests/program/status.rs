//! What waits on screens of several sizes, and who is meant by `--mine`.

use crate::desk::{Desk, POLICY};

/// A ledger in which something waits in each list that breaches can be in.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.answer(&["check", "fixtures/incidents.csv", "--limit", "0"]);
    for (incident, cause) in [("INC-202610-0008", "other"), ("INC-202610-0094", "runbook-missing")] {
        let reason = ["--cause", cause, "--reason", "x", "--policy", POLICY];
        desk.answer(&[&["annotate", incident][..], &reason].concat());
    }
    desk
}

fn status(desk: &Desk, more: &[&str], environment: &[(&str, &str)]) -> String {
    let mut command = desk.slo(&[&["status", "--policy", POLICY][..], more].concat());
    let output = command.envs(environment.iter().copied()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_table_fills_one_screen_and_no_more() {
    let desk = desk();
    for lines in [15, 24, 50] {
        let screen = lines.to_string();
        let shown = status(&desk, &[], &[("LINES", &screen), ("COLUMNS", "80")]);
        assert_eq!(shown.lines().count(), lines - 1, "{shown}");
        assert!(shown.contains("\ncause ") && shown.contains("\nrequest "), "{shown}");
    }
    let unlimited = status(&desk, &[], &[]);
    assert!(unlimited.contains("showing 12 of 56"), "in a pipe ten of each list: {unlimited}");
    let all = status(&desk, &["--all"], &[("LINES", "24")]);
    assert!(!all.contains("showing") && all.lines().count() > 60, "{all}");
}

#[test]
fn mine_is_what_the_person_handled_who_runs_it() {
    let desk = desk();
    let mine = |more: &[&str], user| status(&desk, &[&["--mine"], more].concat(), &[("SLO_USER", user)]);
    let hers = mine(&[], "ＭＡＲＩＡ　santos");
    assert!(hers.contains("filters  assignee=ＭＡＲＩＡ　santos\n"), "{hers}");
    assert!(hers.contains("INC-202610-0152") && !hers.contains("INC-202610-0003"), "{hers}");
    assert_eq!(mine(&["--by", "Maria Santos"], "sato").lines().skip(2).collect::<Vec<_>>(), {
        hers.lines().skip(2).collect::<Vec<_>>()
    });
}

#[test]
fn what_is_newer_than_as_of_is_left_out_and_told() {
    let desk = desk();
    let asked = |format: &str, lang: &str| {
        let mut command = desk.slo(&["status", "--policy", POLICY, "--format", format, "--lang", lang]);
        let output = command.env("SLO_AS_OF", "2026-10-05T00:00:00+09:00").output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (text(output.stdout), text(output.stderr))
    };
    let (table, told) = asked("table", "en");
    assert!(table.contains(" breaches are newer than as-of and left out\n") && told.is_empty(), "{table}");
    let (json, told) = asked("json", "en");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let shown = json["unannotated"].as_array().unwrap();
    assert!(shown.iter().all(|one| one["waiting_s"].as_f64().unwrap() > 0.0), "{json}");
    let newer = json["newer_than_as_of"]["breaches"].as_u64().unwrap();
    assert_eq!(newer + shown.len() as u64, 56);
    assert_eq!(told, format!("{newer} breaches are newer than as-of and left out\n"));
    let (csv, told) = asked("csv", "ja");
    assert_eq!(csv.lines().count(), shown.len() + 1);
    assert_eq!(told, format!("基準日時より後の SLO 未達 {newer} 件は含めていません\n"));
    assert!(!status(&desk, &[], &[]).contains("newer"));
}
