//! From the bytes of an export to incidents, on one thread: reading, columns and times, without judging. The export lies
//! in the file cache.

use std::hint::black_box;
use std::io::Write as _;

use criterion::{Criterion, Throughput};
use slo::assess::Intake;
use slo::domain::{Incident, StageId};
use slo::source::{IdSet, Input, ReadOptions, read_export};
use tempfile::Builder;

use crate::{incidents, policies};

/// Takes a look at each incident, and counts.
struct Counting;

impl Intake for Counting {
    type Tally = u64;

    fn begin(&self) -> u64 {
        0
    }

    fn take(&self, tally: &mut u64, incident: &Incident<'_>) {
        black_box(incident.stamp(StageId::OPENED));
        *tally += 1;
    }

    fn take_repeated(&self, tally: &mut u64, incident: &Incident<'_>) {
        self.take(tally, incident);
    }

    fn merge(&self, into: &mut u64, other: u64) {
        *into += other;
    }
}

pub(crate) fn bench(criterion: &mut Criterion) {
    let rows = incidents::rows(50_000);
    let policy = policies::plain();
    let mut group = criterion.benchmark_group("parser");
    for (format, text) in [("csv", incidents::csv(&rows)), ("jsonl", incidents::jsonl(&rows))] {
        let mut file = Builder::new().suffix(&format!(".{format}")).tempfile().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        let input = Input::File(file.path().to_owned());
        let later = IdSet::default();
        let options = ReadOptions {
            source: 0,
            threads: 1,
            digest: false,
            sheet: None,
            as_of: policies::as_of(),
            later: &later,
        };
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format, |bench| {
            bench.iter(|| {
                let read = read_export(&input, &policy, &Counting, &options).unwrap();
                assert_eq!(read.tally, rows.len() as u64);
            });
        });
    }
}
