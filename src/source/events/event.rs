use crate::domain::{Instant, NoteKind, Position};

/// Something that happened to an incident, without its texts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event {
    pub(super) at: Instant,
    pub(super) position: Position,
    /// The place of what happened among the texts of activities.
    pub(super) activity: u32,
    /// The place of the severity among those texts; 0 where the row tells of none.
    pub(super) severity: u32,
    /// Where its time stands among the texts of its history, as it is written, and its length.
    pub(super) written: (u32, u32),
    /// Whether the clocks were just being changed.
    pub(super) shift: Option<ClockShift>,
}

/// Something that happened at a time that can't be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct UntimedEvent {
    pub(super) position: Position,
    /// The place of what happened among the texts of activities.
    pub(super) activity: u32,
    /// Where its time stands among the texts of its history, as it is written, and its length.
    pub(super) written: (u32, u32),
}

/// A change of clocks that makes a local time doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClockShift {
    Gap,
    Overlap,
}

/// The order of events: by time, and by row where that is the same.
pub(super) type Order = (Instant, Position);

impl Event {
    /// Its place among the events of the incident.
    pub(super) fn order(&self) -> Order {
        (self.at, self.position)
    }
}

impl ClockShift {
    /// What is to be known about the stamp.
    pub(super) fn note(self) -> NoteKind {
        match self {
            Self::Gap => NoteKind::Gap,
            Self::Overlap => NoteKind::Overlap,
        }
    }
}
