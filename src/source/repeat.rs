use crate::domain::Position;
use crate::words::unreadable_rows as words;

use super::cells::{Cells, KeptCells};
use super::refusals::Refusals;
use super::row_index::RowIndex;

/// The rows of one id, where an id should have one.
pub(super) struct Repeat {
    rows: Vec<Position>,
    /// The first of them, with its cells.
    pub(super) first: (Position, KeptCells),
}

/// How many other rows are named.
const NAMED: usize = 5;

impl Repeat {
    /// Of one row so far; `wanted` are the columns to be kept.
    pub(super) fn new(position: Position, cells: &impl Cells, wanted: &[usize]) -> Self {
        Self { rows: vec![position], first: (position, KeptCells::of(cells, wanted)) }
    }

    /// Adds a row.
    pub(super) fn add(&mut self, position: Position, cells: &impl Cells, wanted: &[usize]) {
        self.rows.push(position);
        if position < self.first.0 {
            self.first = (position, KeptCells::of(cells, wanted));
        }
    }

    /// Adds what another worker found.
    pub(super) fn merge(&mut self, other: Self) {
        self.rows.extend(other.rows);
        if other.first.0 < self.first.0 {
            self.first = other.first;
        }
    }

    /// Whether the id has several rows.
    pub(super) fn is_repeated(&self) -> bool {
        self.rows.len() > 1
    }

    /// Refuses all rows, each for the others.
    pub(super) fn refuse(&mut self, id: &str, column: usize, index: &RowIndex, refusals: &mut Refusals) {
        self.rows.sort_unstable();
        let numbers: Vec<u64> = self.rows.iter().map(|&position| index.row(position)).collect();
        for (place, &position) in self.rows.iter().enumerate() {
            refusals.add_cell(position, column, id, others(&numbers, place));
        }
    }
}

/// Says which other rows have the id of the row at `place`.
fn others(rows: &[u64], place: usize) -> String {
    let others = rows.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, row)| row.to_string());
    let named: Vec<String> = others.take(NAMED).collect();
    let more = rows.len() - 1 - named.len();
    let joined = named.join(&words::comma());
    match (rows.len(), more) {
        (..=2, _) => words::id_in_row(&joined),
        (_, 0) => words::id_in_rows(&joined),
        (_, more) => words::id_in_many_rows(&joined, more),
    }
}
