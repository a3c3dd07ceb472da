use std::path::PathBuf;

use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::super::content::content_id;
use super::super::verify;
use super::*;
use crate::assess::LedgerAudit;
use crate::domain::{EntryKind, hex};

/// A ledger of this text in a folder of its own.
#[expect(clippy::disallowed_methods, reason = "a test stages its own files")]
pub(super) fn ledger_of(text: &str) -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("slo-ledger.jsonl");
    std::fs::write(&path, text).unwrap();
    (home, path)
}

fn audit(text: &str) -> LedgerAudit {
    let (_home, path) = ledger_of(text);
    verify(&path).unwrap()
}

fn faults(text: &str) -> Vec<String> {
    audit(text).faults.into_iter().map(|fault| format!("{}: {}", fault.line, fault.reason)).collect()
}

/// The line with another text in it, and the id that this gives.
fn changed(line: &str, from: &str, to: &str) -> String {
    let text = line.replace(from, to);
    assert_ne!(text, line, "{from}");
    let id = line[13..45].to_owned();
    let value: Value = serde_json::from_str(&text).unwrap();
    text.replacen(&id, &content_id(value).to_string(), 1)
}

/// The place of the only line, or the first, of this kind.
fn place(text: &str, kind: &str) -> usize {
    text.lines().position(|line| line.contains(&format!("\"kind\":\"{kind}\""))).unwrap()
}

fn id(text: &str, place: usize) -> String {
    text.lines().nth(place).unwrap()[13..45].to_owned()
}

/// The ledger with one line put in the place of another.
fn with_line(text: &str, place: usize, line: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines[place] = line;
    lines.join("\n") + "\n"
}

#[test]
fn a_ledger_as_it_was_written_has_no_fault_and_its_digests() {
    let text = every_kind();
    let clean = audit(&text);
    assert_eq!(clean.faults, []);
    assert_eq!(clean.entries, text.lines().count() as u64);
    assert_eq!(clean.kinds.iter().sum::<u64>(), clean.entries);
    assert!(clean.kinds.iter().all(|count| *count > 0));
    assert_eq!((clean.incidents, clean.first, clean.last), (2, Some(minute(100)), Some(minute(550))));
    assert_eq!(clean.digest, hex(&Sha256::digest(&text)));

    let mut lines: Vec<&str> = text.lines().collect();
    lines.reverse();
    let turned = audit(&(lines.join("\r\n\n") + "\n"));
    assert_eq!(turned.faults, [], "the order of lines doesn't matter, nor how they end");
    assert_eq!(turned.content_digest, clean.content_digest);
    assert_ne!(turned.digest, clean.digest);
    let mut ids: Vec<String> = (0..lines.len()).map(|place| id(&text, place) + "\n").collect();
    ids.sort();
    assert_eq!(clean.content_digest, hex(&Sha256::digest(ids.concat())));
    assert_eq!(audit("").content_digest, hex(&Sha256::digest("")));
}

#[test]
fn a_line_twice_is_no_fault_but_told() {
    let text = every_kind();
    let audit = audit(&format!("{text}{}\n", text.lines().nth(1).unwrap()));
    assert_eq!((audit.faults.len(), audit.entries), (0, text.lines().count() as u64));
    let repeated: Vec<(u64, u64)> = audit.repeated.iter().map(|one| (one.line, one.first)).collect();
    assert_eq!(repeated, [(audit.entries + 1, 2)]);
}

