use super::Distrust;
use crate::domain::{Incident, IncidentPart, Policy, Position, Rows, StageId, Stages, StampNote};

/// A stamp, or pauses, that can't be trusted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fault {
    pub(super) position: Position,
    pub(super) part: IncidentPart,
    /// Where the part stands in several columns: in which one.
    pub(super) column: Option<String>,
    /// What stands there; `None` where the fault is that of no cell.
    pub(super) value: Option<String>,
    pub(super) reason: Distrust,
}

impl Fault {
    /// What a reader noted: that something can't be read, for this reason.
    pub(super) fn of_note(position: Position, note: &StampNote, reason: &str) -> Self {
        Self {
            position,
            part: note.part,
            column: Some(note.column.clone()),
            value: Some(note.value.clone()),
            reason: Distrust::Told(reason.to_owned()),
        }
    }

    /// That an incident has no time at which it was opened.
    pub(super) fn never_opened(policy: &Policy, incident: &Incident<'_>) -> Self {
        let (value, reason) = match opening_activities(policy) {
            Some((column, activities)) => {
                let (column, activities) = (column.to_owned(), activities.to_vec());
                let stage = policy.stages.name(StageId::OPENED).to_owned();
                (None, Distrust::NoOpeningActivity { column, stage, activities })
            }
            None => (Some(incident.written(StageId::OPENED).to_owned()), Distrust::NeverOpened),
        };
        let part = IncidentPart::Stage(StageId::OPENED);
        Self { position: incident.position, part, column: None, value, reason }
    }

    /// That two stages are stamped in the wrong order.
    pub(super) fn contradiction(
        stages: &Stages,
        incident: &Incident<'_>,
        first: StageId,
        second: StageId,
    ) -> Self {
        Self {
            position: incident.position,
            part: IncidentPart::Stage(second),
            column: None,
            value: Some(incident.written(second).to_owned()),
            reason: Distrust::Contradiction {
                later: stages.name(second).to_owned(),
                earlier: stages.name(first).to_owned(),
                at: incident.written(first).to_owned(),
            },
        }
    }

    /// The fault of a sum of pauses that is longer than the time it lies in; one that can't be read has
    /// a note already.
    pub(super) fn overlong(incident: &Incident<'_>, part: IncidentPart) -> Option<Self> {
        let IncidentPart::PausedUpTo(stage) = part else { return None };
        let sum = incident.pauses.sums.iter().find(|(known, _)| *known == stage)?.1?;
        Some(Self {
            position: incident.position,
            part,
            column: None,
            value: Some(incident.written.written_sum(stage).map_or_else(|| sum.to_string(), str::to_owned)),
            reason: Distrust::OverlongPause,
        })
    }
}

/// The activities that open incidents, with the column that tells of them, where events do so.
fn opening_activities(policy: &Policy) -> Option<(&str, &[String])> {
    let Rows::Events(rows) = &policy.mapping.rows else { return None };
    let (_, activities) = rows.stages.iter().find(|(stage, _)| *stage == StageId::OPENED)?;
    Some((&rows.activity, activities))
}
