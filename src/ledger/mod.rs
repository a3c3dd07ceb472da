//! The ledger: entries as they stand in the file, the locked append, what replaying gives, and how
//! a check, a person and a request add to it; its log, its verification and its merging.
//!
//! The file is only ever appended to, or replaced by a join that has all its lines as they are, so
//! that what a later version wrote beside the known fields stays as it is.

mod annotate;
mod answered_twice;
mod around;
mod blocks;
mod body;
mod breach_body;
mod claim;
mod conflict;
mod content;
mod decide;
mod draft_folder;
mod early_entries;
mod entry;
mod error;
mod file;
mod head;
mod history;
mod holder_line;
mod line;
mod lock;
mod mark;
mod merge;
mod pairs;
mod raw_lines;
mod reading;
mod reconcile;
mod references;
mod replay;
mod report_body;
mod request;
mod retract;
mod scan;
mod settled;
mod snapshot;
mod subject;
mod tail;
#[cfg(test)]
mod tests;
mod verify;
mod wire;
mod writing_fault;

pub use annotate::{NewAnnotation, annotate, given_faults, happened_before};
pub use body::{
    AnnotationBody, CheckBody, DecisionBody, ObjectiveCounts, RequestBody, RequestStatusBody, RetractionBody,
    SourceBody, WindowBody, WithdrawnBody,
};
pub use breach_body::{BreachBody, LoadBody, PauseBody, SeverityBody, SourcePlace, TargetBody};
pub use claim::{Claim, Patience};
pub use decide::{NewDecision, decide};
pub use draft_folder::{Draft, DraftError, DraftFolder, DraftStep, Written};
pub use entry::{Author, Entry, Kind};
pub use error::{LedgerError, Tried};
pub use file::{Committed, LedgerFile};
pub use history::{History, history};
pub use mark::{NewMark, mark};
pub use merge::{Merged, merge, merge_into};
pub use pairs::Pairs;
pub use reading::{ReadLedger, read, read_about, read_around, read_unsettled};
pub use reconcile::{Reconciliation, reconcile};
pub use replay::{Replay, ReplayError, replay};
pub use report_body::{PeriodBody, ReportBody};
pub use request::{NewWriting, request_entry};
pub use retract::{NewRetraction, retract};
pub use settled::OpenRequests;
pub use snapshot::recorded;
pub use subject::Subject;
pub use tail::TornTail;
pub use verify::verify;
pub use wire::{Moment, Seconds};
pub use writing_fault::WritingFault;
