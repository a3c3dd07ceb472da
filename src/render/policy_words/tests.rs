use std::path::PathBuf;

use super::*;
use crate::domain::{
    Cause, ClockRules, Condition, Escalation, FieldId, Fields, FiscalStart, Fix, Goal, Instant, Mapping,
    Objective, Pattern, Promise, Rows, Severity, SeverityScale, Shift, Shifts, SkippedStage, Span,
    StageColumn, StageId, Stages, Target, Team, Zone,
};

pub(super) fn sample() -> Policy {
    let mut stages = Stages::with(["opened", "triaged", "due"]);
    let due = stages.find("due").unwrap();
    stages.mark_deadline(due);
    let fields = Fields::with(["channel"]);
    let when = |field: FieldId, texts: &[&str]| {
        Condition::new(vec![(field, texts.iter().map(|text| Pattern::new(text)).collect())])
    };
    let target = |when: Condition, promise: Promise, line: usize| Target {
        when,
        since: None,
        until: None,
        promise,
        calendar: None,
        line,
    };
    let (responded, resolved) = (stages.find("responded").unwrap(), stages.find("resolved").unwrap());
    let acknowledged = stages.find("acknowledged").unwrap();
    let minutes = |minutes: i64| Promise::Within(Span::from_seconds(minutes * 60).unwrap());
    let both = Condition::new(vec![
        (FieldId::SEVERITY, vec![Pattern::new("high")]),
        (FieldId::CUSTOMER, vec![Pattern::new("ACME"), Pattern::new("Globex*")]),
    ]);
    Policy {
        name: "Support\u{1b}[31m desk".to_owned(),
        path: PathBuf::from("team/slo.toml"),
        sha256: "0123abcd".to_owned(),
        zone: Zone::named("Asia/Tokyo").unwrap(),
        language: Some(Language::Japanese),
        severities: SeverityScale::new(vec![
            Severity { name: "critical".to_owned(), values: vec!["P1".to_owned(), "緊急".to_owned()] },
            Severity { name: "high".to_owned(), values: Vec::new() },
        ]),
        mapping: Mapping {
            zone: Zone::named("UTC"),
            missing: vec!["?".to_owned(), "-".to_owned()],
            id: Some(crate::domain::IdColumns::One(vec!["number".to_owned()])),
            fields: vec![(fields.find("channel").unwrap(), vec!["contact_type".to_owned()])],
            stages: vec![
                (StageId::OPENED, vec![StageColumn::Time("opened_at".to_owned())]),
                (
                    acknowledged,
                    vec![StageColumn::After {
                        stage: StageId::OPENED,
                        column: "ack_s".to_owned(),
                        unit: crate::domain::CountUnit::Seconds,
                    }],
                ),
            ],
            rows: Rows::Snapshots { order_by: Some("updated".to_owned()) },
            ..Mapping::default()
        },
        presets: Vec::new(),
        objectives: vec![
            Objective {
                id: "first-response".to_owned(),
                title: "一次対応完了".to_owned(),
                from: StageId::OPENED,
                to: responded,
                goal: Goal::parse("95%"),
                pauses: true,
                targets: vec![
                    target(when(FieldId::SEVERITY, &["critical"]), minutes(30), 14),
                    target(both, minutes(90), 15),
                    target(when(FieldId::STATUS, &["test"]), Promise::Exempt("test alerts".to_owned()), 16),
                    Target {
                        since: Instant::from_epoch(1_774_969_200, 0),
                        until: Instant::from_epoch(1_774_969_200 + 9 * 3600, 0),
                        ..target(Condition::default(), minutes(240), 17)
                    },
                ],
                line: 10,
            },
            Objective {
                id: "resolve".to_owned(),
                title: "resolve".to_owned(),
                from: StageId::OPENED,
                to: resolved,
                goal: None,
                pauses: true,
                targets: vec![target(Condition::default(), Promise::By(due), 23)],
                line: 20,
            },
        ],
        clock: ClockRules { skipped_stage: SkippedStage::NextStage, ..ClockRules::default() },
        calendars: Vec::new(),
        exclusions: Vec::new(),
        causes: vec![
            Cause {
                id: "runbook-missing".to_owned(),
                title: "手順書がない・古い".to_owned(),
                fix: Fix::Required,
                improvement: Some("手順書を整備する".to_owned()),
                owner: None,
            },
            Cause {
                id: "other".to_owned(),
                title: "その他".to_owned(),
                fix: Fix::Review,
                improvement: None,
                owner: None,
            },
        ],
        teams: vec![Team {
            id: "acme-ops".to_owned(),
            title: "ACME 運用チーム".to_owned(),
            when: when(FieldId::CUSTOMER, &["ACME"]),
            contact: Some("#acme-ops".to_owned()),
        }],
        shifts: Shifts::new(vec![
            Shift { id: "day".to_owned(), title: "日\u{1b}勤".to_owned(), from: 510, to: 1050 },
            Shift { id: "night".to_owned(), title: "夜勤".to_owned(), from: 1050, to: 510 },
            Shift { id: "late".to_owned(), title: "遅番".to_owned(), from: 840, to: 1440 },
        ]),
        escalation: Escalation {
            reply_within: Span::from_seconds(5 * 86_400),
            template: Some("words/request.md".into()),
            ..Escalation::default()
        },
        fiscal_start: FiscalStart::default(),
        ledger: None,
        stages,
        fields,
    }
}

