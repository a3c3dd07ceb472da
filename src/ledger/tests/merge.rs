use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::super::lock::Lock;
use super::super::{Claim, LedgerError, Patience, merge, merge_into};
use super::*;
use crate::domain::Instant;

fn claim(longest: std::time::Duration) -> Claim {
    Claim { by: "sato".into(), at: Instant::from_nanos(0), patience: Patience { longest } }
}

fn short() -> Claim {
    claim(std::time::Duration::from_millis(30))
}

/// Ledgers of these texts in one folder.
#[expect(clippy::disallowed_methods, reason = "a test stages its own files")]
fn ledgers<const COUNT: usize>(texts: [&str; COUNT]) -> (TempDir, [PathBuf; COUNT]) {
    let home = tempfile::tempdir().unwrap();
    let mut number = 0;
    let paths = texts.map(|text| {
        number += 1;
        let path = home.path().join(format!("{number}.jsonl"));
        fs::write(&path, text).unwrap();
        path
    });
    (home, paths)
}

fn joined(texts: &[&str]) -> String {
    let home = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = (0..texts.len()).map(|number| home.path().join(number.to_string())).collect();
    for (path, text) in paths.iter().zip(texts) {
        fs::File::create_new(path).unwrap().write_all(text.as_bytes()).unwrap();
    }
    String::from_utf8(merge(&paths).unwrap().bytes).unwrap()
}

fn faults(inputs: &[PathBuf]) -> Vec<String> {
    merge(inputs).unwrap_err().iter().map(ToString::to_string).collect()
}

fn into(output: &Path, inputs: &[PathBuf]) -> Result<usize, Vec<LedgerError>> {
    merge_into(output, inputs, &short(), |_| {}).map(|merged| merged.entries)
}

/// Two ledgers of people who worked apart since one check, and what both began with.
fn apart() -> (String, String, String) {
    let mut base = Lines::default();
    base.check(&policy(), MONDAY, 100);
    let (mut one, mut other) = (Lines(base.0.clone()), Lines(base.0.clone()));
    one.annotate(&because("A", "other", "by one"));
    one.annotate(&because("C", "runbook-missing", "no runbook"));
    let state = one.state();
    let asked_by = policy();
    let plan = EscalationPlan::of(&state, &asked_by);
    assert_eq!(plan.problems.len(), 1);
    let entry = request_entry(&author(500), &plan.problems[0], writing(&plan.problems[0], "x.md")).unwrap();
    one.append(&[entry]);
    let id = one.state().requests()[0].id.clone();
    for (status, at) in [(RequestStatus::Sent, 600), (RequestStatus::Accepted, 601)] {
        one.append(&[mark(&one.state(), policy().zone, &author(at), &so_far(&id, status)).unwrap()]);
    }
    other.annotate(&because("A", "customer-side", "by another, at the same moment"));
    other.check(&policy(), &[("A", 0, Some(45), ""), ("C", 20, Some(99), "")], 110);
    other.annotate(&because("C", "other", "by another"));
    for required in [true, false] {
        let new = NewDecision { subject: about("C"), required, why: "x".into() };
        other.append(&decide(&other.state(), &author(530), &new).unwrap());
    }
    (base.0, one.0, other.0)
}

#[test]
fn the_first_ledger_stays_as_it_is_and_the_rest_follows() {
    let (base, one, other) = apart();
    let own = other.strip_prefix(&base).unwrap();
    assert_eq!(joined(&[&one, &other]), format!("{one}{own}"));
    assert_eq!(joined(&[&one, &one]), one);
    assert_eq!(joined(&[&one, ""]), one);
    assert_eq!(joined(&[&base, &one, &other]), format!("{one}{own}"));
    let odd = one.replace("{\"v\":1,", "{ \"v\":1, \"later\":[1,2],").replace('\n', "\r\n\n \n");
    let lines = |text: &str| text.split('\n').filter(|line| !line.trim().is_empty()).count();
    let kept = joined(&[&odd, ""]);
    assert_eq!(kept, odd.replace("\n\n \n", "\n"), "bytes stay as they are, blank lines go");
    assert_eq!(lines(&kept), lines(&one));
    assert_eq!(joined(&[one.trim_end(), own]), format!("{one}{own}"), "a missing end of a line is no tear");
}

