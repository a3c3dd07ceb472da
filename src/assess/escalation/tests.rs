use super::*;
use crate::assess::sample::{annotation, minute, policy, recorded, request, state, step};
use crate::domain::{Annotation, EntryId, Fix, RecordedBreach, RequestStatus, RequestWriting, Span};

const DAY: i64 = 24 * 60;

fn because(incident: &str) -> Annotation {
    annotation(incident, "runbook-missing", Fix::Required, &format!("why {incident}"))
}

/// Three incidents of one problem on three days, one of another problem, all to be fixed.
fn ledger() -> LedgerState {
    let breaches = [
        recorded("A", "web1 disk 1%", 0),
        recorded("B", "web2 disk 2%", DAY),
        recorded("C", "web3 disk 3%", 2 * DAY),
        recorded("P", "web1 ping", 0),
    ];
    let mut state = state(breaches);
    for incident in ["A", "B", "C", "P"] {
        state.take_annotation(because(incident), &[]);
    }
    state
}

/// The incidents of each problem, and of each open request that goes on.
fn asked(state: &LedgerState, choice: &EscalationChoice) -> (Vec<String>, Vec<String>) {
    let policy = policy();
    let plan = EscalationPlan::chosen(state, &policy, choice);
    let problems = plan.problems.iter().map(|problem| problem.incidents().join(" ")).collect();
    let continued = plan.continued.iter().map(|one| Evidence::incidents(&one.fresh).join(" ")).collect();
    (problems, continued)
}

fn all() -> EscalationChoice {
    EscalationChoice::default()
}

/// The request that would be made about the disk, with these incidents.
fn disk(state: &LedgerState, incidents: &[&str]) -> Request {
    let policy = policy();
    let plan = EscalationPlan::of(state, &policy);
    let problem = plan.problems.iter().find(|problem| problem.incidents().contains(&"A")).unwrap();
    Request { signature: problem.signature.parts(), ..request(&problem.id, incidents) }
}

#[test]
fn a_choice_leaves_what_is_not_chosen() {
    let state = ledger();
    assert_eq!(asked(&state, &all()).0, ["A B C", "P"]);
    assert_eq!(asked(&state, &EscalationChoice { since: Some(minute(DAY)), ..all() }).0, ["B C"]);
    assert_eq!(asked(&state, &EscalationChoice { team: Some("acme-ops".into()), ..all() }).0, ["A B C", "P"]);
    assert_eq!(asked(&state, &EscalationChoice { team: Some("other".into()), ..all() }).0, [""; 0]);
    let named = EscalationChoice { requests: vec![disk(&state, &[]).id, "REQ-0".into()], ..all() };
    assert_eq!(asked(&state, &named).0, ["A B C"]);
    let policy = policy();
    assert_eq!(EscalationPlan::chosen(&state, &policy, &named).unknown, ["REQ-0"]);
    let many = EscalationChoice { min_incidents: 2, ..all() };
    assert_eq!(asked(&state, &many).0, ["A B C"]);
    assert_eq!(EscalationPlan::chosen(&state, &policy, &many).fewer, 1);
}

#[test]
fn an_open_request_goes_on_with_what_came_since() {
    let mut state = ledger();
    state.take_request(disk(&state, &["A"]));
    assert_eq!(asked(&state, &all()), (vec!["P".into()], vec!["B C".into()]));
    let policy = policy();
    let plan = EscalationPlan::of(&state, &policy);
    assert_eq!(
        plan.continued[0].problem(&state, &policy).incidents(),
        ["A", "B", "C"],
        "all that it is about by now"
    );
    state.take_request(disk(&ledger(), &["B", "C"]));
    // It is still a draft, and may be out of date.
    assert_eq!(asked(&state, &all()), (vec!["P".into()], vec![String::new()]));
    state.take_request_step(&disk(&ledger(), &[]).id, step(RequestStatus::Sent, 1200));
    assert_eq!(asked(&state, &all()), (vec!["P".into()], vec![]));
    // One that is chosen by name is there though nothing came.
    let named = EscalationChoice { requests: vec![disk(&ledger(), &[]).id], ..all() };
    assert_eq!(asked(&state, &named), (vec![], vec![String::new()]));
}

#[test]
fn after_an_answer_the_problem_is_asked_about_anew_but_not_what_came_before_the_fix() {
    for (status, expected) in [(RequestStatus::Declined, "B C"), (RequestStatus::Done, "C")] {
        let mut state = ledger();
        let first = disk(&state, &["A"]);
        state.take_request(first.clone());
        state.take_request_step(&first.id, step(status, DAY + 60));
        assert_eq!(asked(&state, &all()), (vec![expected.into(), "P".into()], vec![]), "{status:?}");
        let policy = policy();
        assert_ne!(EscalationPlan::of(&state, &policy).problems[0].id, first.id);
    }
}

