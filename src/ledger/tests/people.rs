use super::super::{history, verify};
use super::*;
use crate::assess::LogFilter;
use crate::domain::{EntryId, EntryKind};

#[test]
fn the_newest_annotation_stands_and_one_objective_goes_before_none() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    ledger.annotate(&because("A", "other", "first"));
    ledger.annotate(&NewAnnotation {
        subject: about_one("A", "first-response"),
        fix: Some(Fix::Required),
        ..because("A", "other", "second")
    });
    let state = ledger.state();
    let standing = state.annotation_for("A", "first-response").unwrap();
    assert_eq!((standing.reason.as_str(), standing.fix()), ("second", Fix::Required));
    assert_eq!(state.annotation_for("A", "resolve").unwrap().reason, "first");
    let both: Vec<String> = state.standing("A").map(|known| format!("\"{}\"", known.entry)).collect();
    ledger.annotate(&because("A", "customer-side", " third\n"));
    let last = ledger.0.lines().last().unwrap();
    assert!(
        last.contains(&format!("\"supersedes\":{},\"also_supersedes\":[{}]", both[0], both[1])),
        "{last}"
    );
    let standing = ledger.state().annotation_for("A", "first-response").cloned().unwrap();
    assert_eq!((standing.reason.as_str(), standing.fix()), ("third", Fix::NotRequired));
}

#[test]
fn a_decision_settles_the_annotation_it_is_about_and_no_later_one() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    let fix = |ledger: &Lines| ledger.state().annotation_for("A", "first-response").unwrap().fix();
    let decide_now = |ledger: &Lines, required, why: &str| {
        let new = NewDecision { subject: about("A"), required, why: why.into() };
        decide(&ledger.state(), &author(510), &new)
            .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    assert_eq!(decide_now(&ledger, true, "").unwrap_err(), ["nothing says why; say it in a sentence"]);
    assert_eq!(
        decide_now(&ledger, true, "x").unwrap_err(),
        ["nothing is annotated about incident `A`; `slo annotate A` does that first"]
    );
    ledger.annotate(&because("A", "other", "a storm of alerts"));
    assert_eq!(fix(&ledger), Fix::Review);
    ledger.append(&decide_now(&ledger, true, "it came before").unwrap());
    assert_eq!(fix(&ledger), Fix::Required);
    assert_eq!(
        decide_now(&ledger, true, "again").unwrap_err(),
        ["the fix for `A` is decided already: required, by sato"]
    );
    let first = ledger.0.lines().last().unwrap()[13..45].to_owned();
    ledger.append(&decide_now(&ledger, false, "the customer asked for it").unwrap());
    assert!(ledger.0.lines().last().unwrap().contains(&format!("\"supersedes\":\"{first}\"")));
    let state = ledger.state();
    let decision = state.annotation_for("A", "first-response").unwrap().decision.clone().unwrap();
    assert_eq!((decision.fix, decision.why.as_str()), (Fix::NotRequired, "the customer asked for it"));
    ledger.annotate(&because("A", "other", "in other words"));
    assert_eq!(fix(&ledger), Fix::Review, "what is new has to be decided on anew");
}

#[test]
fn a_decision_takes_the_place_of_all_that_were_made_apart() {
    let mut one = Lines::default();
    one.check(&policy(), MONDAY, 100);
    one.annotate(&because("A", "other", "a storm of alerts"));
    let mut other = Lines(one.0.clone());
    let decide_at = |ledger: &Lines, required, at| {
        let new = NewDecision { subject: about("A"), required, why: format!("why at {at}") };
        decide(&ledger.state(), &author(at), &new)
    };
    one.append(&decide_at(&one, true, 510).unwrap());
    other.append(&decide_at(&other, true, 520).unwrap());
    let mut joined = Lines(format!("{}{}", other.0, one.0));
    assert!(matches!(decide_at(&joined, true, 530).unwrap_err()[..], [WritingFault::DecidedAlready { .. }]));
    let earlier = one.0.lines().last().unwrap()[13..45].to_owned();
    // By a clock that is slow, so that only what it supersedes makes it count.
    joined.append(&decide_at(&joined, false, 505).unwrap());
    assert!(joined.0.contains(&format!("\"also_supersedes\":[\"{earlier}\"]")), "{}", joined.0);
    let (_home, path) = super::verify::ledger_of(&joined.0);
    assert_eq!(verify(&path).unwrap().faults, []);
    let log = history(&path, &LogFilter::default()).unwrap().log;
    let decisions = log.entries.iter().filter(|entry| entry.said.kind() == EntryKind::Decision);
    assert_eq!(decisions.filter(|entry| log.replaced(entry.entry).is_some()).count(), 2);
    let backwards = joined.0.lines().rev().collect::<Vec<_>>().join("\n");
    for text in [&joined.0, &backwards] {
        let state = Lines(text.clone()).state();
        let annotation = state.annotation_for("A", "first-response").unwrap();
        assert_eq!(annotation.decision.as_ref().unwrap().why, "why at 505");
        assert_eq!(state.decisions_on(annotation).len(), 1);
    }
}

