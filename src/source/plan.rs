use crate::domain::{IncidentPart, Policy, Rows, StageId};

use super::columns::{Columns, StageCells};
use super::time::TimeReader;

/// How rows become incidents: what all workers share.
pub(super) struct Plan<'p> {
    /// The policy.
    pub(super) policy: &'p Policy,
    /// Where things stand.
    pub(super) columns: Columns,
    /// Reads the stamps.
    pub(super) times: TimeReader,
    /// What "nothing" looks like in a field, beyond an empty cell.
    pub(super) missing: Vec<String>,
    /// The stages that are times, in order.
    pub(super) stamped: Vec<(StageId, usize)>,
    /// The stages that are counted from another, each behind the one it is counted from.
    pub(super) counted: Vec<CountedStage>,
}

/// A stage that the export gives as the seconds after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CountedStage {
    pub(super) stage: StageId,
    pub(super) after: StageId,
    pub(super) column: usize,
}

impl<'p> Plan<'p> {
    /// A plan for an export with these columns.
    pub(super) fn new(policy: &'p Policy, columns: Columns, times: TimeReader) -> Self {
        let stages = || policy.stages.iter().map(|(stage, _)| stage).zip(&columns.stages);
        let stamped = stages().filter_map(|(stage, cells)| match cells {
            StageCells::Time(column) => Some((stage, *column)),
            _ => None,
        });
        let stamped: Vec<_> = stamped.collect();
        let mut waiting: Vec<CountedStage> = stages()
            .filter_map(|(stage, cells)| match cells {
                StageCells::After { stage: after, seconds } => {
                    Some(CountedStage { stage, after: *after, column: *seconds })
                }
                _ => None,
            })
            .collect();
        let mut counted: Vec<CountedStage> = Vec::new();
        // A stage that nothing comes before, as where two are counted from each other, is last.
        while !waiting.is_empty() {
            let ready = |stage: &CountedStage| !waiting.iter().any(|other| other.stage == stage.after);
            let next = waiting.iter().position(ready).unwrap_or(0);
            counted.push(waiting.remove(next));
        }
        let missing = policy.mapping.missing.iter().map(|token| token.trim().to_owned()).collect();
        Self { policy, columns, times, missing, stamped, counted }
    }

    /// The columns that an incident needs, each once.
    pub(super) fn wanted(&self) -> Vec<usize> {
        self.columns.needed()
    }

    /// The name of a column.
    pub(super) fn column(&self, column: usize) -> &str {
        self.columns.names.get(column).map_or("", String::as_str)
    }

    /// The column of a stage.
    pub(super) fn column_of(&self, stage: StageId) -> Option<usize> {
        match self.columns.stages.get(stage.index())? {
            StageCells::None => None,
            StageCells::Time(column) | StageCells::After { seconds: column, .. } => Some(*column),
        }
    }

    /// The names of the stages' columns, by [`StageId::index`].
    pub(super) fn stage_columns(&self) -> Vec<Option<String>> {
        let stages = self.policy.stages.iter().map(|(stage, _)| stage);
        let column = |stage| self.column_of(stage).or_else(|| self.events_of(stage));
        stages.map(|stage| column(stage).map(|column| self.column(column).to_owned())).collect()
    }

    /// The columns that pauses are read from, by the part that they tell of.
    pub(super) fn pause_columns(&self) -> Vec<(IncidentPart, String)> {
        let Columns { pauses, events, .. } = &self.columns;
        let by_events = match &self.policy.mapping.rows {
            Rows::Events(rows) if !rows.pauses.is_empty() => events.map(|events| events.activity),
            _ => None,
        };
        let stretches = pauses.stretches.first().map(|&(from, _)| from).or(by_events);
        let stretches = stretches.map(|column| (IncidentPart::Pauses, column));
        let sums = pauses.sums.iter().map(|&(stage, column)| (IncidentPart::PausedUpTo(stage), column));
        stretches
            .into_iter()
            .chain(sums)
            .map(|(part, column)| (part, self.column(column).to_owned()))
            .collect()
    }

    /// The column of the times of events, if they reach the stage.
    fn events_of(&self, stage: StageId) -> Option<usize> {
        match &self.policy.mapping.rows {
            Rows::Events(rows) if rows.reach(stage) => self.columns.events.map(|events| events.at),
            _ => None,
        }
    }

    /// The text of a cell, without white space at its ends; `None` where nothing stands there.
    #[inline]
    pub(super) fn text<'a>(&self, cell: Option<&'a str>) -> Option<&'a str> {
        let text = trimmed(cell?);
        (!text.is_empty() && !self.missing.iter().any(|token| token == text)).then_some(text)
    }
}

/// The text without white space at its ends, of which there mostly is none.
#[inline]
fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [] => text,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}
