//! A ledger that somebody else is writing: who that is, how long it is waited for, and what is said.

use std::fs::File;
use std::io::{Seek, Write};
use std::time::{Duration, Instant};

use crate::desk::{Desk, LEDGER, POLICY, outcome};

const EXPORT: &str = "fixtures/incidents.csv";
const SUZUKI: &str = "4242 2026-11-25T03:00:00Z suzuki\n";

/// Every command that writes.
const WRITERS: [&[&str]; 7] = [
    &["check", EXPORT],
    &["annotate", "INC-202610-0003", "--cause", "other", "--reason", "x"],
    &["annotate", "INC-202610-0003", "--retract", "--reason", "x"],
    &["decide", "INC-202610-0003", "--fix", "yes", "--why", "x"],
    &["escalate", "--draft"],
    &["escalate", "mark", "REQ-00000000", "sent"],
    &["ledger", "merge", LEDGER, "other.jsonl", "--output", LEDGER],
];

/// A desk with a ledger.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    desk.write("other.jsonl", "");
    desk
}

/// Holds the ledger, as a process that writes these words in the lock does.
fn hold(desk: &Desk, words: &str) -> File {
    let mut lock = desk.open(&format!("{LEDGER}.lock"));
    lock.lock().unwrap();
    lock.set_len(0).unwrap();
    lock.rewind().unwrap();
    lock.write_all(words.as_bytes()).unwrap();
    lock
}

/// What a command says under this `SLO_LOCK_WAIT`.
fn told(desk: &Desk, args: &[&str], wait: &str, language: &str) -> (i32, String) {
    let mut command = desk.slo(args);
    if args[0] != "ledger" {
        command.args(["--policy", POLICY]);
    }
    let (code, _, stderr) = outcome(command.env("SLO_LOCK_WAIT", wait).env("SLO_LANG", language));
    (code, stderr)
}

#[test]
fn every_command_that_writes_waits_as_long_as_asked_and_says_for_whom() {
    let desk = desk();
    let ledger = desk.read(LEDGER);
    let _held = hold(&desk, SUZUKI);
    for writer in WRITERS {
        let zone =
            if writer[0] == "ledger" { "2026-11-25T03:00:00+00:00" } else { "2026-11-25T12:00:00+09:00" };
        let began = Instant::now();
        let (code, stderr) = told(&desk, writer, "0.3", "en");
        assert!(began.elapsed() >= Duration::from_millis(300), "{writer:?}");
        assert_eq!(code, 2, "{writer:?}");
        assert_eq!(
            stderr,
            format!(
                "waiting for `{LEDGER}`, up to 0.3 s (SLO_LOCK_WAIT changes that): suzuki is writing it (process \
                 4242, since {zone})\n\
                 error: the ledger `{LEDGER}` is in use by process 4242 of suzuki since 2026-11-25T03:00:00Z, and \
                 after 0.3 s of waiting nothing was written; try again when that is done, or wait longer by \
                 SLO_LOCK_WAIT=SECONDS; if that process is gone its lock is gone too, and no file needs deleting\n"
            ),
            "{writer:?}"
        );
        let (_, stderr) = told(&desk, writer, "0.01", "ja");
        let waiting = format!(
            "台帳 `{LEDGER}` は suzuki が書き込み中です（プロセス 4242、{zone} から）。最長 0.01 秒待ちます（SLO_LOCK_WAIT で変更可）\n"
        );
        assert!(stderr.starts_with(&waiting), "{writer:?}: {stderr}");
    }
    assert_eq!(desk.read(LEDGER), ledger);
}

#[test]
fn who_does_not_want_to_wait_is_told_at_once() {
    let desk = desk();
    for (words, who) in [
        (SUZUKI, "process 4242 of suzuki since 2026-11-25T03:00:00Z"),
        ("4242\n", "process 4242"),
        (
            "4242 2026-11-25T03:00:00Z \u{1b}[31m\u{202e}x\n",
            "process 4242 of [31m\u{FFFD}x since 2026-11-25T03:00:00Z",
        ),
        ("something else\n", "another process"),
        ("", "another process"),
    ] {
        let _held = hold(&desk, words);
        let (code, stderr) = told(&desk, WRITERS[1], "0", "en");
        assert_eq!(code, 2);
        let expected =
            format!("error: the ledger `{LEDGER}` is in use by {who}, and after 0 s of waiting nothing");
        assert!(stderr.starts_with(&expected), "{words:?}: {stderr}");
    }
}

#[test]
fn reading_waits_for_nobody() {
    let desk = desk();
    let _held = hold(&desk, SUZUKI);
    for reader in
        [&["status"][..], &["ledger", "log"], &["ledger", "verify"], &["check", EXPORT, "--no-ledger"]]
    {
        let (code, _, stderr) =
            outcome(desk.slo(reader).args(["--policy", POLICY]).env("SLO_LOCK_WAIT", "0"));
        assert_eq!((code, stderr.as_str()), (0, ""), "{reader:?}");
    }
}

#[test]
fn a_name_that_a_killed_process_left_keeps_nobody_out_and_is_gone_afterwards() {
    let desk = desk();
    let lock = format!("{LEDGER}.lock");
    assert_eq!(desk.read(&lock), "");
    desk.write(&lock, SUZUKI);
    let (code, stderr) = told(&desk, WRITERS[1], "0", "en");
    assert_eq!(code, 0, "{stderr}");
    assert!(!stderr.contains("suzuki"), "{stderr}");
    assert_eq!(desk.read(&lock), "");
}

#[test]
fn a_wrong_length_of_waiting_is_named() {
    let (code, stderr) = told(&desk(), WRITERS[1], "soon", "en");
    assert_eq!(code, 2);
    assert_eq!(
        stderr,
        "error: SLO_LOCK_WAIT: `soon` is not a number of seconds; expected one such as 30, or 0 not to wait\n"
    );
}
