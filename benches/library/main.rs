//! How fast the parts of the library are, each by itself: `cargo bench`, or `cargo bench -- clock` for one part.
//!
//! What a whole run takes beside other tools is measured by `bench/compare`.
#![expect(clippy::unwrap_used, reason = "a benchmark may fail, and makes what it reads")]

mod clock;
mod incidents;
mod judge;
mod ledger;
mod parser;
mod policies;
mod times;

use std::time::Duration;

use criterion::Criterion;

fn main() {
    let criterion = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(3));
    let mut criterion = criterion.configure_from_args();
    for part in [parser::bench, times::bench, clock::bench, judge::bench, ledger::bench] {
        part(&mut criterion);
    }
    criterion.final_summary();
}
