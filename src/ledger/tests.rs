//! Checks, annotations and requests against a ledger that is kept in memory as its lines.

use std::collections::HashSet;

use proptest::prelude::*;

use super::{
    AnnotationFault, Author, Entry, Kind, NewAnnotation, Replay, ReplayError, annotate, reconcile, replay,
    request_entry,
};
use crate::assess::sample::{Ticket, minute, minutes, objective, policy, run};
use crate::assess::{Changes, EscalationPlan, LedgerState, Waiting};
use crate::domain::{Fix, Load, Policy};

/// A ledger as its text.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn state(&self) -> LedgerState {
        replay(self.0.as_bytes()).unwrap().state
    }

    fn append(&mut self, entries: &[Entry]) {
        for entry in entries {
            self.0.push_str(entry.line());
            self.0.push('\n');
        }
    }

    /// Checks an export against the ledger and records it; the kinds written, and the changes.
    fn check(
        &mut self,
        policy: &Policy,
        tickets: &[Ticket<'_>],
        as_of: i64,
    ) -> (Vec<&'static str>, Option<Changes>) {
        let state = self.state();
        let (report, seen) = run(policy, state.watched(), "export.csv", tickets, minute(as_of));
        let author = author(as_of);
        let found = reconcile(&state, &report, &seen, policy, &author).unwrap();
        self.append(&found.entries);
        (found.entries.iter().map(|entry| entry.kind().word()).collect(), found.changes)
    }

    fn annotate(&mut self, new: &NewAnnotation) {
        let entry = annotate(&self.state(), &policy(), &author(500), new).unwrap();
        self.append(&[entry]);
    }
}

fn author(at: i64) -> Author {
    Author { by: "sato".into(), at: minute(at) }
}

fn because(incident: &str, cause: &str, reason: &str) -> NewAnnotation {
    NewAnnotation {
        incident: incident.into(),
        cause: cause.into(),
        reason: reason.into(),
        ..NewAnnotation::default()
    }
}

const MONDAY: &[Ticket<'_>] =
    &[("A", 0, Some(45), "closed"), ("B", 10, Some(20), "closed"), ("C", 20, None, "open")];

#[test]
fn a_first_check_records_each_breach_and_has_nothing_to_compare_with() {
    let mut ledger = Lines::default();
    let (kinds, changes) = ledger.check(&policy(), MONDAY, 100);
    assert_eq!(kinds, ["breach", "breach", "check"]);
    assert_eq!(changes, None);
    let state = ledger.state();
    let held = &state.breach("C", "first-response").unwrap().breach;
    assert!(held.open && held.over == minutes(50) && held.row == 4);
    assert_eq!(held.attributes, [("channel".to_owned(), "mail".to_owned())]);
    assert_eq!(state.watched(), HashSet::from(["A".to_owned(), "C".to_owned()]));
    assert!(state.breach("B", "first-response").is_none());
}

#[test]
fn the_same_check_again_records_nothing_and_tells_the_same_changes() {
    let mut ledger = Lines::default();
    let first = ledger.check(&policy(), MONDAY, 100);
    let before = ledger.0.clone();
    assert_eq!(ledger.check(&policy(), MONDAY, 100), (Vec::new(), first.1));
    let late: &[Ticket<'_>] =
        &[("A", 0, Some(29), "closed"), ("C", 20, Some(80), "closed"), ("D", 30, None, "")];
    let (kinds, changes) = ledger.check(&policy(), late, 110);
    assert_eq!(kinds, ["breach", "breach-amended", "breach-withdrawn", "check"], "the worst first");
    let text = ledger.0.clone();
    assert_eq!(ledger.check(&policy(), late, 110), (Vec::new(), changes.clone()));
    assert_eq!(ledger.check(&policy(), MONDAY, 100), (Vec::new(), None), "also when others came after it");
    assert!(text == ledger.0 && text.starts_with(&before));
    let changes = changes.unwrap();
    assert_eq!(changes.last_check, minute(100));
    assert_eq!((changes.new[0].incident.as_str(), changes.new[0].over_now), ("D", Some(minutes(50))));
    let amended = &changes.amended[0];
    assert_eq!((amended.over_before, amended.over_now), (Some(minutes(50)), Some(minutes(30))));
    let withdrawn = &changes.withdrawn[0];
    assert_eq!((withdrawn.incident.as_str(), withdrawn.verdict.as_deref()), ("A", Some("met")));
}

#[test]
fn without_digests_of_the_exports_no_check_counts_as_the_same() {
    let mut ledger = Lines::default();
    let policy = policy();
    for id in ["A", "B"] {
        let state = ledger.state();
        let (mut report, seen) = run(&policy, state.watched(), "-", &[(id, 0, None, "")], minute(100));
        report.sources[0].sha256 = None;
        ledger.append(&reconcile(&state, &report, &seen, &policy, &author(100)).unwrap().entries);
    }
    assert_eq!(ledger.state().active().count(), 2);
}

#[test]
fn an_open_breach_that_got_older_or_changed_hands_is_not_amended() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    let (kinds, changes) = ledger.check(&policy(), &[("C", 20, None, "waiting")], 200);
    assert_eq!(kinds, ["check"]);
    assert!(changes.unwrap().amended.is_empty());
    assert_eq!(
        ledger.check(&policy(), &[("C", 20, Some(150), "closed")], 201).0,
        ["breach-amended", "check"]
    );
}

#[test]
fn a_load_is_kept_as_it_was_measured_and_amends_nothing() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    let load = |ledger: &Lines| ledger.state().breach("C", "first-response").unwrap().breach.load;
    assert_eq!(load(&ledger), Some(Load { open: None, before: 1 }));
    let busier: Vec<Ticket<'_>> = [MONDAY, &[("D", 15, Some(16), "closed")]].concat();
    assert_eq!(ledger.check(&policy(), &busier, 101).0, ["check"]);
    assert_eq!(load(&ledger), Some(Load { open: None, before: 1 }));
    // As an earlier version wrote it.
    let mut earlier = Lines(ledger.0.replace(",\"load\":{\"opened_15m\":1}", ""));
    assert_eq!(load(&earlier), None);
    assert_eq!(earlier.check(&policy(), &busier, 102).0, ["check"]);
}

