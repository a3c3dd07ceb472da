use super::table::Table;
use super::{RowFault, RowReason, WorklistError};
use crate::source::csv::{BoundaryScan, Record, RecordEnd, detect_delimiter};
use crate::source::sheet::SheetCell;
use crate::words::worklist_errors as words;

/// The records of a CSV.
pub(super) fn csv_table(path: &str, text: &str) -> Result<Table, WorklistError> {
    let delimiter = detect_delimiter(text, true);
    let mut scan = BoundaryScan::new(delimiter);
    scan.scan(text.as_bytes(), true);
    let never_closed = scan.open_quote().is_some();
    let (mut table, mut record) = (Table::default(), Record::new(delimiter));
    let (mut at, mut row) = (0, 0);
    loop {
        row += 1 + blank_lines(&text[at..]);
        let Some(end) = record.read(text) else { break };
        let quote = |cell: usize, reason| WorklistError::Quote {
            path: path.to_owned(),
            row,
            column: heading(&table, cell),
            reason,
        };
        if end == RecordEnd::Text && never_closed {
            return Err(quote(record.len() - 1, words::never_closed()));
        }
        if let Some(cell) = record.overrun() {
            return Err(quote(cell, words::text_behind_quote()));
        }
        if !record.is_blank(text) {
            let cells: Vec<SheetCell> =
                record.cells(text).map(|cell| SheetCell::Text(cell.to_owned())).collect();
            take(&mut table, row, cells);
        }
        match end {
            RecordEnd::Line(next) => at = next,
            RecordEnd::Text => break,
        }
    }
    Ok(table)
}

/// Takes a record in, if it is as wide as the header.
fn take(table: &mut Table, row: u64, mut cells: Vec<SheetCell>) {
    let Some((_, header)) = table.rows.first() else {
        while cells.last().is_some_and(|cell| cell.text().trim().is_empty()) {
            cells.pop();
        }
        table.rows.push((row, cells));
        return;
    };
    let columns = header.len();
    let beyond = cells.iter().skip(columns).any(|cell| !cell.text().trim().is_empty());
    if cells.len() < columns || beyond {
        let reason = RowReason::Ragged { cells: cells.len(), columns };
        table.faults.push(RowFault { row, column: None, reason });
    } else {
        table.rows.push((row, cells));
    }
}

/// How many lines with nothing in them a text begins with. A spreadsheet counts them as rows.
fn blank_lines(text: &str) -> u64 {
    let (mut lines, mut bytes) = (0, text.bytes().peekable());
    while let Some(byte) = bytes.next_if(|byte| matches!(byte, b'\n' | b'\r')) {
        if byte == b'\r' {
            bytes.next_if_eq(&b'\n');
        }
        lines += 1;
    }
    lines
}

fn heading(table: &Table, cell: usize) -> String {
    let header = table.rows.first().and_then(|(_, header)| header.get(cell));
    header.map_or_else(|| (cell + 1).to_string(), |name| name.text().trim().to_owned())
}
