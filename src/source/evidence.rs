use crate::domain::Position;

use super::assembly::AmbiguousDate;
use super::cells::Cells;
use super::order::{OrderKind, is_number};
use super::parser::RowTaker;
use super::time::DayOrderEvidence;

/// Looks at the dates in an export's beginning, and at the values that order its rows.
pub(super) struct DateEvidence {
    /// What the dates prove.
    pub(super) found: DayOrderEvidence,
    columns: Vec<usize>,
    order_by: Option<usize>,
    numbers: bool,
}

impl DateEvidence {
    /// Will look at the dates in these columns, and at the numbers in that.
    pub(super) fn new(columns: Vec<usize>, order_by: Option<usize>) -> Self {
        Self { found: DayOrderEvidence::default(), columns, order_by, numbers: true }
    }

    /// What the ordering values are likely to be.
    pub(super) fn order(&self) -> OrderKind {
        if self.numbers { OrderKind::Number } else { OrderKind::Time }
    }
}

impl RowTaker for DateEvidence {
    fn take(&mut self, cells: &impl Cells, _: Position) -> Result<(), AmbiguousDate> {
        for &column in &self.columns {
            if let Some(cell) = cells.cell(column) {
                self.found.add(cell);
            }
        }
        let by = self.order_by.and_then(|column| cells.cell(column)).unwrap_or_default().trim();
        self.numbers &= by.is_empty() || is_number(by);
        Ok(())
    }

    fn refuse(&mut self, _: Position, _: String) {}
}
