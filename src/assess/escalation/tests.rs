use super::*;
use crate::assess::sample::{annotation, minute, policy, recorded, request, state, step};
use crate::domain::{Annotation, Fix, RecordedBreach, RequestStatus};

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

/// The request that would be made about the disk.
fn disk(state: &LedgerState) -> Request {
    let policy = policy();
    let plan = EscalationPlan::of(state, &policy);
    let problem = plan.problems.iter().find(|problem| problem.incidents().contains(&"A")).unwrap();
    Request { signature: problem.signature.parts(), ..request(&problem.id, &[]) }
}

#[test]
fn a_choice_leaves_what_is_not_chosen() {
    let state = ledger();
    assert_eq!(asked(&state, &all()).0, ["A B C", "P"]);
    assert_eq!(asked(&state, &EscalationChoice { since: Some(minute(DAY)), ..all() }).0, ["B C"]);
    assert_eq!(asked(&state, &EscalationChoice { team: Some("acme-ops".into()), ..all() }).0, ["A B C", "P"]);
    assert_eq!(asked(&state, &EscalationChoice { team: Some("other".into()), ..all() }).0, [""; 0]);
    let named = EscalationChoice { requests: vec![disk(&state).id, "REQ-0".into()], ..all() };
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
    state.take_request(Request { incidents: vec!["A".into()], ..disk(&state) });
    assert_eq!(asked(&state, &all()), (vec!["P".into()], vec!["B C".into()]));
    let policy = policy();
    let plan = EscalationPlan::of(&state, &policy);
    assert_eq!(
        plan.continued[0].problem(&state, &policy).incidents(),
        ["A", "B", "C"],
        "all that it is about by now"
    );
    state.take_request(Request { incidents: vec!["B".into(), "C".into()], ..disk(&ledger()) });
    // It is still a draft, and may be out of date.
    assert_eq!(asked(&state, &all()), (vec!["P".into()], vec![String::new()]));
    state.take_request_step(&disk(&ledger()).id, step(RequestStatus::Sent, 1200));
    assert_eq!(asked(&state, &all()), (vec!["P".into()], vec![]));
    // One that is chosen by name is there though nothing came.
    let named = EscalationChoice { requests: vec![disk(&ledger()).id], ..all() };
    assert_eq!(asked(&state, &named), (vec![], vec![String::new()]));
}

#[test]
fn after_an_answer_the_problem_is_asked_about_anew_but_not_what_came_before_the_fix() {
    for (status, expected) in [(RequestStatus::Declined, "B C"), (RequestStatus::Done, "C")] {
        let mut state = ledger();
        let first = disk(&state);
        state.take_request(Request { incidents: vec!["A".into()], ..first.clone() });
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
