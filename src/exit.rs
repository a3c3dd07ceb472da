//! The exit codes, here and nowhere else.

use std::process::ExitCode;

/// How a run ended that gave an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 0: answered.
    Answered,
    /// 1: answered, and a condition that `--fail-on` names holds.
    ConditionHolds,
}

/// 2: no trustworthy answer.
pub const NO_ANSWER: u8 = 2;

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Answered => Self::SUCCESS,
            Outcome::ConditionHolds => Self::from(1),
        }
    }
}
