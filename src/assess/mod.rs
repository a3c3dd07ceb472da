//! The numbers: judging incidents, counting verdicts, and the report as one value.
//!
//! Pure, like [`crate::domain`]: no files, no clock, no serialisation.

mod counts;
mod intake;
mod report;

pub use counts::{Counts, Rate};
pub use intake::Intake;
pub use report::{
    AdjustedStamp, Change, Changes, GroupRow, Grouping, ObjectiveReport, PolicyRef, Report, ReportedBreach,
    SourceSummary, UnreadableRow,
};
