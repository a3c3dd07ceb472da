use super::{FieldId, Instant, Pauses, StageId};

/// One incident of an export, borrowed from the row it was read from.
#[derive(Clone, Copy)]
pub struct Incident<'a> {
    /// The id, as the export writes it; never empty.
    pub id: &'a str,
    /// The describing fields, looked up when they are asked for: of most incidents few ever are.
    pub fields: &'a dyn FieldTexts,
    /// The stamps by [`StageId::index`].
    pub stamps: &'a [Stamp],
    /// The stamps as the export writes them.
    pub written: &'a dyn WrittenStamps,
    /// Its pauses.
    pub pauses: Pauses<'a>,
    /// The severities that it had, as the export writes them, in the order of time. Empty where
    /// the export tells of one only, which is then the field.
    pub severities: &'a [(Instant, &'a str)],
    /// What a person must know about how a stamp was read.
    pub notes: &'a [StampNote],
    /// Where it stands.
    pub position: Position,
}

impl<'a> Incident<'a> {
    /// An incident of which nothing is told but its fields and stamps.
    #[must_use]
    pub fn new(id: &'a str, fields: &'a dyn FieldTexts, stamps: &'a [Stamp], position: Position) -> Self {
        Self { id, fields, stamps, written: &(), pauses: Pauses::NONE, severities: &[], notes: &[], position }
    }

    /// The text of a field, empty where there is none.
    #[must_use]
    pub fn field(&self, field: FieldId) -> &'a str {
        self.fields.text(field).unwrap_or("")
    }

    /// A stage's stamp as the export writes it, empty where there is none.
    #[must_use]
    pub fn written(&self, stage: StageId) -> &'a str {
        self.written.written(stage).unwrap_or("")
    }

    /// The stamp of a stage.
    #[must_use]
    pub fn stamp(&self, stage: StageId) -> Stamp {
        self.stamps.get(stage.index()).copied().unwrap_or(Stamp::Absent)
    }
}

/// The describing fields of an incident.
pub trait FieldTexts {
    /// The text of a field; `None` where the export has none.
    fn text(&self, field: FieldId) -> Option<&str>;
}

/// By [`FieldId::index`].
impl<const N: usize> FieldTexts for [Option<&str>; N] {
    fn text(&self, field: FieldId) -> Option<&str> {
        self.get(field.index()).copied().flatten()
    }
}

/// By [`FieldId::index`].
impl FieldTexts for Vec<Option<&str>> {
    fn text(&self, field: FieldId) -> Option<&str> {
        self.get(field.index()).copied().flatten()
    }
}

/// The stamps of an incident as its export writes them; asked for only where something is wrong.
pub trait WrittenStamps {
    /// The text of a stage's cell, if there is one.
    fn written(&self, stage: StageId) -> Option<&str>;

    /// The text of the cell with the time paused up to a stage, if there is one.
    fn written_sum(&self, stage: StageId) -> Option<&str>;
}

/// Nothing is written.
impl WrittenStamps for () {
    fn written(&self, _: StageId) -> Option<&str> {
        None
    }

    fn written_sum(&self, _: StageId) -> Option<&str> {
        None
    }
}

/// When an incident reached a stage, as far as its row tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// Not yet, or not recorded.
    Absent,
    /// At this moment.
    At(Instant),
    /// Something stands there that isn't a time; a [`StampNote`] says what.
    Unreadable,
}

impl Stamp {
    /// The moment, where one can be told.
    #[must_use]
    pub const fn at(self) -> Option<Instant> {
        match self {
            Self::At(at) => Some(at),
            Self::Absent | Self::Unreadable => None,
        }
    }
}

/// What a person must know about how one stamp was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampNote {
    /// What it is about.
    pub part: IncidentPart,
    /// The column as the export names it.
    pub column: String,
    /// The cell as it stands.
    pub value: String,
    /// Where the cell stands, if that may be another row than the incident's.
    pub position: Option<Position>,
    /// What is to be known.
    pub kind: NoteKind,
}

/// What a note, or a fault, is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IncidentPart {
    /// The stamp of a stage.
    Stage(StageId),
    /// The stretches in which it was paused.
    Pauses,
    /// The sum of its pauses up to a stage.
    PausedUpTo(StageId),
    /// The state in the tool.
    Status,
}

/// What is to be known about a stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// It can't be read, for this reason.
    Unreadable(String),
    /// The local time never happened, as clocks went forward; the earlier offset was taken.
    Gap,
    /// The local time happened twice, as clocks went back; the earlier offset was taken.
    Overlap,
    /// The pause that began there has no end; it lasts as long as the clock.
    NeverEnded,
    /// The tool is not known to have this status.
    UnknownStatus,
}

/// Where a row stands. Exports are read in blocks side by side, so that the number of a row is
/// known only when all blocks before it have been counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The export, by its place among those of the run.
    pub source: u32,
    /// The block of the export, from 0.
    pub block: u32,
    /// The row in the block, from 0.
    pub row: u32,
}
