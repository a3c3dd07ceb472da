//! The ledger: entries as they stand in the file, the locked append, what replaying gives, and how
//! a check, a person and a request add to it.
//!
//! The file is only ever appended to, so that what a later version wrote beside the known fields
//! stays as it is.

mod annotate;
mod body;
mod content;
mod draft_folder;
mod early_entries;
mod entry;
mod error;
mod file;
mod line;
mod lock;
mod pairs;
mod reconcile;
mod replay;
mod request;
mod snapshot;
mod tail;
#[cfg(test)]
mod tests;
mod wire;

pub use annotate::{AnnotationFault, NewAnnotation, annotate};
pub use body::{
    AnnotationBody, BreachBody, CheckBody, ObjectiveCounts, RequestBody, SourceBody, SourcePlace, TargetBody,
    WindowBody, WithdrawnBody,
};
pub use draft_folder::{DraftError, DraftFolder, Written};
pub use entry::{Author, Entry, Kind};
pub use error::LedgerError;
pub use file::{Committed, LedgerFile, ReadLedger, read};
pub use lock::Patience;
pub use pairs::Pairs;
pub use reconcile::{Reconciliation, reconcile};
pub use replay::{Replay, ReplayError, replay};
pub use request::request_entry;
pub use tail::TornTail;
pub use wire::{Moment, Seconds};
