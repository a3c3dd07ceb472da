use thiserror::Error;

use crate::source::{ColumnsError, SourceError};

/// Why a sheet of a workbook can't be read as an export. Every variant names the file as the user did.
#[derive(Debug, Error)]
pub enum SheetError {
    /// The workbook can't be read.
    #[error(
        "`{path}` can't be read as a workbook ({reason}): save it again, or save the sheet as CSV and name that file"
    )]
    Workbook {
        /// The export.
        path: String,
        /// What is wrong.
        reason: String,
    },
    /// The workbook is longer than anything that would be read into memory at once.
    #[error(
        "`{path}` is a workbook of more than {limit} MiB, which is too large: save the sheet as CSV, which may be of any length"
    )]
    LargeWorkbook {
        /// The export.
        path: String,
        /// The longest that it may be, in MiB.
        limit: u64,
    },
    /// The workbook has no such sheet.
    #[error(
        "`{path}` has no sheet `{wanted}`: expected the name of a sheet, or the number of one that is shown, from 1; it has {}",
        listed(present)
    )]
    NoSheet {
        /// The export.
        path: String,
        /// What was asked for.
        wanted: String,
        /// The sheets that it has.
        present: Vec<String>,
    },
    /// Nothing is on the sheet.
    #[error(
        "the sheet `{sheet}` of `{path}` is empty: an export has at least a header{}",
        other_sheets("; ", others)
    )]
    EmptySheet {
        /// The export.
        path: String,
        /// The sheet that was read.
        sheet: String,
        /// The others.
        others: Vec<String>,
    },
    /// Columns that are needed aren't on the sheet, and there are others.
    #[error("the sheet `{sheet}` of `{path}`: {source}{}", other_sheets("\n  ", others))]
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

/// How many sheets are named.
const NAMED: usize = 20;

fn listed(sheets: &[String]) -> String {
    let named: Vec<String> = sheets.iter().take(NAMED).map(|sheet| format!("`{sheet}`")).collect();
    let more = sheets.len().saturating_sub(NAMED);
    let and_more = if more > 0 { format!(" and {more} more") } else { String::new() };
    named.join(", ") + &and_more
}

/// Names the other sheets of a workbook, if it has any, behind a `mark`.
fn other_sheets(mark: &str, others: &[String]) -> String {
    if others.is_empty() {
        return String::new();
    }
    format!("{mark}--sheet reads another: {}", listed(others))
}
