//! The ledger under real processes: repeated runs, later data, an edited policy, many writers.

use crate::desk::{Desk, LEDGER, POLICY};
use serde_json::Value;

const EXPORT: &str = "fixtures/incidents.csv";

fn kinds(desk: &Desk) -> Vec<String> {
    let entry = |line: &str| serde_json::from_str::<Value>(line).unwrap();
    desk.read(LEDGER).lines().map(|line| entry(line)["kind"].as_str().unwrap().to_owned()).collect()
}

fn count(desk: &Desk, kind: &str) -> usize {
    kinds(desk).iter().filter(|known| *known == kind).count()
}

#[test]
fn the_same_check_twice_gives_the_same_bytes_and_records_nothing_new() {
    for format in ["table", "json", "csv", "markdown"] {
        let desk = Desk::new();
        let check = ["check", EXPORT, "--format", format];
        let first = desk.answer(&check);
        let ledger = desk.read(LEDGER);
        assert_eq!(desk.answer(&check), first, "{format}");
        assert_eq!(desk.read(LEDGER), ledger, "{format}");
        assert_eq!((count(&desk, "breach"), count(&desk, "check")), (56, 1));
    }
}

#[test]
fn nothing_is_read_or_written_without_a_ledger() {
    let desk = Desk::new();
    desk.write(LEDGER, "not a ledger\n");
    desk.answer(&["check", EXPORT, "--no-ledger"]);
    assert_eq!(desk.read(LEDGER), "not a ledger\n");
}

#[test]
fn later_data_and_an_edited_policy_are_told_and_nothing_is_deleted() {
    let desk = Desk::new();
    let changes = |desk: &Desk, as_of: &str| -> Value {
        let report = desk.answer(&["check", EXPORT, "--as-of", as_of, "--format", "json"]);
        let changes = &serde_json::from_str::<Value>(&report).unwrap()["since_last_check"];
        if changes.is_null() {
            return Value::Null;
        }
        let length = |list: &str| changes[list].as_array().unwrap().len();
        serde_json::json!([length("new"), length("amended"), length("withdrawn")])
    };
    assert_eq!(changes(&desk, "2026-11-01T09:00:00+09:00"), Value::Null, "there was no check before");
    assert_eq!(changes(&desk, "2026-11-01T09:01:00+09:00"), serde_json::json!([0, 0, 0]));

    // An open breach is done (amended), a met one turns out late (new), a late one in time (withdrawn).
    let text = desk.read(EXPORT);
    let line = |id: &str| text.lines().find(|line| line.starts_with(id)).unwrap().to_owned();
    let (met, late, open) = (line("INC-202610-0001"), line("INC-202610-0003"), line("INC-202610-0305"));
    let now_late = met.replace("2026/10/01 09:40:58", "2026/10/01 10:40:58");
    let now_met = late.replace("2026/10/01 16:29:45", "2026/10/01 13:29:45");
    assert!(now_late != met && now_met != late && open.ends_with(",,"), "{met}\n{late}\n{open}");
    let now_done = format!("{}2026/11/01 08:30:00,", open.strip_suffix(',').unwrap());
    desk.write(EXPORT, &text.replace(&met, &now_late).replace(&late, &now_met).replace(&open, &now_done));
    assert_eq!(changes(&desk, "2026-11-01T09:02:00+09:00"), serde_json::json!([1, 1, 1]));

    // The promise for critical ones is withdrawn: their breaches are none any more.
    let policy = desk.read(POLICY);
    desk.write(
        POLICY,
        &policy.replace(
            "severity = \"critical\" }, within = \"4h\"",
            "severity = \"critical\" }, within = \"400h\"",
        ),
    );
    let by_policy = changes(&desk, "2026-11-01T09:03:00+09:00");
    assert_eq!((&by_policy[0], &by_policy[1]), (&Value::from(0), &Value::from(0)));
    assert!(by_policy[2].as_u64().unwrap() >= 1, "{by_policy}");

    // And back again: recorded anew.
    desk.write(POLICY, &policy);
    let back = changes(&desk, "2026-11-01T09:04:00+09:00");
    assert_eq!(back[0], by_policy[2]);
    assert_eq!(count(&desk, "check"), 5);
}

#[test]
fn no_annotation_is_lost_when_many_write_at_once() {
    const WRITERS: usize = 8;
    const EACH: usize = 5;
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    let before = kinds(&desk).len();
    for round in 0..EACH {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let reason = format!("理由 {round}-{writer}");
                let base =
                    ["annotate", "INC-202610-0003", "--policy", POLICY, "--cause", "other", "--reason"];
                desk.start(&[&base[..], &[reason.as_str()]].concat())
            })
            .collect();
        for writer in writers {
            let output = writer.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
    }
    assert_eq!(kinds(&desk).len(), before + WRITERS * EACH);
    assert_eq!(count(&desk, "annotation"), WRITERS * EACH);
}
