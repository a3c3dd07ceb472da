use super::Doubt;
use crate::source::time::DayOrder;

/// What an export seems to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inference {
    /// The id.
    pub id: Option<Candidate>,
    /// The fields that were found, in the order of `Fields::BUILT_IN`.
    pub fields: Vec<FieldGuess>,
    /// The stages that were found, in the order of `Stages::BUILT_IN`.
    pub stages: Vec<StageGuess>,
    /// The values of the severity, the most severe first.
    pub severities: Vec<SeverityFound>,
    /// Whether the zone must be said.
    pub offsets: Offsets,
    /// How dates are written, where that must be said.
    pub day_order: Option<DayOrderGuess>,
    /// The columns that nothing was found in, in their order.
    pub left_out: Vec<LeftOut>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

/// A column, and those that might have been meant instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The name of the column.
    pub column: String,
    /// Other columns of the same sense.
    pub others: Vec<String>,
    /// How many cells of the sample hold something.
    pub values: usize,
    /// How many hold nothing, or a text that means so.
    pub missing: usize,
    /// The first cell that isn't missing.
    pub example: Option<String>,
}

/// A column that nothing was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The name of the column.
    pub column: String,
    /// The first cell that isn't missing.
    pub example: Option<String>,
    /// Whether it holds times.
    pub is_times: bool,
}

/// The column of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldGuess {
    /// The field, one of `Fields::BUILT_IN`.
    pub field: &'static str,
    /// Its column.
    pub found: Candidate,
}

/// The column of a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageGuess {
    /// The stage, one of `Stages::BUILT_IN`.
    pub stage: &'static str,
    /// Where it stands.
    pub source: StageSource,
    /// How many cells of the sample hold a time (or seconds).
    pub parsed: usize,
    /// How many mean "not yet".
    pub missing: usize,
    /// How many can't be read.
    pub unreadable: usize,
    /// The first cell that isn't missing.
    pub example: Option<String>,
    /// Other columns of the same sense that hold times; with any, the choice is unsure.
    pub others: Vec<String>,
}

/// Where the moment of a stage seems to stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StageSource {
    /// As a time in the column of this name.
    Time(String),
    /// As seconds after `opened` in the column of this name.
    SecondsAfterOpened(String),
}

/// A severity as the export writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeverityFound {
    /// The value.
    pub value: String,
    /// In how many rows of the sample.
    pub count: usize,
}

/// Whether the times say how far they are from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offsets {
    /// There is no time in the sample.
    NoTimes,
    /// All do: no zone is needed to read them.
    All,
    /// Some do.
    Some,
    /// None does: the zone must be said.
    None,
}

/// The order of day and month where dates have both as numbers before the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayOrderGuess {
    /// The order.
    pub order: DayOrder,
    /// Whether the sample proves it; otherwise it is the more usual one.
    pub is_proven: bool,
    /// The `time_format` that says so.
    pub time_format: String,
    /// A cell that it reads.
    pub example: String,
}
