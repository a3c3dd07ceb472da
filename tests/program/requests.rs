//! Improvement requests, from two months of exports to what is sent.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::desk::{Desk, outcome};

const POLICY: &str = "fixtures/slo.toml";
const LEDGER: &str = "fixtures/slo-ledger.jsonl";
const EXPORTS: [&str; 2] =
    ["fixtures/requests/incidents-2026-09.csv", "fixtures/requests/incidents-2026-10.csv"];
/// The six requests of the two months.
const REQUESTS: [&str; 6] =
    ["REQ-04a28016", "REQ-19f1fa11", "REQ-2a4df543", "REQ-4ed35831", "REQ-9a39af9e", "REQ-cb38e3e3"];

/// A desk where both months were checked, and these annotated.
fn desk(annotated: &[&str]) -> Desk {
    let desk = Desk::new();
    desk.answer(&["check", EXPORTS[0], EXPORTS[1], "--policy", POLICY, "--format", "csv"]);
    for month in annotated {
        let file = format!("fixtures/requests/annotations-{month}.csv");
        desk.answer(&["annotate", "--from", &file, "--policy", POLICY]);
    }
    desk
}

fn escalate(desk: &Desk, more: &[&str]) -> (i32, String, String) {
    outcome(&mut desk.slo(&[&["escalate", "--draft", "--policy", POLICY], more].concat()))
}

fn draft(request: &str) -> String {
    format!("fixtures/escalations/{request}.md")
}

/// Every number in a text.
fn digits(text: &str) -> BTreeSet<&str> {
    text.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty()).collect()
}

#[test]
fn two_months_make_six_requests_that_a_stranger_can_read_in_either_language() {
    let drafts = ["ja", "en"].map(|language| {
        let desk = desk(&["2026-09", "2026-10"]);
        let (code, paths, told) = escalate(&desk, &[EXPORTS[0], EXPORTS[1], "--lang", language]);
        assert_eq!((code, told.as_str()), (0, ""));
        assert_eq!(paths.lines().map(str::to_owned).collect::<BTreeSet<_>>(), REQUESTS.map(draft).into());
        REQUESTS.map(|request| {
            let text = desk.read(&draft(request));
            let golden = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join(format!("tests/program/requests/{language}/{request}.md"));
            snapbox::assert_data_eq!(text.clone(), snapbox::Data::read_from(&golden, None).raw());
            text
        })
    });
    let [japanese, english] = drafts;
    for (japanese, english) in japanese.iter().zip(&english) {
        let [japanese, english] = [japanese, english].map(|text| text.split("<!-- ").next().unwrap());
        assert_eq!(digits(japanese), digits(english));
    }
}

#[test]
fn what_comes_of_an_edited_draft_stands_below_its_text_and_only_once() {
    let desk = desk(&["2026-09"]);
    escalate(&desk, &[]);
    let path = draft("REQ-4ed35831");
    let edited = desk.read(&path).replace("## Requested improvement", "## Wanted, and soon");
    desk.write(&path, &edited);
    desk.answer(&["annotate", "--from", "fixtures/requests/annotations-2026-10.csv", "--policy", POLICY]);
    let ledger = desk.read(LEDGER);

    let (code, planned, _) = escalate(&desk, &["--dry-run"]);
    assert_eq!(code, 0);
    assert!(
        planned.lines().any(|line| line.starts_with(&path["fixtures/".len()..]) && line.contains("added to"))
    );
    assert_eq!((desk.read(&path), desk.read(LEDGER)), (edited.clone(), ledger.clone()));

    let (code, _, told) = escalate(&desk, &["--id", "REQ-4ed35831"]);
    assert_eq!(code, 0, "{told}");
    assert!(
        told.contains("was edited and keeps its text; what came since stands in a marked block"),
        "{told}"
    );
    let added = desk.read(&path);
    assert!(added.starts_with(edited.trim_end()), "{added}");
    let block = &added[edited.trim_end().len()..];
    assert!(block.contains("\n<!-- slo REQ-4ed35831 ") && block.ends_with("<!-- /slo -->\n"), "{block}");
    assert!(block.contains("INC-202610-0050") && !block.contains("INC-202609-"), "{block}");

    // A run that broke off before the ledger was written adds nothing twice.
    desk.write(LEDGER, &ledger);
    assert_eq!(escalate(&desk, &["--id", "REQ-4ed35831"]).0, 0);
    assert_eq!(desk.read(&path), added);
    let (code, printed, told) = escalate(&desk, &["--id", "REQ-4ed35831"]);
    assert_eq!((code, printed.as_str()), (0, ""));
    assert!(told.contains("nothing new since it was written"), "{told}");
    desk.answer(&["ledger", "verify", "--policy", POLICY]);
}

