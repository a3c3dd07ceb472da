use std::path::Path;

use unicode_width::UnicodeWidthStr;

use super::{Extent, Status, status_json, status_table};
use crate::assess::sample::{annotation, minute, minutes, policy, recorded, request, state, step};
use crate::assess::{LedgerState, Selection, Waiting, WaitingGroups, WaitingKey};
use crate::domain::{
    EntryId, Escalation, Fix, Language, Policy, RecordedBreach, RequestStatus, Shift, Shifts, Span,
    Withdrawal,
};
use crate::render::{Style, sample};

/// One of each that can wait, one that is overdue, and a stale annotation.
fn ledger() -> LedgerState {
    let mut state = state([
        recorded("INC-1", "web01 ping 応答なし", 0),
        recorded("INC-2", "\u{1b}[31mweb02 disk 97%", 60),
        recorded("INC-3", "app01 メモリ使用率 95%", 120),
        recorded("INC-4", "app02 down", 180),
        recorded("INC-5", "db01 バッチの終了が遅れています", 240),
    ]);
    state.take_annotation(annotation("INC-2", "other", Fix::Review, "切り分けに時間がかかった"), &[]);
    state.take_annotation(annotation("INC-3", "runbook-missing", Fix::Required, "手順書がない"), &[]);
    state.take_annotation(annotation("INC-4", "customer-side", Fix::NotRequired, "先方の作業"), &[]);
    let why = Withdrawal { verdict: "met".into(), as_of: minute(1200), policy: "0".repeat(64) };
    state.take_withdrawal(EntryId::from_bytes([9; 16]), "INC-4", "first-response", why);
    for (id, incidents) in [
        ("REQ-00000001", &["INC-0"][..]),
        ("REQ-00000002", &["INC-7", "INC-8"]),
        ("REQ-00000003", &["INC-9"]),
        ("REQ-00000004", &["INC-6"]),
    ] {
        state.take_request(request(id, incidents));
    }
    state.take_request_step("REQ-00000002", step(RequestStatus::Sent, 1110));
    state.take_request_step("REQ-00000003", step(RequestStatus::Sent, 1400));
    state.take_request_step("REQ-00000004", step(RequestStatus::Accepted, 1300));
    state
}

/// Two shifts, and an answer within five hours.
fn rules() -> Policy {
    let shift = |id: &str, title: &str, from, to| Shift { id: id.into(), title: title.into(), from, to };
    Policy {
        shifts: Shifts::new(vec![shift("night", "夜勤", 0, 200), shift("day", "日勤", 200, 1200)]),
        escalation: Escalation { reply_within: Some(minutes(300)), ..Escalation::default() },
        ..policy()
    }
}

fn style(language: Language, width: usize) -> Style {
    Style { width: Some(width), ..sample::style(language) }
}

/// Keys by their names.
fn keys(policy: &Policy, names: &[&str]) -> Vec<WaitingKey> {
    names.iter().map(|name| WaitingKey::named(policy, name).unwrap()).collect()
}

fn table(waiting: &Waiting<'_>, policy: &Policy, by: &[&str], extent: Extent, style: &Style) -> String {
    let groups: Vec<_> =
        keys(policy, by).into_iter().map(|key| WaitingGroups::of(waiting, policy, key)).collect();
    let status = Status { ledger: Path::new("slo-ledger.jsonl"), waiting, groups: &groups };
    String::from_utf8(status_table(&status, policy, extent, style).unwrap()).unwrap()
}

fn json(waiting: &Waiting<'_>, policy: &Policy) -> String {
    let groups: Vec<_> =
        WaitingKey::usual(policy).into_iter().map(|key| WaitingGroups::of(waiting, policy, key)).collect();
    let status = Status { ledger: Path::new("slo-ledger.jsonl"), waiting, groups: &groups };
    String::from_utf8(status_json(&status, policy, "slo 0.1.0").unwrap()).unwrap()
}

