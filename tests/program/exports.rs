//! Exports as they come: encodings, forms, several files, standard input.

use std::io::Write;
use std::process::Stdio;

use crate::desk::{Desk, POLICY};
use serde_json::Value;

fn report(desk: &Desk, exports: &[&str], more: &[&str]) -> Value {
    let args = [&["check"], exports, &["--policy", POLICY, "--no-ledger", "--format", "json"], more].concat();
    serde_json::from_str(&desk.answer(&args)).unwrap()
}

/// A report without what tells from which file it came.
fn plain(mut report: Value) -> Value {
    report["sources"] = Value::Null;
    for list in ["breaches", "at_risk"] {
        for breach in report[list].as_array_mut().unwrap() {
            breach["source"] = Value::Null;
        }
    }
    for near in report["near_misses"].as_array_mut().unwrap() {
        near["closest"]["source"] = Value::Null;
    }
    report
}

#[test]
fn every_encoding_and_form_gives_the_same_report() {
    let desk = Desk::new();
    let read = |name: &str| plain(report(&desk, &[&format!("fixtures/encodings/{name}")], &[]));
    let expected = read("utf8.csv");
    assert_eq!(expected["incidents"], 12);
    for name in [
        "utf8-bom.csv",
        "cp932.csv",
        "utf16le.tsv",
        "semicolon.csv",
        "incidents.json",
        "envelope.json",
        "incidents.jsonl",
        "utf8.csv.gz",
        "utf8.csv.zst",
        "incidents.xlsx",
        "incidents.ods",
    ] {
        assert_eq!(read(name), expected, "{name}");
    }
}

#[test]
fn the_verdicts_add_up_and_rates_are_exact_quotients() {
    let desk = Desk::new();
    let report = report(&desk, &["fixtures/incidents.csv"], &[]);
    for objective in report["objectives"].as_array().unwrap() {
        let number = |name: &str| objective[name].as_u64().unwrap();
        let all: u64 =
            ["met", "breached", "pending", "unknown", "uncovered", "excluded"].map(number).iter().sum();
        assert_eq!(all, 319);
        assert_eq!(number("judged"), number("met") + number("breached"));
        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
        let quotient = number("met") as f64 / number("judged") as f64;
        // The reader of JSON here is exact to the last bit but one.
        assert!((objective["rate"].as_f64().unwrap() - quotient).abs() < 1e-15);
    }
    let counts = |place: usize| {
        let objective = &report["objectives"][place];
        ["met", "breached", "breached_open", "pending", "unknown", "excluded"]
            .map(|name| objective[name].as_u64().unwrap())
    };
    // Counted by hand from the export, outside this program.
    assert_eq!(counts(0), [308, 3, 1, 1, 2, 5]);
    assert_eq!(counts(1), [282, 24, 2, 2, 6, 5]);
    assert_eq!(counts(2), [280, 29, 3, 5, 0, 5]);
}

#[test]
fn a_later_export_replaces_incidents_of_an_earlier_one() {
    let desk = Desk::new();
    let text = desk.read("fixtures/incidents.csv");
    let (header, rows) = text.split_once('\n').unwrap();
    let first = rows.lines().next().unwrap();
    desk.write(
        "later.csv",
        &format!("{header}\n{}\n", first.replace("2026/10/01 09:40:58", "2026/10/02 09:40:58")),
    );
    let one = report(&desk, &["fixtures/incidents.csv"], &[]);
    let both = report(&desk, &["fixtures/incidents.csv", "later.csv"], &[]);
    assert_eq!(both["incidents"], one["incidents"]);
    assert_eq!(both["sources"][0]["replaced"], 1);
    let breached = |report: &Value| report["objectives"][1]["breached"].as_u64().unwrap();
    assert_eq!(breached(&both), breached(&one) + 1);
    let turned = report(&desk, &["later.csv", "fixtures/incidents.csv"], &[]);
    assert_eq!(breached(&turned), breached(&one), "the one named later counts");
}

#[test]
fn standard_input_and_any_number_of_threads_give_the_same_report() {
    let desk = Desk::new();
    let expected = plain(report(&desk, &["fixtures/incidents.csv"], &["--threads", "1"]));
    assert_eq!(plain(report(&desk, &["fixtures/incidents.csv"], &["--threads", "7"])), expected);
    let args = ["check", "-", "--policy", POLICY, "--no-ledger", "--format", "json"];
    let mut child = desk.slo(&args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let text = desk.read("fixtures/incidents.csv");
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(plain(serde_json::from_slice(&output.stdout).unwrap()), expected);
}

#[test]
fn the_last_snapshot_of_an_incident_counts() {
    let desk = Desk::new();
    desk.write(
        "log.csv",
        "number,incident_state,opened_at,sys_mod_count,resolved_at,closed_at,priority\n\
         I1,New,29/2/2016 01:16,0,?,?,3 - Moderate\n\
         I2,New,1/3/2016 08:00,0,?,?,3 - Moderate\n\
         I1,Closed,29/2/2016 01:16,9,1/3/2016 01:16,5/3/2016 12:00,3 - Moderate\n\
         I1,Resolved,29/2/2016 01:16,2,1/3/2016 01:17,?,3 - Moderate\n\
         I2,Closed,1/3/2016 08:00,1,?,5/3/2016 12:00,3 - Moderate\n",
    );
    let policy = |order: &str| {
        format!(
            "schema = 1\ntimezone = \"UTC\"\n[source]\ntime_format = \"%d/%m/%Y %H:%M\"\n\
             [source.rows]\nkind = \"snapshots\"\n{order}\n\
             [objectives.resolve]\nfrom = \"opened\"\nto = \"resolved\"\ntargets = [{{ within = \"24h\" }}]\n"
        )
    };
    let counts = |order: &str| {
        desk.write("log.toml", &policy(order));
        let args = ["check", "log.csv", "--policy", "log.toml", "--no-ledger", "--format", "json"];
        let report: Value = serde_json::from_str(&desk.answer(&args)).unwrap();
        assert_eq!((&report["sources"][0]["rows"], &report["incidents"]), (&5.into(), &2.into()));
        ["met", "breached", "unknown"].map(|name| report["objectives"][0][name].as_u64().unwrap())
    };
    assert_eq!(
        counts(""),
        [0, 1, 1],
        "by the order of the rows I1 took a minute too long; I2 skipped a stage"
    );
    assert_eq!(counts("order_by = \"sys_mod_count\""), [1, 0, 1], "by the column I1 was exactly on target");
}