#[test]
fn an_incident_that_is_not_in_the_run_is_left_alone() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    assert_eq!(ledger.check(&policy(), &[("Z", 0, Some(1), "")], 200).0, ["check"]);
    assert_eq!(ledger.state().active().count(), 2);
}

#[test]
fn a_changed_policy_moves_verdicts_and_the_ledger_tells() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    let mut stricter = policy();
    stricter.objectives = vec![objective("first-response", "", 5)];
    stricter.sha256 = "1".repeat(64);
    assert_eq!(
        ledger.check(&stricter, MONDAY, 100).0,
        ["breach-amended", "breach-amended", "breach", "check"]
    );
    let mut other = policy();
    other.objectives = vec![objective("answer", "", 40)];
    let (kinds, changes) = ledger.check(&other, MONDAY, 120);
    assert_eq!(
        kinds,
        ["breach", "breach", "breach-withdrawn", "breach-withdrawn", "breach-withdrawn", "check"]
    );
    let verdicts = changes.unwrap().withdrawn.into_iter().map(|change| change.verdict.unwrap());
    assert_eq!(verdicts.collect::<Vec<_>>(), ["objective-removed"; 3]);
}

#[test]
fn a_withdrawn_breach_that_is_back_is_a_new_entry_and_its_annotation_counts_again() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    ledger.annotate(&because("A", "other", "nobody knew the host"));
    ledger.check(&policy(), &[("A", 0, Some(20), "closed")], 110);
    let state = ledger.state();
    let withdrawal = state.breach("A", "first-response").unwrap().entry;
    assert_eq!(state.stale().len(), 1);
    assert!(!state.watched().contains("A"));
    let (kinds, changes) = ledger.check(&policy(), &[("A", 0, Some(45), "closed")], 120);
    assert_eq!(kinds, ["breach", "check"]);
    assert_eq!(changes.unwrap().new.len(), 1);
    assert!(ledger.0.contains(&format!("\"supersedes\":\"{withdrawal}\"")));
    let state = ledger.state();
    assert!(state.stale().is_empty());
    assert_eq!(state.annotation_for("A", "first-response").unwrap().reason, "nobody knew the host");
}

