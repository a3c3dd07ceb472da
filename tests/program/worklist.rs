//! What waits is handed out, comes back filled in, and is recorded.

use std::io::Write;
use std::process::{Output, Stdio};

use serde_json::Value;

use crate::desk::{Desk, LEDGER, POLICY};

const EXPORT: &str = "fixtures/incidents.csv";
const FILLED: &str = "fixtures/worklists/filled.csv";

/// What a command says, whatever it ends with.
fn said(desk: &Desk, args: &[&str]) -> (Option<i32>, String) {
    let Output { status, stderr, .. } = desk.slo(args).output().unwrap();
    (status.code(), String::from_utf8(stderr).unwrap())
}

fn annotate(desk: &Desk, file: &str) -> (Option<i32>, String) {
    said(desk, &["annotate", "--policy", POLICY, "--from", file])
}

/// The same, where rows may take the place of what stands.
fn replace(desk: &Desk, file: &str) -> (Option<i32>, String) {
    said(desk, &["annotate", "--policy", POLICY, "--from", file, "--replace"])
}

fn status(desk: &Desk) -> Value {
    serde_json::from_str(&desk.answer(&["status", "--policy", POLICY, "--format", "json"])).unwrap()
}

/// How many entries of a list of `slo status` there are.
fn count(status: &Value, list: &str) -> usize {
    status[list].as_array().unwrap().len()
}

#[test]
fn what_a_worklist_answers_waits_no_more_until_nothing_waits() {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    let waiting = desk.answer(&["status", "--policy", POLICY, "--format", "csv"]);
    assert!(waiting == desk.read("fixtures/worklists/waiting.csv"), "{waiting}");
    assert_eq!(count(&status(&desk), "unannotated"), 56);

    assert_eq!(annotate(&desk, FILLED).0, Some(0));
    let answered = status(&desk);
    assert_eq!((count(&answered, "unannotated"), count(&answered, "reviews")), (0, 0));
    let header = desk.answer(&["status", "--policy", POLICY, "--format", "csv"]);
    assert_eq!(header, waiting.lines().next().unwrap().to_owned() + "\n");

    desk.answer(&["escalate", "--draft", "--policy", POLICY]);
    let drafted = status(&desk);
    assert_eq!(count(&drafted, "fixes_not_requested"), 0);
    let drafts = drafted["drafts"].as_array().unwrap();
    let mark = |step: &str| {
        for draft in drafts {
            let request = draft["request"].as_str().unwrap();
            desk.answer(&["escalate", "mark", request, step, "--policy", POLICY]);
        }
        status(&desk)
    };
    assert_eq!(count(&mark("sent"), "requests_unanswered"), drafts.len());
    assert_eq!(count(&mark("accepted"), "requests_accepted"), drafts.len());
    mark("done");
    assert!(desk.answer(&["status", "--policy", POLICY]).ends_with("nothing waits\n"));
}

