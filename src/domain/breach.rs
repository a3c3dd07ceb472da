use super::{Instant, ObjectiveIndex, Reading, Snapshot, StageId};

/// One missed objective of one incident.
#[derive(Clone, Debug, PartialEq)]
pub struct Breach {
    /// The incident, shared by all its breaches.
    pub incident: Snapshot,
    /// The objective that was missed.
    pub objective: ObjectiveIndex,
    /// The place of the deciding target among the objective's targets.
    pub target: usize,
    /// The arithmetic.
    pub reading: Reading,
    /// The first moment by which as much time has counted as it might take.
    pub deadline: Instant,
    /// The last moment by which no more has: later than the deadline where the clock stands still
    /// then.
    pub last_in_time: Instant,
}

impl Breach {
    /// When the incident was opened; the start of the clock where the export doesn't say.
    #[must_use]
    pub fn opened(&self) -> Instant {
        self.incident.stamp(StageId::OPENED).unwrap_or(self.reading.from)
    }
}
