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
