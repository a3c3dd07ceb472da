use crate::domain::{CountUnit, StageId};

/// Which column holds what, by their places from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// What makes the id.
    pub id: IdCells,
    /// The fields, by `FieldId::index`; `None` where the export has none.
    pub fields: Vec<Option<usize>>,
    /// The stages, by `StageId::index`.
    pub stages: Vec<StageCells>,
    /// What tells the last of several rows of an incident.
    pub order_by: Option<usize>,
    /// What tells of pauses.
    pub pauses: PauseCells,
    /// What tells of events, where rows are events.
    pub events: Option<EventCells>,
    /// What tells of problems and recoveries, where they are rows of their own.
    pub pairs: Option<PairCells>,
    /// The names of all columns.
    pub names: Vec<String>,
}

/// Where the id stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdCells {
    /// The first column of it, which is all of it in most exports.
    pub first: usize,
    /// The further columns.
    pub more: Vec<usize>,
    /// The stage whose moment is a part of it.
    pub at: Option<StageId>,
}

/// Where the moment of a stage stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StageCells {
    /// Nowhere in this export.
    None,
    /// As a time, in this column.
    Time(usize),
    /// As a time, in rows in which another column has one of some values.
    TimeWhere {
        /// The column of the time.
        at: usize,
        /// The other column.
        column: usize,
        /// Its values, in the form of [`normal`](crate::domain::normal()).
        is: Vec<String>,
    },
    /// As the time after another stage.
    After {
        /// The stage that it is counted from.
        stage: StageId,
        /// The column.
        column: usize,
        /// What is counted.
        unit: CountUnit,
    },
}

/// Where pauses stand, by the places of columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PauseCells {
    /// The beginnings and ends of pauses, in pairs.
    pub stretches: Vec<(usize, usize)>,
    /// The seconds paused up to a stage.
    pub sums: Vec<(StageId, usize)>,
}

impl PauseCells {
    /// Whether no column tells of pauses.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stretches.is_empty() && self.sums.is_empty()
    }
}

/// Where an event says what happened and when, by the places of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventCells {
    /// What happened.
    pub activity: usize,
    /// When.
    pub at: usize,
}

/// Where problems and recoveries say what they are, by the places of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairCells {
    /// Which of both a row is.
    pub which: usize,
    /// The id of a problem's recovery.
    pub refers: usize,
    /// When a recovery was.
    pub at: usize,
}

impl Columns {
    /// The columns that an incident needs, each once.
    #[must_use]
    pub fn needed(&self) -> Vec<usize> {
        let stages = self.stages.iter().flat_map(|cells| match cells {
            StageCells::None => [None, None],
            StageCells::Time(column) | StageCells::After { column, .. } => [Some(*column), None],
            StageCells::TimeWhere { at, column, .. } => [Some(*at), Some(*column)],
        });
        let fields = self.fields.iter().flatten().copied();
        let sums = self.pauses.sums.iter().map(|&(_, column)| column);
        let events = self.events.iter().flat_map(|events| [events.activity, events.at]);
        let pairs = self.pairs.iter().flat_map(|pairs| [pairs.which, pairs.refers, pairs.at]);
        let mut all: Vec<usize> = std::iter::once(self.id.first)
            .chain(self.id.more.iter().copied())
            .chain(fields)
            .chain(stages.flatten())
            .chain(self.order_by)
            .chain(self.pause_times())
            .chain(sums)
            .chain(events)
            .chain(pairs)
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The columns that hold times.
    pub fn times(&self) -> impl Iterator<Item = usize> {
        let stages = self.stages.iter().filter_map(|cells| match cells {
            StageCells::Time(column) | StageCells::TimeWhere { at: column, .. } => Some(*column),
            StageCells::None | StageCells::After { .. } => None,
        });
        let events = self.events.map(|events| events.at);
        let pairs = self.pairs.map(|pairs| pairs.at);
        stages.chain(self.order_by).chain(self.pause_times()).chain(events).chain(pairs)
    }

    /// The columns that hold the beginnings and ends of pauses, of which a cell may hold several.
    pub fn pause_times(&self) -> impl Iterator<Item = usize> {
        self.pauses.stretches.iter().flat_map(|&(from, to)| [from, to])
    }
}
