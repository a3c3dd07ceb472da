use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, DataRef, Ods, OdsError, Range, Reader, Xlsx};

use super::choice::SheetList;
use super::clock_format::shows_clock;
use super::package::{UNPACKED, WorkbookKind, kind_of};
use super::rows::{RowsFault, SheetRows};
use super::{SheetCell, SheetError, cell_of};
use crate::source::SourceError;
use crate::words::{file_kinds, sheet_errors};

/// A sheet of a workbook that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::source) struct Sheet {
    /// `xlsx` or `ods`.
    pub(in crate::source) format: &'static str,
    /// Its name.
    pub(in crate::source) name: String,
    /// The names of all sheets of the workbook, in order.
    pub(in crate::source) all: Vec<String>,
}

impl Sheet {
    /// The names of the sheets that were not read.
    pub(in crate::source) fn others(&self) -> Vec<String> {
        self.all.iter().filter(|name| **name != self.name).cloned().collect()
    }
}

/// Reads a sheet of the workbook that these bytes are, as the text of a CSV in UTF-8 with commas:
/// the first one, or the one with this name or number.
pub(in crate::source) fn read_sheet(
    path: &str,
    bytes: &[u8],
    wanted: Option<&str>,
) -> Result<(Sheet, String), SourceError> {
    let kind = kind_of(path, bytes, UNPACKED)?;
    let book = Book { path, wanted };
    match kind {
        WorkbookKind::Xlsx => book.xlsx(bytes),
        WorkbookKind::Ods => book.ods(bytes),
    }
}

struct Book<'a> {
    path: &'a str,
    wanted: Option<&'a str>,
}

impl Book<'_> {
    fn xlsx(&self, bytes: &[u8]) -> Result<(Sheet, String), SourceError> {
        let mut workbook: Xlsx<_> =
            Xlsx::new(Cursor::new(bytes)).map_err(|error| self.unreadable(error.to_string()))?;
        let sheet = self.sheet("xlsx", &SheetList::of(workbook.sheets_metadata()))?;
        let mut cells = workbook
            .worksheet_cells_reader(&sheet.name)
            .map_err(|error| self.unreadable(error.to_string()))?;
        let with_clock: Vec<bool> = cells.styles().iter().map(shows_clock).collect();
        let mut rows = SheetRows::new(LONGEST);
        let mut next = || cells.next_cell_with_style_id().map_err(|error| self.unreadable(error.to_string()));
        while let Some((cell, style)) = next()? {
            let with_clock = with_clock.get(style).copied().unwrap_or_default();
            self.put(&mut rows, cell.get_position(), cell_of(cell.get_value(), with_clock))?;
        }
        self.finish(sheet, rows)
    }

    fn ods(&self, bytes: &[u8]) -> Result<(Sheet, String), SourceError> {
        let mut workbook: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
            OdsError::Password => SourceError::OtherKind {
                path: self.path.to_owned(),
                kind: file_kinds::words().protected,
                advice: file_kinds::words().take_password_off,
            },
            error => self.unreadable(error.to_string()),
        })?;
        let sheet = self.sheet("ods", &SheetList::of(workbook.sheets_metadata()))?;
        let range =
            workbook.worksheet_range(&sheet.name).map_err(|error| self.unreadable(error.to_string()))?;
        drop(workbook);
        let (first_row, first_column) = range.start().unwrap_or_default();
        let clocks = columns_with_clocks(&range);
        let mut rows = SheetRows::new(LONGEST);
        for (row, column, value) in range.used_cells() {
            let place = |first: u32, at: usize| first.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
            let position = (place(first_row, row), place(first_column, column));
            match value {
                Data::DateTimeIso(date) if !date.contains('T') && clocks.contains(&column) => {
                    self.put(&mut rows, position, Some(SheetCell::Text(format!("{date}T00:00:00"))))?;
                }
                value => self.put(&mut rows, position, cell_of(&lent(value), false))?,
            }
        }
        self.finish(sheet, rows)
    }

    /// The sheet that is to be read.
    fn sheet(&self, format: &'static str, list: &SheetList) -> Result<Sheet, SourceError> {
        let path = self.path.to_owned();
        let all = list.names();
        match (list.choose(self.wanted), self.wanted) {
            (Some(name), _) => Ok(Sheet { format, name: name.to_owned(), all }),
            (None, Some(wanted)) if !all.is_empty() => {
                Err(SheetError::NoSheet { path, wanted: wanted.to_owned(), present: all }.into())
            }
            (None, _) => Err(self.unreadable(sheet_errors::no_worksheet())),
        }
    }

    fn put(
        &self,
        rows: &mut SheetRows,
        (row, column): (u32, u32),
        cell: Option<SheetCell>,
    ) -> Result<(), SourceError> {
        let Some(SheetCell::Text(text) | SheetCell::Error(text)) = cell else { return Ok(()) };
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        rows.put(row, column, &text).map_err(|fault| self.fault(fault))
    }

    fn finish(&self, sheet: Sheet, rows: SheetRows) -> Result<(Sheet, String), SourceError> {
        let text = rows.finish().map_err(|fault| self.fault(fault))?;
        if text.is_empty() {
            let others = sheet.others();
            let path = self.path.to_owned();
            return Err(SheetError::EmptySheet { path, sheet: sheet.name, others }.into());
        }
        Ok((sheet, text))
    }

    fn fault(&self, fault: RowsFault) -> SourceError {
        match fault {
            RowsFault::TooLong => {
                SheetError::LargeWorkbook { path: self.path.to_owned(), limit: UNPACKED >> 20 }.into()
            }
            RowsFault::OutOfOrder(row, last) => self.unreadable(sheet_errors::rows_out_of_order(row, last)),
        }
    }

    fn unreadable(&self, reason: String) -> SourceError {
        SheetError::Workbook { path: self.path.to_owned(), reason }.into()
    }
}

/// How many bytes the text of a sheet may have.
const LONGEST: usize = 1 << 30;

/// The columns in which dates have times of day. A moment at midnight is written as a date alone, as
/// `LibreOffice` does it, so that one in these columns is not known to have none.
fn columns_with_clocks(range: &Range<Data>) -> BTreeSet<usize> {
    let with_clock = |value: &Data| matches!(value, Data::DateTimeIso(text) if text.contains('T'));
    range.used_cells().filter(|(_, _, value)| with_clock(value)).map(|(_, column, _)| column).collect()
}

/// The value as those of the other format are.
fn lent(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(word) => DataRef::Bool(*word),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}
