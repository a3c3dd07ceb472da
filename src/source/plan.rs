use std::collections::{HashMap, HashSet};

use crate::domain::{CountUnit, FieldId, IncidentPart, Mapping, Policy, Rows, StageId, normal};

use super::cells::{Cells, MISFIT};
use super::columns::{Columns, StageCells};
use super::severity_spellings::severity_spellings;
use super::time::{TimeCell, TimeReader};

/// How rows become incidents: what all workers share.
pub(super) struct Plan<'p> {
    /// The policy.
    pub(super) policy: &'p Policy,
    /// Its mapping, completed by the preset of the export.
    pub(super) mapping: Mapping,
    /// Where things stand.
    pub(super) columns: Columns,
    /// Reads the stamps.
    pub(super) times: TimeReader,
    /// What "nothing" looks like in a field, beyond an empty cell.
    pub(super) missing: Vec<String>,
    /// The stages that are times, in order.
    pub(super) stamped: Vec<(StageId, usize)>,
    /// Those of them whose times count only in rows in which a column has one of some values.
    pub(super) conditional: Vec<(StageId, usize, Vec<String>)>,
    /// The columns in which a cell has a line for each of several times.
    pub(super) lists: Vec<usize>,
    /// The stages that are counted from another, each behind the one it is counted from.
    pub(super) counted: Vec<CountedStage>,
    /// The column of the status, and all that it can be, where the tool fixes that.
    pub(super) statuses: Option<(usize, HashSet<String>)>,
    /// What the policy calls the severities that the tool writes otherwise, by what it writes.
    severities: HashMap<String, String>,
}

/// A stage that the export gives as the time after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CountedStage {
    pub(super) stage: StageId,
    pub(super) after: StageId,
    pub(super) column: usize,
    pub(super) unit: CountUnit,
}

impl<'p> Plan<'p> {
    /// A plan for an export with these columns.
    pub(super) fn new(
        policy: &'p Policy,
        mapping: Mapping,
        columns: Columns,
        lists: Vec<usize>,
        times: TimeReader,
    ) -> Self {
        let stages = || policy.stages.iter().map(|(stage, _)| stage).zip(&columns.stages);
        let stamped = stages().filter_map(|(stage, cells)| match cells {
            StageCells::Time(column) | StageCells::TimeWhere { at: column, .. } => Some((stage, *column)),
            StageCells::None | StageCells::After { .. } => None,
        });
        let stamped: Vec<_> = stamped.collect();
        let conditional = stages().filter_map(|(stage, cells)| match cells {
            StageCells::TimeWhere { column, is, .. } => Some((stage, *column, is.clone())),
            _ => None,
        });
        let conditional = conditional.collect();
        let mut waiting: Vec<CountedStage> = stages()
            .filter_map(|(stage, cells)| match cells {
                StageCells::After { stage: after, column, unit } => {
                    Some(CountedStage { stage, after: *after, column: *column, unit: *unit })
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
        let missing = mapping.missing.iter().map(|token| token.trim().to_owned()).collect();
        let severities = severity_spellings(policy, &mapping.severities);
        let status = columns.fields.get(FieldId::STATUS.index()).copied().flatten();
        let known = mapping.statuses.as_deref().unwrap_or_default();
        let known: HashSet<String> = known.iter().map(|status| normal(status).into_owned()).collect();
        let statuses = status.filter(|_| !known.is_empty()).map(|column| (column, known));
        Self {
            policy,
            mapping,
            columns,
            times,
            missing,
            stamped,
            conditional,
            lists,
            counted,
            statuses,
            severities,
        }
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
            StageCells::Time(column)
            | StageCells::TimeWhere { at: column, .. }
            | StageCells::After { column, .. } => Some(*column),
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
        let by_events = match &self.mapping.rows {
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
        match &self.mapping.rows {
            Rows::Events(rows) if rows.reach(stage) => self.columns.events.map(|events| events.at),
            Rows::Pairs(rows) if rows.stage == stage => self.columns.pairs.map(|pairs| pairs.at),
            _ => None,
        }
    }

    /// The status in a cell. What a preset knows as "not yet" in place of a time, such as 調査中, may well
    /// be a status.
    pub(super) fn status<'a>(&self, cell: Option<&'a str>) -> Option<&'a str> {
        let text = trimmed(cell?);
        let own = &self.policy.mapping.missing;
        (!text.is_empty() && !own.iter().any(|token| token.trim() == text)).then_some(text)
    }

    /// The text of a cell, without white space at its ends; `None` where nothing stands there.
    #[inline]
    pub(super) fn text<'a>(&self, cell: Option<&'a str>) -> Option<&'a str> {
        let mut text = trimmed(cell?);
        if self.mapping.quirks.guards_formulas == Some(true)
            && let Some(rest) = text.strip_prefix('\'')
            && rest.starts_with(['+', '-', '=', '@'])
        {
            text = rest;
        }
        (!text.is_empty() && !self.missing.iter().any(|token| token == text)).then_some(text)
    }
}

/// What stands between the parts of an id.
const JOINT: &str = " / ";

impl Plan<'_> {
    /// The id of a row; `joined` is room for one that is made of several parts. `None` where nothing
    /// stands in any of its columns.
    #[inline]
    pub(super) fn id<'a>(&self, cells: &'a impl Cells, joined: &'a mut String) -> Option<&'a str> {
        let id = &self.columns.id;
        if id.more.is_empty() && id.at.is_none() {
            return self.text(cells.cell(id.first));
        }
        self.join_id(cells, joined)
    }

    #[inline(never)]
    fn join_id<'a>(&self, cells: &impl Cells, joined: &'a mut String) -> Option<&'a str> {
        let id = &self.columns.id;
        joined.clear();
        for &column in std::iter::once(&id.first).chain(&id.more) {
            let Some(text) = self.text(cells.cell(column)) else { continue };
            if !joined.is_empty() {
                joined.push_str(JOINT);
            }
            joined.push_str(text);
        }
        if joined.is_empty() {
            return None;
        }
        if let Some(at) = id.at.and_then(|stage| self.column_of(stage)).and_then(|column| cells.cell(column))
        {
            joined.push_str(JOINT);
            match self.times.read(at) {
                // In UTC, so that it is the same whatever zone and form the export is written in.
                TimeCell::At(at) | TimeCell::Gap(at) | TimeCell::Overlap(at) => {
                    joined.push_str(&at.utc_text());
                }
                _ => joined.push_str(at.strip_prefix(MISFIT).unwrap_or(at).trim()),
            }
        }
        Some(joined)
    }

    /// Whether a row is no incident but a sum or the like, by what stands in place of its id.
    #[inline]
    pub(super) fn is_total(&self, id: &str) -> bool {
        let totals = self.mapping.quirks.totals.as_deref();
        totals.is_some_and(|totals| is_any_of(totals, id))
    }

    /// The severity in a cell, as the policy calls it.
    #[inline]
    pub(super) fn severity<'a>(&'a self, cell: Option<&'a str>) -> Option<&'a str> {
        let text = self.text(cell)?;
        if self.severities.is_empty() {
            return Some(text);
        }
        Some(self.severities.get(&*normal(text)).map_or(text, String::as_str))
    }
}

/// Apart from the question whether there are any, as in most exports there are none.
#[inline(never)]
fn is_any_of(totals: &[String], id: &str) -> bool {
    totals.iter().any(|total| normal(total) == normal(id))
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
