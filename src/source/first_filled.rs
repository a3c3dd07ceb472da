use super::cells::{Cells, MISFIT};

/// A column that stands for several, of which the first that has a value counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FirstFilled {
    /// The one that stands for them.
    pub(super) column: usize,
    /// All of them, the best first. Of those that stand together only one can have a value, where the
    /// others can be no more than a misfit.
    pub(super) of: Vec<Vec<usize>>,
}

/// Cells some of which are the first of several that have a value.
pub(super) struct FilledCells<'a, C> {
    pub(super) cells: &'a C,
    pub(super) first: &'a [FirstFilled],
}

impl<C: Cells> FilledCells<'_, C> {
    /// What columns say of which only one can have a value. That something is left blank says more than
    /// that it is no object.
    fn of_family(&self, family: &[usize]) -> Option<&str> {
        let mut cells = family.iter().filter_map(|&column| self.cells.cell(column));
        let is_blank = |cell: &&str| cell.trim().is_empty();
        let is_value = |cell: &&str| !is_blank(cell) && !cell.starts_with(MISFIT);
        match cells.clone().find(is_value) {
            None if cells.clone().any(|cell| is_blank(&cell)) => None,
            None => cells.next(),
            value => value,
        }
    }
}

impl<C: Cells> Cells for FilledCells<'_, C> {
    fn cell(&self, column: usize) -> Option<&str> {
        let Some(first) = self.first.iter().find(|first| first.column == column) else {
            return self.cells.cell(column);
        };
        first.of.iter().find_map(|family| self.of_family(family)).or_else(|| self.cells.cell(column))
    }
}