#[test]
fn a_draft_in_another_encoding_or_sent_already_gets_a_file_beside_it() {
    let desk = desk(&["2026-09"]);
    escalate(&desk, &[]);
    let (japanese, sent) = (draft("REQ-4ed35831"), draft("REQ-cb38e3e3"));
    let shift_jis = b"# \x89\xfc\x91P\x88\xcb\x97\x8a\r\n";
    fs::write(desk.path().join(&japanese), shift_jis).unwrap();
    desk.answer(&["escalate", "mark", "REQ-cb38e3e3", "sent", "--policy", POLICY]);
    let before = desk.read(&sent);
    desk.answer(&["annotate", "--from", "fixtures/requests/annotations-2026-10.csv", "--policy", POLICY]);
    let (code, paths, _) = escalate(&desk, &["--id", "REQ-4ed35831", "--id", "REQ-cb38e3e3"]);
    assert_eq!(code, 0);
    let beside = ["REQ-4ed35831-2", "REQ-cb38e3e3-2"].map(draft);
    assert_eq!(paths.lines().collect::<BTreeSet<_>>(), beside.iter().map(String::as_str).collect());
    assert_eq!((desk.bytes(&japanese), desk.read(&sent)), (shift_jis.to_vec(), before));
    assert!(desk.read(&beside[1]).starts_with("# REQ-cb38e3e3, later: "), "{}", desk.read(&beside[1]));
}

#[test]
fn a_draft_that_is_gone_is_written_again_on_demand() {
    let desk = desk(&["2026-09"]);
    escalate(&desk, &[]);
    let path = draft("REQ-4ed35831");
    let before = desk.read(&path);
    fs::remove_file(desk.path().join(&path)).unwrap();
    let (code, printed, told) =
        outcome(&mut desk.slo(&["escalate", "list", "--format", "jsonl", "--policy", POLICY]));
    assert_eq!((code, printed.lines().count()), (2, 5));
    assert!(told.contains("REQ-4ed35831.md` is gone; `slo escalate --draft --id REQ-4ed35831`"), "{told}");
    let (code, _, told) = escalate(&desk, &["--id", "REQ-4ed35831"]);
    assert_eq!(code, 0);
    assert!(told.contains("was gone and is written again"), "{told}");
    assert_eq!(desk.read(&path), before);
}

#[test]
fn a_tracker_gets_the_title_and_the_body_as_a_person_left_them() {
    let desk = desk(&["2026-09"]);
    let (code, printed, _) = escalate(&desk, &["--id", "REQ-cb38e3e3", "--format", "jsonl"]);
    assert_eq!(code, 0);
    let line: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(line["title"], "Improvement request REQ-cb38e3e3: 手順書がない・古い (みどり銀行)");
    assert!(line["body"].as_str().unwrap().starts_with("| Item | Content |"));
    assert_eq!((&line["team"], &line["contact"]), (&"finance".into(), &"#ops-finance".into()));
    desk.write(&draft("REQ-cb38e3e3"), "# RB-044 を直してください \\#1\n\n本文\n");
    let printed = desk.answer(&["escalate", "list", "--format", "jsonl", "--policy", POLICY]);
    let line: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!((&line["title"], &line["body"]), (&"RB-044 を直してください #1".into(), &"本文\n".into()));
}

