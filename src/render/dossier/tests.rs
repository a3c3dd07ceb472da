use unicode_width::UnicodeWidthStr;

use super::{dossier, dossiers};
use crate::assess::sample::{annotation, minute, minutes, policy, recorded, state};
use crate::assess::{Dossier, LedgerState};
use crate::domain::{
    Annotation, Decision, EntryId, Fix, Language, Load, Policy, RecordedBreach, Retraction, Shift, Shifts,
};
use crate::render::{Style, sample};

const DAY: i64 = 24 * 60;

fn with_shifts() -> Policy {
    let day = Shift { id: "day".into(), title: "日勤".into(), from: 510, to: 1050 };
    let night = Shift { id: "night".into(), title: "夜勤".into(), from: 1050, to: 510 };
    Policy { shifts: Shifts::new(vec![day, night]), ..policy() }
}

/// An incident of a night before a holiday, of a problem that was there before, written about twice.
fn ledger() -> LedgerState {
    let opened = 2 * DAY + 17 * 60 + 42;
    let stage = |name: &str, after: i64| (name.to_owned(), minute(opened + after));
    let breach = RecordedBreach {
        load: Some(Load { open: Some(12), before: 5 }),
        stages: vec![
            stage("opened", 0),
            stage("acknowledged", 3),
            stage("responded", 90),
            stage("closed", 600),
        ],
        ..recorded("INC-9", "web0123 ディスク使用率 91% を超えました", opened)
    };
    let mut ledger = state([
        recorded("INC-1", "web0001 ディスク使用率 80% を超えました", 0),
        recorded("INC-2", "web0002 ディスク使用率 85% を超えました", DAY),
        breach,
    ]);
    ledger.take_annotation(
        annotation(
            "INC-1",
            "runbook-missing",
            Fix::Required,
            "手順書に新しい監視項目の切り分けが載っておらず、担当者を探すのに時間がかかった",
        ),
        &[],
    );
    let first = annotation("INC-9", "other", Fix::Review, "人が足りない");
    let taken_back = annotation("INC-9", "customer-side", Fix::NotRequired, "\u{1b}[31m別件");
    let replaced = first.entry;
    let why = Retraction {
        entry: EntryId::from_bytes([7; 16]),
        annotation: taken_back.entry,
        why: "取り違え".into(),
        by: "suzuki".into(),
        at: minute(1200),
    };
    let stands = Annotation {
        by: "suzuki".into(),
        ..annotation("INC-9", "other", Fix::Review, "二画面を同時に見ていた")
    };
    let decision = Decision {
        entry: EntryId::from_bytes([8; 16]),
        annotation: stands.entry,
        fix: Fix::Required,
        why: "同じことが続いている".into(),
        by: "tanaka".into(),
        at: minute(1300),
    };
    ledger.take_annotation(first, &[]);
    ledger.take_annotation(taken_back, &[]);
    ledger.take_retraction("INC-9", why);
    ledger.take_annotation(stands, &[replaced]);
    ledger.take_decision("INC-9", decision, &[]);
    ledger
}

fn drawn(state: &LedgerState, policy: &Policy, incident: &str, language: Language, width: usize) -> String {
    let found = Dossier::of(state, policy, incident, None).unwrap();
    let style = Style { width: Some(width), ..sample::style(language) };
    String::from_utf8(dossier(&found, Some((3, 14)), policy, &style).unwrap()).unwrap()
}

#[test]
fn a_dossier_fits_the_screen_in_both_languages() {
    let (state, policy) = (ledger(), with_shifts());
    let japanese = drawn(&state, &policy, "INC-9", Language::Japanese, 80);
    snapbox::assert_data_eq!(&japanese, snapbox::file!["dossier.ja.txt"].raw());
    let english = drawn(&state, &policy, "INC-9", Language::English, 80);
    snapbox::assert_data_eq!(&english, snapbox::file!["dossier.en.txt"].raw());
    for line in japanese.lines().chain(english.lines()) {
        assert!(line.width() <= 80, "{line}");
        assert!(!line.contains('\u{1b}'));
    }
    // So that the questions fit below it on 24 lines.
    assert!(japanese.lines().count() <= 16 && english.lines().count() <= 16);
}

#[test]
fn what_is_not_known_is_not_told() {
    let mut breach = RecordedBreach {
        title: None,
        customer: None,
        service: None,
        severity: None,
        assignee: None,
        status: None,
        // Monday, 2 November 2026, at noon.
        ..recorded("INC-1", "", DAY + 12 * 60)
    };
    breach.open = true;
    breach.as_of = breach.from.plus(minutes(300));
    breach.elapsed = minutes(300);
    breach.over = minutes(270);
    breach.stages.truncate(1);
    let text = drawn(&state([breach]), &policy(), "INC-1", Language::English, 80);
    assert_eq!(
        text,
        "[3/14] INC-1\n\
         missed   一次対応完了: 30m promised, has taken 5h: 4h30m over (deadline\n         \
         2026-11-02 12:30)\n\
         course   2026-11-02 12:00 opened\n\
         around   weekday, not at night\n\
         30 days  not this problem\n"
    );
}

#[test]
fn when_a_reason_was_learnt_is_told_where_it_stands() {
    let mut ledger = state([recorded("INC-1", "x", 0)]);
    let before =
        Annotation { happened: Some(minute(1140)), ..annotation("INC-1", "other", Fix::Review, "a") };
    let stands =
        Annotation { happened: Some(minute(1150)), ..annotation("INC-1", "other", Fix::Review, "b") };
    let replaced = before.entry;
    ledger.take_annotation(before, &[]);
    ledger.take_annotation(stands, &[replaced]);
    let told = |language| drawn(&ledger, &policy(), "INC-1", language, 80);
    let english = told(Language::English);
    assert!(english.contains("(sato, 2026-11-01 18:20)\n         learnt 2026-11-01 19:10\n"), "{english}");
    assert!(!english.contains("19:00"), "{english}");
    let japanese = told(Language::Japanese);
    assert!(japanese.contains("\n          判明 2026-11-01 19:10\n"), "{japanese}");
}

#[test]
fn several_incidents_are_listed_a_line_each() {
    let (state, policy) = (ledger(), policy());
    let found: Vec<_> = ["INC-1", "INC-9"].iter().map(|id| Dossier::breaches(&state, id, None)).collect();
    let style = Style { width: Some(80), ..sample::style(Language::Japanese) };
    assert_eq!(
        String::from_utf8(dossiers(&found, &policy, &style).unwrap()).unwrap(),
        "  INC-1  web0001 ディスク使用率 80% を超えました（一次対応完了を1時間超過）\n  \
         INC-9  web0123 ディスク使用率 91% を超えました（一次対応完了を1時間超過）\n"
    );
}

#[test]
fn of_many_incidents_the_first_are_listed() {
    let ids: Vec<String> = (0..13).map(|number| format!("INC-{number}")).collect();
    let state = state(ids.iter().map(|id| recorded(id, "x", 0)));
    let found: Vec<_> = ids.iter().map(|id| Dossier::breaches(&state, id, None)).collect();
    let style = Style { width: Some(80), ..sample::style(Language::English) };
    let text = String::from_utf8(dossiers(&found, &policy(), &style).unwrap()).unwrap();
    assert!(text.contains("INC-9") && !text.contains("INC-10") && text.ends_with("and 3 more\n"), "{text}");
}
