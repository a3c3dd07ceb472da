//! What a check records of the load around each breach.

use serde_json::{Value, json};

use crate::desk::Desk;

const TOML: &str = r#"schema = 1
timezone = "Asia/Tokyo"
[objectives.first-response]
from = "opened"
to = "responded"
targets = [{ within = "30m" }]
"#;

const HEADER: &str = "id,title,service,opened,responded,resolved,closed\n";

const EXPORT: &str = "\
    A,disk,web,2026-10-01 10:00,2026-10-01 11:00,2026-10-01 12:00,2026-10-01 13:00\n\
    B,disk,db,2026-10-01 09:45,2026-10-01 09:50,2026-10-01 12:00,\n\
    C,disk,db,2026-10-01 09:46,2026-10-01 09:50,2026-10-01 10:00,\n\
    D,disk,db,2026-10-01 10:00,2026-10-01 10:01,,2026-10-01 10:30\n\
    E,disk,db,2026-10-01 10:01,2026-10-01 10:02,,\n\
    F,disk,db,2026-09-01 10:00,2026-09-01 10:10,,\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("slo.toml", TOML);
    desk.write("export.csv", &format!("{HEADER}{EXPORT}"));
    desk
}

/// The loads that the ledger has, with their incidents.
fn loads(desk: &Desk) -> Vec<(String, Value)> {
    desk.read("slo-ledger.jsonl")
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|entry| entry["kind"] == "breach")
        .map(|entry| (entry["incident"].as_str().unwrap().to_owned(), entry["load"].clone()))
        .collect()
}

fn load_of_a(check: &[&str]) -> Value {
    let desk = desk();
    desk.answer(&[&["check", "export.csv"], check].concat());
    let loads = loads(&desk);
    assert_eq!((loads.len(), loads[0].0.as_str()), (1, "A"));
    loads[0].1.clone()
}

#[test]
fn a_check_records_the_load_of_the_whole_population() {
    // Open: B, D, F. In the fifteen minutes before: C, D.
    let all = json!({"open": 3, "opened_15m": 2});
    assert_eq!(load_of_a(&[]), all);
    assert_eq!(load_of_a(&["--since", "2026-10-01T10:00", "--until", "2026-10-01T10:01"]), all);
    assert_eq!(load_of_a(&["--where", "service=web"]), all);
}

#[test]
fn an_export_that_replaces_incidents_counts_each_once() {
    let desk = desk();
    let later = "B,disk,db,2026-10-01 09:45,2026-10-01 09:50,2026-10-01 09:55,\n";
    desk.write("later.csv", &format!("{HEADER}{later}"));
    desk.answer(&["check", "export.csv", "later.csv"]);
    assert_eq!(loads(&desk)[0].1, json!({"open": 2, "opened_15m": 2}));
}

#[test]
fn of_an_incident_with_several_rows_the_last_one_counts() {
    let desk = desk();
    desk.write("slo.toml", &format!("{TOML}[source.rows]\nkind = \"snapshots\"\n"));
    let later = "B,disk,db,2026-10-01 09:50,2026-10-01 09:50,,\n";
    desk.write("export.csv", &format!("{HEADER}{EXPORT}{later}"));
    desk.answer(&["check", "export.csv"]);
    assert_eq!(loads(&desk)[0].1, json!({"open": 3, "opened_15m": 3}));
}

#[test]
fn without_ends_nobody_can_tell_what_was_open() {
    let desk = desk();
    let row = |line: &str| line.rsplitn(3, ',').last().unwrap().to_owned() + "\n";
    let text: String = desk.read("export.csv").lines().map(row).collect();
    desk.write("export.csv", &text);
    desk.answer(&["check", "export.csv"]);
    assert_eq!(loads(&desk)[0].1, json!({"opened_15m": 2}));
}

#[test]
fn the_loads_do_not_depend_on_the_number_of_threads() {
    // Of several blocks; every hundredth is late, every third still open.
    let row = |number: u32| {
        let at = format!("2026-10-{:02} 10:{:02}", 1 + number % 28, number * 7 % 60);
        let responded = if number.is_multiple_of(100) { "2026-10-30 09:00" } else { &at };
        let resolved = if number.is_multiple_of(3) { "" } else { "2026-10-30 10:00" };
        format!("I{number},disk,web,{at},{responded},{resolved},\n")
    };
    let export: String = (0..40_000).map(row).collect();
    let ledger = |threads: &str| {
        let desk = desk();
        desk.write("export.csv", &format!("{HEADER}{export}{EXPORT}"));
        desk.answer(&["check", "export.csv", "--threads", threads]);
        desk.read("slo-ledger.jsonl")
    };
    let alone = ledger("1");
    assert!(alone.contains("\"load\":{\"open\":1"), "{}", &alone[..600]);
    assert_eq!(alone, ledger("4"));
}
