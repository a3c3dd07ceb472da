use std::path::PathBuf;

use super::{FieldId, StageId, Zone};

/// Where in an export the parts of an incident stand, as far as the policy or a preset says so.
/// What it leaves open is found by the names of the columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    /// Which preset completes it.
    pub preset: PresetChoice,
    /// The folder of the user's own presets, relative to the policy.
    pub presets: Option<PathBuf>,
    /// The zone of stamps without one, if not the policy's.
    pub zone: Option<Zone>,
    /// The key of a JSON envelope that names the zone of stamps without one.
    pub zone_key: Option<String>,
    /// The character encoding as [`encoding_label`](super::encoding_label()) takes it, where it can't be recognised.
    pub encoding: Option<String>,
    /// How times are written, as a [`TimeFormat`](super::TimeFormat) takes it.
    pub time_format: Option<String>,
    /// What "not yet" looks like, beyond the usual tokens.
    pub missing: Vec<String>,
    /// Ways in which the tool's exports differ from others.
    pub quirks: Quirks,
    /// The severities that the tool knows, most severe first, each with all its spellings; the first one
    /// is shown for codes.
    pub severities: Vec<Vec<String>>,
    /// All values of the status that there are; empty where the tool doesn't fix them.
    pub statuses: Option<Vec<String>>,
    /// The id.
    pub id: Option<IdColumns>,
    /// The columns of fields, each by its possible names, the best first.
    pub fields: Vec<(FieldId, Vec<String>)>,
    /// The columns of stages, each with its possible ones, the best first.
    pub stages: Vec<(StageId, Vec<StageColumn>)>,
    /// The columns that tell of pauses.
    pub pauses: PauseColumns,
    /// How rows make incidents.
    pub rows: Rows,
    /// Whether that is said, so that no preset says otherwise.
    pub says_rows: bool,
}

/// Which preset completes a mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PresetChoice {
    /// The one that is recognised, if one is.
    #[default]
    Recognised,
    /// This one.
    Named(String),
    /// None.
    None,
}

/// Ways in which the exports of a tool differ from others; `None` where nothing is said of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quirks {
    /// The number of rows at which the tool stops without a word.
    pub row_cap: Option<u64>,
    /// The array of each JSON element that holds the incidents.
    pub list: Option<String>,
    /// The names of columns of CSV from which on rows may end, or go on longer than the header.
    pub trailing: Option<Vec<String>>,
    /// What stands in place of an id in rows that are no incidents, such as sums. Case and width don't
    /// count.
    pub totals: Option<Vec<String>>,
    /// Whether only the first quote within a cell of CSV is doubled.
    pub doubles_first_quote: Option<bool>,
    /// Whether an apostrophe before `+`, `-`, `=` or `@` is not part of the text.
    pub guards_formulas: Option<bool>,
}

/// What makes the id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdColumns {
    /// The first of these columns that is there.
    One(Vec<String>),
    /// The texts of several columns, and the moment of a stage.
    Joined {
        /// The columns, each by its possible names.
        columns: Vec<Vec<String>>,
        /// The stage.
        at: Option<StageId>,
    },
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
    /// As a time, but only in rows in which another column has one of these values.
    TimeWhere {
        /// The column of the time.
        at: String,
        /// The other column.
        column: String,
        /// Its values; case and width don't count.
        is: Vec<String>,
    },
    /// As the time after another stage.
    After {
        /// The stage that it is counted from.
        stage: StageId,
        /// The column that holds it.
        column: String,
        /// What is counted.
        unit: CountUnit,
    },
}

impl StageColumn {
    /// The columns that it is read from.
    pub fn columns(&self) -> impl Iterator<Item = &String> {
        let (column, other) = match self {
            Self::Time(column) | Self::After { column, .. } => (column, None),
            Self::TimeWhere { at, column, .. } => (at, Some(column)),
        };
        std::iter::once(column).chain(other)
    }
}

/// What the time between two stages is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountUnit {
    /// Seconds.
    Seconds,
    /// Thousandths of a second.
    Milliseconds,
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
    /// A problem and its recovery are rows of their own.
    Pairs(PairRows),
}

/// How rows of events make an incident. Activities are compared without regard to case and width, and
/// `*` and `?` stand for other characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRows {
    /// The column that says what happened.
    pub activity: String,
    /// The column that says when.
    pub at: String,
    /// Which activities reach a stage; `opened` is reached by the first event where none is named.
    pub stages: Vec<(StageId, Vec<String>)>,
    /// Which of several events reaches a stage, where that is said.
    pub takes: Vec<(StageId, Occurrence)>,
    /// Whether each event that reaches `opened` begins another incident, of the subject that the id
    /// names.
    pub episodes: bool,
    /// Which activities begin a pause, and what ends it.
    pub pauses: Vec<(String, PauseEnd)>,
    /// Which activities take a resolution back.
    pub reopens: Vec<String>,
}

impl Rows {
    /// Whether rows reach the stage, so that it needs no column.
    #[must_use]
    pub fn reach(&self, stage: StageId) -> bool {
        match self {
            Self::Events(rows) => rows.reach(stage),
            Self::Pairs(rows) => rows.stage == stage,
            Self::One | Self::Snapshots { .. } => false,
        }
    }
}

impl EventRows {
    /// Whether events reach the stage: an activity is named for it, or it is `opened`.
    #[must_use]
    pub fn reach(&self, stage: StageId) -> bool {
        stage == StageId::OPENED || self.stages.iter().any(|(reached, _)| *reached == stage)
    }
}

/// Which of several events of the same meaning counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occurrence {
    /// The first.
    First,
    /// The last.
    Last,
}

/// How a problem's row finds the row of its recovery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairRows {
    /// The column that tells problems from recoveries.
    pub which: String,
    /// Its values in rows of recoveries. Case and width don't count.
    pub recovery: Vec<String>,
    /// Its values in rows of problems; without any, whatever is no recovery is one.
    pub problem: Vec<String>,
    /// The column in which a problem names the id of its recovery. `0` is none, as are texts that mean
    /// "not yet".
    pub refers: String,
    /// The column of a recovery's time.
    pub at: String,
    /// The stage that the recovery reaches.
    pub stage: StageId,
}

/// What ends a pause that an event began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PauseEnd {
    /// The next event, whatever it is.
    Next,
    /// The next event of one of these activities.
    Activities(Vec<String>),
}
