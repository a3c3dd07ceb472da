//! `slo policy` over exports that can be read only once.

use std::io::Write;
use std::process::{Output, Stdio};

use serde_json::Value;

use crate::desk::Desk;

const EXPORT: &str = "fixtures/incidents.csv";
const STRICTER: &str = "fixtures/policies/stricter.toml";

/// What a command says that gets the export as standard input.
fn fed(desk: &Desk, args: &[&str]) -> (String, String) {
    let mut command = desk.slo(args);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(&desk.bytes(EXPORT)).unwrap();
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    let stderr = String::from_utf8(stderr).unwrap();
    assert!(status.success(), "{args:?}: {stderr}");
    (String::from_utf8(stdout).unwrap(), stderr)
}

#[test]
fn standard_input_is_read_by_both_policies() {
    let desk = Desk::new();
    let args =
        |export| ["policy", "diff", "fixtures/slo.toml", STRICTER, "--format", "csv", "--against", export];
    let (flips, _) = fed(&desk, &args("-"));
    assert_eq!(flips, desk.answer(&args(EXPORT)));
    assert!(flips.lines().count() > 100, "{flips}");
}

/// The counts of an objective or of a row of one.
fn counts(of: &Value) -> [Option<u64>; 7] {
    ["judged", "met", "breached", "pending", "unknown", "uncovered", "excluded"]
        .map(|name| of.get(name).and_then(Value::as_u64))
}

#[test]
fn the_rates_of_customers_are_those_of_a_check_by_either_policy() {
    let desk = Desk::new();
    let json = |args: &[&str]| -> Value { serde_json::from_str(&desk.answer(args)).unwrap() };
    let diff =
        json(&["policy", "diff", "fixtures/slo.toml", STRICTER, "--format", "json", "--against", EXPORT]);
    for (side, policy) in [("before", "fixtures/slo.toml"), ("after", STRICTER)] {
        let options = ["--group-by", "customer", "--no-ledger", "--format", "json"];
        let check = json(&[&["check", EXPORT, "--policy", policy][..], &options].concat());
        let objectives = check["objectives"].as_array().unwrap();
        for objective in objectives {
            let of_this = |entry: &&Value| entry["objective"] == objective["id"] && !entry[side].is_null();
            let found: Vec<&Value> = diff["customers"].as_array().unwrap().iter().filter(of_this).collect();
            let rows = objective["groups"]["customer"].as_array().unwrap();
            assert!(rows.len() > 3 && found.len() == rows.len(), "{side} {objective}");
            let mut sums = [0; 7];
            for row in rows {
                let one = found.iter().find(|one| one["customer"] == row["key"]).unwrap();
                assert_eq!(counts(&one[side]), counts(row), "{side} {row}");
                sums.iter_mut().zip(counts(row)).for_each(|(sum, count)| *sum += count.unwrap());
            }
            let whole = diff["objectives"].as_array().unwrap();
            let whole = whole.iter().find(|whole| whole["id"] == objective["id"]).unwrap();
            assert_eq!(counts(&whole[side]), sums.map(Some), "{side}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_named_pipe_is_read_by_both_policies() {
    let desk = Desk::new();
    let pipe = desk.path().join("pipe.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let args =
        |export| ["policy", "diff", "fixtures/slo.toml", STRICTER, "--format", "csv", "--against", export];
    let child = desk.slo(&args("pipe.csv")).stdout(Stdio::piped()).spawn().unwrap();
    std::fs::write(&pipe, desk.bytes(EXPORT)).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), desk.answer(&args(EXPORT)));
}

#[test]
fn the_findings_do_not_depend_on_how_an_export_is_read() {
    let desk = Desk::new();
    let args = |export, threads| {
        ["policy", "check", "fixtures/policies/against.toml", "--against", export, "--threads", threads]
    };
    let (text, findings) = fed(&desk, &args("-", "1"));
    assert!(
        text.contains("319 incidents, 10 findings") && findings.contains("did you mean"),
        "{text}{findings}"
    );
    for threads in ["1", "4"] {
        let output = desk.slo(&args(EXPORT, threads)).output().unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), text);
        assert_eq!(String::from_utf8(output.stderr).unwrap(), findings);
    }
}

#[test]
fn nothing_is_recorded() {
    let desk = Desk::new();
    desk.answer(&["policy", "diff", "fixtures/slo.toml", STRICTER, "--against", EXPORT]);
    desk.answer(&["policy", "check", "fixtures/slo.toml", "--against", EXPORT]);
    assert!(!desk.path().join(crate::desk::LEDGER).exists());
}
