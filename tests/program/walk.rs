//! `slo annotate` as a person at a terminal has it.

use std::process::Command;

use unicode_width::UnicodeWidthStr;

use crate::desk::{Desk, LEDGER, POLICY};
use crate::screen::{CTRL_C, DOWN, ENTER, ESCAPE, Screen, UP};

const ID: &str = "INC-202610-0305";
const OTHER: &str = "INC-202610-0316";

/// A desk with a ledger of the fixtures.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.answer(&["check", "fixtures/incidents.csv", "--format", "csv"]);
    desk
}

fn japanese<'a>(args: &[&'a str]) -> Vec<&'a str> {
    [args, &["--policy", POLICY, "--lang", "ja"]].concat()
}

/// The annotations of the ledger: incident, cause, reason, improvement, fix.
fn annotations(desk: &Desk) -> Vec<[String; 5]> {
    desk.read(LEDGER)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|entry| entry["kind"] == "annotation")
        .map(|entry| {
            ["incident", "cause", "reason", "improvement", "fix"]
                .map(|key| entry[key].as_str().unwrap_or_default().to_owned())
        })
        .collect()
}

#[test]
fn a_breach_is_shown_and_four_answers_are_recorded() {
    let desk = desk();
    let mut screen = Screen::start(&desk, &japanese(&["annotate", ID]));
    screen.answer("原因", &[]);
    let shown = screen.text();
    for part in [ID, "目標", "超過", "受付", "状況", "日勤", "過去30日", "手順書がない・古い"]
    {
        assert!(shown.contains(part), "{part} in\n{shown}");
    }
    for line in shown.lines() {
        assert!(line.width() <= 80, "{line}");
    }
    // Title and name are both searched; full-width letters are letters.
    screen.answer("原因", &["ＳＴＯＲＭ"]);
    screen.wait_for("? 原因 ＳＴＯＲＭ");
    screen.answer("原因", &[ENTER]);
    screen.answer("理由", &["アラートが四十件続き、埋もれた", ENTER]);
    screen.answer("改善案", &["まとめて通知する", ENTER]);
    screen.answer("修正要否", &[DOWN, ENTER]);
    let (code, text) = screen.end();
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("を記入しました"), "{text}");
    assert_eq!(
        annotations(&desk),
        [[ID, "alert-storm", "アラートが四十件続き、埋もれた", "まとめて通知する", "required"]
            .map(str::to_owned)]
    );
}

#[test]
fn a_reason_that_nobody_sees_is_not_taken() {
    let desk = desk();
    let mut screen = Screen::start(&desk, &japanese(&["annotate", ID]));
    screen.answer("原因", &[ENTER]);
    screen.answer("理由", &["\u{200B}\u{2060}", ENTER]);
    screen.wait_for("# 対応が遅れた理由を一文で書いてください");
    screen.answer("理由", &["遅れた", ENTER]);
    screen.answer("改善案", &[ENTER]);
    screen.answer("修正要否", &[ENTER]);
    assert_eq!(screen.end().0, 0);
}

#[test]
fn escape_and_ctrl_c_write_nothing_at_any_question() {
    let desk = desk();
    let before = desk.read(LEDGER);
    for leave in [ESCAPE, CTRL_C] {
        for questions in 0..4 {
            let mut screen = Screen::start(&desk, &japanese(&["annotate", ID]));
            let answers = [("原因", ""), ("理由", "遅れた"), ("改善案", "")];
            for (question, text) in &answers[..questions] {
                screen.answer(question, &[text, ENTER]);
            }
            screen.answer(["原因", "理由", "改善案", "修正要否"][questions], &[leave]);
            let (code, text) = screen.end();
            assert_eq!(code, 2, "{text}");
            assert!(text.contains("何も記入しませんでした"), "{text}");
            assert_eq!(desk.read(LEDGER), before);
        }
    }
}

