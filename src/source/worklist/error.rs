use thiserror::Error;

use super::ColumnFault;
use crate::source::SourceError;
use crate::words::{column_errors, worklist_errors as words};

/// Why a worklist can't be read at all. Every variant names the file as the user did.
#[derive(Debug, Error)]
pub enum WorklistError {
    /// Its bytes can't be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// Nothing is in it.
    #[error("{}", words::empty(path))]
    Empty {
        /// The worklist.
        path: String,
    },
    /// Nothing is on the only sheet that is read.
    #[error("{}", words::empty_sheet(path, sheet))]
    EmptySheet {
        /// The worklist.
        path: String,
        /// The sheet.
        sheet: String,
    },
    /// It is much longer than what people fill in.
    #[error("{}", words::too_long(path, *limit))]
    TooLong {
        /// The worklist.
        path: String,
        /// The longest that it may be, in MiB.
        limit: u64,
    },
    /// It is something else.
    #[error("{}", words::other_kind(path, kind))]
    OtherKind {
        /// The worklist.
        path: String,
        /// What it seems to be.
        kind: &'static str,
    },
    /// Bytes that are no text.
    #[error("{}", words::bad_bytes(path, *line, bytes, encoding))]
    BadBytes {
        /// The worklist.
        path: String,
        /// The line, the first being 1.
        line: usize,
        /// The bytes in hex.
        bytes: String,
        /// The encoding that was recognised.
        encoding: String,
    },
    /// A quote is never closed, or closed in the middle of a cell: where cells end is unsure.
    #[error("{}", words::quote(path, *row, column, reason))]
    Quote {
        /// The worklist.
        path: String,
        /// The row, the header being row 1.
        row: u64,
        /// The column; its number where it has no name.
        column: String,
        /// What is wrong.
        reason: String,
    },
    /// It begins like JSON and goes wrong.
    #[error("{}", words::json(path, reason))]
    Json {
        /// The worklist.
        path: String,
        /// What is wrong, with its line.
        reason: String,
    },
    /// The workbook can't be read.
    #[error("{}", words::workbook(path, reason))]
    Workbook {
        /// The worklist.
        path: String,
        /// What is wrong.
        reason: String,
    },
    /// Its columns are not those of a worklist.
    #[error("{}", columns(path, faults, present, .sheet.as_ref()))]
    Columns {
        /// The worklist.
        path: String,
        /// All that is wrong with them.
        faults: Vec<ColumnFault>,
        /// The columns that are there.
        present: Vec<String>,
        /// The sheet that was read, where there are more.
        sheet: Option<String>,
    },
}

fn columns(path: &str, faults: &[ColumnFault], present: &[String], sheet: Option<&String>) -> String {
    let faults = faults.iter().map(ToString::to_string);
    let present: Vec<String> = present.iter().map(|name| format!("`{name}`")).collect();
    let present = column_errors::present(&present.join(&column_errors::comma()));
    let lines = faults.chain([present]).chain(sheet.map(|sheet| words::only_first_sheet(sheet)));
    lines.fold(words::columns(path), |text, line| text + "\n  " + &line)
}
