//! What all entries of a ledger say together.

use std::collections::BTreeMap;
use std::io::Write as _;

use criterion::{Criterion, Throughput};
use slo::assess::{Assessor, LedgerState, Question, Report};
use slo::domain::Policy;
use slo::ledger::{Author, NewAnnotation, Subject, annotate, reconcile, replay};
use slo::source::{IdSet, Input, ReadOptions, read_export};
use tempfile::Builder;

use crate::{incidents, policies};

pub(crate) fn bench(criterion: &mut Criterion) {
    let (text, breaches) = ledger();
    let mut group = criterion.benchmark_group("ledger");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("replay", |bench| {
        bench.iter_with_large_drop(|| {
            let replayed = replay(text.as_bytes()).unwrap();
            assert_eq!(replayed.state.breaches().count(), breaches);
            replayed
        });
    });
}

/// A ledger after a check whose breaches were all annotated, and how many those are.
fn ledger() -> (String, usize) {
    let policy = policies::plain();
    let author = Author { by: "sato".to_owned(), at: policies::as_of() };
    let report = report(&policy);
    let checked = reconcile(&LedgerState::default(), &report, &BTreeMap::new(), &policy, &author).unwrap();
    let mut text: String = checked.entries.iter().map(|entry| entry.line().to_owned() + "\n").collect();
    let state = replay(text.as_bytes()).unwrap().state;
    for breach in state.active() {
        let subject =
            Subject { incident: breach.incident.clone(), objective: Some(breach.objective.clone()) };
        let new = NewAnnotation {
            subject,
            cause: "runbook-missing".to_owned(),
            reason: "手順の確認に時間がかかった".to_owned(),
            ..NewAnnotation::default()
        };
        text += &(annotate(&state, &policy, &author, &new).unwrap().line().to_owned() + "\n");
    }
    (text, state.active().count())
}

/// The report on an export of invented incidents.
fn report(policy: &Policy) -> Report {
    let mut file = Builder::new().suffix(".csv").tempfile().unwrap();
    file.write_all(incidents::csv(&incidents::rows(50_000)).as_bytes()).unwrap();
    let later = IdSet::default();
    let options = ReadOptions {
        source: 0,
        threads: 1,
        digest: true,
        sheet: None,
        as_of: policies::as_of(),
        later: &later,
    };
    let assessor = Assessor::new(Question::of(policy, policies::as_of()));
    let read = read_export(&Input::File(file.path().to_owned()), policy, &assessor, &options).unwrap();
    assessor.report(read.tally, vec![read.summary], read.unreadable, Vec::new(), |at| read.rows.row(at))
}
