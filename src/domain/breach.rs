use std::sync::Arc;

use super::{FieldId, Incident, Instant, ObjectiveIndex, Pause, Position, Reading, Span, StageId, Stamp};

/// One missed objective of one incident.
#[derive(Clone, Debug, PartialEq)]
pub struct Breach {
    /// The incident, shared by all its breaches.
    pub incident: Arc<Snapshot>,
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
        self.incident.stamps.first().copied().flatten().unwrap_or(self.reading.from)
    }
}

/// An incident as it stood in its export, kept after the row is gone.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The id as the export writes it.
    pub id: String,
    /// The describing fields by [`FieldId::index`], the severity by its name in the policy.
    pub fields: Vec<Option<Arc<str>>>,
    /// The stamps by [`super::StageId::index`].
    pub stamps: Vec<Option<Instant>>,
    /// The stretches in which it was paused.
    pub pauses: Box<[Pause]>,
    /// The time paused up to a stage, where the export gives sums.
    pub sums: Box<[(StageId, Span)]>,
    /// The severities that it had, as the export writes them, in the order of time; empty where it
    /// tells of one only.
    pub severities: Box<[(Instant, Arc<str>)]>,
    /// Where it stands.
    pub position: Position,
}

impl Snapshot {
    /// Keeps an incident; `field` gives the text to keep for each of its fields.
    pub fn of(
        incident: &Incident<'_>,
        mut field: impl FnMut(FieldId, &str) -> Arc<str>,
        ids: impl Iterator<Item = FieldId>,
    ) -> Self {
        Self {
            id: incident.id.to_owned(),
            fields: ids.map(|id| incident.fields.text(id).map(|text| field(id, text))).collect(),
            stamps: incident
                .stamps
                .iter()
                .map(|stamp| if let Stamp::At(at) = stamp { Some(*at) } else { None })
                .collect(),
            pauses: incident.pauses.stretches.unwrap_or_default().into(),
            sums: incident.pauses.sums.iter().filter_map(|&(stage, sum)| Some((stage, sum?))).collect(),
            severities: incident.severities.iter().map(|&(at, text)| (at, text.into())).collect(),
            position: incident.position,
        }
    }

    /// The text of a field.
    #[must_use]
    pub fn field(&self, field: FieldId) -> Option<&str> {
        self.fields.get(field.index())?.as_deref()
    }
}