#[test]
fn everything_that_waits_is_told_in_both_languages() {
    let (state, policy) = (ledger(), rules());
    let waiting = Waiting::of(&state, &policy, minute(1530));
    let all = |language| {
        table(&waiting, &policy, &["shift", "customer", "assignee"], Extent::All, &style(language, 80))
    };
    let (japanese, english) = (all(Language::Japanese), all(Language::English));
    snapbox::assert_data_eq!(&japanese, snapbox::file!["status.ja.txt"].raw());
    snapbox::assert_data_eq!(&english, snapbox::file!["status.en.txt"].raw());
    for line in japanese.lines().chain(english.lines()) {
        assert!(line.width() <= 80, "{line}");
        assert!(!line.contains('\u{1b}'));
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let long = |number: usize| format!("INC-202610-000{number}");
    let mut state = state((0..5).map(|number| {
        let breach = recorded(&long(number), "[mail06] 送信待ちメール 4300 件", 0);
        RecordedBreach { customer: Some("株式会社あおば商事".into()), open: number == 0, ..breach }
    }));
    for (number, (cause, fix)) in
        (1..).zip([("other", Fix::Review), ("runbook-missing", Fix::Required), ("other", Fix::Review)])
    {
        state.take_annotation(
            annotation(&long(number), cause, fix, "手順書のコマンドが旧サーバーのまま"),
            &[],
        );
    }
    let why = Withdrawal { verdict: "met".into(), as_of: minute(1200), policy: "0".repeat(64) };
    state.take_withdrawal(EntryId::from_bytes([9; 16]), &long(3), "first-response", why);
    for (number, status) in [(0, None), (1, Some(RequestStatus::Sent)), (2, Some(RequestStatus::Accepted))] {
        let id = format!("REQ-0000000{number}");
        state.take_request(request(&id, &["INC-0"]));
        if let Some(status) = status {
            state.take_request_step(&id, step(status, 1110));
        }
    }
    let policy = rules();
    let waiting = Waiting::of(&state, &policy, minute(61_530));
    for language in [Language::Japanese, Language::English] {
        for width in [100, 80, 60] {
            let by = ["shift", "customer", "assignee"];
            let text = table(&waiting, &policy, &by, Extent::All, &style(language, width));
            assert!(text.lines().all(|line| line.width() <= width), "{width}:\n{text}");
            assert!(text.contains(&long(1)) && text.contains("REQ-00000001"), "{text}");
        }
    }
}

#[test]
fn one_screen_shows_the_oldest_of_every_list() {
    let (state, policy) = (ledger(), rules());
    let waiting = Waiting::of(&state, &policy, minute(1530));
    let screen = |language, lines| table(&waiting, &policy, &[], Extent::Screen(lines), &style(language, 80));
    let (japanese, english) = (screen(Language::Japanese, 25), screen(Language::English, 25));
    snapbox::assert_data_eq!(&japanese, snapbox::file!["screen.ja.txt"].raw());
    snapbox::assert_data_eq!(&english, snapbox::file!["screen.en.txt"].raw());
    for lines in 16..60 {
        let shown = screen(Language::English, lines);
        assert!(shown.lines().count() < lines, "the prompt has a line of {lines}:\n{shown}");
        let is_cut = shown.contains("; --all for all");
        assert_eq!(shown.contains("annotations of withdrawn") && shown.contains("INC-5"), !is_cut, "{shown}");
    }
    let tiny = screen(Language::English, 5);
    assert!(tiny.contains("breaches without a cause") && !tiny.contains("INC-1"), "{tiny}");
}

#[test]
fn groups_take_the_place_of_the_lists_on_a_screen() {
    let (state, policy) = (ledger(), rules());
    let waiting = Waiting::of(&state, &policy, minute(1530));
    let shown = |extent| table(&waiting, &policy, &["shift"], extent, &style(Language::Japanese, 80));
    let screen = shown(Extent::Screen(40));
    assert!(screen.contains("シフト別") && screen.contains("夜勤"), "{screen}");
    assert!(!screen.contains("INC-1"));
    let one = shown(Extent::Each(1));
    assert!(one.contains("夜勤") && !one.contains("日勤") && one.contains("2 件中 1 件を表示"), "{one}");
    assert!(shown(Extent::All).contains("INC-1"));
}

#[test]
fn a_long_list_says_how_much_of_it_is_not_shown() {
    let state = state((0..5).map(|number| recorded(&format!("INC-{number}"), "x", number)));
    let policy = policy();
    let waiting = Waiting::of(&state, &policy, minute(2000));
    let text = table(&waiting, &policy, &[], Extent::Each(2), &style(Language::English, 80));
    assert!(text.contains("showing 2 of 5; --all for all"), "{text}");
    assert!(text.contains("INC-1") && !text.contains("INC-2"), "{text}");
}

#[test]
fn an_empty_ledger_says_that_nothing_waits() {
    let (state, policy) = (LedgerState::default(), policy());
    let waiting = Waiting::of(&state, &policy, minute(0));
    let text = table(&waiting, &policy, &[], Extent::Screen(24), &style(Language::English, 80));
    assert_eq!(text, "as of  2026-11-01 00:00 (Asia/Tokyo), ledger slo-ledger.jsonl\nnothing waits\n");
}

#[test]
fn a_selection_is_named_in_the_head_and_the_json() {
    let (state, policy) = (ledger(), rules());
    let selection =
        Selection::default().handled_by("\u{1b}[2J鈴木").begun_in(policy.shifts.find("night").unwrap());
    let waiting = Waiting::among(&state, &policy, &selection, minute(1530));
    let text = table(&waiting, &policy, &[], Extent::Each(10), &style(Language::English, 80));
    assert!(
        text.contains("filters  assignee=␛[2J鈴木\n         shift=night\nnothing that fits waits\n"),
        "{text}"
    );
    let json: serde_json::Value = serde_json::from_str(&json(&waiting, &policy)).unwrap();
    assert_eq!(json["filters"][1], "shift=night");
    assert_eq!(json["unannotated"], serde_json::json!([]));
}

#[test]
fn json_tells_everything() {
    let (state, policy) = (ledger(), rules());
    let waiting = Waiting::of(&state, &policy, minute(1530));
    let text = json(&waiting, &policy);
    let names: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("  \"")?.split_once('"'))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(
        names,
        [
            "schema",
            "program",
            "as_of",
            "timezone",
            "ledger",
            "filters",
            "newer_than_as_of",
            "unannotated",
            "reviews",
            "fixes_not_requested",
            "drafts",
            "requests_unanswered",
            "requests_accepted",
            "stale_annotations",
            "groups",
        ]
    );
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["schema"], "slo.status/1");
    assert_eq!(json["unannotated"][0]["waiting_s"], 90_000);
    assert_eq!(json["unannotated"][0]["deadline"], "2026-11-01T00:30:00+09:00");
    assert_eq!(json["unannotated"][0]["shift"], "night");
    assert_eq!(json["fixes_not_requested"][0]["annotation"]["cause"], "runbook-missing");
    assert_eq!(json["drafts"][0]["draft"], "escalations/REQ-00000001.md");
    assert_eq!(json["drafts"][0]["due"], serde_json::Value::Null);
    let [overdue, due] = [0, 1].map(|place| &json["requests_unanswered"][place]);
    assert_eq!(overdue["due"], "2026-11-01T23:30:00+09:00");
    assert_eq!((&overdue["overdue_s"], &due["overdue_s"]), (&7200.into(), &serde_json::Value::Null));
    assert_eq!(json["requests_accepted"][0]["since"], "2026-11-01T21:40:00+09:00");
    assert_eq!(json["stale_annotations"][0]["proposed_fix"], "not-required");
    assert_eq!(json["groups"]["customer"][0]["key"], "ACME");
    let night = &json["groups"]["shift"][0];
    assert_eq!((&night["key"], &night["title"]), (&"night".into(), &"夜勤".into()));
    assert_eq!((&night["breaches"], &night["longest_s"]), (&3.into(), &90_000.into()));
    assert_eq!((&night["reviews"]["breaches"], &night["unannotated"]["incidents"]), (&1.into(), &1.into()));
    assert_eq!(json["groups"]["assignee"][0]["title"], serde_json::Value::Null);
}

#[test]
fn json_has_its_groups_even_where_the_policy_has_no_shifts() {
    let (state, policy) = (LedgerState::default(), policy());
    let waiting = Waiting::of(&state, &policy, minute(0));
    let json: serde_json::Value = serde_json::from_str(&json(&waiting, &policy)).unwrap();
    assert_eq!(json["groups"], serde_json::json!({ "assignee": [], "customer": [], "shift": [] }));
}

#[test]
fn json_is_exact_to_the_nanosecond() {
    let mut breach = recorded("INC-1", "x", 0);
    breach.over = Span::from_nanos(9_007_199_254_740_993_001);
    breach.deadline = breach.from.plus(Span::from_nanos(500_000_000));
    let (state, policy) = (state([breach]), policy());
    let waiting = Waiting::of(&state, &policy, minute(1530));
    let json = json(&waiting, &policy);
    for exact in [
        r#""over_s": 9007199254.740993001"#,
        r#""deadline": "2026-11-01T00:00:00.5+09:00""#,
        r#""longest_s": 91799.5"#,
    ] {
        assert!(json.contains(exact), "{exact} in {json}");
    }
}