#[test]
fn what_is_taken_back_waits_again_and_stays_in_the_history() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    ledger.annotate(&because("A", "other", "first"));
    ledger.annotate(&because("A", "customer-side", "second"));
    let new = NewRetraction { subject: about("A"), why: " meant for B ".into() };
    ledger.append(&retract(&ledger.state(), &author(520), &new).unwrap());
    let state = ledger.state();
    assert_eq!(state.annotation_for("A", "first-response"), None, "nor does the first one come back");
    assert_eq!(state.annotations("A").len(), 2);
    assert_eq!(state.retractions("A")[0].why, "meant for B");
    assert_eq!(Waiting::of(&state, &policy(), minute(600)).unannotated.len(), 2);
    assert!(matches!(
        retract(&state, &author(521), &new).unwrap_err()[..],
        [WritingFault::NotAnnotated { .. }]
    ));
}

/// The lines in the opposite order.
fn backwards(text: &str) -> String {
    text.lines().rev().flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn the_same_words_stand_again_after_they_were_taken_back() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    let words = because("A", "other", "the very same");
    ledger.annotate(&words);
    let new = NewRetraction { subject: about("A"), why: "meant for B".into() };
    ledger.append(&retract(&ledger.state(), &author(500), &new).unwrap());
    ledger.annotate(&words);
    let backwards = backwards(&ledger.0);
    for text in [ledger.0, backwards] {
        let state = Lines(text).state();
        assert_eq!(state.annotation_for("A", "first-response").unwrap().reason, "the very same");
        assert_eq!(state.annotations("A").len(), 2);
    }
}

#[test]
fn steps_of_one_moment_follow_each_other_as_they_were_written() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    ledger.annotate(&because("A", "runbook-missing", "no runbook"));
    let state = ledger.state();
    let policy = policy();
    let plan = EscalationPlan::of(&state, &policy);
    ledger.append(&[
        request_entry(&author(510), &plan.problems[0], writing(&plan.problems[0], "x.md")).unwrap()
    ]);
    let id = &plan.problems[0].id;
    let steps = [RequestStatus::Done, RequestStatus::Sent, RequestStatus::Done, RequestStatus::Declined];
    for status in steps {
        ledger.append(&[mark(&ledger.state(), policy.zone, &author(520), &so_far(id, status)).unwrap()]);
    }
    let backwards = backwards(&ledger.0);
    for text in [ledger.0, backwards] {
        let state = Lines(text).state();
        let found: Vec<_> = state.requests()[0].steps.iter().map(|step| step.status).collect();
        assert_eq!(found, steps);
    }
}

