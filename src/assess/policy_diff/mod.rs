//! What an edit of a policy changes about the verdicts on the same incidents.

mod comparison;
mod customer_diff;
mod joint;
mod mark;
mod outcome;
mod recorder;
#[cfg(test)]
mod tests;

pub use comparison::{ComparisonTally, Flip, VerdictComparison};
pub use customer_diff::CustomerDiff;
pub use mark::Mark;
pub use outcome::{ObjectiveDiff, PolicyDiff};
pub use recorder::{RecordTally, RecordedVerdicts, VerdictRecorder};
