use crate::domain::Position;

use super::assembly::AmbiguousDate;
use super::cells::Cells;
use super::columns::Columns;
use super::order::{OrderEvidence, OrderKind};
use super::parser::RowTaker;
use super::row_pauses::SEPARATORS;
use super::time::{DayOrderEvidence, TimeReader};

/// Looks at the dates in an export's beginning, and at the values that order its rows.
pub(super) struct DateEvidence<'a> {
    /// What the dates prove.
    pub(super) found: DayOrderEvidence,
    columns: Vec<usize>,
    /// Those of the columns in which a cell may hold several dates.
    lists: Vec<usize>,
    /// Those in which each has its line.
    lines: &'a [usize],
    order_by: Option<usize>,
    values: OrderEvidence,
    times: &'a TimeReader,
}

impl<'a> DateEvidence<'a> {
    /// Will look at the dates in these columns, and at the values that order rows; `times` tells
    /// which of those are times. In `lines`, a cell may have several lines.
    pub(super) fn new(columns: &Columns, lines: &'a [usize], times: &'a TimeReader) -> Self {
        Self {
            found: DayOrderEvidence::default(),
            columns: columns.times().collect(),
            lists: columns.pause_times().collect(),
            lines,
            order_by: columns.order_by,
            values: OrderEvidence::default(),
            times,
        }
    }

    /// What the ordering values are.
    pub(super) fn order(&self) -> OrderKind {
        self.values.kind()
    }
}

impl RowTaker for DateEvidence<'_> {
    fn take(&mut self, cells: &impl Cells, _: Position) -> Result<(), AmbiguousDate> {
        for &column in &self.columns {
            let Some(cell) = cells.cell(column) else { continue };
            if self.lists.contains(&column) {
                cell.split(SEPARATORS).for_each(|cell| self.found.add(cell));
            } else if self.lines.contains(&column) {
                cell.split('\n').for_each(|line| self.found.add(line));
            } else {
                self.found.add(cell);
            }
        }
        if let Some(by) = self.order_by.and_then(|column| cells.cell(column)) {
            self.values.add(by, self.times);
        }
        Ok(())
    }

    fn refuse(&mut self, _: Position, _: String) {}
}
