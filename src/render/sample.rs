//! One report that shows what every format must cope with.

use crate::assess::{
    AdjustedStamp, Breaches, Change, Changes, Counts, Distrust, GroupRow, Grouping, ObjectiveReport,
    PolicyRef, Report, ReportedBreach, SourceSummary, UnreadableRow,
};
use crate::domain::{
    Annotation, Breach, ClockRules, EntryId, Fields, Fix, Goal, Incident, IncidentPart, Instant, Language,
    NoteKind, Position, Reach, Reading, SnapshotWriter, Span, StageId, Stages, Stamp, StampNote, Window,
    Zone,
};

use super::Style;

/// 2026-10-01T00:00:00+09:00.
const OCTOBER: i64 = 1_790_780_400;

/// A moment in October 2026, in Tokyo.
pub(super) fn at(day: i64, hour: i64, minute: i64) -> Instant {
    Instant::from_epoch(OCTOBER + (((day - 1) * 24 + hour) * 60 + minute) * 60, 0).unwrap()
}

pub(super) fn minutes(minutes: i64) -> Span {
    Span::from_seconds(minutes * 60).unwrap()
}

/// A pipe that takes all and has no limit.
pub(super) fn style(language: Language) -> Style {
    Style {
        language,
        width: None,
        colour: false,
        limit: Some(4),
        groups: vec!["severity".to_owned(), "month".to_owned()],
        names: false,
        csv_bom: false,
        program: "slo 0.1.0".to_owned(),
    }
}

/// A month with five breaches of two objectives, and a third objective without a base.
pub(super) fn report() -> Report {
    let first = Counts {
        met: 376,
        breached: 28,
        breached_open: 2,
        pending: 2,
        unknown: 9,
        uncovered: 1,
        excluded: 3,
    };
    let resolve = Counts { met: 1_999, breached: 1, unknown: 0, ..Counts::default() };
    Report {
        as_of: at(31, 9, 0),
        zone: Zone::named("Asia/Tokyo").unwrap(),
        language: Some(Language::Japanese),
        policy: PolicyRef {
            name: "サポートデスク SLO".to_owned(),
            path: "slo.toml".to_owned(),
            sha256: "3f9a2c11d0e4b5a697887766554433221100ffeeddccbbaa9988776655443322".to_owned(),
            stages: Stages::with([]),
            fields: Fields::with(["channel"]),
            clock: ClockRules::default(),
            causes: vec![],
            holiday_files: vec![],
        },
        sources: vec![
            source("exports/10月.csv", "shift_jis", 419),
            source("exports/late.csv", "utf-8-bom", 4),
        ],
        window: Window { from: Some(at(1, 0, 0)), to: Some(at(32, 0, 0)) },
        filters: vec!["service=web-*".to_owned()],
        incidents: 419,
        after_as_of: 2,
        objectives: vec![
            objective("first-response", "一次対応完了", Some("95%"), first),
            objective("resolve", "復旧", Some("99.9%"), resolve),
            objective("close", "クローズ", Some("90%"), Counts { uncovered: 419, ..Counts::default() }),
        ],
        breaches: breaches(),
        pending: vec![pending("INC0010402", 31, 8, 45), pending("INC0010410", 31, 8, 55)],
        near_misses: Vec::new(),
        exclusions: Vec::new(),
        unsure_holidays: Vec::new(),
        unreadable: vec![
            unreadable(0, 7, "resolved_at", "2026-13-01 09:00", "not a date: there is no month 13"),
            unreadable(0, 12, "opened_at", "\u{1B}[31m?", "not a time"),
        ],
        adjusted: vec![AdjustedStamp {
            source: 1,
            row: 3,
            note: StampNote {
                part: IncidentPart::Stage(StageId::OPENED),
                column: "opened_at".to_owned(),
                value: "2026-11-01 01:30".to_owned(),
                position: None,
                kind: NoteKind::Overlap,
            },
        }],
        warnings: Vec::new(),
        since_last_check: Some(changes()),
    }
}

fn source(path: &str, encoding: &str, rows: u64) -> SourceSummary {
    SourceSummary {
        path: path.to_owned(),
        format: "csv",
        sheet: None,
        title_rows: 0,
        encoding: encoding.to_owned(),
        date_order: (rows > 100).then_some("day-first"),
        rows,
        incidents: rows - 2,
        unreadable: 1,
        stage_columns: vec![],
        ..SourceSummary::default()
    }
}

