use crate::assess::{Distrust, UnreadableRow};
use crate::domain::Position;
use crate::words::unreadable_rows;

use super::cells::Cells;
use super::plan::Plan;
use super::row_index::RowIndex;

/// The rows of an export that can't be trusted.
#[derive(Debug, Default)]
pub(super) struct Refusals {
    rows: Vec<Refusal>,
}

#[derive(Debug)]
struct Refusal {
    position: Position,
    column: Option<usize>,
    value: Option<String>,
    reason: String,
}

impl Refusals {
    /// Notes a row, for this reason.
    pub(super) fn add(&mut self, position: Position, reason: String) {
        self.rows.push(Refusal { position, column: None, value: None, reason });
    }

    /// Notes a row for what stands in a column of it.
    pub(super) fn add_cell(&mut self, position: Position, column: usize, value: &str, reason: String) {
        let value = (!value.is_empty()).then(|| value.to_owned());
        self.rows.push(Refusal { position, column: Some(column), value, reason });
    }

    /// The id of a row, as [`Plan::id`]; a row without one is noted.
    #[inline]
    pub(super) fn id_of<'a>(
        &mut self,
        plan: &Plan<'_>,
        cells: &'a impl Cells,
        position: Position,
        joined: &'a mut String,
    ) -> Option<&'a str> {
        let id = plan.id(cells, joined);
        if id.is_none() {
            let column = plan.columns.id.first;
            let cell = cells.cell(column).unwrap_or_default().trim();
            self.add_cell(position, column, cell, unreadable_rows::no_id());
        }
        id
    }

    /// How many there are.
    pub(super) fn len(&self) -> u64 {
        u64::try_from(self.rows.len()).unwrap_or(u64::MAX)
    }

    /// Adds what another worker noted.
    pub(super) fn merge(&mut self, other: Self) {
        self.rows.extend(other.rows);
    }

    /// The rows in order, with their numbers.
    pub(super) fn listed(mut self, plan: &Plan<'_>, index: &RowIndex) -> Vec<UnreadableRow> {
        self.rows.sort_by_key(|refusal| refusal.position);
        let row = |refusal: Refusal| UnreadableRow {
            source: usize::try_from(refusal.position.source).unwrap_or(usize::MAX),
            row: index.row(refusal.position),
            column: refusal.column.map(|column| plan.column(column).to_owned()),
            value: refusal.value,
            reason: Distrust::Told(refusal.reason),
        };
        self.rows.into_iter().map(row).collect()
    }
}
