use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx};

use super::WorklistError;
use super::table::{Table, TableCell};

/// The cells of a workbook's first sheet. Only cells that have something in them are looked at: one
/// that stands far off the others takes no memory for those between.
pub(super) fn workbook_table(path: &str, bytes: Vec<u8>) -> Result<Table, WorklistError> {
    let unreadable = |reason: String| WorklistError::Workbook { path: path.to_owned(), reason };
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(error.to_string()))?;
    let is_sheet = |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet;
    let mut sheets = workbook.sheets_metadata().iter().filter(is_sheet).map(|sheet| sheet.name.clone());
    let first = sheets.next().ok_or_else(|| unreadable("it has no sheet".to_owned()))?;
    let sheet = sheets.next().map(|_| first.clone());
    let mut cells = workbook.worksheet_cells_reader(&first).map_err(|error| unreadable(error.to_string()))?;
    let mut rows: BTreeMap<u32, Vec<TableCell>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell().map_err(|error| unreadable(error.to_string()))? {
        let (row, column) = cell.get_position();
        let Some(value) = cell_of(cell.get_value()) else { continue };
        let row = rows.entry(row).or_default();
        let column = usize::try_from(column).unwrap_or(usize::MAX).min(LAST_COLUMN);
        if row.len() <= column {
            row.resize(column + 1, TableCell::Text(String::new()));
        }
        row[column] = value;
    }
    let rows = rows.into_iter().map(|(row, cells)| (u64::from(row) + 1, cells)).collect();
    Ok(Table { rows, faults: Vec::new(), sheet })
}

/// The last column that a sheet can have, from 0.
const LAST_COLUMN: usize = 16_383;

/// What a cell shows, times in a form that has one meaning only. None for one with nothing in it.
fn cell_of(value: &DataRef<'_>) -> Option<TableCell> {
    let text = match value {
        DataRef::Empty => return None,
        DataRef::Error(error) => return Some(TableCell::Error(error.to_string())),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(word) => word.to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(moment) => time_text(moment),
    };
    (!text.trim().is_empty()).then_some(TableCell::Text(text))
}

fn time_text(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let fraction = if milli == 0 { String::new() } else { format!(".{milli:03}") };
    let time = format!("{hour:02}:{minute:02}:{second:02}{fraction}");
    // Less than a day is a time without a date.
    match (moment.as_f64() < 1.0, time.as_str()) {
        (true, _) => time,
        (false, "00:00:00") => format!("{year:04}-{month:02}-{day:02}"),
        (false, _) => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}