fn objective(id: &str, title: &str, goal: Option<&str>, counts: Counts) -> ObjectiveReport {
    let half = Counts { met: counts.met / 2, breached: counts.breached, ..Counts::default() };
    let rows = vec![
        GroupRow { key: Some("critical".to_owned()), counts: half },
        GroupRow {
            key: Some("high".to_owned()),
            counts: Counts { met: counts.met / 2, ..Counts::default() },
        },
        GroupRow { key: None, counts: Counts { met: 0, breached: 0, breached_open: 0, ..counts } },
    ];
    let groups = if id == "first-response" {
        let month = GroupRow { key: Some("2026-10".to_owned()), counts };
        vec![
            Grouping { by: "severity".to_owned(), rows },
            Grouping { by: "month".to_owned(), rows: vec![month] },
        ]
    } else {
        Vec::new()
    };
    let goal = goal.and_then(Goal::parse);
    ObjectiveReport {
        id: id.to_owned(),
        title: title.to_owned(),
        goal,
        counts,
        without_exclusions: None,
        groups,
    }
}

fn breaches() -> Breaches {
    let open = |_| Reach::NotYet;
    let annotation = Annotation {
        entry: EntryId::from_bytes([0xa1; EntryId::BYTES]),
        incident: "INC0010388".to_owned(),
        objective: None,
        cause: "runbook-missing".to_owned(),
        reason: "手順書が古く、連絡先が違っていた".to_owned(),
        improvement: Some("=手順書の更新".to_owned()),
        proposed: Fix::Required,
        happened: None,
        decision: None,
        by: "佐藤".to_owned(),
        at: at(29, 10, 30),
    };
    let mut breaches = vec![
        breach(
            "INC0010311",
            0,
            ["ディスク使用率が95%を超過しています", "web-prod-01", "株式会社アクメ", "critical"],
            at(28, 3, 12),
            open,
        ),
        breach(
            "INC0010388",
            0,
            ["バッチ処理「売上集計」が異常終了", "batch-02", "グロベックス", "high"],
            at(29, 1, 5),
            |from| Reach::At(from.plus(minutes(150))),
        ),
        breach(
            "INC0010390",
            0,
            [
                "=cmd|'/C calc'!A0 <b>|x|</b> [y](http://evil.example)\n\u{1B}[2J\u{202E}",
                "web-prod-02",
                "@ACME",
                "high",
            ],
            at(29, 2, 0),
            |from| Reach::At(from.plus(Span::from_nanos(7_200_500_000_000))),
        ),
        breach(
            "INC0010391",
            1,
            ["VPN接続不可", "vpn-gw", "株式会社アクメ", "critical"],
            at(29, 4, 30),
            |from| Reach::At(from.plus(minutes(45))),
        ),
        breach(
            "INC0010395",
            0,
            ["High CPU on db-07", "db-07", "Initech", "medium"],
            at(30, 22, 59),
            |from| Reach::At(from.plus(minutes(31))),
        ),
    ];
    breaches[1].annotation = Some(Box::new(annotation));
    breaches
}

fn breach(
    id: &str,
    objective: usize,
    [title, service, customer, severity]: [&str; 4],
    from: Instant,
    reach: impl Fn(Instant) -> Reach,
) -> Box<ReportedBreach> {
    let reach = reach(from);
    let until = if let Reach::At(reached) = reach { reached } else { at(31, 9, 0) };
    let fields = [title, service, customer, severity, "in progress", "鈴木", "mail"].map(Some);
    let stamps = [Stamp::At(from), Stamp::At(from.plus(minutes(4)))];
    let position = Position { source: 0, block: 0, row: 5 };
    let target = minutes(30);
    let reading = Reading { from, reach, target, elapsed: until.since(from), stopped: Span::ZERO };
    let incident = Incident::new(id, &fields, &stamps, position);
    let incident = SnapshotWriter::default().keep(&incident, fields.into_iter());
    let deadline = from.plus(target);
    let breach = Breach { incident, objective, target: 0, reading, deadline, last_in_time: deadline };
    Box::new(ReportedBreach { row: 7, ..ReportedBreach::of(breach, 31) })
}

fn pending(id: &str, day: i64, hour: i64, minute: i64) -> Box<ReportedBreach> {
    let texts = ["監視エージェント停止", "web-prod-03", "グロベックス", "low"];
    breach(id, 0, texts, at(day, hour, minute), |_| Reach::NotYet)
}

fn unreadable(source: usize, row: u64, column: &str, value: &str, reason: &str) -> UnreadableRow {
    let [column, value] = [column, value].map(|text| Some(text.to_owned()));
    UnreadableRow { source, row, column, value, reason: Distrust::Told(reason.to_owned()) }
}

fn changes() -> Changes {
    let change = |incident: &str, before, now, verdict: Option<&str>| Change {
        incident: incident.to_owned(),
        objective: "first-response".to_owned(),
        over_before: before,
        over_now: now,
        verdict: verdict.map(str::to_owned),
    };
    Changes {
        last_check: at(30, 9, 0),
        new: vec![change("INC0010395", None, Some(minutes(1)), None)],
        amended: vec![change("INC0010388", Some(minutes(90)), Some(minutes(120)), None)],
        withdrawn: vec![change("INC0010299", Some(minutes(5)), None, Some("met"))],
    }
}
