//! Many writers at once.

use std::collections::HashSet;
use std::thread;

use serde_json::Value;

use crate::desk::{Desk, outcome};

const POLICY: &str = r#"schema = 1
timezone = "Asia/Tokyo"
[objectives.first-response]
from = "opened"
to = "responded"
targets = [{ within = "30m" }]
[causes.crowded]
title = "同時に多くの障害"
fix = "not-required"
"#;

const WRITERS: usize = 16;
const EACH: usize = 500;
/// So many incidents are annotated by all writers, each again and again.
const INCIDENTS: usize = 250;

/// A desk whose ledger has late incidents.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("slo.toml", POLICY);
    let late = |number| format!("INC-{number},2026-10-01 10:00,2026-10-01 11:00\n");
    let rows: String = (0..INCIDENTS).map(late).collect();
    desk.write("export.csv", &format!("id,opened,responded\n{rows}"));
    desk.answer(&["check", "export.csv"]);
    desk
}

#[test]
fn sixteen_processes_that_annotate_five_hundred_times_each_lose_nothing() {
    let desk = desk();
    let annotate = |writer: usize| {
        for number in 0..EACH {
            let incident = format!("INC-{}", (number + writer * 7) % INCIDENTS);
            let reason = format!("{writer}-{number}");
            let args = ["annotate", &incident, "--cause", "crowded", "--reason", &reason];
            let mut command = desk.slo(&args);
            // On a busy machine one of sixteen may have to wait longer than a person would.
            command.env("SLO_USER", format!("writer-{writer}")).env("SLO_LOCK_WAIT", "600");
            let (code, _, stderr) = outcome(&mut command);
            assert_eq!(code, 0, "{reason}: {stderr}");
        }
    };
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let annotate = &annotate;
            scope.spawn(move || annotate(writer));
        }
    });

    let ledger = desk.read("slo-ledger.jsonl");
    let entries = ledger.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let written: Vec<Value> = entries.filter(|entry| entry["kind"] == "annotation").collect();
    assert_eq!(written.len(), WRITERS * EACH);
    let reasons: HashSet<&str> = written.iter().map(|entry| entry["reason"].as_str().unwrap()).collect();
    for writer in 0..WRITERS {
        for number in 0..EACH {
            assert!(reasons.contains(&*format!("{writer}-{number}")), "{writer}-{number} is lost");
        }
    }
    desk.answer(&["ledger", "verify"]);
}
