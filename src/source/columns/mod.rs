//! Which column of an export holds what.
//!
//! What the policy names is taken at its word; the rest is found by the names that tools and
//! ledgers give their columns, in English and Japanese. Both CSV headers and the paths of JSON
//! values, such as `service.summary`, are column names here.

mod aliases;
mod error;
mod found;
mod header;
mod header_key;
mod infer;
mod resolve;
mod seconds;
#[cfg(test)]
mod tests;
mod wanted;

pub use error::{ColumnsError, MissingColumn, RepeatedColumn};
pub use found::{Columns, EventCells, IdCells, PairCells, PauseCells, StageCells};
pub(in crate::source) use header::full_key;
pub use header_key::header_key;
pub use infer::{
    Candidate, DayOrderGuess, Doubt, FieldGuess, Inference, LeftOut, Offsets, Said, SeverityFound,
    SeverityLevels, StageGuess, StageSource, TimesFound, infer, infer_times, severity_levels,
};
pub use resolve::resolve;
pub use seconds::{SecondsCell, read_seconds};
