use std::mem;

use crate::source::heading::{LOOKED_AT, header_place};

/// Writes the rows of a sheet as the records of a CSV, one for each row from the first on, whether
/// something stands in it or not: the number of a record is that of its row.
///
/// A sheet has no width of its own. Rows that are shorter than the header get empty cells, so that
/// they don't look cut off; how wide it is is known when enough rows have come to tell.
#[derive(Debug, Default)]
pub(super) struct SheetRows {
    text: String,
    /// The number of the row that comes next in `text`, from 0.
    next: u32,
    /// The first rows that have something in them, until the width is known.
    waiting: Vec<(u32, Vec<String>)>,
    width: Option<usize>,
    /// The row whose cells are coming.
    row: Option<(u32, Vec<String>)>,
    limit: usize,
}

/// Why rows can't be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowsFault {
    /// The row stands behind this one, with numbers from 1.
    OutOfOrder(u32, u32),
    /// The text gets too long.
    TooLong,
}

/// The last column that a sheet can have, from 0.
const LAST_COLUMN: usize = 16_383;
/// How many empty cells a row gets at most, unless the header is longer.
const FILLED_UP: usize = 256;

impl SheetRows {
    /// Takes rows whose text may have so many bytes.
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, ..Self::default() }
    }

    /// Takes a cell with something in it; row and column count from 0. Rows come in order.
    pub(super) fn put(&mut self, row: u32, column: usize, text: &str) -> Result<(), RowsFault> {
        if self.row.as_ref().is_none_or(|(current, _)| *current != row) {
            let last = self.row.as_ref().map(|(current, _)| *current);
            if let Some(last) = last.filter(|last| *last > row) {
                return Err(RowsFault::OutOfOrder(row + 1, last + 1));
            }
            self.end_row()?;
            self.row = Some((row, Vec::new()));
        }
        let Some((_, cells)) = &mut self.row else { return Ok(()) };
        let column = column.min(LAST_COLUMN);
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column].push_str(text);
        Ok(())
    }

    /// All rows, as UTF-8.
    pub(super) fn finish(mut self) -> Result<String, RowsFault> {
        self.end_row()?;
        self.settle_width()?;
        Ok(self.text)
    }

    fn end_row(&mut self) -> Result<(), RowsFault> {
        let Some((row, cells)) = self.row.take() else { return Ok(()) };
        if let Some(width) = self.width {
            return self.write(row, &cells, width);
        }
        self.waiting.push((row, cells));
        if self.waiting.len() >= LOOKED_AT { self.settle_width() } else { Ok(()) }
    }

    fn settle_width(&mut self) -> Result<(), RowsFault> {
        let waiting = mem::take(&mut self.waiting);
        let records: Vec<&[String]> = waiting.iter().map(|(_, cells)| cells.as_slice()).collect();
        let header = records.get(header_place(&records)).map_or(0, |cells| cells.len());
        let widest = records.iter().map(|cells| cells.len()).max().unwrap_or(0);
        let width = *self.width.get_or_insert(header.max(widest.min(FILLED_UP)));
        waiting.iter().try_for_each(|(row, cells)| self.write(*row, cells, width))
    }

    fn write(&mut self, row: u32, cells: &[String], width: usize) -> Result<(), RowsFault> {
        // A line with nothing in it would be no record.
        while self.next < row {
            self.text.push_str("\"\"\n");
            self.next += 1;
        }
        for place in 0..width.max(cells.len()) {
            if place > 0 {
                self.text.push(',');
            }
            let cell = cells.get(place).map_or("", String::as_str);
            if cell.contains(['"', ',', '\n', '\r']) {
                self.text.push('"');
                self.text.push_str(&cell.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(cell);
            }
        }
        self.text.push('\n');
        self.next += 1;
        if self.text.len() > self.limit { Err(RowsFault::TooLong) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[(u32, usize, &str)]) -> String {
        let mut rows = SheetRows::new(1 << 20);
        for &(row, column, text) in cells {
            rows.put(row, column, text).unwrap();
        }
        rows.finish().unwrap()
    }

    #[test]
    fn every_row_is_a_record_as_wide_as_the_header() {
        let cells = [(0, 0, "a\nb"), (0, 1, "say \"x\""), (0, 2, "1,2"), (3, 1, "y"), (4, 3, "z")];
        assert_eq!(written(&cells), "\"a\nb\",\"say \"\"x\"\"\",\"1,2\",\n\"\"\n\"\"\n,y,,\n,,,z\n");
        assert_eq!(written(&[]), "");
        assert_eq!(written(&[(2, 0, "x")]), "\"\"\n\"\"\nx\n");
    }

    #[test]
    fn a_cell_far_off_does_not_widen_every_row() {
        let mut cells: Vec<(u32, usize, &str)> = (0..1000).map(|row| (row, 0, "x")).collect();
        cells.insert(1, (0, 1, "y"));
        cells.insert(20, (18, 16_000, "far"));
        assert!(written(&cells).len() < 1000 * 300);
    }

    #[test]
    fn rows_out_of_order_and_too_much_text_are_faults() {
        let mut rows = SheetRows::new(10);
        rows.put(4, 0, "x").unwrap();
        assert_eq!(rows.put(1, 0, "y"), Err(RowsFault::OutOfOrder(2, 5)));
        let mut rows = SheetRows::new(10);
        rows.put(4, 0, "x").unwrap();
        assert_eq!(rows.finish(), Err(RowsFault::TooLong));
    }
}