#[test]
fn one_request_is_printed_and_nothing_is_written() {
    let desk = desk(&["2026-09", "2026-10"]);
    let before = desk.read(LEDGER);
    let asked = ["--id", "REQ-cb38e3e3", "--stdout", "--improvement", "RB-044 の改訂をお願いします"];
    let (code, text, told) = escalate(&desk, &asked);
    assert_eq!((code, told.as_str()), (0, ""));
    assert!(
        text.contains(
            "## Requested improvement\n\nRB-044 の改訂をお願いします\n\n手順書を現在の構成に合わせて"
        ),
        "{text}"
    );
    let (code, data, _) = escalate(&desk, &["--dry-run", "--format", "json"]);
    let data: Value = serde_json::from_str(&data).unwrap();
    assert_eq!((code, &data["schema"]), (0, &"slo.requests/1".into()));
    assert_eq!(data["requests"].as_array().unwrap().len(), 6);
    let (code, _, told) = escalate(&desk, &["--stdout"]);
    assert!(code == 2 && told.contains("--stdout is about one request; choose one of REQ-"), "{told}");
    assert_eq!(desk.read(LEDGER), before);
    assert!(!desk.exists("fixtures/escalations"));
}

#[test]
fn the_persons_own_words_stay_when_an_unedited_draft_is_made_anew() {
    let desk = desk(&["2026-09"]);
    let asked = ["--id", "REQ-04a28016", "--improvement", "閾値の見直しを"];
    assert_eq!(escalate(&desk, &asked).0, 0);
    desk.answer(&["annotate", "--from", "fixtures/requests/annotations-2026-10.csv", "--policy", POLICY]);
    let (_, _, told) = escalate(&desk, &[]);
    assert!(told.contains("which nobody had edited, is made anew"), "{told}");
    let text = desk.read(&draft("REQ-04a28016"));
    assert!(text.contains("閾値の見直しを") && text.contains("INC-202610-0012"), "{text}");
    // Now it is in a person's hands.
    desk.write(&draft("REQ-04a28016"), &format!("{text}\n追記\n"));
    let (code, _, told) = escalate(&desk, &asked);
    assert!(code == 2 && told.contains("was edited or sent"), "{told}");
}

/// What a hostile export may hold.
const EVIL: &str =
    "| <script>alert(1)</script> `x` [y](http://z) ![i](http://i) \u{1b}[31m\u{9b}2J\u{202e}\n# h\n@all";

/// A text without each sign that has a backslash in front of it.
fn bare(text: &str) -> String {
    let mut signs = text.chars();
    let mut bare = String::new();
    while let Some(sign) = signs.next() {
        if sign == '\\' {
            signs.next();
        } else {
            bare.push(sign);
        }
    }
    bare
}

