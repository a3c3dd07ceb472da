//! A disk that has no room for what is to be recorded.

use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::desk::{Desk, LEDGER, POLICY, outcome};

const EXPORT: &str = "fixtures/incidents.csv";

/// The command, where no file may grow beyond so many blocks of 512 bytes.
fn limited(slo: &Command, blocks: usize) -> Command {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script]).arg(slo.get_program()).args(slo.get_args());
    command.current_dir(slo.get_current_dir().unwrap());
    command.envs(slo.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command
}

#[test]
fn what_finds_no_room_is_not_written_and_can_be_written_later() {
    let desk = Desk::new();
    let long = "理由".repeat(1000);
    let told = format!(
        "error: the ledger `{LEDGER}` can't be written: File too large (os error 27); it stands as it was before; lift \
         the limit on the size of files, and run the same again\n"
    );
    // With the blocks of 512 bytes that there is room for beyond those that the ledger has.
    let commands: [(usize, &[&str]); 6] = [
        // This one begins the ledger, and part of what it writes fits.
        (8, &["check", EXPORT]),
        (0, &["annotate", "INC-202610-0003", "--cause", "runbook-missing", "--reason", "x"]),
        (2, &["annotate", "INC-202610-0008", "--cause", "other", "--reason", &long]),
        (0, &["decide", "INC-202610-0008", "--fix", "no", "--why", "x"]),
        (0, &["escalate", "--draft"]),
        (0, &["check", EXPORT, "--as-of", "2026-11-02T09:00:00+09:00"]),
    ];
    for (room, command) in commands {
        let existed = desk.exists(LEDGER);
        let before = if existed { desk.bytes(LEDGER) } else { Vec::new() };
        let command = [command, &["--policy", POLICY]].concat();
        let (code, _, stderr) = outcome(&mut limited(&desk.slo(&command), before.len() / 512 + room));
        assert_eq!((code, stderr.as_str()), (2, told.as_str()), "{command:?}");
        assert_eq!(desk.exists(LEDGER), existed, "{command:?}");
        if existed {
            assert_eq!(desk.bytes(LEDGER), before, "{command:?}");
        }
        desk.answer(&command);
        assert!(desk.bytes(LEDGER).len() > before.len(), "{command:?}");
    }
    desk.answer(&["ledger", "verify", LEDGER]);
}

/// What happens on a small disk; `$0` is the program, `$1` a long reason. What it leaves in the
/// desk's own folder is looked at afterwards.
const SMALL_DISK: &str = r#"
mount -t tmpfs -o size=96k,mode=700 none small || exit 77
set -e
cp fixtures/slo.toml small/
head -c 20000 /dev/zero >small/filler
"$0" check fixtures/incidents.csv --policy small/slo.toml >/dev/null
number=0 code=0
annotate() { "$0" annotate INC-202610-0003 --policy small/slo.toml --cause other --reason "$number $1" 2>told; }
while [ $code = 0 ]; do
    number=$((number + 1))
    cp small/slo-ledger.jsonl before
    annotate "$1" || code=$?
done
echo $code >code
cp small/slo-ledger.jsonl full
"$0" ledger verify small/slo-ledger.jsonl >/dev/null
cp told told-full

# A line that broke off can't be put aside either.
printf '{"v":1,"id"' >>small/slo-ledger.jsonl
cp small/slo-ledger.jsonl torn-before
cat /dev/zero >small/rest 2>/dev/null || true
annotate x || echo $? >code-torn
cp small/slo-ledger.jsonl torn
cp told told-torn
ls small >files

rm small/filler small/rest
annotate "$1"
cp small/slo-ledger.jsonl after
"#;

/// Needs a kernel that lets anybody mount a disk of their own.
#[cfg(target_os = "linux")]
#[expect(clippy::print_stderr, reason = "that a test was not run must not look like a success")]
#[test]
fn a_full_disk_leaves_the_ledger_as_it_was() {
    let desk = Desk::new();
    fs::create_dir(desk.path().join("small")).unwrap();
    let slo = desk.slo(&[]);
    let mut small_disk = Command::new("unshare");
    small_disk.args(["--map-root-user", "--mount", "sh", "-c", SMALL_DISK]).arg(slo.get_program());
    small_disk.arg("x".repeat(1500)).current_dir(desk.path());
    small_disk.envs(slo.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let probe = Command::new("unshare").args(["--map-root-user", "--mount", "true"]).output();
    if !probe.is_ok_and(|output| output.status.success()) {
        return eprintln!("not tested: this system lets nobody mount a disk of their own");
    }
    let (code, stdout, stderr) = outcome(&mut small_disk);
    if code == 77 {
        return eprintln!("not tested: {stderr}");
    }
    assert_eq!(code, 0, "{stdout}{stderr}");

    let told = "error: the ledger `small/slo-ledger.jsonl` can't be written: No space left on device (os error 28); it \
                stands as it was before; make room on that disk, and run the same again\n";
    assert_eq!((desk.read("code").as_str(), desk.read("told-full").as_str()), ("2\n", told));
    assert!(desk.bytes("before") == desk.bytes("full"), "an append that found no room left something");
    assert_eq!((desk.read("code-torn").as_str(), desk.read("told-torn").as_str()), ("2\n", told));
    assert!(desk.bytes("torn-before") == desk.bytes("torn"), "the line that broke off is not what it was");
    assert_eq!(desk.read("files"), "filler\nrest\nslo-ledger.jsonl\nslo-ledger.jsonl.lock\nslo.toml\n");
    let after = desk.read("after");
    let new: Value = serde_json::from_str(after.strip_prefix(&desk.read("full")).unwrap()).unwrap();
    assert_eq!(new["kind"], "annotation");
}
