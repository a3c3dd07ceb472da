use super::*;

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
