//! What is named as the ledger and is none.

use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use crate::desk::{Desk, POLICY};

const EXPORT: &str = "fixtures/incidents.csv";

/// Every command that reads or writes a ledger.
const COMMANDS: [&[&str]; 9] = [
    &["check", EXPORT],
    &["annotate", "INC-202610-0003", "--cause", "other", "--reason", "x"],
    &["annotate", "INC-202610-0003", "--retract", "--reason", "x"],
    &["decide", "INC-202610-0003", "--fix", "yes", "--why", "x"],
    &["status"],
    &["escalate", "--draft"],
    &["escalate", "mark", "REQ-00000000", "sent"],
    &["ledger", "log"],
    &["ledger", "verify"],
];

/// Longer than any of these takes on a busy machine.
const LONG: Duration = Duration::from_mins(1);

/// What every command says where the ledger is this: the check, which may begin a ledger, and all
/// others, which need one. Nothing is left beside it.
fn refused(desk: &Desk, ledger: &str, by_check: &str, by_others: &str) {
    let report = desk.answer(&["check", EXPORT, "--no-ledger"]);
    for command in COMMANDS {
        let is_check = command[0] == "check";
        let mut slo = desk.slo(command);
        slo.args(["--policy", POLICY, "--ledger", ledger]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = slo.spawn().unwrap();
        let began = Instant::now();
        while child.try_wait().unwrap().is_none() {
            if began.elapsed() > LONG {
                // It hangs, and has no exit code that way.
                child.kill().unwrap();
            }
            thread::sleep(Duration::from_millis(2));
        }
        let output = child.wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        let expected = if is_check { by_check } else { by_others };
        assert_eq!(told, format!("error: {expected}\n"), "{command:?}");
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        let printed = String::from_utf8(output.stdout).unwrap();
        assert_eq!(printed, if is_check { &report } else { "" }, "{command:?}");
    }
    assert!(!desk.exists(&format!("{ledger}.lock")));
}

#[test]
fn a_folder_is_no_ledger() {
    let told = "the ledger `fixtures` is not a file; name another with --ledger, or check without one by --no-ledger";
    refused(&Desk::new(), "fixtures", told, told);
}

#[test]
fn a_ledger_needs_its_folder() {
    refused(
        &Desk::new(),
        "nowhere/ledger.jsonl",
        "the folder of the ledger `nowhere/ledger.jsonl` does not exist; create it, or name another ledger with \
         --ledger",
        "there is no ledger `nowhere/ledger.jsonl` yet: `slo check EXPORT` writes it, --ledger FILE names another",
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_ledger_and_keeps_nobody_waiting() {
    let desk = Desk::new();
    let made = std::process::Command::new("mkfifo").arg(desk.path().join("pipe")).status().unwrap();
    assert!(made.success());
    let told =
        "the ledger `pipe` is not a file; name another with --ledger, or check without one by --no-ledger";
    refused(&desk, "pipe", told, told);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_no_ledger_yet() {
    let desk = Desk::new();
    std::os::unix::fs::symlink("archive/ledger.jsonl", desk.path().join("link")).unwrap();
    let told = "the ledger `link` is a link to `archive/ledger.jsonl`, and nothing is there; put the ledger back \
                there (an empty file begins a new one), or name another with --ledger";
    refused(&desk, "link", told, told);
    std::fs::create_dir(desk.path().join("archive")).unwrap();
    desk.write("archive/ledger.jsonl", "");
    desk.answer(&["check", EXPORT, "--ledger", "link"]);
    assert!(desk.read("archive/ledger.jsonl").contains("INC-202610-0003"));
    assert!(desk.exists("archive/ledger.jsonl.lock") && !desk.exists("link.lock"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_link_to_itself_is_no_ledger() {
    let desk = Desk::new();
    std::os::unix::fs::symlink("loop", desk.path().join("loop")).unwrap();
    let told = "the ledger `loop` can't be found: Too many levels of symbolic links (os error 40); mend that and run \
                the same again, or name another ledger with --ledger";
    refused(&desk, "loop", told, told);
}
