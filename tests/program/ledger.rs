//! The ledger under real processes: repeated runs, later data, an edited policy, many writers.

use std::io::{BufRead, BufReader, Read};
use std::process::Command;

use crate::desk::{Desk, LEDGER, POLICY, outcome};
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

#[test]
fn a_ledger_that_cannot_be_read_does_not_keep_the_report_back() {
    let desk = Desk::new();
    let report = desk.answer(&["check", EXPORT, "--no-ledger"]);
    desk.write(LEDGER, "not a ledger\n");
    let (code, stdout, stderr) = outcome(&mut desk.slo(&["check", EXPORT]));
    assert_eq!((code, stdout), (2, report));
    assert!(stderr.contains("line 1"), "{stderr}");
    assert_eq!(desk.read(LEDGER), "not a ledger\n");
}

#[test]
fn a_check_needs_no_name_but_an_annotation_does() {
    let desk = Desk::new();
    let (code, ..) = outcome(desk.slo(&["check", EXPORT]).env_remove("SLO_USER"));
    assert_eq!(code, 0);
    assert!(desk.read(LEDGER).contains("\"by\":\"unknown\""));
    let annotate = ["annotate", "INC-202610-0003", "--policy", POLICY, "--cause", "other", "--reason", "x"];
    let (code, _, stderr) = outcome(desk.slo(&annotate).env_remove("SLO_USER"));
    assert_eq!(code, 2);
    assert!(stderr.contains("nobody is named"), "{stderr}");
}

#[test]
fn a_condition_on_the_ledger_needs_one() {
    let desk = Desk::new();
    let (code, stdout, stderr) =
        outcome(&mut desk.slo(&["check", EXPORT, "--no-ledger", "--fail-on", "unannotated=2d"]));
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(stderr.contains("--no-ledger"), "{stderr}");
    let (code, ..) = outcome(&mut desk.slo(&["check", EXPORT, "--fail-on", "unannotated=2d"]));
    assert_eq!(code, 1, "also what was recorded just now waits");
    let (code, ..) = outcome(&mut desk.slo(&["check", EXPORT, "--fail-on", "unannotated=900d"]));
    assert_eq!(code, 0);
}

#[test]
fn a_report_that_is_not_trusted_shows_what_people_wrote() {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    let why = ["--policy", POLICY, "--cause", "other", "--reason", "理由"];
    desk.answer(&[&["annotate", "INC-202610-0003"], &why[..]].concat());
    let text = desk.read(EXPORT);
    desk.write(EXPORT, &text.replacen("2026/10/01 09:40:58", "soon", 1));
    let ledger = desk.read(LEDGER);
    let (code, stdout, stderr) = outcome(&mut desk.slo(&["check", EXPORT, "--format", "json"]));
    assert_eq!(code, 2, "{stderr}");
    let report: Value = serde_json::from_str(&stdout).unwrap();
    let breaches = report["breaches"].as_array().unwrap();
    let mut annotated = breaches.iter().filter(|breach| breach["incident"] == "INC-202610-0003");
    assert_eq!(annotated.next().unwrap()["annotation"]["reason"], "理由");
    assert_eq!(desk.read(LEDGER), ledger);
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_fails_keeps_nothing_else_back() {
    let desk = Desk::new();
    let check = ["check", EXPORT, "--output", "json=/dev/full", "--output", "csv=report.csv"];
    let (code, stdout, stderr) = outcome(&mut desk.slo(&check));
    assert_eq!(code, 2);
    assert!(stderr.contains("`/dev/full` can't be written"), "{stderr}");
    assert!(desk.read("report.csv").contains("INC-202610-0003"));
    assert!(!desk.exists(LEDGER), "a run that fails records nothing");
    assert_eq!(stdout, desk.answer(&["check", EXPORT]));
}

#[cfg(unix)]
#[test]
fn what_names_contain_does_not_steer_the_terminal() {
    let desk = Desk::new();
    let (_, _, stderr) = outcome(&mut desk.slo(&["check", EXPORT, "--ledger", "\u{1b}[31m.jsonl"]));
    assert!(stderr.contains("␛[31m") && !stderr.contains('\u{1b}'), "{stderr:?}");
    desk.answer(&["check", EXPORT]);
    let why = ["--policy", POLICY, "--cause", "runbook-missing", "--reason", "x"];
    desk.answer(&[&["annotate", "INC-202610-0003"], &why[..]].concat());
    let moved = "fixtures/\u{1b}[31m.toml";
    desk.write(moved, &desk.read(POLICY).replace("\"escalations\"", "\"\u{202e}fdp\""));
    let (code, stdout, stderr) =
        outcome(&mut desk.slo(&["escalate", "--draft", "--policy", moved, "--ledger", LEDGER]));
    assert_eq!(code, 0, "{stderr}");
    assert!(stdout.contains("REQ-") && !stdout.contains('\u{202e}'), "{stdout:?}");
}

#[cfg(unix)]
#[test]
fn a_torn_line_is_told_in_the_readers_language_and_named_when_the_append_fails() {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT, "--as-of", "2026-10-01T00:00:00+09:00"]);
    let torn = format!("{}{{\"v\":1,\"id\"", desk.read(LEDGER));
    desk.write(LEDGER, &torn);
    let (_, _, stderr) = outcome(&mut desk.slo(&["status", "--policy", POLICY, "--lang", "ja"]));
    assert!(stderr.contains("2 行目が途中で切れています"), "{stderr}");

    // Files may grow to 4 KiB and no further: room for the torn line, not for the breaches.
    let limited = "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\"";
    let slo = desk.slo(&["check", EXPORT]);
    let mut check = Command::new("sh");
    check.args(["-c", limited]).arg(slo.get_program()).args(slo.get_args());
    check.current_dir(slo.get_current_dir().unwrap());
    check.envs(slo.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let (code, _, stderr) = outcome(&mut check);
    assert_eq!(code, 2, "{stderr}");
    assert!(stderr.contains("can't be written") && stderr.contains(".torn-1`"), "{stderr}");
    assert_eq!(format!("{}{}", desk.read(LEDGER), desk.read(&format!("{LEDGER}.torn-1"))), torn);
}

