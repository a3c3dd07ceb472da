use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Reader, Xlsx};

use super::WorklistError;
use super::table::Table;
use crate::source::sheet::{SheetCell, SheetList, cell_of};
use crate::words;

/// The cells of a workbook's first sheet. Only cells that have something in them are looked at: one
/// that stands far off the others takes no memory for those between.
pub(super) fn workbook_table(path: &str, bytes: Vec<u8>) -> Result<Table, WorklistError> {
    let unreadable = |reason: String| WorklistError::Workbook { path: path.to_owned(), reason };
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(error.to_string()))?;
    let sheets = SheetList::of(workbook.sheets_metadata());
    let first =
        sheets.choose(None).ok_or_else(|| unreadable(words::sheet_errors::no_sheet_at_all()))?.to_owned();
    let sheet = (sheets.len() > 1).then(|| first.clone());
    let mut cells = workbook.worksheet_cells_reader(&first).map_err(|error| unreadable(error.to_string()))?;
    let mut rows: BTreeMap<u32, Vec<SheetCell>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell().map_err(|error| unreadable(error.to_string()))? {
        let (row, column) = cell.get_position();
        let Some(value) = cell_of(cell.get_value(), false) else { continue };
        let row = rows.entry(row).or_default();
        let column = usize::try_from(column).unwrap_or(usize::MAX).min(LAST_COLUMN);
        if row.len() <= column {
            row.resize(column + 1, SheetCell::Text(String::new()));
        }
        row[column] = value;
    }
    let rows = rows.into_iter().map(|(row, cells)| (u64::from(row) + 1, cells)).collect();
    Ok(Table { rows, faults: Vec::new(), sheet })
}

/// The last column that a sheet can have, from 0.
const LAST_COLUMN: usize = 16_383;