#[test]
fn a_step_is_put_right_made_up_for_or_refused() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    ledger.annotate(&because("A", "runbook-missing", "no runbook"));
    let (state, policy) = (ledger.state(), policy());
    let plan = EscalationPlan::of(&state, &policy);
    let problem = &plan.problems[0];
    ledger.append(&[request_entry(&author(2000), problem, writing(problem, "x.md")).unwrap()]);
    let step = |ledger: &Lines, status, happened: Option<i64>, at| {
        let new = NewMark { happened: happened.map(minute), ..so_far(&problem.id, status) };
        mark(&ledger.state(), policy.zone, &author(at), &new)
    };
    let stands =
        |ledger: &Lines| (ledger.state().requests()[0].status(), ledger.state().requests()[0].since());
    let before = step(&ledger, RequestStatus::Sent, Some(100), 2010).unwrap_err();
    assert!(matches!(before[..], [WritingFault::MarkedBefore { .. }]), "{before:?}");
    ledger.append(&[step(&ledger, RequestStatus::Accepted, None, 2100).unwrap()]);
    // That it was sent before is made up for, and the time of the acceptance put right.
    ledger.append(&[step(&ledger, RequestStatus::Sent, Some(2050), 2110).unwrap()]);
    assert_eq!(stands(&ledger), (RequestStatus::Accepted, minute(2100)));
    ledger.append(&[step(&ledger, RequestStatus::Accepted, Some(2090), 2120).unwrap()]);
    assert_eq!(stands(&ledger), (RequestStatus::Accepted, minute(2090)));
    for (status, at) in [(RequestStatus::Accepted, 2090), (RequestStatus::Sent, 2050)] {
        let again = step(&ledger, status, Some(at), 2130).unwrap_err();
        assert!(matches!(again[..], [WritingFault::MarkedAlready { .. }]), "{again:?}");
    }
}

#[test]
fn two_who_wrote_apart_are_both_superseded_and_both_taken_back() {
    let mut one = Lines::default();
    one.check(&policy(), MONDAY, 100);
    let mut other = Lines(one.0.clone());
    one.annotate(&because("A", "other", "by one"));
    let entry =
        annotate(&other.state(), &policy(), &author(400), &because("A", "other", "by another")).unwrap();
    other.append(&[entry]);
    for text in [format!("{}{}", one.0, other.0), format!("{}{}", other.0, one.0)] {
        let mut joined = Lines(text);
        let state = joined.state();
        assert_eq!(state.annotation_for("A", "first-response").unwrap().reason, "by one", "the later one");
        let back = retract(&state, &author(501), &NewRetraction { subject: about("A"), why: "x".into() });
        assert_eq!(back.unwrap().len(), 2);
        let late =
            annotate(&state, &policy(), &author(10), &because("A", "customer-side", "by a slow clock"));
        joined.append(&[late.unwrap()]);
        assert_eq!(joined.state().annotation_for("A", "first-response").unwrap().reason, "by a slow clock");
    }
}

#[test]
fn nothing_is_learnt_after_it_is_written() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    let new =
        |at| NewAnnotation { happened: Some(minute(at)), ..because("A", "手順書がない・古い", "x") };
    ledger.annotate(&new(450));
    let state = ledger.state();
    let standing = state.annotation_for("A", "first-response").unwrap();
    assert_eq!((standing.happened, standing.at), (Some(minute(450)), minute(500)));
    assert_eq!(standing.cause, "runbook-missing", "found by its title");
    let fault = annotate(&state, &policy(), &author(400), &new(450)).unwrap_err();
    assert!(matches!(fault[..], [WritingFault::HappenedLater { .. }]));
}

