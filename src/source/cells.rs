use std::ops::Range;

use super::csv::Record;
use super::json::Element;

/// Begins a line of a cell that is no text of the export but tells of a value that can't stand where
/// it does. It is no character, so that no text begins with it.
pub(super) const MISFIT: char = '\u{fdd0}';

/// The cells of one row, whatever the export's format.
pub(super) trait Cells {
    /// The text in a column; `None` where the row has nothing for it.
    fn cell(&self, column: usize) -> Option<&str>;
}

/// A CSV record with the text that it was read from.
pub(super) struct RecordCells<'a> {
    pub(super) record: &'a Record,
    pub(super) text: &'a str,
}

impl Cells for RecordCells<'_> {
    #[inline]
    fn cell(&self, column: usize) -> Option<&str> {
        self.record.cell(self.text, column)
    }
}

impl Cells for Element<'_> {
    fn cell(&self, column: usize) -> Option<&str> {
        Element::cell(self, column)
    }
}

/// The wanted cells of a row, kept after the row is gone.
#[derive(Clone, Debug)]
pub(super) struct KeptCells {
    text: Box<str>,
    places: Box<[(usize, Range<usize>)]>,
}

impl KeptCells {
    /// Keeps the cells of these columns.
    pub(super) fn of(cells: &impl Cells, columns: &[usize]) -> Self {
        let mut text = String::new();
        let mut place = |column: usize| {
            let start = text.len();
            text.push_str(cells.cell(column)?);
            Some((column, start..text.len()))
        };
        let places = columns.iter().filter_map(|&column| place(column)).collect();
        Self { text: text.into_boxed_str(), places }
    }
}

impl Cells for KeptCells {
    fn cell(&self, column: usize) -> Option<&str> {
        let (_, range) = self.places.iter().find(|(known, _)| *known == column)?;
        self.text.get(range.clone())
    }
}