#[test]
fn an_older_export_does_not_undo_what_a_newer_one_said() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), &[("C", 20, Some(80), "closed")], 200);
    assert_eq!(ledger.check(&policy(), &[("C", 20, None, "open")], 40).0, ["check"], "pending then");
    assert_eq!(ledger.check(&policy(), &[("C", 20, None, "open")], 60).0, ["check"], "open then");
    assert!(!ledger.state().breach("C", "first-response").unwrap().breach.open);
}

#[test]
fn the_newest_annotation_stands_and_one_objective_goes_before_none() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    ledger.annotate(&because("A", "other", "first"));
    ledger.annotate(&NewAnnotation {
        objective: Some("first-response".into()),
        fix: Some(Fix::Required),
        ..because("A", "other", "second")
    });
    let state = ledger.state();
    let standing = state.annotation_for("A", "first-response").unwrap();
    assert_eq!((standing.reason.as_str(), standing.fix), ("second", Fix::Required));
    assert_eq!(state.annotation_for("A", "resolve").unwrap().reason, "first");
    let first = state.annotation_of("A", None).unwrap().entry.clone();
    ledger.annotate(&because("A", "customer-side", " third\n"));
    assert!(ledger.0.lines().last().unwrap().contains(&format!("\"supersedes\":\"{first}\"")));
    let standing = ledger.state().annotation_for("A", "first-response").cloned().unwrap();
    assert_eq!((standing.reason.as_str(), standing.fix), ("third", Fix::NotRequired));
}

#[test]
fn every_fault_of_an_annotation_is_told_with_what_is_near() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), &[("INC-001", 0, None, ""), ("INC-002", 0, None, "")], 100);
    ledger.check(&policy(), &[("INC-002", 0, Some(10), "")], 110);
    let state = ledger.state();
    let faults = |new: &NewAnnotation| -> Vec<String> {
        let faults: Vec<AnnotationFault> = annotate(&state, &policy(), &author(1), new).unwrap_err();
        faults.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        faults(&because("inc-01", "runbook", " ")),
        [
            "the ledger has no incident `inc-01`; did you mean `INC-001` or `INC-002`?",
            "the policy has no cause `runbook`; did you mean `runbook-missing`?",
            "the reason for `inc-01` is empty; say in a sentence why the response took so long",
        ]
    );
    assert_eq!(
        faults(&because("INC-002", "other", "x")),
        ["incident `INC-002` has no breach any more: `first-response` is now `met`"]
    );
    let resolve = NewAnnotation { objective: Some("resolve".into()), ..because("INC-001", "other", "x") };
    assert_eq!(
        faults(&resolve),
        ["incident `INC-001` has no breach of an objective `resolve`; did you mean `first-response`?"]
    );
}

#[test]
fn a_problem_is_asked_once_and_what_waits_gets_less() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    let (policy, tickets) = (policy(), [("D", 30, None, "")]);
    let waits = |ledger: &Lines| {
        let state = ledger.state();
        let waiting = Waiting::of(&state, &policy, minute(600));
        (waiting.unannotated.len(), waiting.unrequested.len(), waiting.drafts.len())
    };
    assert_eq!(waits(&ledger), (2, 0, 0));
    ledger.annotate(&because("A", "runbook-missing", "no runbook"));
    ledger.annotate(&because("C", "runbook-missing", "no runbook"));
    assert_eq!(waits(&ledger), (0, 2, 0));
    let state = ledger.state();
    let plan = EscalationPlan::of(&state, &policy);
    assert_eq!(plan.problems.len(), 1);
    let problem = &plan.problems[0];
    assert_eq!((problem.incidents(), problem.signature.title.as_str()), (vec!["A", "C"], "# disk #"));
    let entry = request_entry(&author(500), problem, "escalations/x.md").unwrap();
    let id = problem.id.clone();
    ledger.append(&[entry]);
    assert_eq!(waits(&ledger), (0, 0, 1));
    ledger.check(&policy, &tickets, 400);
    ledger.annotate(&because("D", "runbook-missing", "still none"));
    let state = ledger.state();
    let plan = EscalationPlan::of(&state, &policy);
    assert!(plan.problems.is_empty());
    assert_eq!(plan.continued[0].request.id, id);
    assert_eq!(plan.continued[0].fresh.len(), 1);
    assert_eq!(waits(&ledger), (0, 0, 1));
}

