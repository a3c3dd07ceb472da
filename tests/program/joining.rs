//! Ledgers of people who worked apart, joined by the program and by git.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::desk::{Desk, LEDGER, POLICY};

const EXPORT: &str = "fixtures/incidents.csv";
const NAME: &str = "slo-ledger.jsonl";

/// Two clones of a repository that has a ledger, its policy and nothing else.
struct Clones {
    home: TempDir,
}

impl Clones {
    /// Both with the ledger of one check and these git attributes; `None` where there is no git.
    fn new(attributes: &str) -> Option<Self> {
        git(Path::new("."), &["--version"])?;
        let clones = Self { home: TempDir::new().unwrap() };
        let desk = Desk::new();
        desk.answer(&["check", EXPORT]);
        let one = clones.path("one");
        fs::create_dir(&one).unwrap();
        fs::write(one.join(NAME), desk.read(LEDGER)).unwrap();
        fs::write(one.join("slo.toml"), desk.read(POLICY)).unwrap();
        fs::write(one.join(".gitattributes"), attributes).unwrap();
        fs::write(one.join(".gitignore"), "*.lock\n").unwrap();
        clones.git("one", &["init", "--quiet", "--initial-branch=main"]);
        clones.commit("one");
        git(clones.home.path(), &["clone", "--quiet", "one", "other"]).unwrap();
        Some(clones)
    }

    fn path(&self, clone: &str) -> PathBuf {
        self.home.path().join(clone)
    }

    fn git(&self, clone: &str, args: &[&str]) -> Output {
        git(&self.path(clone), args).unwrap()
    }

    fn commit(&self, clone: &str) {
        self.git(clone, &["add", "--all"]);
        let done = self.git(clone, &["commit", "--quiet", "--message", "work"]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }

    /// Runs the program in a clone: exit code, standard output, standard error.
    fn slo(&self, clone: &str, args: &[&str]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_slo"));
        command.args(args).current_dir(self.path(clone)).env_clear();
        command.envs([("SLO_AS_OF", "2026-11-01T09:00:00+09:00"), ("SLO_LANG", "en"), ("SLO_USER", clone)]);
        let output = command.output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
    }

    /// Both people write something, and the first gets what the other one wrote.
    fn write_apart_and_merge(&self) -> Output {
        for (clone, incident) in [("one", "INC-202610-0003"), ("other", "INC-202610-0063")] {
            let reason = format!("{clone} が書いた");
            let args = ["annotate", incident, "--cause", "other", "--reason", &reason];
            assert_eq!(self.slo(clone, &args).0, 0);
            self.commit(clone);
        }
        self.git("one", &["pull", "--quiet", "--no-rebase", "--no-edit", "../other", "main"])
    }

    fn ledger(&self, clone: &str) -> String {
        fs::read_to_string(self.path(clone).join(NAME)).unwrap()
    }

    /// That the first clone's ledger is sound and has the words of both.
    fn assert_joined(&self) {
        let text = self.ledger("one");
        assert!(text.contains("one が書いた") && text.contains("other が書いた"), "{text}");
        let (code, stdout, stderr) = self.slo("one", &["ledger", "verify", "--format", "json"]);
        assert_eq!((code, stderr.as_str()), (0, ""), "{stdout}");
        let audit: Value = serde_json::from_str(&stdout).unwrap();
        assert_eq!(audit["kinds"]["annotation"], 2);
        assert_eq!(audit["entries"], text.lines().count());
        let waiting = |clone: &str| self.slo(clone, &["status", "--format", "json"]).1;
        let waiting: Value = serde_json::from_str(&waiting("one")).unwrap();
        let left = waiting["unannotated"].as_array().unwrap();
        let annotated = ["INC-202610-0003", "INC-202610-0063"];
        assert!(left.iter().all(|breach| !annotated.contains(&breach["incident"].as_str().unwrap())));
    }
}

/// Runs git with nothing of the machine's own settings; `None` where there is no git.
fn git(folder: &Path, args: &[impl AsRef<OsStr>]) -> Option<Output> {
    let mut command = Command::new("git");
    command.args(args).current_dir(folder).stdin(Stdio::null());
    for name in ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"] {
        command.env(name, "/dev/null");
    }
    for (name, value) in [("GIT_AUTHOR", "a"), ("GIT_COMMITTER", "a")] {
        command.env(format!("{name}_NAME"), value).env(format!("{name}_EMAIL"), "a@example.com");
    }
    let done = command.output().ok();
    if done.is_none() {
        say_skipped();
    }
    done
}

#[expect(clippy::print_stderr, reason = "says that a test did nothing")]
fn say_skipped() {
    eprintln!("skipped: there is no git on this machine");
}

