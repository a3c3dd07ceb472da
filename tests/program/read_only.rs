//! Ledgers that may be read and not written, or not even read.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::desk::{Desk, POLICY, outcome};

const EXPORT: &str = "fixtures/incidents.csv";
const LEDGER: &str = "kept/ledger.jsonl";

/// A user without rights of any kind, where the tests run as the superuser: rights mean nothing to
/// that one.
const NOBODY: u32 = 65_534;

/// Commands that would write each.
const WRITERS: [&[&str]; 4] = [
    &["check", EXPORT, "--as-of", "2026-11-02T09:00:00+09:00"],
    &["annotate", "INC-202610-0003", "--cause", "other", "--reason", "x"],
    &["decide", "INC-202610-0008", "--fix", "yes", "--why", "x"],
    &["escalate", "--draft"],
];

/// A desk with a ledger in which every command finds something to do.
fn desk() -> Desk {
    let desk = Desk::new();
    fs::create_dir(desk.path().join("kept")).unwrap();
    let kept = |args: &[&str]| desk.answer(&[args, &["--policy", POLICY, "--ledger", LEDGER]].concat());
    kept(&["check", EXPORT]);
    kept(&["annotate", "INC-202610-0008", "--cause", "other", "--reason", "x"]);
    kept(&["annotate", "INC-202610-0016", "--cause", "runbook-missing", "--reason", "x"]);
    desk
}

fn mode(desk: &Desk, path: &str, mode: u32) {
    fs::set_permissions(desk.path().join(path), Permissions::from_mode(mode)).unwrap();
}

/// A command of somebody to whom rights mean something; `None` where there is no such user.
fn somebody(desk: &Desk, args: &[&str]) -> Option<Command> {
    let slo = desk.slo(&[args, &["--policy", POLICY, "--ledger", LEDGER]].concat());
    if fs::metadata(desk.path()).unwrap().uid() != 0 {
        return Some(slo);
    }
    // The program is where only its owner may look for it.
    let program = desk.path().join("slo");
    if !program.exists() {
        fs::copy(slo.get_program(), &program).unwrap();
    }
    for open in [".", "fixtures"] {
        mode(desk, open, 0o777);
    }
    let as_nobody = |mut command: Command| {
        command.uid(NOBODY).gid(NOBODY);
        command
    };
    let mut command = Command::new(program);
    command.args(slo.get_args()).current_dir(desk.path()).env_clear();
    command.envs(slo.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let there_is = as_nobody(Command::new("true")).status().is_ok_and(|status| status.success());
    there_is.then(|| as_nobody(command))
}

/// That every command of these says this with exit code 2, and leaves the ledger as it was.
#[expect(clippy::print_stderr, reason = "that a test was not run must not look like a success")]
fn refused(desk: &Desk, commands: &[&[&str]], expected: &str) {
    let ledger = desk.bytes(LEDGER);
    let home = format!("{}/", desk.path().canonicalize().unwrap().display());
    for command in commands {
        let Some(mut command) = somebody(desk, command) else {
            return eprintln!("not tested: there is no user `{NOBODY}` to run as");
        };
        let (code, stdout, stderr) = outcome(&mut command);
        assert_eq!(stderr.replace(&home, ""), format!("error: {expected}\n"), "{command:?}");
        assert_eq!(code, 2);
        assert_eq!(stdout.is_empty(), !command.get_args().any(|arg| arg == "check"), "{command:?}");
    }
    assert_eq!(desk.bytes(LEDGER), ledger);
}

#[test]
fn a_ledger_without_the_right_to_write_is_read_and_not_written() {
    let desk = desk();
    mode(&desk, LEDGER, 0o444);
    mode(&desk, &format!("{LEDGER}.lock"), 0o666);
    refused(
        &desk,
        &WRITERS,
        "the ledger `kept/ledger.jsonl` can't be written: Permission denied (os error 13); it stands as it was before; \
         get the right to that file and its folder, or name another ledger with --ledger",
    );
    if let Some(mut status) = somebody(&desk, &["status"]) {
        let (code, _, stderr) = outcome(&mut status);
        assert_eq!((code, stderr.as_str()), (0, ""));
    }
}

#[test]
fn a_folder_without_the_right_to_write_keeps_the_lock_out() {
    let desk = desk();
    fs::remove_file(desk.path().join(format!("{LEDGER}.lock"))).unwrap();
    mode(&desk, LEDGER, 0o666);
    mode(&desk, "kept", 0o555);
    refused(
        &desk,
        &WRITERS,
        "the ledger `kept/ledger.jsonl` can't be written, since its lock file `kept/ledger.jsonl.lock` can't be opened: \
         Permission denied (os error 13); get the right to that file and its folder, or name another ledger with --ledger",
    );
    if let Some(mut status) = somebody(&desk, &["status"]) {
        let (code, _, stderr) = outcome(&mut status);
        assert_eq!((code, stderr.as_str()), (0, ""));
    }
    mode(&desk, "kept", 0o755);
}

#[test]
fn a_ledger_without_the_right_to_read_is_told() {
    let desk = desk();
    let ledger = desk.bytes(LEDGER);
    mode(&desk, LEDGER, 0o000);
    mode(&desk, &format!("{LEDGER}.lock"), 0o666);
    let told = "the ledger `kept/ledger.jsonl` can't be read: Permission denied (os error 13); get the right to that \
                file and its folder, or name another ledger with --ledger";
    for command in [&WRITERS[..], &[&["status"], &["ledger", "log"], &["ledger", "verify"]]].concat() {
        let Some(mut command) = somebody(&desk, command) else { break };
        let (code, _, stderr) = outcome(&mut command);
        assert_eq!((code, stderr), (2, format!("error: {told}\n")), "{command:?}");
    }
    mode(&desk, LEDGER, 0o600);
    assert_eq!(desk.bytes(LEDGER), ledger);
}

#[test]
fn a_folder_of_drafts_without_the_right_to_write_leaves_the_ledger_as_it_was() {
    let desk = desk();
    let ledger = desk.bytes(LEDGER);
    mode(&desk, LEDGER, 0o666);
    mode(&desk, &format!("{LEDGER}.lock"), 0o666);
    mode(&desk, "kept", 0o777);
    fs::create_dir(desk.path().join("fixtures/escalations")).unwrap();
    let Some(mut command) = somebody(&desk, &["escalate", "--draft"]) else { return };
    mode(&desk, "fixtures/escalations", 0o555);
    let (code, stdout, stderr) = outcome(&mut command);
    assert_eq!((code, stdout.as_str()), (2, ""), "{stderr}");
    let told = "the folder of drafts `fixtures/escalations` can't be used: Permission denied (os error 13)";
    assert!(stderr.contains(told), "{stderr}");
    assert_eq!(desk.bytes(LEDGER), ledger);
    mode(&desk, "fixtures/escalations", 0o755);
}
