use std::ops::Range;

use super::misfit::misfit;

/// The cells of one object.
#[derive(Debug, Default)]
pub(super) struct Slots<'de> {
    slots: Vec<Slot<'de>>,
    /// The text of values that don't stand in the export as they are.
    apart: String,
}

/// One cell.
#[derive(Clone, Debug, Default)]
pub(super) enum Slot<'de> {
    /// The path isn't there.
    #[default]
    Absent,
    /// Nothing that could be a cell: `null` or an object.
    Empty,
    /// As it stands in the export.
    Text(&'de str),
    /// Put together apart.
    Apart(Range<usize>),
}

impl<'de> Slots<'de> {
    /// Room for so many columns.
    pub(super) fn new(columns: usize) -> Self {
        Self { slots: vec![Slot::Absent; columns], apart: String::new() }
    }

    /// Empties all.
    pub(super) fn clear(&mut self) {
        self.slots.fill(Slot::Absent);
        self.apart.clear();
    }

    #[inline]
    pub(super) fn cell(&self, column: usize) -> Option<&str> {
        match self.slots.get(column)? {
            Slot::Absent | Slot::Empty => None,
            Slot::Text(text) => Some(text),
            Slot::Apart(range) => self.apart.get(range.clone()),
        }
    }

    /// Whether the path of a column is there.
    pub(super) fn has(&self, column: usize) -> bool {
        !matches!(self.slots.get(column), None | Some(Slot::Absent))
    }

    #[inline]
    pub(super) fn put(&mut self, column: usize, slot: Slot<'de>) {
        self.slots[column] = slot;
    }

    /// Puts the cell of one column into another.
    pub(super) fn copy(&mut self, from: usize, to: usize) {
        self.slots[to] = self.slots[from].clone();
    }

    /// Forgets the cells of some columns.
    pub(super) fn forget(&mut self, columns: &[usize]) {
        for &column in columns {
            self.slots[column] = Slot::Absent;
        }
    }

    /// A text that doesn't stand in the export as it is.
    pub(super) fn text(&mut self, text: &str) -> Slot<'de> {
        let start = self.apart.len();
        self.apart.push_str(text);
        Slot::Apart(start..self.apart.len())
    }

    /// The text of a string with escapes in it.
    pub(super) fn unescape(&mut self, json: &str) -> serde_json::Result<Slot<'de>> {
        Ok(self.text(&serde_json::from_str::<String>(json)?))
    }

    /// The cell of a value that stands where none of its kind can.
    pub(super) fn misfit(&mut self, json: &str) -> serde_json::Result<Slot<'de>> {
        Ok(self.text(&misfit(json)?))
    }
}
