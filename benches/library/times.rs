//! What cells say about time.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use slo::domain::Zone;
use slo::source::{TimeCell, TimeReader};

use crate::incidents;

pub(crate) fn bench(criterion: &mut Criterion) {
    let zone = Zone::named("Asia/Tokyo").unwrap();
    let reader = TimeReader::new(zone, None, &[], None).unwrap();
    let rows = incidents::rows(10_000);
    let moments: Vec<_> =
        rows.iter().flat_map(|row| row.stages).flatten().map(|moment| zone.at(moment)).collect();
    let mut group = criterion.benchmark_group("times");
    group.throughput(Throughput::Elements(moments.len() as u64));
    for (name, format) in [
        ("with an offset", "%Y-%m-%dT%H:%M:%S%:z"),
        ("without one", "%Y-%m-%d %H:%M:%S"),
        ("in words", "%Y年%-m月%-d日 %-H時%-M分%-S秒"),
    ] {
        let cells: Vec<String> = moments.iter().map(|moment| moment.format(format).to_string()).collect();
        group.bench_function(name, |bench| {
            bench.iter(|| {
                for cell in &cells {
                    assert!(matches!(reader.read(black_box(cell)), TimeCell::At(_)));
                }
            });
        });
    }
}
