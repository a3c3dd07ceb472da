//! Checks, annotations and requests against a ledger that is kept in memory as its lines.

mod checks;
mod history;
mod lines;
mod merge;
mod people;
mod reports;
mod settled;
mod verify;

use std::collections::HashSet;

use proptest::prelude::*;

use super::{
    Author, Entry, Kind, Moment, NewAnnotation, NewDecision, NewMark, NewRetraction, NewWriting,
    ObjectiveCounts, PeriodBody, Replay, ReplayError, ReportBody, Subject, WritingFault, annotate, decide,
    mark, reconcile, replay, request_entry, retract,
};
use crate::assess::sample::{Ticket, minute, minutes, objective, policy, run};
use crate::assess::{Changes, Counts, EscalationPlan, LedgerState, Problem, Waiting};
use crate::domain::{Fix, Load, Policy, RequestStatus};

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

fn about(incident: &str) -> Subject {
    Subject { incident: incident.into(), objective: None }
}

fn about_one(incident: &str, objective: &str) -> Subject {
    Subject { incident: incident.into(), objective: Some(objective.into()) }
}

fn because(incident: &str, cause: &str, reason: &str) -> NewAnnotation {
    NewAnnotation {
        subject: about(incident),
        cause: cause.into(),
        reason: reason.into(),
        ..NewAnnotation::default()
    }
}

const MONDAY: &[Ticket<'_>] =
    &[("A", 0, Some(45), "closed"), ("B", 10, Some(20), "closed"), ("C", 20, None, "open")];

/// That a request got so far, now.
fn so_far(request: &str, status: RequestStatus) -> NewMark<'_> {
    NewMark { request, status, happened: None, note: None }
}

/// A draft of all that a problem is about.
fn writing<'a>(problem: &'a Problem<'a>, file: &str) -> NewWriting<'a> {
    NewWriting { evidence: &problem.evidence, file: file.into(), ..NewWriting::default() }
}

/// A ledger with every kind of entry in it.
fn every_kind() -> String {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    ledger.check(&policy(), &[("A", 0, Some(20), ""), ("C", 20, Some(99), "")], 110);
    ledger.annotate(&because("C", "runbook-missing", "手順書が古い \u{1b}[31m"));
    let state = ledger.state();
    let policy_now = policy();
    let plan = EscalationPlan::of(&state, &policy_now);
    let entry = request_entry(&author(500), &plan.problems[0], writing(&plan.problems[0], "x.md")).unwrap();
    ledger.append(&[entry]);
    let state = ledger.state();
    let id = state.requests()[0].id.clone();
    let sent =
        NewMark { happened: Some(minute(515)), note: Some("by mail"), ..so_far(&id, RequestStatus::Sent) };
    let sent = mark(&state, policy().zone, &author(520), &sent).unwrap();
    let why = "手順書を直した".to_owned();
    let decided = decide(&state, &author(530), &NewDecision { subject: about("C"), required: false, why });
    let back = retract(&state, &author(540), &NewRetraction { subject: about("C"), why: "x".into() });
    ledger.append(&[sent]);
    ledger.append(&decided.unwrap());
    ledger.append(&back.unwrap());
    ledger.append(&[told("2026-11", 5).entry(&author(550)).unwrap()]);
    ledger.0
}

/// That a report told of so many breaches in one month.
fn told(month: &str, breached: u64) -> ReportBody {
    let counts = Counts { met: 10, breached, ..Counts::default() };
    ReportBody {
        as_of: Moment(minute(550)),
        policy: policy().sha256,
        period: "month".to_owned(),
        about: month.to_owned(),
        sources: Vec::new(),
        periods: vec![PeriodBody {
            first: format!("{month}-01"),
            objectives: vec![ObjectiveCounts::of("first-response", &counts)],
        }],
    }
}