#[test]
fn a_request_to_a_team_that_is_listed_no_more_is_still_to_be_written() {
    let mut state = state([RecordedBreach { customer: Some("Globex".into()), ..recorded("A", "x", 0) }]);
    state.take_annotation(because("A"), &[]);
    state.take_request(Request { team: "gone".into(), ..request("REQ-1", &["A"]) });
    let policy = policy();
    let named = EscalationChoice { requests: vec!["REQ-1".into()], ..all() };
    let plan = EscalationPlan::chosen(&state, &policy, &named);
    assert_eq!(plan.continued[0].problem(&state, &policy).team.title, "gone");
    assert_eq!(plan.continued[0].problem(&state, &policy).incidents(), ["A"]);
}

/// What was written of a request, with these breaches named and left out.
fn writing(at: i64, incidents: &[&str], left_out: &[&str]) -> RequestWriting {
    let breaches = |ids: &[&str]| ids.iter().map(|id| [(*id).into(), "first-response".into()]).collect();
    RequestWriting {
        entry: EntryId::from_bytes([at.to_le_bytes()[0]; 16]),
        at: minute(at),
        file: "x.md".into(),
        incidents: incidents.iter().map(|&id| id.to_owned()).collect(),
        breaches: breaches(incidents),
        left_out: breaches(left_out),
        after: None,
        improvement: None,
    }
}

#[test]
fn what_a_draft_left_out_is_asked_about_again_when_it_is_back() {
    let policy = policy();
    let mut state = ledger();
    let written = |writing: RequestWriting| {
        let (incidents, breaches) = (writing.incidents.clone(), writing.breaches.clone());
        Request { incidents, breaches, writings: vec![writing], ..disk(&ledger(), &[]) }
    };
    state.take_request(written(writing(10, &["A", "B", "C"], &[])));
    let other = annotation("B", "contact-unknown", Fix::Required, "another cause");
    state.take_annotation(other.clone(), &[because("B").entry]);
    let left_out = |state: &LedgerState| {
        let plan = EscalationPlan::of(state, &policy);
        plan.continued[0].left_out(state, &policy)
    };
    assert_eq!(left_out(&state), [["B".to_owned(), "first-response".to_owned()]]);
    state.take_request(written(writing(20, &[], &["B"])));
    assert_eq!((left_out(&state), state.requests()[0].incidents.join(" ")), (vec![], "A C".into()));
    // Only now the request is sent: of what it left out, nobody told the team.
    state.take_request_step(&disk(&ledger(), &[]).id, step(RequestStatus::Sent, 1200));
    assert!(asked(&state, &all()).1.is_empty());
    let again = annotation("B", "runbook-missing", Fix::Required, "sure now");
    state.take_annotation(again, &[other.entry]);
    assert_eq!(asked(&state, &all()).1, ["B"]);
    // In whichever order its writings are taken in.
    let mut joined = ledger();
    for writing in [writing(20, &[], &["B"]), writing(10, &["A", "B", "C"], &[])] {
        joined.take_request(written(writing));
    }
    assert_eq!(joined.requests()[0].incidents, ["A", "C"]);
}

#[test]
fn a_breach_that_went_over_to_another_team_leaves_a_draft() {
    let mut policy = policy();
    let mut state = ledger();
    state.take_request(Request { breaches: writing(10, &["A"], &[]).breaches, ..disk(&state, &["A"]) });
    policy.teams.insert(0, Team { id: "first".into(), ..policy.teams[0].clone() });
    let asked = |state: &LedgerState| {
        let plan = EscalationPlan::of(state, &policy);
        let ids = |one: &Problem<'_>| (one.team.id.clone(), one.incidents().join(" "));
        (plan.problems.iter().map(ids).collect::<Vec<_>>(), plan.continued[0].left_out(state, &policy).len())
    };
    let all = [("first".to_owned(), "A B C".to_owned()), ("first".to_owned(), "P".to_owned())];
    assert_eq!(asked(&state), (all.to_vec(), 1));
    // What was sent is not taken back.
    state.take_request_step(&disk(&ledger(), &[]).id, step(RequestStatus::Sent, 1200));
    let plan = EscalationPlan::of(&state, &policy);
    assert_eq!(plan.problems[0].incidents(), ["B", "C"]);
}

#[test]
fn what_misses_its_target_only_after_as_of_is_not_there_yet() {
    let state = ledger();
    let deadline = state.active().find(|breach| breach.incident == "A").unwrap().deadline;
    let policy = policy();
    let at = |as_of: Instant| {
        let choice = EscalationChoice { as_of: Some(as_of), ..all() };
        let plan = EscalationPlan::chosen(&state, &policy, &choice);
        plan.problems.iter().flat_map(Problem::incidents).any(|incident| incident == "A")
    };
    assert!(at(deadline) && !at(deadline.minus(Span::from_nanos(1))));
}
