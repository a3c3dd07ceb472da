//! Who writes, and what stands after several wrote.

use std::process::Command;

use serde_json::Value;

use crate::desk::{Desk, LEDGER, POLICY};

const EXPORT: &str = "fixtures/incidents.csv";
const ANNOTATE: [&str; 8] =
    ["annotate", "INC-202610-0003", "--policy", POLICY, "--cause", "other", "--reason", "x"];

/// The writer of the ledger's last entry.
fn writer(desk: &Desk) -> String {
    let last: Value = serde_json::from_str(desk.read(LEDGER).lines().last().unwrap()).unwrap();
    last["by"].as_str().unwrap().to_owned()
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn an_empty_name_is_no_other_persons() {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    let before = desk.read(LEDGER);
    for by in ["", " \u{3000}"] {
        for arguments in [&ANNOTATE[..], &["check", EXPORT], &["status", "--policy", POLICY, "--mine"]] {
            let output = desk.slo(arguments).args(["--by", by]).output().unwrap();
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(
                output.status.code() == Some(2) && told.contains("--by is empty"),
                "{arguments:?}: {told}"
            );
        }
    }
    assert_eq!(desk.read(LEDGER), before);
}

#[test]
fn the_writer_is_the_one_named_else_that_of_the_environment_of_git_and_of_the_login() {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    run(desk.slo(&ANNOTATE).args(["--by", " 佐藤 花子 "]));
    assert_eq!(writer(&desk), "佐藤 花子");
    run(&mut desk.slo(&ANNOTATE));
    assert_eq!(writer(&desk), "sato");
    let bare = |desk: &Desk| {
        let mut command = desk.slo(&ANNOTATE);
        command.env_remove("SLO_USER").env("LOGNAME", "login").env("GIT_CONFIG_NOSYSTEM", "1");
        command.env("GIT_CONFIG_GLOBAL", "git.config");
        command
    };
    run(bare(&desk).env("PATH", "nowhere"));
    assert_eq!(writer(&desk), "login");
    let has_git = Command::new("git").arg("--version").output().is_ok_and(|output| output.status.success());
    if has_git {
        desk.write("git.config", "[user]\n\tname = Sato of git\n");
        run(&mut bare(&desk));
        assert_eq!(writer(&desk), "Sato of git");
    }
}

#[test]
fn names_with_backslashes_and_quotes_hide_nothing() {
    let desk = Desk::new();
    // As a Windows domain has them: what such a person wrote has no plain head.
    run(desk.slo(&["check", EXPORT, "--policy", POLICY]).env("SLO_USER", r"CORP\sato"));
    run(&mut desk.slo(&ANNOTATE));
    let waits = |desk: &Desk| -> Vec<String> {
        let listed = desk.answer(&["status", "--policy", POLICY, "--format", "csv"]);
        listed.lines().skip(1).map(|row| row.split(',').next().unwrap().to_owned()).collect()
    };
    assert_eq!(waits(&desk).len(), 55);
    assert!(!waits(&desk).contains(&ANNOTATE[1].to_owned()));
    run(&mut desk.slo(&[
        "annotate",
        "--where",
        "severity=*",
        "--policy",
        POLICY,
        "--cause",
        "customer-side",
        "--reason",
        "y",
        "--by",
        r#""yamada""#,
    ]));
    assert!(waits(&desk).is_empty());
    let again = desk
        .read(LEDGER)
        .lines()
        .filter(|line| line.contains(r#""incident":"INC-202610-0003","cause""#))
        .count();
    assert_eq!(again, 1, "what was answered is not answered again");
}