#[test]
fn a_conflict_of_git_is_told_by_every_command_and_resolved_by_one() {
    let Some(clones) = Clones::new("") else { return };
    assert!(!clones.write_apart_and_merge().status.success(), "both added a line at the same place");
    let conflict = clones.ledger("one");
    assert!(conflict.contains("\n<<<<<<< ") && conflict.contains("\n>>>>>>> "), "{conflict}");
    let annotate = ["annotate", "INC-202610-0003", "--cause", "other", "--reason", "x"];
    for args in [&["status"][..], &annotate, &["ledger", "log"], &["ledger", "verify"]] {
        let (code, _, stderr) = clones.slo("one", args);
        assert_eq!(code, 2, "{args:?}");
        let told = "line 58: git left a conflict here; join both sides by `slo ledger merge \
                    slo-ledger.jsonl --output slo-ledger.jsonl`";
        assert!(stderr.contains(told), "{stderr}");
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
    }
    assert_eq!(clones.ledger("one"), conflict);
    let (code, stdout, stderr) = clones.slo("one", &["ledger", "merge", NAME, "--output", NAME]);
    assert_eq!(
        (code, stdout.as_str(), stderr.as_str()),
        (0, "", "joined in `slo-ledger.jsonl`: 59 entries\n")
    );
    clones.assert_joined();
    clones.commit("one");
}

#[test]
fn git_joins_ledgers_by_itself_where_the_attribute_says_so() {
    let Some(clones) = Clones::new("slo-ledger.jsonl merge=union\n") else { return };
    let merged = clones.write_apart_and_merge();
    assert!(merged.status.success(), "{}", String::from_utf8_lossy(&merged.stderr));
    clones.assert_joined();
}

#[test]
fn the_program_serves_git_as_a_merge_driver() {
    let Some(clones) = Clones::new("slo-ledger.jsonl merge=slo-ledger\n") else { return };
    let driver = format!("'{}' ledger merge --output %A %A %B", env!("CARGO_BIN_EXE_slo"));
    clones.git("one", &["config", "merge.slo-ledger.driver", &driver]);
    let merged = clones.write_apart_and_merge();
    assert!(merged.status.success(), "{}", String::from_utf8_lossy(&merged.stderr));
    clones.assert_joined();
    let left = clones.git("one", &["status", "--porcelain", "--ignored"]);
    assert_eq!(String::from_utf8_lossy(&left.stdout), "!! slo-ledger.jsonl.lock\n", "nothing of the merge");
}

#[test]
fn what_is_joined_twice_or_the_other_way_round_is_the_same() {
    let Some(clones) = Clones::new("") else { return };
    clones.write_apart_and_merge();
    clones.git("one", &["merge", "--abort"]);
    let digest = |file: &str| {
        let (code, stdout, stderr) = clones.slo("one", &["ledger", "verify", file, "--format", "json"]);
        assert_eq!(code, 0, "{stderr}");
        serde_json::from_str::<Value>(&stdout).unwrap()["content_sha256"].clone()
    };
    for (output, inputs) in [("there", ["../other/", ""]), ("back", ["", "../other/"])] {
        let inputs = inputs.map(|folder| format!("{folder}{NAME}"));
        let args = ["ledger", "merge", &inputs[0], &inputs[1], "--output", output];
        assert_eq!(clones.slo("one", &args).0, 0);
    }
    assert_eq!(digest("there"), digest("back"));
    assert_ne!(digest("there"), digest(NAME));
    let (_, joined, _) = clones.slo("one", &["ledger", "merge", "there", "back", NAME]);
    assert_eq!(joined, fs::read_to_string(clones.path("one").join("there")).unwrap());
}

#[test]
fn annotations_made_while_ledgers_are_joined_are_not_lost() {
    const WRITERS: usize = 6;
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    desk.write("other.jsonl", &desk.read(LEDGER));
    let policy = ["--policy", POLICY, "--cause", "other", "--reason"];
    let writers: Vec<_> = (0..WRITERS)
        .flat_map(|writer| {
            let reason = format!("理由 {writer}");
            let annotate = [&["annotate", "INC-202610-0003"], &policy[..], &[&reason]].concat();
            let join = ["ledger", "merge", LEDGER, "other.jsonl", "--output", LEDGER];
            [desk.start(&annotate), desk.start(&join)]
        })
        .collect();
    for writer in writers {
        let output = writer.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let audit: Value =
        serde_json::from_str(&desk.answer(&["ledger", "verify", LEDGER, "--format", "json"])).unwrap();
    assert_eq!(audit["kinds"]["annotation"], WRITERS);
}

#[test]
fn what_is_wrong_with_a_ledger_is_told_beside_what_can_be_told() {
    let desk = Desk::new();
    desk.answer(&["check", EXPORT]);
    let text = desk.read(LEDGER);
    desk.write(
        LEDGER,
        &format!("{}{{\"v\":1,\"id\"", text.replacen("\"by\":\"sato\"", "\"by\":\"\u{9b}2J\"", 1)),
    );
    let output = desk.slo(&["ledger", "verify", LEDGER]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let (stdout, stderr) =
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(stdout.contains("entries         57\n") && stdout.ends_with("2 faults\n"), "{stdout}");
    assert!(
        stderr.contains("line 1: the entry was changed") && stderr.contains("line 58: the line breaks off")
    );
    let log = desk.slo(&["ledger", "log", "--policy", POLICY, "--limit", "0"]).output().unwrap();
    assert_eq!(log.status.code(), Some(0));
    assert!(String::from_utf8(log.stderr).unwrap().contains("line 58: breaks off"));
    let log = desk.answer(&["ledger", "log", "--policy", POLICY]);
    assert!(!log.contains('\u{9b}'), "{log:?}");
}
