//! What an export seems to hold, for a policy that is yet to be written.

mod column;
mod doubt;
mod guess;
mod said;
mod search;
mod severity;
mod stages;
#[cfg(test)]
mod tests;
mod times;

pub use doubt::Doubt;
pub use guess::{
    Candidate, DayOrderGuess, FieldGuess, Inference, LeftOut, Offsets, SeverityFound, StageGuess, StageSource,
};
pub use said::Said;
pub use search::infer;
pub use severity::{SeverityLevels, severity_levels};
pub use times::{TimesFound, infer_times};
