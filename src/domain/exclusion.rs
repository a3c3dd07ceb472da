use super::{Condition, Window};

/// An exclusion's place in the policy, from 0.
pub type ExclusionIndex = usize;

/// Time that doesn't count, or incidents that don't.
#[derive(Clone, Debug, PartialEq)]
pub struct Exclusion {
    /// Which incidents it is for.
    pub when: Condition,
    /// When: the time that doesn't count, or when the incidents were opened that don't.
    pub window: Window,
    /// What it does.
    pub effect: ExclusionEffect,
    /// Why, in the policy's words.
    pub reason: String,
    /// The line of the policy file that says so, from 1.
    pub line: usize,
}

/// What an exclusion does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExclusionEffect {
    /// The clock stands still in its window, which has both ends.
    StopClock,
    /// The incidents get no verdict.
    Drop,
}
