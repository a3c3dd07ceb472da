use super::columns::{Columns, StageCells};
use super::first_filled::FirstFilled;
use super::json::{PathNames, Step, Take, steps_of};

/// What is asked of the columns of a JSON export, beyond their texts.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    /// Those of which a cell holds a line for each element of an array.
    pub(super) lists: Vec<usize>,
    /// Those that hold one time or number, and nothing else.
    pub(super) scalars: Vec<usize>,
}

impl Asked {
    /// What incidents ask of the columns with these names: every pause, every time at which a stage
    /// may have been reached, and one number where a number is wanted.
    pub(super) fn of(columns: &Columns, names: &PathNames) -> Self {
        let into_array = |column: &usize| {
            let name = columns.names.get(*column).map_or("", String::as_str);
            let mut ways =
                names.ways.iter().filter(|(known, _)| known == name).map(|(_, way)| way).peekable();
            match ways.peek() {
                Some(_) => ways.any(|way| way.iter().any(Step::is_into_array)),
                None => steps_of(name).iter().any(Step::is_into_array),
            }
        };
        let times = columns.stages.iter().filter_map(|cells| match cells {
            StageCells::Time(column) | StageCells::TimeWhere { at: column, .. } => Some(*column),
            StageCells::None | StageCells::After { .. } => None,
        });
        let numbers = columns.stages.iter().filter_map(|cells| match cells {
            StageCells::After { column, .. } => Some(*column),
            _ => None,
        });
        let (lists, times): (Vec<usize>, Vec<usize>) = times.partition(into_array);
        let lists: Vec<usize> = lists.into_iter().chain(columns.pause_times()).collect();
        let sums = columns.pauses.sums.iter().map(|&(_, column)| column);
        let rows =
            [columns.order_by, columns.events.map(|events| events.at), columns.pairs.map(|pairs| pairs.at)];
        let rows = rows.into_iter().flatten().filter(|column| !into_array(column));
        let scalars =
            times.into_iter().chain(numbers.filter(|column| !into_array(column))).chain(sums).chain(rows);
        let scalars = scalars.filter(|column| !lists.contains(column)).collect();
        Self { lists, scalars }
    }

    /// Asks of all columns that one stands for what is asked of that one; of every element of an array
    /// where any of them goes into one.
    pub(super) fn extend(&mut self, first_filled: &[FirstFilled], header: &[String]) {
        for FirstFilled { column, of } in first_filled {
            let of: Vec<usize> = of.iter().flatten().copied().collect();
            let is_into_array = |column: &usize| {
                header.get(*column).is_some_and(|name| steps_of(name).iter().any(Step::is_into_array))
            };
            let is_time = self.scalars.contains(column) || self.lists.contains(column);
            if is_time && (self.lists.contains(column) || of.iter().any(is_into_array)) {
                self.scalars.retain(|scalar| scalar != column);
                self.lists.push(*column);
                self.lists.extend(of);
            } else if is_time {
                self.scalars.extend(of);
            }
        }
    }

    /// What a column takes of the values that its path leads to.
    pub(super) fn take(&self, column: usize) -> Take {
        if self.lists.contains(&column) {
            Take::Every
        } else if self.scalars.contains(&column) {
            Take::Scalar
        } else {
            Take::Text
        }
    }
}