#[test]
fn a_signal_that_ends_it_leaves_a_terminal_that_can_be_used() {
    let desk = desk();
    let before = desk.read(LEDGER);
    let named = format!("echo $$ > process; exec $SLO annotate {ID} --policy {POLICY}");
    for (signal, code) in [("TERM", 143), ("HUP", 129)] {
        let script = format!("sh -c '{named}'; echo \"ended: $?\"; stty -a");
        let mut screen = Screen::start_shell(&desk, &script);
        screen.answer("cause", &[]);
        let process = desk.read("process");
        assert!(Command::new("kill").args(["-s", signal, process.trim()]).status().unwrap().success());
        screen.wait_for(&format!("ended: {code}"));
        let (_, text) = screen.end();
        for set in [" icanon", " echo ", " icrnl", " opost"] {
            assert!(text.replace('\n', " ").contains(set), "{set} in\n{text}");
        }
        assert_eq!(desk.read(LEDGER), before);
    }
}

#[test]
fn a_walk_goes_on_skips_and_goes_back() {
    let desk = desk();
    let mut screen =
        Screen::start(&desk, &japanese(&["annotate", "--where", "service=VPN", "--where", "severity=high"]));
    screen.wait_for("[1/2] INC-202610-0193");
    screen.answer("原因", &["飛ばす", ENTER]);
    screen.wait_for("[2/2] INC-202610-0221");
    screen.answer("原因", &["顧客", ENTER]);
    screen.answer("理由", &["電話に出ない", ENTER]);
    screen.answer("改善案", &[ENTER]);
    // The last entry is above the first: choose again, with what was answered.
    screen.answer("修正要否", &[UP, ENTER]);
    screen.answer("原因", &[]);
    screen.wait_for("> 顧客都合");
    screen.answer("原因", &["前の件", ENTER]);
    screen.wait_for("[1/2] INC-202610-0193");
    screen.answer("原因", &["誤検知", ENTER]);
    screen.answer("理由", &["しきい値が古い", ENTER]);
    screen.answer("改善案", &[ENTER]);
    screen.answer("修正要否", &[ENTER]);
    // The same customer, service and problem: its cause and reason are at hand.
    screen.wait_for("? 原因");
    screen.answer("原因", &[ESCAPE]);
    let (code, text) = screen.end();
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("記入 1 件、未記入のまま 1 件"), "{text}");
    assert_eq!(
        annotations(&desk),
        [["INC-202610-0193", "false-positive", "しきい値が古い", "", "required"].map(str::to_owned)]
    );
}

#[test]
fn one_answer_goes_to_all_ids_and_what_is_given_is_not_asked() {
    let desk = desk();
    let mut screen = Screen::start(&desk, &japanese(&["annotate", ID, OTHER, "--cause", "その他"]));
    screen.answer("理由", &["回線が切れた", ENTER]);
    assert!(screen.text().contains("次の 2 件に同じ内容を記入します"), "{}", screen.text());
    screen.answer("改善案", &[ENTER]);
    screen.answer("修正要否", &["不要", ENTER]);
    assert_eq!(screen.end().0, 0);
    assert_eq!(
        annotations(&desk),
        [ID, OTHER].map(|id| [id, "other", "回線が切れた", "", "not-required"].map(str::to_owned))
    );
}

#[test]
fn what_stands_is_shown_and_can_be_changed() {
    let desk = desk();
    desk.answer(&[
        "annotate",
        ID,
        "--policy",
        POLICY,
        "--cause",
        "other",
        "--reason",
        "first word",
        "--fix",
        "no",
    ]);
    let mut screen = Screen::start(&desk, &japanese(&["annotate", ID]));
    screen.wait_for("「その他」first word（sato、2026-11-01 09:00）");
    screen.answer("原因", &[ENTER]);
    screen.answer("理由", &[" and more", ENTER]);
    screen.answer("改善案", &[ENTER]);
    screen.answer("修正要否", &[ENTER]);
    assert_eq!(screen.end().0, 0);
    assert_eq!(
        annotations(&desk)[1],
        [ID, "other", "first word and more", "", "not-required"].map(str::to_owned)
    );
}

