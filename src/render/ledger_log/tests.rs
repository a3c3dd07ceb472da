use std::path::Path;

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::{ledger_log_csv, ledger_log_json, ledger_log_table};
use crate::assess::sample::{minute, minutes, policy};
use crate::assess::{LedgerLog, LogFilter, LogSelection};
use crate::domain::{EntryId, EntryKind, Fix, Language, LogEntry, LoggedBreach, RequestStatus, Said};
use crate::render::{Style, sample};

fn id(number: u8) -> EntryId {
    EntryId::from_bytes([number; EntryId::BYTES])
}

fn incident() -> String {
    "INC-1".into()
}

fn late(over: i64, open: bool) -> LoggedBreach {
    LoggedBreach { incident: incident(), objective: "first-response".into(), over: minutes(over), open }
}

/// An entry of each kind, with what a hostile export or colleague might write.
fn everything() -> Vec<LogEntry> {
    let annotation = |objective: Option<&str>, cause: &str, reason: &str| Said::Annotation {
        incident: incident(),
        objective: objective.map(str::to_owned),
        cause: cause.into(),
        reason: reason.into(),
    };
    let request = || "REQ-3f9a2c11".to_owned();
    let said: Vec<(Said, &[u8])> = vec![
        (Said::Breach(late(61, true)), &[]),
        (Said::Check { exports: vec!["a.csv".into(), "b.csv".into()], incidents: 1319, breaches: 56 }, &[]),
        (annotation(None, "other", "=cmd|' /C calc'!A0 \u{1b}[31m\u{9b}2J\n二行目"), &[]),
        (Said::BreachAmended(late(90, false)), &[1]),
        (annotation(Some("first-response"), "runbook-missing", "手順書に再起動の手順がない"), &[3]),
        (
            Said::Decision {
                incident: incident(),
                objective: None,
                fix: Fix::NotRequired,
                why: "直した".into(),
            },
            &[],
        ),
        (
            Said::Request {
                request: request(),
                team: "acme-ops".into(),
                cause: "runbook-missing".into(),
                incidents: vec![incident(), "INC-2".into()],
                left_out: Vec::new(),
            },
            &[],
        ),
        (
            Said::RequestStatus {
                request: request(),
                status: RequestStatus::Sent,
                note: Some("メール".into()),
            },
            &[],
        ),
        (
            Said::AnnotationRetracted {
                incident: incident(), objective: None, why: "別件だった".into()
            },
            &[5],
        ),
        (
            Said::BreachWithdrawn {
                incident: incident(),
                objective: "first-response".into(),
                verdict: "met".into(),
            },
            &[4],
        ),
        (Said::Report { about: "2026-11".into(), exports: vec!["a.csv".into(), "b.csv".into()] }, &[]),
    ];
    let entry = |(number, (said, supersedes)): (u8, (Said, &[u8]))| LogEntry {
        entry: id(number),
        line: number.into(),
        at: minute(i64::from(number) * 7),
        by: "佐藤".into(),
        said,
        supersedes: supersedes.iter().copied().map(id).collect(),
        content: format!("{{\"v\":1, \"later\":1.10,\t\"text\":\"\u{9b}2J\u{202e} {number}\"}}"),
    };
    (1..).zip(said).map(entry).collect()
}

fn log(filter: &LogFilter) -> LedgerLog {
    let mut selection = LogSelection::new(filter);
    for entry in everything() {
        selection.take(entry);
    }
    selection.finish()
}

fn table(filter: &LogFilter, language: Language, width: usize) -> String {
    let style = Style { width: Some(width), ..sample::style(language) };
    let bytes = ledger_log_table(&log(filter), Path::new("slo-ledger.jsonl"), &policy(), &style);
    String::from_utf8(bytes.unwrap()).unwrap()
}

#[test]
fn each_kind_has_its_sentence_in_both_languages() {
    let all = LogFilter::default();
    let (japanese, english) = (table(&all, Language::Japanese, 130), table(&all, Language::English, 130));
    snapbox::assert_data_eq!(&japanese, snapbox::file!["log.ja.txt"].raw());
    snapbox::assert_data_eq!(&english, snapbox::file!["log.en.txt"].raw());
    for width in [80, 60, 40] {
        for line in
            [Language::Japanese, Language::English].map(|one| table(&all, one, width)).concat().lines()
        {
            assert!(line.width() <= width, "{line}");
            assert!(!line.contains(['\u{1b}', '\u{9b}']), "{line}");
        }
    }
    let kinds: std::collections::BTreeSet<_> = everything().iter().map(|entry| entry.said.kind()).collect();
    assert_eq!(kinds.len(), EntryKind::ALL.len());
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let filter = LogFilter::default();
    let mut selection = LogSelection::new(&filter);
    for mut entry in everything() {
        entry.by = "サントス・マリア".into();
        match &mut entry.said {
            Said::Breach(breach) | Said::BreachAmended(breach) => breach.incident = "INC-202610-0001".into(),
            Said::BreachWithdrawn { incident, .. }
            | Said::Annotation { incident, .. }
            | Said::AnnotationRetracted { incident, .. }
            | Said::Decision { incident, .. } => *incident = "INC-202610-0001".into(),
            Said::Request { .. } | Said::RequestStatus { .. } | Said::Check { .. } | Said::Report { .. } => {}
        }
        selection.take(entry);
    }
    let log = selection.finish();
    for (language, width) in [Language::Japanese, Language::English]
        .into_iter()
        .flat_map(|one| [100, 80, 60, 40].map(|width| (one, width)))
    {
        let style = Style { width: Some(width), ..sample::style(language) };
        let bytes = ledger_log_table(&log, Path::new("slo-ledger.jsonl"), &policy(), &style).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.lines().all(|line| line.width() <= width), "{width}:\n{text}");
        assert!(text.contains("INC-202610-0001"), "{text}");
    }
}

