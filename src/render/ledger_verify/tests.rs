use std::path::Path;

use serde_json::Value;

use super::{ledger_audit_json, ledger_audit_table};
use crate::assess::sample::{minute, policy};
use crate::assess::{AuditFault, LedgerAudit, RepeatedLine};
use crate::domain::Language;
use crate::render::{Style, sample};

fn audit() -> LedgerAudit {
    LedgerAudit {
        entries: 1234,
        kinds: [1200, 0, 4, 20, 0, 0, 1, 0, 9, 0],
        incidents: 1100,
        first: Some(minute(0)),
        last: Some(minute(900)),
        digest: "1f".repeat(32),
        content_digest: "2e".repeat(32),
        repeated: (10..17).map(|line| RepeatedLine { line, first: line - 9 }).collect(),
        faults: Vec::new(),
    }
}

fn table(audit: &LedgerAudit, language: Language) -> String {
    let style = Style { width: Some(100), ..sample::style(language) };
    let bytes = ledger_audit_table(audit, Path::new("slo-ledger.jsonl"), policy().zone, &style);
    String::from_utf8(bytes.unwrap()).unwrap()
}

#[test]
fn what_was_found_is_told_in_both_languages() {
    snapbox::assert_data_eq!(table(&audit(), Language::Japanese), snapbox::file!["verify.ja.txt"].raw());
    snapbox::assert_data_eq!(table(&audit(), Language::English), snapbox::file!["verify.en.txt"].raw());
    let empty = LedgerAudit::default();
    assert!(!table(&empty, Language::English).contains("written"));
    let faults = vec![AuditFault { line: 3, reason: "x".into() }];
    let text = table(&LedgerAudit { faults, ..audit() }, Language::English);
    assert!(text.ends_with("\n1 fault\n"), "{text}");
}

#[test]
fn json_tells_the_faults_too() {
    let faults = vec![AuditFault { line: 3, reason: "no \u{1b}[31m".into() }];
    let audit = LedgerAudit { faults, ..audit() };
    let bytes = ledger_audit_json(&audit, Path::new("x.jsonl"), policy().zone, "slo 0.1.0").unwrap();
    assert!(!bytes.contains(&0x1b));
    let json: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!((json["schema"].as_str(), json["ok"].as_bool()), (Some("slo.ledger-verify/1"), Some(false)));
    assert_eq!(json["faults"][0], serde_json::json!({ "line": 3, "reason": "no \u{1b}[31m" }));
    assert_eq!(json["kinds"]["annotation"], 20);
    assert_eq!(json["repeated"][0], serde_json::json!({ "line": 10, "first_line": 1 }));
    assert_eq!(json["last"], "2026-11-01T15:00:00+09:00");
}
