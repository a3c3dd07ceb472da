//! The numbers: judging incidents, counting verdicts, and the report as one value.
//!
//! Pure, like [`crate::domain`]: no files, no clock, no serialisation.

mod assessor;
#[cfg(test)]
mod assessor_tests;
mod choice;
mod compile;
mod counts;
mod decisions;
mod groups;
mod intake;
mod interner;
mod judge;
#[cfg(test)]
mod judge_tests;
mod report;
mod tally;

pub use assessor::{Assessor, Question};
pub use counts::{Counts, Rate};
pub use groups::GroupKey;
pub use intake::Intake;
pub use judge::judge;
pub use report::{
    AdjustedStamp, Change, Changes, GroupRow, Grouping, ObjectiveReport, PolicyRef, Report, ReportedBreach,
    SourceSummary, UnreadableRow,
};
pub use tally::Tally;
