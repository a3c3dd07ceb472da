use super::*;
use crate::assess::sample::{annotation, minute, minutes, policy, recorded, request, state, step};
use crate::domain::{EntryId, Escalation, FieldId, Shift, Shifts, Withdrawal};

fn shifted() -> Policy {
    let shift = |id: &str, from, to| Shift { id: id.into(), title: id.into(), from, to };
    Policy { shifts: Shifts::new(vec![shift("early", 0, 60), shift("late", 60, 1440)]), ..policy() }
}

/// A breach of a customer, by somebody.
fn breach(incident: &str, opened: i64, customer: &str, assignee: Option<&str>) -> RecordedBreach {
    RecordedBreach {
        customer: Some(customer.into()),
        assignee: assignee.map(str::to_owned),
        ..recorded(incident, incident, opened)
    }
}

/// Two wait for a cause, one for a decision, one for a request; one was withdrawn.
fn ledger() -> LedgerState {
    let mut state = state([
        breach("A", 0, "ACME", Some("佐藤")),
        breach("B", 10, "Globex", Some("佐藤")),
        breach("C", 70, "ACME", Some("田中")),
        breach("D", 80, "Globex", None),
        breach("E", 90, "ACME", Some("田中")),
    ]);
    state.take_annotation(annotation("B", "other", Fix::Review, "b"), &[]);
    state.take_annotation(annotation("C", "runbook-missing", Fix::Required, "c"), &[]);
    state.take_annotation(annotation("E", "customer-side", Fix::NotRequired, "e"), &[]);
    let why = Withdrawal { verdict: "met".into(), as_of: minute(1200), policy: "0".repeat(64) };
    state.take_withdrawal(EntryId::from_bytes([9; 16]), "E", "first-response", why);
    state
}

fn ids<'a>(list: &[WaitingBreach<'a>]) -> Vec<&'a str> {
    list.iter().map(|one| one.breach.incident.as_str()).collect()
}

fn requests<'a>(list: &[RequestProgress<'a>]) -> Vec<(&'a str, Span)> {
    list.iter().map(|one| (one.request.id.as_str(), one.age)).collect()
}

#[test]
fn each_waits_in_its_list_the_oldest_first() {
    let (state, policy) = (ledger(), policy());
    let waiting = Waiting::of(&state, &policy, minute(1530));
    assert_eq!(ids(&waiting.unannotated), ["A", "D"]);
    assert_eq!((waiting.unannotated[0].age, waiting.unannotated[1].age), (minutes(1500), minutes(1420)));
    assert_eq!((ids(&waiting.reviews), ids(&waiting.unrequested)), (vec!["B"], vec!["C"]));
    assert_eq!(waiting.reviews[0].age, minutes(430), "from the annotation on");
    assert_eq!(waiting.stale[0].incident, "E");
    assert!(waiting.is_longer_than(Awaited::Cause, minutes(1499)));
    assert!(!waiting.is_longer_than(Awaited::Cause, minutes(1500)), "just as long is no longer");
    let count = WaitCount { all: 2, incidents: 2, longest: Some(minutes(1500)) };
    assert_eq!(waiting.count(Awaited::Cause), count);
}