#[test]
fn the_keys_of_shells_edit_and_write_nothing() {
    let desk = desk();
    let mut screen = Screen::start(&desk, &japanese(&["annotate", ID]));
    // Ctrl-U empties the search.
    screen.answer("原因", &["nosuch", "\u{15}", "storm"]);
    screen.wait_for("? 原因 storm");
    screen.answer("原因", &[ENTER]);
    // Ctrl-W, Ctrl-A, Ctrl-K, Ctrl-Z, Ctrl-E, Alt-x.
    let keys = [
        "対応 遅れ",
        "\u{17}",
        "\u{17}",
        "人手不足",
        "\u{1}",
        "夜間の",
        "\u{1a}",
        "\u{5}",
        "だった",
        "\u{1b}x",
    ];
    screen.answer("理由", &keys);
    screen.wait_for("? 理由 夜間の対応 人手不足だった");
    screen.answer("理由", &["\u{2}\u{2}\u{2}", "\u{b}", "。", ENTER]);
    screen.answer("改善案", &["x\u{15}", ENTER]);
    screen.answer("修正要否", &[ENTER]);
    assert_eq!(screen.end().0, 0);
    assert_eq!(annotations(&desk)[0][2..4], ["夜間の対応 人手不足。".to_owned(), String::new()]);
}

#[test]
fn a_long_line_is_edited_across_rows_and_a_paste_is_one_text() {
    let desk = desk();
    let mut screen = Screen::start(&desk, &japanese(&["annotate", ID]));
    screen.answer("原因", &[ENTER]);
    let long = "一次対応の手順書が古く".repeat(12);
    screen.answer("理由", &[&long, "\u{1}", "先", "\u{5}", "後"]);
    screen.wait_for("古く後");
    assert_eq!(screen.text().matches("? 理由").count(), 1, "{}", screen.text());
    screen.answer("理由", &["\u{1b}[200~\r\n二行目\u{1b}[201~"]);
    screen.wait_for("古く後⏎二行目");
    screen.answer("理由", &[ENTER]);
    screen.answer("改善案", &[ENTER]);
    screen.answer("修正要否", &[ENTER]);
    assert_eq!(screen.end().0, 0);
    assert_eq!(annotations(&desk)[0][2], format!("先{long}後\n二行目"));
}

#[test]
fn what_enter_answers_is_seen_on_every_screen() {
    let desk = desk();
    let mut screen = Screen::start(&desk, &japanese(&["annotate", ID]));
    screen.answer("原因", &[]);
    screen.resize(6, 80);
    // The new size alone draws it anew: the last row is the help's.
    screen.wait_until(|text| text.lines().count() == 6 && text.ends_with(']'), "a list of four");
    screen.answer("原因", &[DOWN; 6]);
    screen.wait_until(|text| text.contains("> 顧客都合") && text.ends_with(']'), "> 顧客都合");
    screen.answer("原因", &[ENTER]);
    screen.answer("理由", &["遅れた", ENTER]);
    screen.answer("改善案", &[ENTER]);
    screen.answer("修正要否", &[]);
    screen.resize(3, 10);
    for entry in ["> 不要", "> 必要", "> ↺"] {
        screen.wait_for(entry);
        screen.press(DOWN);
    }
    screen.wait_for("> 不要");
    screen.press(ENTER);
    assert_eq!(screen.end().0, 0);
    assert_eq!(annotations(&desk)[0], [ID, "customer-side", "遅れた", "", "not-required"].map(str::to_owned));
}

#[test]
fn what_was_written_about_the_same_problem_can_be_taken_over() {
    let desk = desk();
    let earlier = ["--cause", "alert-storm", "--reason", "L1\nL2"];
    desk.answer(&[&["annotate", "INC-202610-0133", "--policy", POLICY][..], &earlier].concat());
    let mut screen = Screen::start(&desk, &japanese(&["annotate", "INC-202610-0141"]));
    screen.answer("原因", &[ENTER]);
    screen.answer("理由", &[DOWN, ENTER]);
    screen.answer("改善案", &[ENTER]);
    screen.answer("修正要否", &[ENTER]);
    assert_eq!(screen.end().0, 0);
    assert_eq!(annotations(&desk)[1][2], "L1\nL2");
}