#[test]
fn hostile_texts_stay_inert_in_the_draft_and_on_the_terminal() {
    let desk = Desk::new();
    desk.write(
        "slo.toml",
        "schema = 1\ntimezone = \"Asia/Tokyo\"\n[objectives.first-response]\nfrom = \"opened\"\nto = \"responded\"\n\
         targets = [{ within = \"30m\" }]\n[causes.other]\nfix = \"required\"\n[teams.\"all\"]\n\
         title = \"<b>all</b> | ../../x\"\n",
    );
    let row = serde_json::json!({
        "id": "../../../tmp/x\n|", "title": EVIL, "service": EVIL, "customer": format!("../{EVIL}"),
        "opened": "2026-10-01T10:00:00+09:00", "responded": "2026-10-01T12:00:00+09:00",
    });
    desk.write("export.json", &format!("[{row}]"));
    desk.answer(&["check", "export.json"]);
    let worklist = serde_json::json!([{ "incident": "../../../tmp/x\n|", "cause": "other", "reason": EVIL, "improvement": EVIL }]);
    desk.write("worklist.json", &worklist.to_string());
    desk.answer(&["annotate", "--from", "worklist.json"]);
    let listed = |args: &[&str]| {
        let (code, printed, told) = outcome(&mut desk.slo(args));
        assert_eq!(code, 0, "{told}");
        for hidden in ["\u{1b}", "\u{9b}", "\u{202e}"] {
            assert!(!printed.contains(hidden) && !told.contains(hidden), "{printed}{told}");
        }
        printed
    };
    listed(&["escalate", "--draft", "--dry-run"]);
    listed(&["escalate", "--draft", "--dry-run", "--format", "json"]);
    let path = listed(&["escalate", "--draft", "export.json"]);
    let path = path.trim();
    assert!(path.starts_with("escalations/REQ-") && !path["escalations/".len()..].contains('/'), "{path}");
    listed(&["escalate", "list"]);
    listed(&["escalate", "list", "--format", "jsonl"]);
    let text = desk.read(path);
    for bad in ["\u{1b}", "\u{9b}", "\u{202e}", "\n# h", "@all"] {
        assert!(!text.contains(bad), "{bad:?} in {text}");
    }
    let unescaped = bare(text.split("\n<!-- slo REQ-").next().unwrap()).replace("[^1]", "");
    for bad in ["<", "`", "[", "]"] {
        assert!(!unescaped.contains(bad), "{bad:?} in {unescaped}");
    }
    let files = fs::read_dir(desk.path().join("escalations")).unwrap().count();
    assert_eq!(files, 1);
}

#[test]
fn what_cannot_be_written_is_said_and_nothing_is_lost() {
    let desk = desk(&[]);
    let before = desk.read(LEDGER);
    let refused = |more: &[&str], wanted: &str| {
        let (code, printed, told) = escalate(&desk, more);
        assert_eq!((code, printed.as_str()), (2, ""), "{more:?}");
        assert!(told.contains(wanted), "{told}");
        assert!(!desk.exists("fixtures/escalations"));
    };
    let (code, printed, told) = escalate(&desk, &[]);
    assert_eq!((code, printed.as_str()), (0, ""));
    assert!(told.contains("no annotated breach calls for a fix"), "{told}");
    assert_eq!(desk.read(LEDGER), before);
    for month in ["2026-09", "2026-10"] {
        let file = format!("fixtures/requests/annotations-{month}.csv");
        desk.answer(&["annotate", "--from", &file, "--policy", POLICY]);
    }
    let before = desk.read(LEDGER);
    refused(
        &["--team", "finanse"],
        "the policy has no team `finanse`; it has `commerce`, `finance`, `global`",
    );
    refused(
        &["--id", "REQ-cb38e3e4"],
        "there is no request `REQ-cb38e3e4`, written or to be written; did you mean `REQ-cb38e3e3`?",
    );
    refused(
        &["--template", "none.md"],
        "the template `none.md` can't be read; `slo escalate template` prints one",
    );
    let template = desk.answer(&["escalate", "template", "--lang", "en"]);
    desk.write("mine.md", &template.replace("{{ team }}", "{{ taem }}"));
    refused(&["--template", "mine.md"], "the template `mine.md`, line 6: undefined value");
    refused(&["none.csv"], "none.csv");
    assert_eq!(desk.read(LEDGER), before);
    desk.write("mine.md", "# {{ request }} for {{ team }}\n");
    assert_eq!(escalate(&desk, &["--template", "mine.md", "--id", "REQ-cb38e3e3"]).0, 0);
    let text = desk.read(&draft("REQ-cb38e3e3"));
    assert!(text.starts_with("# REQ-cb38e3e3 for 金融 運用チーム\n\n<!-- slo REQ-cb38e3e3 "), "{text}");
}