pub(super) fn assert_in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part:?} is missing or out of order in\n{text}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn english_words_say_every_part_of_the_policy() {
    assert_in_order(
        &policy_words(&sample(), Language::English),
        &[
            "File: team/slo.toml (SHA-256 0123abcd)",
            "Time zone: Asia/Tokyo",
            "  一次対応完了 (first-response, line 10)\n    From opened to responded.\n",
            "Goal: at least 95 % of the judged incidents of each calendar month of opened.\n",
            "1. severity critical: within 30m (line 14)\n",
            "2. severity high and customer ACME or Globex*: within 1h30m (line 15)\n",
            "3. status test: nothing is promised (test alerts) (line 16)\n",
            "4. every other incident: within 4h, opened from 2026-04-01 on and before 2026-04-01 09:00 (line 17)\n",
            "counted as uncovered",
            "resolve (resolve, line 20)",
            "No goal is set",
            "1. every incident: by the deadline in the export, due (line 23)\n",
            "Exactly on target is met.",
            "counts as reached when the next recorded stage was (clock.skipped_stage = \"next-stage\")",
            "Rate = met / (met + breached)",
            "day and month of opened in Asia/Tokyo",
            "Of several rows with the same id in one export the last one counts",
            "opened → triaged → acknowledged →",
            "Read as deadlines: due",
            "1. critical: P1, 緊急 in the export",
            "zone of times without one: UTC",
            "read as missing, like an empty cell: ?, -",
            "highest value of column \"updated\"",
            "channel: column \"contact_type\"",
            "acknowledged: opened plus the seconds in column \"ack_s\"",
            "Shifts (where they overlap, the first one counts)\n  日",
            "勤 (day): 08:30 to 17:30\n  夜勤 (night): 17:30 to 08:30 of the next day\n  遅番 (late): 14:00 to 24:00\n",
            "Times are those of Asia/Tokyo.",
            "手順書がない・古い (runbook-missing): a fix is required\n    asked for: 手順書を整備する",
            "1. ACME 運用チーム (acme-ops): customer ACME, contact #acme-ops",
            "Folder of the drafts: team/escalations",
            "An answer is wanted within 5d",
            "Template of the requests: team/words/request.md",
            "Ledger: team/slo-ledger.jsonl",
        ],
    );
}

#[test]
fn japanese_words_say_every_part_of_the_policy() {
    assert_in_order(
        &policy_words(&sample(), Language::Japanese),
        &[
            "タイムゾーン: Asia/Tokyo",
            "一次対応完了（first-response、10 行目）\n    発生（opened）から一次対応完了（responded）まで。\n",
            "目標率: 判定したインシデントの 95% 以上",
            "1. 重大度が critical: 30分以内（14 行目）\n",
            "2. 重大度が high、かつ顧客が ACME または Globex*: 1時間30分以内（15 行目）\n",
            "3. 状態が test: 対象外（理由: test alerts）（16 行目）\n",
            "4. その他のすべてのインシデント: 4時間以内、2026-04-01 以降 2026-04-01 09:00 より前に発生したもの（17 行目）\n",
            "「目標なし」として数え",
            "1. すべてのインシデント: エクスポートに書かれた期限 due まで（23 行目）",
            "目標ちょうどは達成",
            "次に記録のある段階の日時に達したとみなす",
            "遵守率 = 達成 ÷（達成 + 未達）",
            "発生（opened） → triaged → 受付（acknowledged） → 一次連絡（notified）",
            "受付（acknowledged）: 発生（opened）に列「ack_s」の秒数を足した日時",
            "■ シフト（重なる時間は先に書いたシフト）\n  日",
            "勤（day）: 08:30〜17:30\n  夜勤（night）: 17:30〜翌日 08:30\n  遅番（late）: 14:00〜24:00\n",
            "手順書がない・古い（runbook-missing）: 修正が必要\n    改善依頼: 手順書を整備する",
            "回答を待つ期間: 依頼から 5日",
        ],
    );
}

#[test]
fn a_policy_without_shifts_says_nothing_of_them() {
    let policy = Policy { shifts: Shifts::default(), ..sample() };
    assert!(!policy_words(&policy, Language::English).contains("Shifts"));
    assert!(!policy_words(&policy, Language::Japanese).contains("シフト"));
}

#[test]
fn a_target_for_everything_leaves_nothing_uncovered() {
    let mut policy = sample();
    policy.objectives.remove(0);
    assert!(!policy_words(&policy, Language::English).contains("none of them matches"));
}

#[test]
fn texts_of_the_policy_do_not_steer_the_terminal() {
    for language in [Language::English, Language::Japanese] {
        let text = policy_words(&sample(), language);
        assert!(!text.chars().any(|char| char.is_control() && char != '\n'));
    }
}
