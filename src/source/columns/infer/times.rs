use super::search::Search;
use super::{DayOrderGuess, Doubt, Offsets, Said};

/// What a person must say about the times of an export whose columns are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimesFound {
    /// Whether the zone must be said.
    pub offsets: Offsets,
    /// How dates are written, where that must be said.
    pub day_order: Option<DayOrderGuess>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

/// Looks at the times of an export that stand in these columns, by their places; where none is known, at
/// all that are plainly times.
#[must_use]
pub fn infer_times(header: &[String], rows: &[Vec<String>], columns: &[usize], said: &Said) -> TimesFound {
    let (mut search, evidence) = Search::new(header, rows, said);
    let plain = if columns.is_empty() { search.unused_times() } else { Vec::new() };
    for &column in columns.iter().chain(&plain) {
        search.header.take(column);
    }
    let day_order = search.day_order(evidence);
    let offsets = search.offsets();
    TimesFound { offsets, day_order, doubts: search.doubts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::time::DayOrder;

    fn look(cells: &[[&str; 2]], columns: &[usize], said: &Said) -> TimesFound {
        let rows: Vec<Vec<String>> = cells.iter().map(|row| row.map(str::to_owned).to_vec()).collect();
        infer_times(&["seen".to_owned(), "ended".to_owned()], &rows, columns, said)
    }

    #[test]
    fn only_the_known_columns_count() {
        let rows = [["2026-05-01T09:00:00Z", "5/6/2026 10:00"]];
        assert_eq!(look(&rows, &[0], &Said::default()).offsets, Offsets::All);
        let all = look(&rows, &[], &Said::default());
        assert_eq!(all.offsets, Offsets::Some);
        assert!(matches!(all.doubts[..], [Doubt::DayOrderUnknown { .. }, Doubt::SomeOffsets]));
    }

    #[test]
    fn what_a_person_said_is_no_doubt() {
        let said = Said { day_order: Some(DayOrder::MonthFirst), ..Said::default() };
        let found = look(&[["5/6/2026 10:00", ""]], &[0, 1], &said);
        assert_eq!(found.day_order.unwrap().time_format, "%m/%d/%Y %H:%M");
        assert_eq!(found.doubts, [Doubt::NoOffset]);
    }
}
