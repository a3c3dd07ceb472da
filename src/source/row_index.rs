use crate::domain::Position;

/// Turns the position of a row into its number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowIndex {
    /// How many records stand before each block.
    before: Vec<u64>,
}

impl RowIndex {
    /// An index over blocks with these numbers of records, in order, behind a heading of so many.
    pub(super) fn new(heading: u32, counts: impl IntoIterator<Item = u32>) -> Self {
        let sums = counts.into_iter().scan(u64::from(heading), |sum, count| {
            let before = *sum;
            *sum += u64::from(count);
            Some(before)
        });
        Self { before: sums.collect() }
    }

    /// The number of the record at this position of the export. A CSV counts as the `csv` crate
    /// does, from 1 at the header: lines with nothing in them are no records, rows of empty cells
    /// are. Of JSON, the first element is 1.
    #[must_use]
    pub fn row(&self, position: Position) -> u64 {
        let block = usize::try_from(position.block).unwrap_or(usize::MAX);
        let before = self.before.get(block).or(self.before.last()).copied().unwrap_or_default();
        before + u64::from(position.row) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_through_the_blocks() {
        let index = RowIndex::new(1, [2, 0, 2, 5]);
        let row = |block, row| index.row(Position { source: 7, block, row });
        assert_eq!([row(0, 0), row(0, 2), row(2, 0), row(3, 4)], [2, 4, 4, 10]);
    }
}
