//! The program as a whole, run as its users run it.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and stages its own files"
)]

#[cfg(unix)]
mod asking;
mod cli;
mod desk;
mod exports;
#[cfg(unix)]
mod full_disk;
mod joining;
mod killed;
mod language;
mod ledger;
mod load;
mod lock;
mod month;
#[cfg(unix)]
mod morning;
mod odd_ledger;
mod people;
mod policy;
mod presets;
#[cfg(unix)]
mod read_only;
mod report;
mod requests;
mod requests_over_time;
#[cfg(unix)]
mod screen;
mod status;
#[cfg(unix)]
mod walk;
mod worklist;
mod writers;
