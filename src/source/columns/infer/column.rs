use std::collections::HashMap;

use crate::source::time::{Decimal, Notation, Reading};

/// What the sample shows of one column.
pub(super) struct Column {
    /// Cells that aren't missing.
    pub(super) values: usize,
    pub(super) missing: usize,
    /// Cells that are times, including those whose day and month can't be told apart.
    pub(super) times: usize,
    /// Times that have an offset.
    pub(super) with_offset: usize,
    /// Cells that are bare numbers.
    pub(super) numbers: usize,
    /// The first cell that isn't missing.
    pub(super) example: Option<String>,
    /// The first cell that has a value but no time, and why.
    pub(super) no_time: Option<(String, String)>,
    /// The value that stands in most rows, and in how many.
    pub(super) most_frequent: Option<(String, usize)>,
}

impl Column {
    pub(super) fn of(place: usize, rows: &[Vec<String>], notation: &Notation) -> Self {
        let mut column = Self {
            values: 0,
            missing: 0,
            times: 0,
            with_offset: 0,
            numbers: 0,
            example: None,
            no_time: None,
            most_frequent: None,
        };
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for cell in rows.iter().map(|row| row.get(place).map_or("", |cell| cell.trim())) {
            if notation.is_missing(cell) {
                column.missing += 1;
                continue;
            }
            column.values += 1;
            column.numbers += usize::from(Decimal::parse(cell).is_some());
            column.example.get_or_insert_with(|| cell.to_owned());
            let count = counts.entry(cell).or_default();
            *count += 1;
            if column.most_frequent.as_ref().is_none_or(|(_, most)| *count > *most) {
                column.most_frequent = Some((cell.to_owned(), *count));
            }
            column.look_at_time(cell, notation);
        }
        column
    }

    fn look_at_time(&mut self, cell: &str, notation: &Notation) {
        match notation.read(cell) {
            Reading::At(written) => {
                self.times += 1;
                self.with_offset += usize::from(written.offset.is_some());
            }
            Reading::Ambiguous => self.times += 1,
            Reading::Missing => {}
            Reading::Unreadable(reason) => {
                self.no_time.get_or_insert_with(|| (cell.to_owned(), reason));
            }
        }
    }

    /// Whether most values are times, and there is one.
    pub(super) fn holds_times(&self) -> bool {
        self.times > 0 && self.times * 2 >= self.values
    }

    /// Whether the values are times without a doubt, whatever the column's name.
    pub(super) fn is_plainly_times(&self) -> bool {
        self.holds_times() && self.numbers * 2 < self.values
    }

    /// Whether every row has a value of its own.
    pub(super) fn is_unique(&self) -> bool {
        self.missing == 0
            && self.values > 0
            && self.most_frequent.as_ref().is_some_and(|(_, most)| *most == 1)
    }
}