/// A ledger with every kind of entry in it.
fn every_kind() -> String {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    ledger.check(&policy(), &[("A", 0, Some(20), ""), ("C", 20, Some(99), "")], 110);
    ledger.annotate(&because("C", "runbook-missing", "手順書が古い \u{1b}[31m"));
    let state = ledger.state();
    let entry =
        request_entry(&author(500), &EscalationPlan::of(&state, &policy()).problems[0], "x.md").unwrap();
    ledger.append(&[entry]);
    ledger.0
}

#[test]
fn lines_begin_alike_and_unknown_fields_are_skipped() {
    let text = every_kind();
    let words: HashSet<String> = text
        .lines()
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            let id = value["id"].as_str().unwrap().to_owned();
            assert!(line.starts_with(&format!("{{\"v\":1,\"id\":\"{id}\",\"at\":\"2026-")), "{line}");
            assert_eq!(super::content::content_id(value.clone()).to_string(), id);
            value["kind"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(words.len(), 6);
    let more = text.replace("\"v\":1", "\"v\":1,\"new\":{\"x\":[1]}").replace('\n', "\r\n\n");
    let (one, other) = (replay(text.as_bytes()).unwrap().state, replay(more.as_bytes()).unwrap().state);
    assert_eq!(one.entries(), text.lines().count());
    assert_eq!(format!("{:?}", one.requests()), format!("{:?}", other.requests()));
    assert!(one.breaches().eq(other.breaches()));
}

#[test]
fn a_line_twice_is_one_entry() {
    let text = every_kind();
    let twice = replay(format!("{text}{text}").as_bytes()).unwrap().state;
    assert_eq!(twice.entries(), text.lines().count());
    assert_eq!(twice.requests().len(), 1);
}

#[test]
fn a_bad_line_is_named_and_a_newer_version_refused() {
    let text = every_kind();
    let fault = |text: &str| replay(text.as_bytes()).map(|_| ()).unwrap_err().to_string();
    let broken = text.replacen("\"kind\":\"breach\"", "\"kind\":breach", 2);
    assert!(fault(&broken).starts_with("line 1: expected value, at byte"), "{}", fault(&broken));
    let unknown = text.replacen("\"kind\":\"check\"", "\"kind\":\"guess\"", 1);
    assert!(fault(&unknown).starts_with("line 3: this version doesn't know entries of the kind `guess`"));
    let missing = text.replacen("\"deadline\"", "\"dead\"", 1);
    assert!(fault(&missing).contains("line 1: missing field `deadline`"), "{}", fault(&missing));
    let newer = format!("{text}{{\"v\":2,\"id\":7}}\n");
    assert!(matches!(replay(newer.as_bytes()), Err(ReplayError::Newer { version: 2, line }) if line > 7));
    let decision = text.replace("\"fix\":\"required\"", "\"fix\":\"perhaps\"");
    assert!(fault(&decision).contains("`perhaps` is no decision"));
}

proptest! {
    #[test]
    fn a_prefix_is_read_in_full_or_its_torn_end_is_reported(share in 0.0..=1.0_f64) {
        let text = every_kind();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a short text")]
        let cut = (text.len() as f64 * share) as usize;
        let prefix = &text.as_bytes()[..cut];
        let Replay { state, intact, tail } = replay(prefix).unwrap();
        let whole = prefix.split(|byte| *byte == b'\n').count() - 1;
        let rest = prefix.rsplit(|byte| *byte == b'\n').next().unwrap();
        match tail {
            super::tail::Tail::Clean => prop_assert!(rest.is_empty() && state.entries() == whole),
            super::tail::Tail::Unended => prop_assert_eq!(state.entries(), whole + 1),
            super::tail::Tail::Torn(torn) => {
                prop_assert_eq!(state.entries(), whole);
                prop_assert_eq!(torn.line, whole as u64 + 1);
                prop_assert_eq!(&torn.bytes[..], rest);
                prop_assert_eq!(intact + torn.bytes.len() as u64, cut as u64);
            }
        }
    }

    #[test]
    fn bytes_of_any_kind_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut text = every_kind().into_bytes();
        text.extend(bytes);
        let _ = replay(&text[..]);
    }
}

