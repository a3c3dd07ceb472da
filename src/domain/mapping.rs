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
    /// How rows make incidents.
    pub rows: Rows,
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
}
