use unicode_width::UnicodeWidthStr;

use super::{status_json, status_table};
use crate::assess::sample::{annotation, minute, minutes, policy, recorded, state};
use crate::assess::{LedgerState, Waiting};
use crate::domain::{EntryId, Fix, Language, Policy, Request, Span, Withdrawal};
use crate::render::{Style, sample};

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
    let why = Withdrawal { verdict: "met".into(), as_of: minute(1200) };
    state.take_withdrawal(EntryId::from_bytes([9; 16]), "INC-4", "first-response", why);
    state.take_request(Request {
        id: "REQ-00000001".into(),
        team: "acme-ops".into(),
        cause: "runbook-missing".into(),
        signature: ["acme".into(), "db".into(), "#".into()],
        incidents: vec!["INC-0".into()],
        draft: "escalations/REQ-00000001.md".into(),
        steps: Vec::new(),
        at: minute(1100),
    });
    state
}

fn style(language: Language, width: usize) -> Style {
    Style { width: Some(width), limit: Some(10), ..sample::style(language) }
}

fn table(waiting: &Waiting<'_>, policy: &Policy, style: &Style) -> String {
    String::from_utf8(status_table(waiting, policy, style).unwrap()).unwrap()
}

#[test]
fn what_waits_stands_in_its_list_with_the_oldest_first() {
    let (state, policy) = (ledger(), policy());
    let waiting = Waiting::of(&state, &policy, minute(1530));
    let ids = |list: &[crate::assess::WaitingBreach<'_>]| {
        list.iter().map(|one| one.breach.incident.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&waiting.unannotated), ["INC-1", "INC-5"]);
    assert_eq!(waiting.unannotated[0].age, minutes(1500));
    assert_eq!(ids(&waiting.reviews), ["INC-2"]);
    assert_eq!(ids(&waiting.unrequested), ["INC-3"]);
    assert_eq!(waiting.stale[0].incident, "INC-4");
    let json: serde_json::Value =
        serde_json::from_slice(&status_json(&waiting, "slo 0.1.0").unwrap()).unwrap();
    assert_eq!(json["schema"], "slo.status/1");
    assert_eq!(json["unannotated"][0]["waiting_s"], 90_000);
    assert_eq!(json["unannotated"][0]["deadline"], "2026-11-01T00:30:00+09:00");
    assert_eq!(json["fixes_not_requested"][0]["annotation"]["cause"], "runbook-missing");
    assert_eq!(json["drafts"][0]["draft"], "escalations/REQ-00000001.md");
    assert_eq!(json["stale_annotations"][0]["reason"], "先方の作業");
}

#[test]
fn the_table_fits_eighty_columns_in_both_languages() {
    let (state, policy) = (ledger(), policy());
    let waiting = Waiting::of(&state, &policy, minute(1530));
    let japanese = table(&waiting, &policy, &style(Language::Japanese, 80));
    snapbox::assert_data_eq!(&japanese, snapbox::file!["status.ja.txt"].raw());
    let english = table(&waiting, &policy, &style(Language::English, 80));
    snapbox::assert_data_eq!(&english, snapbox::file!["status.en.txt"].raw());
    for line in japanese.lines().chain(english.lines()) {
        assert!(line.width() <= 80, "{line}");
        assert!(!line.contains('\u{1b}'));
    }
}

#[test]
fn a_long_list_says_how_much_of_it_is_not_shown() {
    let state = state((0..5).map(|number| recorded(&format!("INC-{number}"), "x", number)));
    let policy = policy();
    let waiting = Waiting::of(&state, &policy, minute(2000));
    let short = Style { limit: Some(2), ..style(Language::English, 80) };
    let text = table(&waiting, &policy, &short);
    assert!(text.contains("breaches without a cause: 5\n") && text.contains("and 3 more"), "{text}");
    assert!(!text.contains("INC-3"));
}

#[test]
fn an_empty_ledger_says_that_nothing_waits() {
    let (state, policy) = (LedgerState::default(), policy());
    let waiting = Waiting::of(&state, &policy, minute(0));
    assert!(waiting.is_empty());
    let text = table(&waiting, &policy, &style(Language::English, 80));
    assert_eq!(text, "as of  2026-11-01 00:00 (Asia/Tokyo)\nnothing waits\n");
}

#[test]
fn json_is_exact_to_the_nanosecond() {
    let mut breach = recorded("INC-1", "x", 0);
    breach.over = Span::from_nanos(9_007_199_254_740_993_001);
    breach.deadline = breach.from.plus(Span::from_nanos(500_000_000));
    let (state, policy) = (state([breach]), policy());
    let waiting = Waiting::of(&state, &policy, minute(1530));
    let json = String::from_utf8(status_json(&waiting, "slo 0.1.0").unwrap()).unwrap();
    for exact in [r#""over_s": 9007199254.740993001"#, r#""deadline": "2026-11-01T00:00:00.5+09:00""#] {
        assert!(json.contains(exact), "{exact} in {json}");
    }
}