#[test]
fn a_worklist_may_come_from_a_pipe() {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    let mut command = desk.slo(&["annotate", "--policy", POLICY, "--from", "-"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let worklist = desk.read(FILLED);
    child.stdin.take().unwrap().write_all(worklist.as_bytes()).unwrap();
    let Output { status: exit, stdout, stderr } = child.wait_with_output().unwrap();
    let stderr = String::from_utf8(stderr).unwrap();
    assert!(exit.success(), "{stderr}");
    assert_eq!((stdout.as_slice(), &*stderr), (&b""[..], "`-`: 56 recorded; 0 unchanged, 0 not filled in\n"));
    assert_eq!(count(&status(&desk), "unannotated"), 0);
}

#[test]
fn a_row_that_is_wrong_keeps_all_others_out_unless_only_they_are_asked_for() {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    let before = desk.read(LEDGER);
    let (code, text) = annotate(&desk, "fixtures/worklists/faulty.csv");
    assert_eq!((code, text.matches("error: ").count()), (Some(2), 6), "{text}");
    assert_eq!(desk.read(LEDGER), before);
    let partial = ["annotate", "--policy", POLICY, "--partial", "--from", "fixtures/worklists/faulty.csv"];
    assert_eq!(said(&desk, &partial).0, Some(2));
    let after = desk.read(LEDGER);
    let added: Vec<&str> = after.strip_prefix(&before).unwrap().lines().collect();
    assert_eq!(added.len(), 1);
    assert!(added[0].contains("INC-202610-0003"), "{}", added[0]);
}

#[test]
fn the_same_file_again_changes_nothing_not_even_what_was_decided_since() {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    let worklist = r#"[{"incident":"INC-202610-0003","cause":"その他","reason":"r"},
        {"incident":"INC-202610-0315","SLO":"受付","cause":"other","reason":"r","fix":"yes"},
        {"incident":"INC-202610-0315","SLO":"first-response","cause":"other","reason":"r","happened":"2026-10-31"}]"#;
    desk.write("worklist.json", worklist);
    assert_eq!(
        annotate(&desk, "worklist.json").1,
        "`worklist.json`: 3 recorded; 0 unchanged, 0 not filled in\n"
    );
    let decide = ["decide", "INC-202610-0315", "--objective", "acknowledge", "--fix", "no", "--why", "w"];
    desk.answer(&[&decide[..], &["--policy", POLICY]].concat());
    let before = desk.read(LEDGER);
    let unchanged = "`worklist.json`: 0 recorded; 3 unchanged, 0 not filled in\n".to_owned();
    assert_eq!(annotate(&desk, "worklist.json"), (Some(0), unchanged.clone()));
    // What was decided is no news either.
    desk.write("worklist.json", &worklist.replace("yes", "no"));
    assert_eq!(annotate(&desk, "worklist.json"), (Some(0), unchanged));
    assert_eq!(desk.read(LEDGER), before);
    desk.write("worklist.json", &worklist.replace("\"r\"", "\"s\""));
    let (code, text) = annotate(&desk, "worklist.json");
    assert!(code == Some(2) && text.contains("has an answer meanwhile: `other`, by `sato`"), "{text}");
    assert_eq!(desk.read(LEDGER), before);
    assert_eq!(
        replace(&desk, "worklist.json").1,
        "`worklist.json`: 3 recorded (3 in place of what stood); 0 unchanged, 0 not filled in\n"
    );
}

#[test]
fn what_was_taken_back_is_not_said_again_by_the_same_file() {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    desk.write("worklist.json", r#"[{"incident":"INC-202610-0003","cause":"other","reason":"r"}]"#);
    assert_eq!(annotate(&desk, "worklist.json").0, Some(0));
    let retract = ["annotate", "INC-202610-0003", "--retract", "--reason", "another one's", "--by", "suzuki"];
    desk.answer(&[&retract[..], &["--policy", POLICY]].concat());
    let before = desk.read(LEDGER);
    let (code, text) = annotate(&desk, "worklist.json");
    assert_eq!(code, Some(2), "{text}");
    let told =
        "this answer about `INC-202610-0003` was taken back by `suzuki`: another one's; leave the row out";
    assert!(text.contains(told), "{text}");
    assert_eq!(desk.read(LEDGER), before);
    // Something else may be said.
    desk.write("other.json", r#"[{"incident":"INC-202610-0003","cause":"other","reason":"s"}]"#);
    assert_eq!(annotate(&desk, "other.json").0, Some(0));
    desk.answer(&[&retract[..], &["--policy", POLICY]].concat());
    let recorded = "`worklist.json`: 1 recorded; 0 unchanged, 0 not filled in\n".to_owned();
    assert_eq!(replace(&desk, "worklist.json"), (Some(0), recorded));
}

#[test]
fn about_a_whole_incident_and_about_one_of_its_objectives_are_two_things() {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    let whole = r#"{"incident":"INC-202610-0315","objective":"","cause":"other","reason":"r"}"#;
    let part = whole.replace(r#""objective":"""#, r#""objective":"acknowledge""#);
    desk.write("both.jsonl", &format!("{whole}\n{part}\n"));
    let (code, text) = annotate(&desk, "both.jsonl");
    assert_eq!(code, Some(2));
    assert_eq!(
        text,
        "error: `both.jsonl` object 2, column `incident`: `INC-202610-0315` is meant here with its objective \
         `acknowledge`, and as a whole in object 1; name the objective in both\nnothing was recorded\n"
    );
    desk.write("part.jsonl", &part);
    desk.write("whole.jsonl", whole);
    assert_eq!(annotate(&desk, "part.jsonl").1, "`part.jsonl`: 1 recorded; 0 unchanged, 0 not filled in\n");
    // The one about a part says less than the one about all of it.
    let all = "`whole.jsonl`: 1 recorded (1 in place of what stood); 0 unchanged, 0 not filled in\n";
    assert_eq!(replace(&desk, "whole.jsonl").1, all);
    assert_eq!(annotate(&desk, "whole.jsonl").1, "`whole.jsonl`: 0 recorded; 1 unchanged, 0 not filled in\n");
    assert_eq!(annotate(&desk, "part.jsonl").1, "`part.jsonl`: 0 recorded; 1 unchanged, 0 not filled in\n");
}

#[test]
fn an_id_that_a_spreadsheet_changed_into_another_one_is_not_taken_for_it() {
    let desk = Desk::new();
    let policy = "schema = 1\ntimezone = \"Asia/Tokyo\"\n[objectives.first-response]\nfrom = \"opened\"\n\
                  to = \"responded\"\ntargets = [{ within = \"30m\" }]\n[causes.other]\ntitle = \"other\"\n\
                  fix = \"not-required\"\n";
    desk.write("slo.toml", policy);
    let row = |id: &str, hour: u32| format!("{id},2026-10-01 {hour:02}:00:43,2026-10-02 23:00\n");
    let rows = row("00042", 8) + &row("42", 9) + &row("1E5", 10) + &row("100000", 11);
    desk.write("export.csv", &format!("id,opened,responded\n{rows}"));
    desk.answer(&["check", "export.csv"]);
    let listed = desk.answer(&["status", "--format", "csv"]);
    let filled = listed.replace(",,,,,,", ",other,r,,,,");
    desk.write("worklist.csv", &filled.replace("\n00042,", "\n42,"));
    let (code, text) = said(&desk, &["annotate", "--from", "worklist.csv"]);
    assert_eq!(code, Some(2), "{text}");
    let told = "row 2, column `opened`: `2026-10-01T08:00:43+09:00` isn't when `42` was opened";
    assert!(text.contains(told), "{text}");
    // A spreadsheet may have written the time in a form of its own, or not at all.
    let given = |id: &str, opened: &str| {
        desk.write("one.csv", &format!("incident,opened,cause,reason\n{id},{opened},other,r\n"));
        said(&desk, &["annotate", "--from", "one.csv"])
    };
    for (opened, told) in [
        (
            "2026/10/1 8:00",
            "`2026/10/1 8:00` isn't when `42` was opened, which was 2026-10-01T09:00:43+09:00",
        ),
        ("2026-09-30", "`2026-09-30` isn't when `42` was opened"),
        ("########", "`########` isn't a time, so that nobody can tell whether the id is the right one"),
        ("46296.3333", "`46296.3333` isn't a time"),
    ] {
        let (code, text) = given("42", opened);
        assert!(code == Some(2) && text.contains(told), "{text}");
    }
    for opened in ["2026/10/1 8:00", "2026/10/1", ""] {
        assert_eq!(given("00042", opened).0, Some(0), "{opened}");
    }
    desk.write("worklist.csv", &filled);
    assert_eq!(said(&desk, &["annotate", "--from", "worklist.csv"]).0, Some(0));
}

#[test]
fn ids_that_a_spreadsheet_would_compute_or_nobody_could_see_come_back() {
    let desk = Desk::new();
    let ids = ["=1+1", "'=1+1", "-5", "A\u{200b}1", "B 1", "＝1"];
    let header =
        "incident number,severity,customer,status,opened_at,acknowledged_at,responded_at,resolved_at\n";
    let late = "緊急,さくら物流,完了,2026-10-01 10:00,2026-10-01 10:01,2026-10-01 12:00,2026-10-01 12:10";
    let rows: String = ids.iter().flat_map(|id| [id, ",", late, "\n"]).collect();
    desk.write("odd.csv", &(header.to_owned() + &rows));
    desk.answer(&["check", "odd.csv", "--policy", POLICY]);
    let worklist = desk.answer(&["status", "--policy", POLICY, "--format", "csv"]);
    assert_eq!(worklist.lines().count(), ids.len() + 1);
    desk.write("odd-filled.csv", &worklist.replace(",,,,,,", ",other,r,,,,"));
    let (code, text) = annotate(&desk, "odd-filled.csv");
    assert_eq!((code, &*text), (Some(0), "`odd-filled.csv`: 6 recorded; 0 unchanged, 0 not filled in\n"));
    assert_eq!(count(&status(&desk), "unannotated"), 0);
}

#[test]
fn the_mark_for_excel_comes_first_only_on_demand() {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    let plain = desk.answer(&["status", "--policy", POLICY, "--format", "csv"]);
    for option in ["--bom", "--csv-bom"] {
        let marked = desk.answer(&["status", "--policy", POLICY, "--format", "csv", option]);
        assert_eq!(marked, format!("\u{feff}{plain}"));
    }
}

#[test]
fn a_reason_that_was_learnt_before_its_incident_is_wrong() {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    let row = |happened| format!("incident,cause,reason,happened\nINC-202610-0305,other,r,{happened}\n");
    desk.write("worklist.csv", &row("2025/10/31 10:30"));
    let (code, text) = annotate(&desk, "worklist.csv");
    let told = "row 2, column `happened`: `2025-10-31T10:30:00+09:00` is before incident `INC-202610-0305` was \
                opened, `2026-10-30T16:20:31+09:00`";
    assert!(code == Some(2) && text.contains(told), "{text}");
    // A day and a minute have their beginning before it.
    for happened in ["2026/10/30", "2026/10/30 16:20"] {
        desk.write("worklist.csv", &row(happened));
        let (code, text) = replace(&desk, "worklist.csv");
        assert_eq!(code, Some(0), "{text}");
    }
}