#[test]
fn requests_wait_for_the_next_step_and_answers_are_due() {
    let mut state = LedgerState::default();
    for (id, steps) in [
        ("drafted", &[][..]),
        ("sent", &[(RequestStatus::Sent, 1200)]),
        ("asked-again", &[(RequestStatus::Sent, 1110), (RequestStatus::Sent, 1300)]),
        ("accepted", &[(RequestStatus::Sent, 1120), (RequestStatus::Accepted, 1400)]),
        ("declined", &[(RequestStatus::Sent, 1120), (RequestStatus::Declined, 1400)]),
        ("done", &[(RequestStatus::Accepted, 1400), (RequestStatus::Done, 1410)]),
    ] {
        state.take_request(request(id, &["A", id]));
        for &(status, at) in steps {
            state.take_request_step(id, step(status, at));
        }
    }
    let silent = policy();
    let waiting = Waiting::of(&state, &silent, minute(1530));
    assert_eq!(requests(&waiting.drafts), [("drafted", minutes(430))]);
    let unanswered = [("sent", minutes(330)), ("asked-again", minutes(230))];
    assert_eq!(requests(&waiting.requests_unanswered), unanswered);
    assert_eq!(requests(&waiting.requests_accepted), [("accepted", minutes(130))]);
    assert_eq!(waiting.requests_unanswered[0].due, None, "the policy doesn't say how soon");
    assert_eq!(waiting.count(Awaited::Answer).incidents, 3, "one of them is in both");
    assert!(waiting.is_longer_than(Awaited::Answer, minutes(329)));

    let escalation = Escalation { reply_within: Some(minutes(300)), ..Escalation::default() };
    let policy = Policy { escalation, ..policy() };
    for (now, overdue) in [(1500, 0), (1501, 1), (1601, 2)] {
        let waiting = Waiting::of(&state, &policy, minute(now));
        assert_eq!(waiting.requests_unanswered[0].due, Some(minute(1500)));
        assert_eq!(waiting.overdue(), overdue, "as of {now}");
    }
    let waiting = Waiting::of(&state, &policy, minute(1530));
    assert_eq!(waiting.requests_unanswered[0].overdue, Some(minutes(30)));
    assert_eq!(waiting.drafts[0].due, None, "nobody was asked yet");
}

#[test]
fn what_began_to_wait_after_as_of_is_counted_and_left_out() {
    let (mut state, policy) = (ledger(), policy());
    state.take_request(request("REQ-1", &["X"]));
    let at = |now| {
        let waiting = Waiting::of(&state, &policy, minute(now));
        let lists =
            [&waiting.unannotated, &waiting.reviews, &waiting.unrequested].map(|list| ids(list).len());
        (lists, waiting.drafts.len(), waiting.newer)
    };
    let newer = |breaches, requests| Newer { breaches, requests };
    // The targets were crossed at 30 and 110; people wrote and asked at 1100.
    assert_eq!(at(29), ([0, 0, 0], 0, newer(4, 1)));
    assert_eq!(at(30), ([1, 0, 0], 0, newer(3, 1)));
    assert_eq!(at(1099), ([2, 0, 0], 0, newer(2, 1)));
    assert_eq!(at(1100), ([2, 1, 1], 1, newer(0, 0)));
}

#[test]
fn annotations_of_what_was_withdrawn_stand_in_the_order_of_their_writing() {
    let stale = |ids: [&str; 3]| -> Vec<String> {
        let mut state = state(ids.map(|id| recorded(id, "x", 0)));
        for (number, id) in (90..).zip(ids) {
            let why = Withdrawal { verdict: "met".into(), as_of: minute(1200), policy: "0".repeat(64) };
            state.take_withdrawal(EntryId::from_bytes([number; 16]), id, "first-response", why);
            let at = if id == "B" { minute(1000) } else { minute(1100) };
            let written = annotation(id, "other", Fix::Review, id);
            state.take_annotation(Annotation { at, ..written }, &[]);
        }
        state.stale().iter().map(|annotation| annotation.incident.clone()).collect()
    };
    assert_eq!(stale(["A", "B", "C"])[0], "B");
    assert_eq!(stale(["A", "B", "C"]), stale(["C", "A", "B"]));
}

#[test]
fn it_is_empty_when_nobody_has_anything_to_do() {
    let policy = policy();
    let mut state = state([recorded("A", "x", 0)]);
    state.take_annotation(annotation("A", "customer-side", Fix::NotRequired, "a"), &[]);
    let why = Withdrawal { verdict: "met".into(), as_of: minute(1200), policy: "0".repeat(64) };
    state.take_withdrawal(EntryId::from_bytes([9; 16]), "A", "first-response", why);
    let is_empty = |state: &LedgerState| Waiting::of(state, &policy, minute(1500)).is_empty();
    assert_eq!(state.stale().len(), 1);
    assert!(is_empty(&state));
    state.take_request(request("REQ-1", &["A"]));
    for (at, (status, waits)) in (1200..).zip([
        (RequestStatus::Sent, true),
        (RequestStatus::Accepted, true),
        (RequestStatus::Done, false),
        (RequestStatus::Declined, false),
    ]) {
        state.take_request_step("REQ-1", step(status, at));
        assert_eq!(is_empty(&state), !waits, "{status:?}");
    }
}