#[test]
fn what_is_not_shown_is_counted() {
    let text = table(&LogFilter { limit: Some(2), ..LogFilter::default() }, Language::English, 100);
    assert!(
        text.starts_with("ledger  slo-ledger.jsonl: 2 of 11 entries, times in Asia/Tokyo\n9 older not shown"),
        "{text}"
    );
    assert_eq!(text.lines().count(), 6);
    let none = table(&LogFilter { by: Some("x".into()), ..LogFilter::default() }, Language::Japanese, 100);
    assert_eq!(
        none,
        "台帳  slo-ledger.jsonl（全 11 件中 0 件、時刻は Asia/Tokyo）\n条件に合う記録はありません\n"
    );
}

#[test]
fn json_has_every_entry_as_it_stands_and_nothing_that_steers_a_terminal() {
    let log = log(&LogFilter::default());
    let bytes = ledger_log_json(&log, Path::new("x.jsonl"), policy().zone, "slo 0.1.0").unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(!text.chars().any(|character| character.is_control() && character != '\n'));
    assert!(!text.contains('\u{202e}') && text.contains("\"later\":1.10"), "{text}");
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((json["schema"].as_str(), &json["all"]), (Some("slo.ledger-log/1"), &Value::from(11)));
    let entries = json["entries"].as_array().unwrap();
    for (entry, known) in entries.iter().zip(&log.entries) {
        assert_eq!(entry["content"], serde_json::from_str::<Value>(&known.content).unwrap());
        assert_eq!(entry["kind"], known.said.kind().word());
    }
    assert_eq!(entries[2]["superseded_by"], id(5).to_string());
    assert_eq!(entries[4]["objective"], "first-response");
    assert_eq!(entries[6]["request"], "REQ-3f9a2c11");
    assert_eq!((&entries[6]["incident"], &entries[1]["superseded_by"]), (&Value::Null, &Value::Null));
    assert_eq!(entries[0]["at"], "2026-11-01T00:07:00+09:00");
}

#[test]
fn csv_has_a_row_for_each_entry_that_no_spreadsheet_runs() {
    let mut entries = everything();
    entries[0].by = "=1+1".into();
    let filter = LogFilter::default();
    let mut selection = LogSelection::new(&filter);
    for entry in entries {
        selection.take(entry);
    }
    let log = selection.finish();
    let text = ledger_log_csv(&log, &policy(), &sample::style(Language::English)).unwrap();
    let mut reader = csv::Reader::from_reader(&text[..]);
    assert_eq!(
        reader.headers().unwrap().iter().collect::<Vec<_>>().join(","),
        "entry,line,at,by,kind,incident,objective,request,text,superseded_by,overruled_by"
    );
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 11);
    assert_eq!(&rows[0][3], "'=1+1");
    assert_eq!(
        rows[0].iter().skip(1).collect::<Vec<_>>(),
        [
            "1",
            "2026-11-01T00:07:00+09:00",
            "'=1+1",
            "breach",
            "INC-1",
            "first-response",
            "",
            "一次対応完了: over by 1h1m, still open",
            "04040404040404040404040404040404",
            ""
        ]
    );
    assert_eq!(&rows[2][8], "その他: =cmd|' /C calc'!A0 ␛[31m\u{fffd}2J\n二行目");
    assert_eq!((&rows[7][5], &rows[7][7], &rows[7][8]), ("", "REQ-3f9a2c11", "sent: メール"));
}

#[test]
fn an_answer_that_another_one_overrules_is_marked_everywhere() {
    let mut log = log(&LogFilter::default());
    let (decision, other) = (id(6), id(99));
    log.overrule(decision, other);
    for (language, mark) in [(Language::Japanese, "不採用"), (Language::English, "overruled")] {
        let style = Style { width: Some(130), ..sample::style(language) };
        let bytes = ledger_log_table(&log, Path::new("slo-ledger.jsonl"), &policy(), &style).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let marked: Vec<&str> = text.lines().filter(|line| line.contains(mark)).collect();
        assert!(marked.len() == 1 && marked[0].contains("直した"), "{text}");
    }
    let json = ledger_log_json(&log, Path::new("x"), policy().zone, "slo 0.1.0").unwrap();
    let json: Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["entries"][5]["overruled_by"], other.to_string());
    assert_eq!(json["entries"][4]["overruled_by"], Value::Null);
    let csv = ledger_log_csv(&log, &policy(), &sample::style(Language::English)).unwrap();
    let mut reader = csv::Reader::from_reader(&csv[..]);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!((&rows[5][9], &rows[5][10]), ("", other.to_string().as_str()));
    assert_eq!((&rows[2][9], &rows[2][10]), (id(5).to_string().as_str(), ""));
}
