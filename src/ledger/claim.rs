use std::time::Duration;

use crate::domain::Instant;

/// How long to wait for somebody else to be done with the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// After this much waiting, give up; zero is not to wait at all.
    pub longest: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { longest: Duration::from_secs(30) }
    }
}

/// Who wants to write in a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The person, for those who have to wait.
    pub by: String,
    /// The time on the clock when it is made.
    pub at: Instant,
    /// How long it may wait for others.
    pub patience: Patience,
}
