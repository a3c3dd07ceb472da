use super::{FieldId, StageId, Zone};

/// Where in an export the parts of an incident stand, as far as the policy says so.
/// What it leaves open is found by the names of the columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    /// The zone of stamps without one, if not the policy's.
    pub zone: Option<Zone>,
    /// The character encoding as [`encoding_label`](super::encoding_label()) takes it, where it can't be recognised.
    pub encoding: Option<String>,
    /// How times are written, as a [`TimeFormat`](super::TimeFormat) takes it.
    pub time_format: Option<String>,
    /// What "not yet" looks like, beyond the usual tokens.
    pub missing: Vec<String>,
    /// The column of the id.
    pub id: Option<String>,
    /// The columns of fields.
    pub fields: Vec<(FieldId, String)>,
    /// The columns of stages.
    pub stages: Vec<(StageId, StageColumn)>,
    /// The columns that tell of pauses.
    pub pauses: PauseColumns,
    /// How rows make incidents.
    pub rows: Rows,
}

/// The columns that tell of pauses. Either stretches or sums, not both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PauseColumns {
    /// The columns of the beginnings and ends of pauses, in pairs. A cell may hold several times,
    /// and then the cell beside it as many.
    pub stretches: Vec<(String, String)>,
    /// The columns of the seconds paused from `opened` up to a stage.
    pub sums: Vec<(StageId, String)>,
    /// Whether the sums count hours of the target's calendar only, and not all time.
    pub sums_in_hours: bool,
}

/// How a stage's moment is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StageColumn {
    /// As a time, in this column.
    Time(String),
    /// As the seconds after another stage.
    After {
        /// The stage that the seconds are counted from.
        stage: StageId,
        /// The column that holds them.
        seconds: String,
    },
}

/// How rows make incidents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// Each row is an incident; an id that comes twice is a fault.
    #[default]
    One,
    /// Each row is the state of an incident at some time, and the last one counts.
    Snapshots {
        /// The column whose highest value is the last; without it, the order of the rows.
        order_by: Option<String>,
    },
    /// Each row is something that happened to an incident.
    Events(EventRows),
}

/// How rows of events make an incident. Activities are compared without regard to case and width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRows {
    /// The column that says what happened.
    pub activity: String,
    /// The column that says when.
    pub at: String,
    /// Which activities reach a stage; `opened` is reached by the first event where none is named.
    pub stages: Vec<(StageId, Vec<String>)>,
    /// Which activities begin a pause, and what ends it.
    pub pauses: Vec<(String, PauseEnd)>,
    /// Which activities take a resolution back.
    pub reopens: Vec<String>,
}

impl EventRows {
    /// Whether events reach the stage: an activity is named for it, or it is `opened`.
    #[must_use]
    pub fn reach(&self, stage: StageId) -> bool {
        stage == StageId::OPENED || self.stages.iter().any(|(reached, _)| *reached == stage)
    }
}

/// What ends a pause that an event began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PauseEnd {
    /// The next event, whatever it is.
    Next,
    /// The next event of one of these activities.
    Activities(Vec<String>),
}
