use thiserror::Error;

use super::ColumnFault;
use crate::source::SourceError;

/// Why a worklist can't be read at all. Every variant names the file as the user did.
#[derive(Debug, Error)]
pub enum WorklistError {
    /// Its bytes can't be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// Nothing is in it.
    #[error("`{path}` is empty: a worklist has at least a header; `slo status --format csv` writes one")]
    Empty {
        /// The worklist.
        path: String,
    },
    /// Nothing is on the only sheet that is read.
    #[error("`{path}`: the sheet `{sheet}` is empty, and only the first one is read: put the worklist there")]
    EmptySheet {
        /// The worklist.
        path: String,
        /// The sheet.
        sheet: String,
    },
    /// It is much longer than what people fill in.
    #[error("`{path}` is longer than {limit} MiB, which no worklist is: is it another file?")]
    TooLong {
        /// The worklist.
        path: String,
        /// The longest that it may be, in MiB.
        limit: u64,
    },
    /// It is something else.
    #[error("`{path}` is {kind}, which can't be read: save it as .xlsx or CSV and name that file")]
    OtherKind {
        /// The worklist.
        path: String,
        /// What it seems to be.
        kind: &'static str,
    },
    /// Bytes that are no text.
    #[error(
        "`{path}` line {line}: the bytes {bytes} are not {encoding}: save the file as UTF-8, as .xlsx or as JSON"
    )]
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
    #[error(
        "`{path}` row {row}, column `{column}`: {reason}: end the cell with `\"`, and write quotes within it twice"
    )]
    Quote {
        /// The worklist.
        path: String,
        /// The row, the header being row 1.
        row: u64,
        /// The column; its number where it has no name.
        column: String,
        /// What is wrong.
        reason: &'static str,
    },
    /// It begins like JSON and goes wrong.
    #[error("`{path}` is no valid JSON: {reason}: expected an array of objects, or an object on each line")]
    Json {
        /// The worklist.
        path: String,
        /// What is wrong, with its line.
        reason: String,
    },
    /// The workbook can't be read.
    #[error("`{path}` can't be read as an Excel workbook ({reason}): save it as CSV and name that file")]
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
    let sheet = sheet.map(|name| {
        format!("only the first sheet is read, which is `{name}`: put the one with the worklist in front")
    });
    let lines = faults.chain([format!("columns present: {}", present.join(", "))]).chain(sheet);
    lines.fold(format!("`{path}` doesn't have the columns of a worklist"), |text, line| text + "\n  " + &line)
}
