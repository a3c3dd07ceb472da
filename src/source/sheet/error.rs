use thiserror::Error;

use crate::source::{ColumnsError, SourceError};
use crate::words::sheet_errors as words;

/// Why a sheet of a workbook can't be read as an export. Every variant names the file as the user did.
#[derive(Debug, Error)]
pub enum SheetError {
    /// The workbook can't be read.
    #[error("{}", words::workbook(path, reason))]
    Workbook {
        /// The export.
        path: String,
        /// What is wrong.
        reason: String,
    },
    /// The workbook is longer than anything that would be read into memory at once.
    #[error("{}", words::too_large(path, *limit))]
    LargeWorkbook {
        /// The export.
        path: String,
        /// The longest that it may be, in MiB.
        limit: u64,
    },
    /// The workbook has no such sheet.
    #[error("{}", words::no_sheet(path, wanted, &words::listed(present)))]
    NoSheet {
        /// The export.
        path: String,
        /// What was asked for.
        wanted: String,
        /// The sheets that it has.
        present: Vec<String>,
    },
    /// Nothing is on the sheet.
    #[error("{}", empty(path, sheet, others))]
    EmptySheet {
        /// The export.
        path: String,
        /// The sheet that was read.
        sheet: String,
        /// The others.
        others: Vec<String>,
    },
    /// Columns that are needed aren't on the sheet, and there are others.
    #[error("{}", columns(path, sheet, others, source))]
    Columns {
        /// The export.
        path: String,
        /// The sheet that was read.
        sheet: String,
        /// The others.
        others: Vec<String>,
        /// Which ones.
        source: ColumnsError,
    },
}

impl From<SheetError> for SourceError {
    fn from(error: SheetError) -> Self {
        Self::Sheet(Box::new(error))
    }
}

fn empty(path: &str, sheet: &str, others: &[String]) -> String {
    let fault = words::empty(path, sheet);
    if others.is_empty() { fault } else { words::behind(&fault, &words::others(&words::listed(others))) }
}

fn columns(path: &str, sheet: &str, others: &[String], source: &ColumnsError) -> String {
    let fault = words::columns(path, sheet, &source.to_string());
    if others.is_empty() { fault } else { format!("{fault}\n  {}", words::others(&words::listed(others))) }
}
