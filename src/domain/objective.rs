use super::{Goal, StageId, Target};

/// An objective's place in the policy, from 0.
pub type ObjectiveIndex = usize;

/// A promise about the time from one stage to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Objective {
    /// The name in the policy, such as `first-response`.
    pub id: String,
    /// What people call it; the id where the policy gives no title.
    pub title: String,
    /// Where the clock starts.
    pub from: StageId,
    /// Where it stops.
    pub to: StageId,
    /// The share of judged incidents that must keep it.
    pub goal: Option<Goal>,
    /// Whether the clock stands still while an incident is paused.
    pub pauses: bool,
    /// In order: the first that fits an incident decides.
    pub targets: Vec<Target>,
    /// The line of the policy file where it begins, from 1.
    pub line: usize,
}