#[test]
fn a_breach_that_is_recorded_while_the_export_is_read_is_not_overlooked() {
    let desk = Desk::new();
    let elsewhere = Desk::new();
    elsewhere.answer(&["check", EXPORT]);
    let text = desk.read(EXPORT);
    let late = text.lines().find(|line| line.starts_with("INC-202610-0003")).unwrap();
    let in_time = late.replace("2026/10/01 16:29:45", "2026/10/01 13:29:45");
    desk.write(EXPORT, &text.replace(late, &in_time));

    desk.write(&format!("{LEDGER}.lock"), "");
    let lock = desk.open(&format!("{LEDGER}.lock"));
    lock.lock().unwrap();
    let mut check = desk.start(&["check", EXPORT, "--as-of", "2026-11-01T09:01:00+09:00"]);
    let mut told = BufReader::new(check.stderr.take().unwrap());
    let mut waiting = String::new();
    told.read_line(&mut waiting).unwrap();
    assert!(waiting.starts_with("waiting for"), "{waiting}");
    desk.write(LEDGER, &elsewhere.read(LEDGER));
    lock.unlock().unwrap();
    let mut recorded = String::new();
    told.read_to_string(&mut recorded).unwrap();
    assert_eq!(check.wait().unwrap().code(), Some(2), "{recorded}");
    assert!(recorded.contains("run again"), "{recorded}");
    assert_eq!(desk.read(LEDGER), elsewhere.read(LEDGER));
}

#[test]
fn the_same_check_twice_at_once_is_recorded_once() {
    let desk = Desk::new();
    let elsewhere = Desk::new();
    elsewhere.answer(&["check", EXPORT]);
    desk.write(&format!("{LEDGER}.lock"), "");
    let lock = desk.open(&format!("{LEDGER}.lock"));
    lock.lock().unwrap();
    let mut check = desk.start(&["check", EXPORT]);
    let mut told = BufReader::new(check.stderr.take().unwrap());
    told.read_line(&mut String::new()).unwrap();
    desk.write(LEDGER, &elsewhere.read(LEDGER));
    lock.unlock().unwrap();
    let mut recorded = String::new();
    told.read_to_string(&mut recorded).unwrap();
    assert!(check.wait().unwrap().success(), "{recorded}");
    assert_eq!(desk.read(LEDGER), elsewhere.read(LEDGER));
}