#[test]
fn kinds_know_their_words() {
    let entries = replay(every_kind().as_bytes()).unwrap();
    assert!(entries.torn().is_none());
    let state = Lines(every_kind()).state();
    let entry = annotate(&state, &policy(), &author(1), &because("C", "other", "x")).unwrap();
    assert!(matches!(entry.kind(), Kind::Annotation(body) if body.fix == "review"));
}

#[test]
fn a_check_that_comes_again_after_another_is_recorded_again() {
    let mut ledger = Lines::default();
    let corrected: &[Ticket<'_>] = &[("A", 0, Some(20), "closed")];
    ledger.check(&policy(), &[("A", 0, Some(45), "closed")], 100);
    assert_eq!(ledger.check(&policy(), corrected, 100).0, ["breach-withdrawn", "check"]);
    let (kinds, changes) = ledger.check(&policy(), &[("A", 0, Some(45), "closed")], 100);
    assert_eq!(kinds, ["breach", "check"]);
    assert!(ledger.state().breach("A", "first-response").unwrap().is_active());
    assert_eq!(changes.as_ref().unwrap().new.len(), 1);
    ledger.annotate(&because("A", "other", "nobody knew the host"));
    let again = ledger.check(&policy(), &[("A", 0, Some(45), "closed")], 100);
    assert_eq!(again, (Vec::new(), changes), "only an annotation came in between");
    assert_eq!(ledger.check(&policy(), corrected, 100).0, ["breach-withdrawn", "check"]);
    assert_eq!(ledger.0.lines().count(), 2 + 2 + 2 + 1 + 2);
}

#[test]
fn what_an_append_that_broke_off_left_is_told_by_the_next_check_and_again() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), &[("Z", 0, Some(1), "")], 90);
    let before = ledger.0.lines().count();
    ledger.check(&policy(), MONDAY, 100);
    let whole: Vec<&str> = ledger.0.lines().take(before + 1).collect();
    ledger.0 = whole.join("\n") + "\n";
    let (kinds, changes) = ledger.check(&policy(), MONDAY, 100);
    assert_eq!(kinds, ["breach", "check"]);
    assert_eq!(changes.as_ref().unwrap().new.len(), 2);
    assert_eq!(ledger.check(&policy(), MONDAY, 100), (Vec::new(), changes));
}

/// What a ledger says of its breaches, whatever the order of its lines.
fn words(text: &str) -> Vec<String> {
    let state = replay(text.as_bytes()).unwrap().state;
    let mut words: Vec<String> = state.breaches().map(|held| format!("{held:?}")).collect();
    words.sort();
    words
}

#[test]
fn a_ledger_that_lost_lines_still_tells_what_superseded_them() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), &[("C", 20, None, "open")], 100);
    ledger.check(&policy(), &[("C", 20, Some(80), "closed")], 110);
    let rest = ledger.0.lines().skip(2).collect::<Vec<_>>().join("\n") + "\n";
    let mut cut = Lines(rest);
    assert!(!cut.state().breach("C", "first-response").unwrap().breach.open);
    let (_, changes) = cut.check(&policy(), &[("C", 20, Some(80), "closed")], 120);
    assert_eq!(changes.unwrap().new, [], "nobody knows when it came");
}

proptest! {
    #[test]
    fn the_order_of_lines_does_not_matter(keys in proptest::collection::vec(any::<u32>(), 40)) {
        let mut ledger = Lines::default();
        for as_of in [100, 100, 110] {
            ledger.check(&policy(), MONDAY, as_of);
            ledger.check(&policy(), &[("A", 0, Some(20), ""), ("C", 20, Some(99), "")], as_of);
            ledger.check(&policy(), &[("A", 0, Some(45), ""), ("C", 20, Some(25), "")], as_of);
            ledger.check(&policy(), &[("A", 0, Some(21), "")], as_of);
        }
        let mut lines: Vec<&str> = ledger.0.lines().collect();
        prop_assert!(lines.len() < keys.len() && lines.len() > 12, "{}", lines.len());
        lines.reverse();
        prop_assert_eq!(words(&lines.join("\n")), words(&ledger.0));
        let mut mixed: Vec<_> = keys.iter().zip(lines).collect();
        mixed.sort();
        let mixed: Vec<&str> = mixed.into_iter().map(|(_, line)| line).collect();
        prop_assert_eq!(words(&mixed.join("\n")), words(&ledger.0));
    }
}