#[test]
fn whoever_leaves_finds_the_screen_in_order() {
    let desk = desk();
    for leave in [ESCAPE, CTRL_C] {
        let mut screen = Screen::start(&desk, &japanese(&["annotate"]));
        screen.wait_for("[1/");
        screen.answer("原因", &["飛ばす", ENTER]);
        screen.wait_for("[2/");
        screen.answer("原因", &[leave]);
        let (_, text) = screen.end();
        let end = "\n? 原因 （中止）\n記入 0 件、未記入のまま 54 件\n何も記入しませんでした";
        assert!(text.ends_with(end), "{text}");
    }
}

#[test]
fn the_lines_of_a_reason_stay_unless_it_is_edited() {
    let desk = desk();
    let first = ["--cause", "other", "--reason", "L1\nL2", "--improvement", "M1\nM2"];
    desk.answer(&[&["annotate", ID, "--policy", POLICY][..], &first].concat());
    for (typed, reason) in [("", "L1\nL2"), (" L3", "L1 L2 L3")] {
        let mut screen = Screen::start(&desk, &japanese(&["annotate", ID]));
        screen.answer("原因", &[ENTER]);
        screen.answer("理由 L1 L2", &[typed, ENTER]);
        screen.answer("改善案（任意） M1 M2", &[ENTER]);
        screen.answer("修正要否", &[ENTER]);
        assert_eq!(screen.end().0, 0);
        let last = annotations(&desk).pop().unwrap();
        assert_eq!(last[2..4], [reason.to_owned(), "M1\nM2".to_owned()]);
    }
}

#[test]
fn when_it_was_learnt_is_kept_unless_something_else_is_said() {
    let desk = desk();
    let first = ["--cause", "other", "--reason", "first", "--happened", "2026-10-31 10:30"];
    desk.answer(&[&["annotate", ID, "--policy", POLICY][..], &first].concat());
    let correct = |args: &[&str]| {
        let mut screen = Screen::start(&desk, &japanese(&[&["annotate", ID], args].concat()));
        for question in ["原因", "理由", "改善案", "修正要否"] {
            screen.answer(question, &[ENTER]);
        }
        let (code, text) = screen.end();
        assert_eq!(code, 0, "{text}");
        assert!(text.contains("  判明 2026-10-31 10:30"), "{text}");
        let last: serde_json::Value =
            serde_json::from_str(desk.read(LEDGER).lines().last().unwrap()).unwrap();
        last["happened"].as_str().unwrap().to_owned()
    };
    assert_eq!(correct(&[]), "2026-10-31T01:30:00Z");
    assert_eq!(correct(&["--happened", "2026-11-01"]), "2026-10-31T15:00:00Z");
}

#[test]
fn somebody_who_writes_meanwhile_is_not_overruled_and_nothing_typed_is_lost() {
    let desk = desk();
    let mut screen = Screen::start(&desk, &japanese(&["annotate", ID]));
    screen.answer("原因", &["夜間", ENTER]);
    screen.answer("理由", &["一人だった", ENTER]);
    screen.answer("改善案", &[]);
    // Nobody is kept out while a person thinks.
    desk.answer(&[
        "annotate", ID, "--policy", POLICY, "--cause", "other", "--reason", "theirs", "--by", "suzuki",
    ]);
    screen.answer("改善案", &[ENTER]);
    screen.answer("修正要否", &[ENTER]);
    screen.wait_for("入力中に suzuki さんが記入しました");
    screen.wait_for("「その他」theirs（suzuki");
    screen.wait_for("> 夜間の体制不足");
    screen.answer("原因", &[ENTER]);
    screen.answer("理由", &[ENTER]);
    screen.answer("改善案", &[ENTER]);
    screen.answer("修正要否", &[ENTER]);
    let (code, text) = screen.end();
    assert_eq!(code, 0, "{text}");
    let reasons: Vec<String> = annotations(&desk).into_iter().map(|[_, _, reason, ..]| reason).collect();
    assert_eq!(reasons, ["theirs", "一人だった"]);
}

