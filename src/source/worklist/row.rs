use thiserror::Error;

use crate::domain::WorklistColumn;
use crate::words::worklist_errors as words;

/// One row of a worklist, by its columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorklistRow {
    /// The row's number as a spreadsheet shows it, the header being row 1; of JSON, the object's
    /// number.
    pub row: u64,
    cells: [String; WorklistColumn::ALL.len()],
}

impl WorklistRow {
    /// A row without a text in it.
    #[must_use]
    pub fn new(row: u64) -> Self {
        Self { row, cells: Default::default() }
    }

    /// The row with a text in one of its columns, whose lines may end in either way.
    #[must_use]
    pub fn with(mut self, column: WorklistColumn, text: &str) -> Self {
        if let Some(cell) = self.cells.get_mut(column as usize) {
            *cell = text.replace("\r\n", "\n");
        }
        self
    }

    /// The text of a cell, without white space around it; empty where there is none.
    #[must_use]
    pub fn cell(&self, column: WorklistColumn) -> &str {
        self.cells.get(column as usize).map_or("", String::as_str)
    }

    /// Whether somebody filled in one of the columns that are there for it.
    #[must_use]
    pub fn is_filled_in(&self) -> bool {
        WorklistColumn::FILLED_IN.into_iter().any(|column| !self.cell(column).is_empty())
    }
}

/// Why one row can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The row, as [`WorklistRow::row`] counts.
    pub row: u64,
    /// The column, where it is one cell that can't be read.
    pub column: Option<WorklistColumn>,
    /// Why.
    pub reason: RowReason,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RowReason {
    /// It has another number of cells than the header.
    #[error("{}", words::ragged(*cells, *columns))]
    Ragged {
        /// How many cells the row has.
        cells: usize,
        /// How many the header has.
        columns: usize,
    },
    /// The spreadsheet could not compute it.
    #[error("{}", words::error_cell(shown))]
    ErrorCell {
        /// What the spreadsheet shows.
        shown: String,
    },
    /// The spreadsheet saved what it shows of something that doesn't fit its column.
    #[error("{}", words::too_narrow(shown))]
    TooNarrow {
        /// What the spreadsheet shows.
        shown: String,
    },
    /// A value that is no text, number or word.
    #[error("{}", words::no_text(found))]
    NoText {
        /// What is there.
        found: String,
    },
    /// Something among the objects that is none.
    #[error("{}", words::no_object(found))]
    NoObject {
        /// How it begins.
        found: String,
    },
    /// Two keys of an object mean the same column.
    #[error("{}", words::keys_twice(first, second))]
    Twice {
        /// The one key.
        first: String,
        /// The other.
        second: String,
    },
}