#[test]
fn a_problem_that_comes_back_after_an_answer_is_asked_about_anew() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    ledger.annotate(&because("A", "runbook-missing", "no runbook"));
    let policy = policy();
    let ask = |ledger: &Lines| {
        let state = ledger.state();
        let plan = EscalationPlan::of(&state, &policy);
        let entry = |problem| request_entry(&author(510), problem, writing(problem, "x.md")).unwrap();
        let asked: Vec<Entry> = plan.problems.iter().map(entry).collect();
        (
            plan.problems.iter().map(|problem| problem.id.clone()).collect::<Vec<_>>(),
            plan.continued.len(),
            asked,
        )
    };
    let (ids, _, entries) = ask(&ledger);
    ledger.append(&entries);
    let mark_now = |ledger: &Lines, id: &str, status, at| {
        mark(&ledger.state(), policy.zone, &author(at), &so_far(id, status))
    };
    let fault = mark_now(&ledger, "REQ-0", RequestStatus::Sent, 520).unwrap_err();
    assert!(fault[0].to_string().starts_with("the ledger has no request `REQ-0`"), "{}", fault[0]);
    for (status, at) in [(RequestStatus::Sent, 520), (RequestStatus::Done, 530)] {
        ledger.append(&[mark_now(&ledger, &ids[0], status, at).unwrap()]);
    }
    assert!(matches!(
        mark_now(&ledger, &ids[0], RequestStatus::Done, 540).unwrap_err()[..],
        [WritingFault::MarkedAlready { .. }]
    ));
    let state = ledger.state();
    assert_eq!(
        (state.requests()[0].status(), state.requests()[0].since()),
        (RequestStatus::Done, minute(530))
    );
    assert_eq!(ask(&ledger).0, Vec::<String>::new(), "what was asked for is not asked for again");
    ledger.annotate(&because("C", "runbook-missing", "before the fix"));
    assert_eq!(ask(&ledger).0, Vec::<String>::new(), "nor what came before the fix");
    ledger.check(&policy, &[("D", 531, None, "")], 600);
    ledger.annotate(&because("D", "runbook-missing", "still none"));
    let (again, continued, _) = ask(&ledger);
    assert_eq!((again.len(), continued), (1, 0));
    assert_ne!(again, ids);
}

#[test]
fn every_fault_of_an_annotation_is_told_with_what_is_near() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), &[("INC-001", 0, None, ""), ("INC-002", 0, None, "")], 100);
    ledger.check(&policy(), &[("INC-002", 0, Some(10), "")], 110);
    let state = ledger.state();
    let faults = |new: &NewAnnotation| -> Vec<String> {
        let faults: Vec<WritingFault> = annotate(&state, &policy(), &author(1), new).unwrap_err();
        faults.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        faults(&because("inc-01", "runbook", " ")),
        [
            "the ledger has no incident `inc-01`; did you mean `INC-001` or `INC-002`?",
            "the policy has no cause `runbook`; did you mean `runbook-missing`?",
            "the reason is empty; say in a sentence why the response took so long",
        ]
    );
    assert_eq!(
        faults(&because("INC-001", "other", "\u{200B}\n\u{FEFF}")),
        ["the reason is empty; say in a sentence why the response took so long"],
        "a reason that nobody sees is none"
    );
    assert_eq!(
        faults(&because("INC-002", "other", "x")),
        ["incident `INC-002` has no breach any more: `first-response` is now `met`"]
    );
    let resolve =
        NewAnnotation { subject: about_one("INC-001", "resolve"), ..because("INC-001", "other", "x") };
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
    let entry = request_entry(&author(500), problem, writing(problem, "escalations/x.md")).unwrap();
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

#[test]
fn what_was_written_since_a_person_looked_is_not_replaced_unseen() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    let seen = |state: &LedgerState| -> Option<Vec<EntryId>> {
        Some(state.standing("A").map(|standing| standing.entry).collect())
    };
    let nothing = seen(&ledger.state());
    let new = |seen| NewAnnotation { seen, ..because("A", "customer-side", "mine") };
    let fault = |ledger: &Lines, new: &NewAnnotation| {
        let faults = annotate(&ledger.state(), &policy(), &author(600), new).unwrap_err();
        faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    };
    assert!(annotate(&ledger.state(), &policy(), &author(600), &new(nothing.clone())).is_ok());
    ledger.annotate(&because("A", "other", "theirs"));
    assert_eq!(fault(&ledger, &new(nothing)), "`sato` wrote about incident `A` meanwhile; look at it again");
    let theirs = seen(&ledger.state());
    assert!(annotate(&ledger.state(), &policy(), &author(600), &new(theirs.clone())).is_ok());
    let taken_back = NewRetraction { subject: about("A"), why: "no".into() };
    ledger.append(&retract(&ledger.state(), &author(700), &taken_back).unwrap());
    assert_eq!(
        fault(&ledger, &new(theirs)),
        "somebody took back what stood about incident `A` meanwhile; look at it again"
    );
    // Who was shown nothing replaces whatever stands.
    ledger.annotate(&because("A", "other", "again"));
    assert!(annotate(&ledger.state(), &policy(), &author(800), &new(None)).is_ok());
}