#[test]
fn a_decision_that_is_made_meanwhile_is_not_overruled_unseen() {
    let desk = desk();
    desk.answer(&["annotate", ID, "--policy", POLICY, "--cause", "other", "--reason", "first"]);
    let mut screen = Screen::start(&desk, &japanese(&["annotate", ID]));
    screen.answer("原因", &[ENTER]);
    screen.answer("理由", &[]);
    desk.answer(&["decide", ID, "--policy", POLICY, "--fix", "no", "--why", "solved", "--by", "lead"]);
    screen.answer("理由", &[ENTER]);
    screen.answer("改善案", &[ENTER]);
    screen.answer("修正要否", &[ENTER]);
    screen.wait_for("入力中に lead さんが記入しました");
    screen.wait_for("入力中に lead さんが記入しました");
    screen.wait_for("→ 修正は不要: solved（lead");
    screen.answer("原因", &[CTRL_C]);
    assert_eq!(screen.end().0, 2);
    assert_eq!(annotations(&desk).len(), 1);

    // What was decided is what the answers begin with, and what falls with the annotation is told.
    let mut screen = Screen::start(&desk, &japanese(&["annotate", ID]));
    screen.answer("原因", &[ENTER]);
    screen.answer("理由", &[ENTER]);
    screen.answer("改善案", &[ENTER]);
    screen.wait_for("> 不要");
    screen.answer("修正要否", &[ENTER]);
    let (code, text) = screen.end();
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("この記入についての判断「修正は不要」も無効になりました: solved（lead"), "{text}");
    assert_eq!(annotations(&desk)[1][4], "not-required");
}

#[test]
fn another_cause_begins_with_its_own_default() {
    let desk = desk();
    desk.answer(&["annotate", ID, "--policy", POLICY, "--cause", "customer-side", "--reason", "first"]);
    let mut screen = Screen::start(&desk, &japanese(&["annotate", ID]));
    screen.answer("原因", &["runbook", ENTER]);
    screen.answer("理由", &[ENTER]);
    screen.answer("改善案", &[ENTER]);
    screen.wait_for("> 必要（この原因の既定）");
    screen.answer("修正要否", &[ENTER]);
    assert_eq!(screen.end().0, 0);
    assert_eq!(annotations(&desk)[1], [ID, "runbook-missing", "first", "", "required"].map(str::to_owned));
}

#[test]
fn a_breach_that_is_withdrawn_meanwhile_does_not_end_the_walk() {
    let desk = desk();
    let mut screen =
        Screen::start(&desk, &japanese(&["annotate", "--where", "service=VPN", "--where", "severity=high"]));
    screen.wait_for("[1/2] INC-202610-0193");
    screen.answer("原因", &["顧客", ENTER]);
    screen.answer("理由", &["電話に出ない", ENTER]);
    // Later data says that it was in time.
    let export = desk.read("fixtures/incidents.csv");
    let row = export.lines().find(|line| line.starts_with("INC-202610-0193,")).unwrap();
    let dropped: Vec<&str> = export.lines().filter(|line| *line != row).collect();
    let opened = row.split(',').nth(7).unwrap();
    let cells: Vec<&str> = row.split(',').collect();
    let mut in_time: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
    for cell in &mut in_time[8..12] {
        opened.clone_into(cell);
    }
    desk.write("later.csv", &format!("{}\n{}\n", dropped.join("\n"), in_time.join(",")));
    desk.answer(&[
        "check",
        "later.csv",
        "--policy",
        POLICY,
        "--as-of",
        "2026-11-01T10:00:00+09:00",
        "--format",
        "csv",
    ]);
    screen.answer("改善案", &[ENTER]);
    screen.answer("修正要否", &[ENTER]);
    screen.wait_for("INC-202610-0193: 入力中に SLO 未達が取り消されたため、記入しませんでした");
    screen.wait_for("[2/2] INC-202610-0221");
    screen.answer("原因", &["誤検知", ENTER]);
    screen.answer("理由", &["x", ENTER]);
    screen.answer("改善案", &[ENTER]);
    screen.answer("修正要否", &[ENTER]);
    let (code, text) = screen.end();
    assert_eq!(code, 0, "{text}");
    assert!(text.ends_with("記入 1 件、未記入のまま 0 件"), "{text}");
    assert_eq!(annotations(&desk)[0][2], "x", "the words about another incident are not taken over");
}