#[test]
fn a_conflict_of_git_is_the_union_of_its_sides() {
    let (base, one, other) = apart();
    let (ours, theirs) = (one.strip_prefix(&base).unwrap(), other.strip_prefix(&base).unwrap());
    for text in [
        format!("{base}<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\n"),
        format!("{base}<<<<<<< HEAD\r\n{ours}||||||| 1f0c2aa\r\n=======\r\n{theirs}>>>>>>> other"),
    ] {
        let (_home, [path]) = ledgers([&text]);
        assert_eq!(
            into(&path, std::slice::from_ref(&path)).unwrap(),
            joined(&[&one, &other]).lines().count()
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), joined(&[&one, &other]));
        assert!(matches!(merge(&[path]).unwrap_err()[..], [LedgerError::Alone { .. }]));
    }
}

#[test]
fn answers_that_another_ledgers_overrule_are_told_once() {
    let (base, one, other) = apart();
    let (ours, theirs) = (one.strip_prefix(&base).unwrap(), other.strip_prefix(&base).unwrap());
    let conflict = format!("{base}<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\n");
    let (_home, [one, other, conflict]) = ledgers([&one, &other, &conflict]);
    let overruled = |inputs: &[&PathBuf]| {
        let inputs: Vec<PathBuf> = inputs.iter().map(|path| (*path).clone()).collect();
        merge_into(inputs.last().unwrap(), &inputs, &short(), |_| {}).unwrap().overruled
    };
    assert_eq!(overruled(&[&conflict]), ["A", "C"]);
    assert_eq!(overruled(&[&one, &other]), ["A", "C"]);
    assert_eq!(overruled(&[&other, &other]), [""; 0], "that is known already");
}

#[test]
fn every_line_that_is_no_entry_is_told_with_its_ledger() {
    let (_, one, other) = apart();
    let broken = one.replacen("\"kind\":\"check\"", "\"kind\":\"guess\"", 1);
    let late = format!("{other}{{\"v\":2}}\nnot json\n");
    let (home, [one, other]) = ledgers([&broken, &late]);
    let none = home.path().join("none.jsonl");
    let found = faults(&[one, other, none]);
    let told = |place: usize, texts: &[&str]| {
        assert!(texts.iter().all(|text| found[place].contains(text)), "{found:#?}");
    };
    told(0, &["1.jsonl`, line 3", "`guess`"]);
    told(1, &["2.jsonl`", "version 2"]);
    told(2, &["2.jsonl`", "expected ident"]);
    told(3, &["there is no ledger `", "none.jsonl`"]);
    assert_eq!(found.len(), 4);
    let (_home, [other]) = ledgers([&"not json\n".repeat(100)]);
    let found = faults(&[other]);
    assert_eq!(found.len(), 11);
    assert!(found[10].contains("90 more lines"), "{found:#?}");
}

#[test]
fn one_id_for_two_contents_is_told_with_both_lines() {
    let (_, one, other) = apart();
    let forged = other.replacen("\"row\":2", "\"row\":3", 1);
    let (_home, [one, other]) = ledgers([&one, &forged]);
    let found = faults(&[one, other]);
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("2.jsonl`, line 2, and `") && found[0].contains("1.jsonl`, line 2, say"));
}

#[test]
fn the_same_entry_in_other_white_space_is_one() {
    let (_, one, _) = apart();
    let spaced = one.replace("\":", "\": ");
    assert_eq!(joined(&[&one, &spaced]), one);
}

#[test]
fn what_broke_off_is_left_out_and_put_aside_where_it_would_be_lost() {
    let (_, one, other) = apart();
    let torn = &one.lines().next().unwrap()[..40];
    let (_home, [ours, theirs]) = ledgers([&format!("{one}{torn}"), &format!("{other}{torn}")]);
    let merged = merge_into(&ours, &[ours.clone(), theirs.clone()], &short(), |_| {}).unwrap();
    assert_eq!(merged.torn.len(), 1);
    assert_eq!((&merged.torn[0].0, merged.torn[0].1.line), (&theirs, other.lines().count() as u64 + 1));
    assert_eq!(fs::read_to_string(merged.set_aside.unwrap()).unwrap(), torn);
    assert_eq!(fs::read_to_string(&ours).unwrap(), joined(&[&one, &other]));
    assert!(fs::read_to_string(&theirs).unwrap().ends_with(torn), "that one is not ours to mend");
}