#[test]
fn a_selection_is_made_of_all_lists() {
    let (mut state, policy) = (ledger(), shifted());
    state.take_request(request("REQ-1", &["A"]));
    state.take_request(request("REQ-2", &["D", "E"]));
    state.take_request_step("REQ-2", step(RequestStatus::Sent, 1200));
    let late = Selection::default().begun_in(policy.shifts.find("late").unwrap());
    let waiting = Waiting::among(&state, &policy, &late, minute(1530));
    assert_eq!(waiting.filters, ["shift=late"]);
    assert_eq!((ids(&waiting.unannotated), ids(&waiting.unrequested)), (vec!["D"], vec!["C"]));
    assert!(waiting.reviews.is_empty() && waiting.drafts.is_empty());
    assert_eq!(requests(&waiting.requests_unanswered)[0].0, "REQ-2");
    assert_eq!(waiting.stale.len(), 1);
    let sato = Waiting::among(&state, &policy, &Selection::default().handled_by("佐藤"), minute(1530));
    assert_eq!((ids(&sato.unannotated), ids(&sato.reviews)), (vec!["A"], vec!["B"]));
    assert!(sato.unrequested.is_empty() && sato.stale.is_empty() && sato.requests_unanswered.is_empty());
    assert_eq!(requests(&sato.drafts)[0].0, "REQ-1");
}

#[test]
fn groups_add_up_to_what_waits_the_longest_first() {
    let (state, policy) = (ledger(), shifted());
    let waiting = Waiting::of(&state, &policy, minute(1530));
    let rows = |key: WaitingKey| {
        let groups = WaitingGroups::of(&waiting, &policy, key);
        let row = |row: &WaitingGroup<'_>| {
            let lists = [row.unannotated.all, row.reviews.all, row.unrequested.all];
            assert_eq!(lists.iter().sum::<usize>(), row.all.all);
            (row.value.map(str::to_owned), row.all.incidents, row.all.longest.unwrap(), lists)
        };
        groups.rows.iter().map(row).collect::<Vec<_>>()
    };
    let of = |value: &str| Some(value.to_owned());
    assert_eq!(
        rows(WaitingKey::Shift),
        [(of("early"), 2, minutes(1500), [1, 1, 0]), (of("late"), 2, minutes(1420), [1, 0, 1])]
    );
    assert_eq!(
        rows(WaitingKey::Field(FieldId::ASSIGNEE)),
        [
            (of("佐藤"), 2, minutes(1500), [1, 1, 0]),
            (None, 1, minutes(1420), [1, 0, 0]),
            (of("田中"), 1, minutes(430), [0, 0, 1]),
        ]
    );
}

#[test]
fn groups_are_known_by_name() {
    let (plain, shifted) = (policy(), shifted());
    assert_eq!(WaitingKey::named(&plain, "severity"), Some(WaitingKey::Field(FieldId::SEVERITY)));
    assert_eq!(WaitingKey::named(&plain, "nothing"), None);
    assert_eq!(WaitingKey::named(&shifted, "shift"), Some(WaitingKey::Shift));
    // A field of the export may be called so too: where the policy has no shifts, it is meant.
    let fields = crate::domain::Fields::with(["shift"]);
    let own = Policy { fields, ..policy() };
    let field = own.fields.find("shift").unwrap();
    assert_eq!(WaitingKey::named(&own, "shift"), Some(WaitingKey::Field(field)));
    let both = Policy { shifts: shifted.shifts.clone(), ..own };
    assert_eq!(WaitingKey::named(&both, "shift"), Some(WaitingKey::Shift));
    let state = ledger();
    let waiting = Waiting::of(&state, &plain, minute(1530));
    assert!(WaitingGroups::of(&waiting, &plain, WaitingKey::Shift).rows.is_empty(), "nobody knows");
}