#[test]
fn what_somebody_else_answered_meanwhile_is_passed_over() {
    let desk = desk();
    let mut screen =
        Screen::start(&desk, &japanese(&["annotate", "--where", "service=VPN", "--where", "severity=high"]));
    screen.wait_for("[1/2] INC-202610-0193");
    desk.answer(&["annotate", "INC-202610-0221", "--policy", POLICY, "--cause", "other", "--reason", "x"]);
    screen.answer("原因", &["飛ばす", ENTER]);
    let (code, text) = screen.end();
    assert_eq!(code, 0, "{text}");
    assert!(text.ends_with("記入 0 件、未記入のまま 1 件") && !text.contains("[2/2]"), "{text}");
}

#[test]
fn what_cannot_be_annotated_is_said_before_anything_is_asked() {
    let desk = desk();
    for (args, said) in [
        (vec!["annotate", "INC-202610-9999"], "台帳にインシデント `INC-202610-9999` がありません"),
        (vec!["annotate", ID, "--cause", "strom"], "ポリシーに原因 `strom` がありません"),
        (vec!["annotate", "--cause", "other"], "どのインシデントか分かりません"),
        (vec!["annotate", ID, "--reason", " "], "理由が空です"),
        (vec!["annotate", ID, "--reason", "\u{200B}"], "理由が空です"),
        (
            vec!["annotate", ID, "--happened", "2027-01-01"],
            "`2027-01-01T00:00:00+09:00` は現在（`2026-11-01T09:00:00+09:00`）より後です",
        ),
        (vec!["annotate", ID, "--happened", "2025-10-31"], "の発生（`2026-10-30T16:20:31+09:00`）より前です"),
        (vec!["annotate", "--where", "service=VPN", "--happened", "2025-10-31"], "は、インシデント `INC-"),
    ] {
        let (code, text) = Screen::start(&desk, &japanese(&args)).end();
        assert_eq!(code, 2, "{text}");
        // A screen breaks long lines wherever it ends.
        let whole: String = text.lines().collect();
        assert!(whole.contains(said), "{text}");
    }
    let nothing = Screen::start(&desk, &japanese(&["annotate", "--where", "service=nosuch*"])).end();
    assert_eq!(nothing, (0, "条件に合う、原因が未記入の SLO 未達はありません".to_owned()));
}

#[test]
fn the_readmes_show_a_walk_as_it_is() {
    for (readme, language, [cause, reason, improvement, fix], answers) in [
        (
            "README.md",
            "en",
            ["cause", "reason", "what would help", "is a fix needed"],
            ["storm", "a hundred alerts at once, this one seen last", "one alert for a rack that is down"],
        ),
        (
            "README.ja.md",
            "ja",
            ["原因", "理由", "改善案", "修正要否"],
            ["多発", "同時に百件のアラートが出て、最後に気づいた", "ラック単位で 1 件にまとめる"],
        ),
    ] {
        let desk = desk();
        let earlier = ["--cause", "alert-storm", "--reason", "ラックの停電で ping が一斉に途絶えた"];
        desk.answer(&[&["annotate", "INC-202610-0133", "--policy", POLICY][..], &earlier].concat());
        let command = ["annotate", "INC-202610-0141", "--policy", POLICY, "--lang", language];
        let mut screen = Screen::start(&desk, &command);
        for (question, answer) in [cause, reason, improvement].into_iter().zip(answers) {
            screen.answer(question, &[answer, ENTER]);
        }
        screen.answer(fix, &[DOWN, ENTER]);
        let (code, shown) = screen.end();
        assert_eq!(code, 0, "{shown}");
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(folder.join(readme)).unwrap();
        let expected = format!("```text\n$ slo {}\n{shown}\n```", command[..4].join(" "));
        assert!(text.contains(&expected), "{readme} lacks\n{expected}");
    }
}
