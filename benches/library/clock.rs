//! A clock with the hours of a calendar, holidays, exclusions and pauses.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use slo::domain::{Clock, Instant, Span, Stop, StopReason};

use crate::{incidents, policies};

/// A clock's stops, its beginning and its end.
type Case = (Vec<Stop>, Instant, Instant);

pub(crate) fn bench(criterion: &mut Criterion) {
    let policy = policies::clock();
    let calendar = &*policy.calendars[0];
    let cases: Vec<Case> = incidents::rows(10_000).iter().map(case).collect();
    let target = Span::from_seconds(8 * 3_600).unwrap();
    let mut group = criterion.benchmark_group("clock");
    group.throughput(Throughput::Elements(cases.len() as u64));
    group.bench_function("measure", |bench| {
        bench.iter(|| {
            for (stops, from, to) in &cases {
                black_box(Clock::new(Some(calendar), stops).measure(*from, *to));
            }
        });
    });
    group.bench_function("deadline", |bench| {
        bench.iter(|| {
            for (stops, from, _) in &cases {
                black_box(Clock::new(Some(calendar), stops).deadline(*from, target));
            }
        });
    });
}

/// A clock from `opened` to `resolved`, or as-of, that stood still for an exclusion in every week, and for the incident's
/// pause.
fn case(row: &incidents::Row) -> Case {
    let hours = |count: i64| Span::from_seconds(count * 3_600).unwrap();
    let from = row.stages[0].unwrap();
    let exclusions = (0..8).map(|week| {
        let begins = from.minus(hours(24)).plus(hours(week * 168));
        Stop { from: begins, to: begins.plus(hours(2)), why: StopReason::Exclusion(0) }
    });
    let pause = row.hold.map(|(from, to)| Stop { from, to, why: StopReason::Pause });
    (Stop::disjoint(exclusions.chain(pause).collect()), from, row.stages[3].unwrap_or_else(policies::as_of))
}
