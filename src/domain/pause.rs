use super::{Instant, Span, StageId};

/// A stretch in which an incident waited for something outside the desk, as its export tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pause {
    /// When it began.
    pub from: Instant,
    /// When it ended; `None` where no end is recorded. Never before `from`.
    pub to: Option<Instant>,
}

/// What an export tells of an incident's pauses.
#[derive(Clone, Copy, Debug)]
pub struct Pauses<'a> {
    /// The stretches, in any order; they may overlap. `None` where they can't be read, for a
    /// reason that a [`StampNote`](super::StampNote) gives.
    pub stretches: Option<&'a [Pause]>,
    /// Where the export gives sums only: the time paused from `opened` up to a stage, each stage
    /// once; `None` where it can't be read. What stands nowhere is no pause.
    pub sums: &'a [(StageId, Option<Span>)],
}

impl Pauses<'_> {
    /// No pause at all.
    pub const NONE: Self = Self { stretches: Some(&[]), sums: &[] };
}

impl Default for Pauses<'_> {
    fn default() -> Self {
        Self::NONE
    }
}
