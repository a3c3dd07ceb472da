use std::path::PathBuf;

use super::super::history;
use super::verify::ledger_of;
use super::*;
use crate::assess::{LedgerLog, LogFilter};
use crate::domain::{EntryId, EntryKind, Said};

fn log(text: &str) -> LedgerLog {
    let (_home, path) = ledger_of(text);
    history(&path, &LogFilter::default()).unwrap().log
}

#[test]
fn every_kind_is_told_with_what_it_replaced() {
    let text = every_kind();
    let log = log(&text);
    assert_eq!(log.entries.len(), text.lines().count());
    let found: HashSet<EntryKind> = log.entries.iter().map(|entry| entry.said.kind()).collect();
    assert_eq!(found, HashSet::from(EntryKind::ALL));
    let lines: Vec<&str> = text.lines().collect();
    for entry in &log.entries {
        let line = lines[usize::try_from(entry.line).unwrap() - 1];
        assert_eq!(entry.content, line);
        assert!(line.contains(&format!("\"kind\":\"{}\"", entry.said.kind().word())), "{line}");
        assert!(line.contains(&format!("\"id\":\"{}\"", entry.entry)), "{line}");
    }
    let of = |kind| log.entries.iter().filter(move |entry| entry.said.kind() == kind);
    let check = of(EntryKind::Check).next().unwrap();
    let exports = vec!["export.csv".to_owned()];
    assert_eq!(check.said, Said::Check { exports, incidents: 3, breaches: 2 });
    let annotation = of(EntryKind::Annotation).next().unwrap();
    assert!(log.replaced(annotation.entry).unwrap().retracted);
    let amended = of(EntryKind::BreachAmended).next().unwrap();
    let first = log.entries.iter().find(|entry| entry.entry == amended.supersedes[0]).unwrap();
    assert_eq!((first.said.kind(), first.said.incident()), (EntryKind::Breach, amended.said.incident()));
}

#[test]
fn a_line_that_is_no_entry_is_told_as_by_any_other_command() {
    let text = every_kind();
    for (broken, told) in [
        (text.replacen("\"kind\":\"check\"", "\"kind\":\"guess\"", 1), "line 3: this version"),
        (format!("{text}<<<<<<< HEAD\n"), "git left a conflict here"),
        (format!("{text}{{\"v\":7}}\n"), "of version 7"),
    ] {
        let (_home, path) = ledger_of(&broken);
        let error = history(&path, &LogFilter::default()).unwrap_err().to_string();
        assert!(error.contains(told), "{error}");
    }
}

#[test]
fn a_torn_line_is_left_out_and_told_and_no_ledger_is_an_empty_one() {
    let text = every_kind();
    let (_home, path) = ledger_of(&text[..text.len() - 9]);
    let found = history(&path, &LogFilter::default()).unwrap();
    assert_eq!(found.torn.unwrap().line, text.lines().count() as u64);
    assert_eq!(found.log.all, text.lines().count() - 1);
    let none: PathBuf = path.with_file_name("none.jsonl");
    assert_eq!(history(&none, &LogFilter::default()).unwrap().log.all, 0);
}

#[test]
fn of_answers_given_apart_the_log_tells_which_counts() {
    let mut base = Lines::default();
    base.check(&policy(), MONDAY, 100);
    base.annotate(&because("C", "other", "of both"));
    let answered = |reason: &str, at| {
        let mut ledger = Lines(base.0.clone());
        let state = ledger.state();
        ledger.append(&[annotate(&state, &policy(), &author(at), &because("A", "other", reason)).unwrap()]);
        let new = NewDecision { subject: about("C"), required: true, why: reason.into() };
        ledger.append(&decide(&state, &author(at), &new).unwrap());
        ledger.0.strip_prefix(&base.0).unwrap().to_owned()
    };
    let (late, early) = (answered("late", 520), answered("early", 510));
    let mut joined = Lines(format!("{}{late}{early}", base.0));
    let overruled = |ledger: &Lines| -> Vec<(String, String)> {
        let log = log(&ledger.0);
        let content =
            |id: EntryId| log.entries.iter().find(|entry| entry.entry == id).unwrap().content.clone();
        log.entries
            .iter()
            .filter_map(|entry| Some((entry.content.clone(), content(log.overruled(entry.entry)?))))
            .collect()
    };
    let pairs: Vec<_> = early.lines().zip(late.lines()).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    assert_eq!(overruled(&joined), pairs);
    joined.annotate(&because("A", "other", "by somebody who saw both"));
    assert_eq!(overruled(&joined), pairs[1..], "what is superseded is marked so");
}

#[test]
fn what_is_said_of_each_part_goes_before_what_is_said_of_the_whole() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    ledger.annotate(&because("A", "other", "the whole"));
    let part = about_one("A", "first-response");
    ledger.annotate(&NewAnnotation { subject: part, ..because("A", "other", "its only part") });
    let log = log(&ledger.0);
    let [.., whole, part] = &log.entries[..] else { panic!("too few entries") };
    assert_eq!((log.overruled(whole.entry), log.overruled(part.entry)), (Some(part.entry), None));
}
