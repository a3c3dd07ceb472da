use crate::domain::{Instant, Pause, StageId, Stamp, StampNote};

/// What the rows of an incident tell together that no row tells by itself.
#[derive(Debug, Default)]
pub(super) struct Course<'a> {
    /// The stages that events reach.
    pub(super) stages: Vec<ReachedStage<'a>>,
    /// The pauses; `None` where they can't be told.
    pub(super) pauses: Option<Vec<Pause>>,
    /// The severities in turn.
    pub(super) severities: Vec<(Instant, &'a str)>,
    /// What is to be known about them.
    pub(super) notes: Vec<StampNote>,
}

/// A stage that an event reaches.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReachedStage<'a> {
    pub(super) stage: StageId,
    pub(super) stamp: Stamp,
    /// The time as it is written, empty where there is none.
    pub(super) written: &'a str,
}
