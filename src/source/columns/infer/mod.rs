//! What an export seems to hold, for a policy that is yet to be written.

mod column;
mod doubt;
mod guess;
mod search;
mod severity;
mod stages;
#[cfg(test)]
mod tests;

pub use doubt::Doubt;
pub use guess::{
    Candidate, DayOrderGuess, FieldGuess, Inference, Offsets, SeverityFound, StageGuess, StageSource,
};
pub use search::infer;
