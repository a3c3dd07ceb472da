//! Worklists that come back: breaches that wait for a cause, filled in by people. A worklist is
//! short, so all of it is read at once.

mod columns;
mod csv;
mod error;
mod error_value;
mod json;
mod row;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod workbook;

use std::io::Read;

use memchr::memmem;

use self::csv::csv_table;
use self::json::json_rows;
use self::table::table_rows;
use self::text::text_of;
use self::workbook::workbook_table;
use super::json::detect_json;
use super::origin::Origin;
use super::{Input, SourceError};
use crate::words::file_kinds;

pub use self::columns::{ColumnFault, Headings};
pub use self::error::WorklistError;
pub use self::row::{RowFault, RowReason, WorklistRow};

/// How many bytes a worklist may have: ten thousand rows with many words have a tenth of it.
const LONGEST: u64 = 64 << 20;

/// What stands in a worklist.
#[derive(Debug)]
pub struct Worklist {
    /// The file, as the user named it.
    pub path: String,
    /// How the columns are called in it.
    pub headings: Headings,
    /// The rows that can be read, in order; those with nothing in them are left out.
    pub rows: Vec<WorklistRow>,
    /// The rows that can't.
    pub faults: Vec<RowFault>,
    /// Whether it is a list of objects, the first being number 1, and no table.
    pub objects: bool,
}

/// Reads a worklist: CSV in any encoding and with any delimiter that exports may have, a JSON array
/// of objects or JSON Lines, or the first sheet of an Excel workbook (.xlsx). Which of them it is
/// is told by what is in it, not by its name.
pub fn read_worklist(input: &Input) -> Result<Worklist, WorklistError> {
    let path = input.name();
    let bytes = bytes_of(input)?;
    if bytes.starts_with(b"PK\x03\x04") {
        return table_rows(&path, workbook_table(&path, bytes)?);
    }
    let text = text_of(&path, bytes)?;
    if text.trim().is_empty() {
        return Err(WorklistError::Empty { path });
    }
    match detect_json(&text) {
        Some(_) => json_rows(&path, &text),
        None => table_rows(&path, csv_table(&path, &text)?),
    }
}

fn bytes_of(input: &Input) -> Result<Vec<u8>, WorklistError> {
    let path = input.name();
    let mut bytes = Vec::new();
    let read = Origin::new(input)?.read(false)?.take(LONGEST + 1).read_to_end(&mut bytes);
    read.map_err(|source| SourceError::Io { path: path.clone(), source })?;
    if bytes.len() as u64 > LONGEST {
        return Err(WorklistError::TooLong { path, limit: LONGEST >> 20 });
    }
    if bytes.is_empty() {
        return Err(WorklistError::Empty { path });
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        let kind = file_kinds::words().old_or_protected;
        return Err(WorklistError::OtherKind { path, kind });
    }
    if bytes.starts_with(b"PK\x03\x04") {
        // The names of the files in an archive stand in it as they are.
        let has = |name: &[u8]| memmem::find(&bytes, name).is_some();
        if has(b"opendocument") {
            return Err(WorklistError::OtherKind { path, kind: file_kinds::words().open_document });
        }
        if has(b"xl/workbook.bin") {
            return Err(WorklistError::OtherKind { path, kind: file_kinds::words().binary_excel });
        }
        if !has(b"xl/") {
            let kind = file_kinds::words().zip_or_office;
            return Err(WorklistError::OtherKind { path, kind });
        }
    }
    Ok(bytes)
}