#[test]
fn a_file_is_replaced_only_by_what_has_all_its_entries() {
    let (_, one, other) = apart();
    let (home, [ours, theirs, third]) = ledgers([&one, &other, ""]);
    let error = into(&theirs, &[ours.clone(), ours.clone()]).unwrap_err();
    assert!(matches!(error[..], [LedgerError::WouldLose { entries, .. }] if entries > 1), "{error:?}");
    assert_eq!(fs::read_to_string(&theirs).unwrap(), other);
    into(&third, &[ours.clone(), theirs.clone()]).unwrap();
    assert_eq!(fs::read_to_string(&third).unwrap(), joined(&[&one, &other]));
    into(&third, &[theirs.clone(), ours.clone()]).unwrap();
    assert_eq!(fs::read_to_string(&third).unwrap(), joined(&[&other, &one]), "in another order");
    assert!(matches!(into(home.path(), &[ours, theirs]).unwrap_err()[..], [LedgerError::NotAFile { .. }]));
}

#[test]
fn a_ledger_that_somebody_holds_is_waited_for() {
    let (_, one, other) = apart();
    let (_home, [ours, theirs]) = ledgers([&one, &other]);
    let real = ours.canonicalize().unwrap();
    let held = Lock::acquire(&real, &ours, &short(), &mut |_| {}).unwrap();
    let inputs = [ours.clone(), theirs];
    assert!(matches!(into(&ours, &inputs).unwrap_err()[..], [LedgerError::Locked { .. }]));
    assert_eq!(fs::read_to_string(&ours).unwrap(), one);
    let late = other.lines().last().unwrap();
    let mut held = Some(held);
    merge_into(&ours, &[ours.clone(), inputs[1].clone()], &claim(std::time::Duration::from_mins(1)), |_| {
        // What is appended while it is waited for is not lost.
        let mut file = fs::OpenOptions::new().append(true).open(&ours).unwrap();
        writeln!(file, "{late}").unwrap();
        held.take();
    })
    .unwrap();
    let text = fs::read_to_string(&ours).unwrap();
    assert!(text.starts_with(&format!("{one}{late}\n")), "{text}");
}

#[cfg(unix)]
#[test]
fn a_new_ledger_is_private_and_an_old_one_stays_as_open_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let (_, one, other) = apart();
    let (home, [ours, theirs]) = ledgers([&one, &other]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let new = home.path().join("new.jsonl");
    into(&new, &[ours.clone(), theirs.clone()]).unwrap();
    assert_eq!(mode(&new), 0o600);
    fs::set_permissions(&ours, fs::Permissions::from_mode(0o660)).unwrap();
    let link = home.path().join("link.jsonl");
    std::os::unix::fs::symlink(&ours, &link).unwrap();
    into(&link, &[ours.clone(), theirs]).unwrap();
    assert_eq!(mode(&ours), 0o660);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "what a link leads to is replaced");
    let leftovers = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(leftovers.into_iter().all(|name| !name.to_string_lossy().starts_with(".slo")));
}

/// What a ledger means, whatever the order of its lines.
fn meaning(text: &str) -> Vec<String> {
    let state = replay(text.as_bytes()).unwrap().state;
    let policy = policy();
    let mut words: Vec<String> = state.breaches().map(|held| format!("{held:?}")).collect();
    for incident in ["A", "C"] {
        words.push(format!("{:?}", state.annotation_for(incident, "first-response")));
    }
    words.extend(state.requests().iter().map(|request| format!("{request:?}")));
    words.extend(state.stale().iter().map(|stale| format!("{stale:?}")));
    let waiting = Waiting::of(&state, &policy, minute(900));
    words.extend(waiting.unannotated.iter().map(|one| format!("{:?}", one.breach)));
    words.extend(waiting.unrequested.iter().map(|one| format!("{:?}", one.breach)));
    words.sort();
    words
}

proptest! {
    #[test]
    fn joined_ledgers_mean_the_same_in_any_order(keys in proptest::collection::vec(any::<u32>(), 40)) {
        let (_, one, other) = apart();
        let (there, back) = (joined(&[&one, &other]), joined(&[&other, &one]));
        prop_assert_eq!(meaning(&there), meaning(&back));
        let lines: Vec<&str> = there.lines().collect();
        prop_assert!(lines.len() <= keys.len());
        let mut mixed: Vec<_> = keys.iter().zip(lines).collect();
        mixed.sort();
        let mixed: Vec<&str> = mixed.into_iter().map(|(_, line)| line).collect();
        prop_assert_eq!(meaning(&mixed.join("\n")), meaning(&there));
    }
}