#[test]
fn a_template_of_the_policy_is_used_and_one_without_end_is_ended() {
    let desk = desk(&["2026-09"]);
    let policy = desk.read(POLICY).replace("drafts = ", "template = \"words.md\"\ndrafts = ");
    desk.write(POLICY, &policy);
    let (code, _, told) = escalate(&desk, &["--dry-run"]);
    assert!(code == 2 && told.contains("the template `fixtures/words.md` can't be read"), "{told}");
    // What a block captured is escaped once; nothing may say of itself that it is safe.
    let captured = "{% set title %}{{ titles[0] }}{% endset %}{{ title }}\n";
    desk.write("fixtures/words.md", captured);
    let (code, text, told) = escalate(&desk, &["--id", "REQ-cb38e3e3", "--stdout"]);
    assert!(code == 0 && text.starts_with("\\[db01\\] レプリケーション"), "{text}{told}");
    for (template, fault) in [
        ("{{ titles[0] | safe }}", "line 1: unknown filter"),
        ("{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}", "ran out of fuel"),
    ] {
        desk.write("fixtures/words.md", template);
        let (code, _, told) = escalate(&desk, &["--id", "REQ-cb38e3e3", "--stdout"]);
        assert!(code == 2 && told.contains(fault), "{told}");
    }
}

#[test]
fn a_run_that_broke_off_before_the_ledger_was_written_tells_nothing_twice() {
    let desk = desk(&["2026-09"]);
    escalate(&desk, &[]);
    desk.answer(&["escalate", "mark", "REQ-cb38e3e3", "sent", "--policy", POLICY]);
    let first = desk.read(LEDGER);
    desk.answer(&["annotate", "--from", "fixtures/requests/annotations-2026-10.csv", "--policy", POLICY]);
    let before = desk.read(LEDGER);
    let drafts = || -> Vec<(String, String)> {
        let folder = fs::read_dir(desk.path().join("fixtures/escalations")).unwrap();
        let mut names: Vec<String> =
            folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
            .into_iter()
            .map(|name| (name.clone(), desk.read(&format!("fixtures/escalations/{name}"))))
            .collect()
    };
    escalate(&desk, &[]);
    let (written, recorded) = (drafts(), desk.read(LEDGER));
    assert!(written.iter().any(|(name, _)| name == "REQ-cb38e3e3-2.md"));
    desk.write(LEDGER, &before);
    let (code, _, told) = escalate(&desk, &[]);
    assert_eq!(code, 0);
    assert!(told.contains("tells of it already"), "{told}");
    assert_eq!((drafts(), desk.read(LEDGER)), (written, recorded));
    // The same for drafts of which the ledger knows nothing at all.
    desk.write(
        LEDGER,
        &first
            .lines()
            .filter(|line| !line.contains("REQ-"))
            .fold(String::new(), |text, line| text + line + "\n"),
    );
    assert_eq!(escalate(&desk, &["--id", "REQ-04a28016"]).0, 0);
    assert!(!desk.read(&draft("REQ-04a28016")).contains("INC-202610-"), "made anew of what the ledger has");
}

#[test]
fn a_draft_that_nobody_edited_follows_what_is_known() {
    let desk = desk(&["2026-09"]);
    escalate(&desk, &[]);
    let text = || desk.read(&draft("REQ-cb38e3e3"));
    assert!(text().contains("INC-202609-0004"));
    let retract =
        ["annotate", "INC-202609-0004", "--retract", "--reason", "another problem", "--policy", POLICY];
    desk.answer(&retract);
    let (code, paths, told) = escalate(&desk, &[]);
    assert_eq!((code, paths.as_str()), (0, "fixtures/escalations/REQ-cb38e3e3.md\n"));
    assert!(told.contains("which nobody had edited, is made anew"), "{told}");
    assert!(!text().contains("INC-202609-0004"));
    // One in a person's hands is left, and one without any breach left is told.
    desk.write(&draft("REQ-cb38e3e3"), "mine\n");
    for incident in ["0031", "0046", "0052", "0079", "0103", "0153"] {
        let incident = format!("INC-202609-{incident}");
        desk.answer(&["annotate", &incident, "--retract", "--reason", "x", "--policy", POLICY]);
    }
    let (code, paths, told) = escalate(&desk, &[]);
    assert_eq!((code, paths.as_str(), text().as_str()), (0, "", "mine\n"));
    assert!(told.contains("REQ-cb38e3e3 has no breach left that calls for a fix"), "{told}");
}

