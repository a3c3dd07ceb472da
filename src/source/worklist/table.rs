use super::columns::Columns;
use super::error_value::error_value;
use super::{RowFault, RowReason, Worklist, WorklistError, WorklistRow};
use crate::domain::{WorklistColumn, unguarded};
use crate::source::sheet::SheetCell;

/// A table of cells, the header not yet told from the rows.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The rows that have something in them, each with its number from 1.
    pub(super) rows: Vec<(u64, Vec<SheetCell>)>,
    /// The rows that can't be read.
    pub(super) faults: Vec<RowFault>,
    /// The sheet that they are of, where others are not read.
    pub(super) sheet: Option<String>,
}

/// Why a cell says nothing of what its column is read for.
fn fault_of(cell: &SheetCell, column: WorklistColumn) -> Option<RowReason> {
    match cell {
        SheetCell::Text(text) => error_value(column, text),
        SheetCell::Error(shown) => column.is_read().then(|| RowReason::ErrorCell { shown: shown.clone() }),
    }
}

/// The rows of a table, by the columns that its first row names.
pub(super) fn table_rows(path: &str, table: Table) -> Result<Worklist, WorklistError> {
    let Table { rows, mut faults, sheet } = table;
    let mut rows = rows.into_iter();
    let Some((_, header)) = rows.next() else {
        let path = path.to_owned();
        return Err(match sheet {
            Some(sheet) => WorklistError::EmptySheet { path, sheet },
            None => WorklistError::Empty { path },
        });
    };
    let headers: Vec<String> = header.iter().map(|cell| cell.text().to_owned()).collect();
    let mut known = Columns::default();
    let columns = known.meet_all(&headers);
    let headings = known.headings(path).map_err(|error| match error {
        WorklistError::Columns { path, faults, present, .. } => {
            WorklistError::Columns { path, faults, present, sheet }
        }
        other => other,
    })?;
    let mut readable = Vec::new();
    for (number, cells) in rows {
        let mut row = WorklistRow::new(number);
        let before = faults.len();
        for (column, cell) in columns.iter().zip(&cells) {
            let Some(column) = *column else { continue };
            match fault_of(cell, column) {
                Some(reason) => faults.push(RowFault { row: number, column: Some(column), reason }),
                None => row = row.with(column, unguarded(cell.text().trim())),
            }
        }
        if faults.len() == before {
            readable.push(row);
        }
    }
    Ok(Worklist { path: path.to_owned(), headings, rows: readable, faults, objects: false })
}