#[test]
fn what_was_changed_afterwards_does_not_fit_its_id() {
    let text = every_kind();
    for kind in EntryKind::ALL {
        let place = place(&text, kind.word());
        let line = text.lines().nth(place).unwrap();
        let forged = line.replacen("\"by\":\"sato\"", "\"by\":\"tanaka\"", 1);
        let (says, gives) = (&line[13..45], &changed(line, "\"by\":\"sato\"", "\"by\":\"tanaka\"")[13..45]);
        assert_eq!(
            faults(&with_line(&text, place, &forged)),
            [format!(
                "{}: the entry was changed after it was written, or its id was: it says {says} and its \
                 content gives {gives}",
                place + 1
            )]
        );
        // A field of a later version belongs to the content too.
        let more = line.replacen("{\"v\":1,", "{\"v\":1,\"more\":[0.5],", 1);
        assert_eq!(faults(&with_line(&text, place, &more)).len(), 1);
    }
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_the_lines() {
    let text = every_kind();
    let last = text.lines().count();
    let torn = &text.lines().next().unwrap()[..50];
    let found = faults(&format!(
        "{}not json\n{{\"v\":1}}\n{{\"v\":3}}\n<<<<<<< HEAD\n=======\n>>>>>>> other\n=======\n{torn}",
        text.replacen("\"kind\":\"check\"", "\"kind\":\"guess\"", 1)
    ));
    let begins = |place: usize, text: &str| assert!(found[place].contains(text), "{found:#?}");
    begins(0, "3: this version doesn't know entries of the kind `guess`");
    begins(1, "`after` names the entry");
    begins(2, &format!("{}: expected ident, at byte", last + 1));
    begins(3, &format!("{}: missing field `id`", last + 2));
    begins(4, &format!("{}: the entry is of version 3, and this program reads up to version 1", last + 3));
    begins(5, &format!("{}: git left a conflict here; join both sides by `slo ledger merge ", last + 4));
    begins(6, &format!("{}: git left a conflict here", last + 7));
    begins(7, &format!("{}: the line breaks off", last + 8));
    assert_eq!(found.len(), 8, "{found:#?}");
}

#[test]
fn a_name_leads_to_an_entry_that_can_be_meant() {
    let text = every_kind();
    let nobody = "0".repeat(32);
    for (kind, field, wrong_kind) in [
        ("breach-amended", "supersedes", "check"),
        ("breach-withdrawn", "supersedes", "annotation"),
        ("annotation-retracted", "supersedes", "decision"),
        ("decision", "annotation", "breach"),
    ] {
        let place_of_it = place(&text, kind);
        let line = text.lines().nth(place_of_it).unwrap();
        let value: Value = serde_json::from_str(line).unwrap();
        let named = value[field].as_str().unwrap();
        let with = |id: &str| faults(&with_line(&text, place_of_it, &changed(line, named, id)));
        let place_of_it = place_of_it + 1;
        assert!(
            with(&nobody).contains(&format!(
                "{place_of_it}: `{field}` names the entry {nobody}, which is not in the ledger"
            )),
            "{:#?}",
            with(&nobody)
        );
        assert!(with("x")[0].starts_with(&format!("{place_of_it}: `")), "{:#?}", with("x"));
        assert!(with("x")[0].contains("`x`") && with("x")[0].contains("not the id of an entry"));
        let other = place(&text, wrong_kind);
        let found = with(&id(&text, other));
        let told = format!("{place_of_it}: `{field}` names line {}, a `{wrong_kind}`; expected `", other + 1);
        assert!(found.iter().any(|fault| fault.starts_with(&told)), "{found:#?}");
    }
}

#[test]
fn a_name_leads_to_an_entry_about_the_same() {
    let text = every_kind();
    let amended = place(&text, "breach-amended");
    let line = text.lines().nth(amended).unwrap();
    let other = changed(line, "\"incident\":\"C\"", "\"incident\":\"Z\"");
    let found = faults(&with_line(&text, amended, &other));
    assert!(found[0].contains("which is about incident `C`, not `Z`"), "{found:#?}");
    let other = changed(line, "\"objective\":\"first-response\"", "\"objective\":\"resolve\"");
    let found = faults(&with_line(&text, amended, &other));
    assert!(found[0].contains("which is about objective `first-response`, not `resolve`"), "{found:#?}");
}

#[test]
fn people_write_about_incidents_with_breaches_and_requests_that_are_there() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    ledger
        .annotate(&NewAnnotation { subject: about_one("A", "first-response"), ..because("A", "other", "x") });
    let breach = ledger.0.lines().nth(1).unwrap().to_owned();
    assert!(breach.contains("\"incident\":\"A\""));
    let rest = ledger.0.replacen(&breach, "", 1);
    let found = faults(&rest);
    assert_eq!(found, ["4: incident `A` has no breach in the ledger"], "the blank line counts");
    let text = with_line(&ledger.0, 1, &changed(&breach, "first-response", "resolve"));
    assert_eq!(
        faults(&text),
        ["4: incident `A` has no breach of the objective `first-response` in the ledger"]
    );

    let text = every_kind();
    let (request, status) = (place(&text, "request"), place(&text, "request-status"));
    let line = text.lines().nth(request).unwrap();
    let strange = changed(line, "\"incidents\":[\"C\"]", "\"incidents\":[\"C\",\"X\",\"Y\"]");
    assert_eq!(
        faults(&with_line(&text, request, &strange)),
        [format!("{}: the request is about `X`, `Y`, without a breach in the ledger", request + 1)]
    );
    let found = faults(&with_line(&text, request, ""));
    assert!(found[0].starts_with(&format!("{}: the request `REQ-", status + 1)), "{found:#?}");
    assert_eq!(found.len(), 1);
}

#[test]
fn entries_that_take_each_others_place_are_told_once() {
    let text = every_kind();
    let retracted = text.lines().nth(place(&text, "annotation")).unwrap();
    let one = retracted.replacen("\"fix\":", &format!("\"supersedes\":\"{}\",\"fix\":", "b".repeat(32)), 1);
    let one = one.replacen(&retracted[13..45], &"a".repeat(32), 1);
    let other = one.replace(&"b".repeat(32), "X").replace(&"a".repeat(32), &"b".repeat(32));
    let other = other.replace('X', &"a".repeat(32));
    let last = text.lines().count();
    let found = faults(&format!("{text}{one}\n{other}\n"));
    let circle = format!(
        "{}: the entries of the lines {}, {} take each other's place in a circle",
        last + 1,
        last + 1,
        last + 2
    );
    assert_eq!(found.iter().filter(|fault| fault.contains("circle")).collect::<Vec<_>>(), [&circle]);
    assert_eq!(found.len(), 3, "and neither has the id of its content: {found:#?}");
}

#[test]
fn bytes_that_are_no_text_are_told() {
    let (_home, path) = ledger_of("");
    let text = every_kind();
    let mut bytes = text.clone().into_bytes();
    let at = text.find("disk").unwrap();
    bytes[at] = 0xFF;
    std::io::Write::write_all(&mut std::fs::OpenOptions::new().write(true).open(&path).unwrap(), &bytes)
        .unwrap();
    let faults = verify(&path).unwrap().faults;
    assert_eq!(faults[0].line, 1);
    assert!(faults[0].reason.contains("unicode"), "{faults:?}");
}