#[test]
fn another_objective_that_an_incident_misses_later_is_asked_about_too() {
    let desk = Desk::new();
    desk.write(
        "slo.toml",
        "schema = 1\ntimezone = \"UTC\"\n[objectives.first]\nfrom = \"opened\"\nto = \"responded\"\n\
         targets = [{ within = \"1h\" }]\n[objectives.last]\nfrom = \"opened\"\nto = \"resolved\"\n\
         targets = [{ within = \"4h\" }]\n[causes.c]\nfix = \"required\"\n[teams.t]\ntitle = \"T\"\n",
    );
    desk.write("export.csv", "id,title,opened,responded,resolved\nA,disk 1%,2026-10-01T00:00Z,,\n");
    let early = ["check", "export.csv", "--as-of", "2026-10-01T02:00:00Z"];
    desk.answer(&early);
    desk.answer(&["annotate", "A", "--cause", "c", "--reason", "slow"]);
    let path = desk.answer(&["escalate", "--draft"]);
    let path = path.trim();
    desk.answer(&["escalate", "mark", &path["escalations/".len()..path.len() - 3], "sent"]);
    desk.answer(&["check", "export.csv", "--as-of", "2026-10-02T00:00:00Z"]);
    let waits: Value = serde_json::from_str(&desk.answer(&["status", "--format", "json"])).unwrap();
    assert_eq!(waits["fixes_not_requested"].as_array().unwrap().len(), 0, "an open request is about it");
    let (code, beside, told) = outcome(&mut desk.slo(&["escalate", "--draft"]));
    assert!(code == 0 && beside.ends_with("-2.md\n"), "{beside}{told}");
    let text = desk.read(beside.trim());
    assert!(text.contains("| A | high |") || text.contains("1 more breach"), "{text}");
    let (_, printed, told) = outcome(&mut desk.slo(&["escalate", "--draft"]));
    assert!(printed.is_empty() && told.contains("no new request"), "{printed}{told}");
}

#[test]
fn the_lines_of_what_a_person_asks_for_stay_lines() {
    let desk = desk(&["2026-09"]);
    let asked = "一つ目\n\n- 二つ目 *強調*\n";
    let (_, text, _) = escalate(&desk, &["--id", "REQ-cb38e3e3", "--stdout", "--improvement", asked]);
    assert!(text.contains("\n一つ目\n\n\\- 二つ目 \\*強調\\*\n\n手順書を現在の構成に"), "{text}");
    let both = ["--id", "REQ-cb38e3e3", "--since", "2026-10-01"];
    let (code, printed, told) = escalate(&desk, &both);
    assert_eq!((code, printed.as_str()), (0, ""));
    assert!(told.contains("no new request among what you chose"), "{told}");
}

#[test]
fn a_folder_that_cannot_be_used_leaves_the_ledger_as_it_was() {
    let desk = desk(&["2026-09"]);
    let before = desk.read(LEDGER);
    desk.write("fixtures/escalations", "a file");
    let (code, printed, told) = escalate(&desk, &[]);
    assert_eq!((code, printed.as_str()), (2, ""));
    assert!(told.contains("the folder of drafts `fixtures/escalations` can't be used"), "{told}");
    assert_eq!(desk.read(LEDGER), before);
}
