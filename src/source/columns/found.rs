use crate::domain::StageId;

/// Which column holds what, by their places from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The id.
    pub id: usize,
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
    /// The names of all columns.
    pub names: Vec<String>,
}

/// Where the moment of a stage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageCells {
    /// Nowhere in this export.
    None,
    /// As a time, in this column.
    Time(usize),
    /// As seconds after another stage, in this column.
    After {
        /// The stage that the seconds are counted from.
        stage: StageId,
        /// The column.
        seconds: usize,
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

/// Where an event says what happened and when, by the places of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventCells {
    /// What happened.
    pub activity: usize,
    /// When.
    pub at: usize,
}

impl Columns {
    /// The columns that an incident needs, each once.
    #[must_use]
    pub fn needed(&self) -> Vec<usize> {
        let stages = self.stages.iter().filter_map(|cells| match cells {
            StageCells::None => None,
            StageCells::Time(column) | StageCells::After { seconds: column, .. } => Some(*column),
        });
        let fields = self.fields.iter().flatten().copied();
        let sums = self.pauses.sums.iter().map(|&(_, column)| column);
        let events = self.events.iter().flat_map(|events| [events.activity, events.at]);
        let mut all: Vec<usize> = std::iter::once(self.id)
            .chain(fields)
            .chain(stages)
            .chain(self.order_by)
            .chain(self.pause_times())
            .chain(sums)
            .chain(events)
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The columns that hold times.
    pub fn times(&self) -> impl Iterator<Item = usize> {
        let stages = self.stages.iter().filter_map(|cells| match cells {
            StageCells::Time(column) => Some(*column),
            _ => None,
        });
        let events = self.events.map(|events| events.at);
        stages.chain(self.order_by).chain(self.pause_times()).chain(events)
    }

    /// The columns that hold the beginnings and ends of pauses, of which a cell may hold several.
    pub fn pause_times(&self) -> impl Iterator<Item = usize> {
        self.pauses.stretches.iter().flat_map(|&(from, to)| [from, to])
    }
}
