use crate::domain::Instant;

/// What a cell says about time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeCell {
    /// Not yet, or not recorded.
    Missing,
    /// This moment.
    At(Instant),
    /// A local time that never happened, as clocks went forward; the earlier offset was taken.
    Gap(Instant),
    /// A local time that happened twice, as clocks went back; the earlier offset was taken.
    Overlap(Instant),
    /// A date whose day and month can't be told apart.
    Ambiguous,
    /// Something else, for this reason.
    Unreadable(String),
}
