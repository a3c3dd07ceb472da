use std::borrow::Cow;

use super::cursor::Cursor;
use super::date::{self, WrittenDate};
use super::stamp;
use crate::words::unreadable_times;

/// Which of the two small numbers of a date is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// `31/12/2026`
    DayFirst,
    /// `12/31/2026`
    MonthFirst,
}

impl DayOrder {
    /// The order as reports for programs name it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
        }
    }

    /// The order in words.
    pub(in crate::source) fn told(self) -> String {
        match self {
            Self::DayFirst => unreadable_times::day_first(),
            Self::MonthFirst => unreadable_times::month_first(),
        }
    }
}

/// What the cells of an export tell about the order of day and month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayOrderEvidence {
    day_first: bool,
    month_first: bool,
    undecided: bool,
}

/// The order that cells show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// No cell shows one.
    None,
    /// All that show one show this one.
    Order(DayOrder),
    /// Some can only be day-first and others only month-first.
    Contradictory,
}

impl DayOrderEvidence {
    /// Takes a cell into account. Whatever isn't a date says nothing.
    pub fn add(&mut self, cell: &str) {
        let cell = cell.trim();
        // Nearly all dates begin with the year, and are done with at once.
        if matches!(cell.as_bytes(), [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', ..]) {
            return;
        }
        let cell: Cow<'_, str> = stamp::plain(cell);
        let mut cursor = Cursor::new(&cell);
        let Ok(WrittenDate::Numbers { first, second, .. }) = date::read(&mut cursor) else { return };
        match (first, second) {
            (13..=31, 1..=12) => self.day_first = true,
            (1..=12, 13..=31) => self.month_first = true,
            (1..=12, 1..=12) if first != second && !stamp::is_american(&cell) => self.undecided = true,
            _ => {}
        }
    }

    /// Adds what another part of the export told.
    pub fn merge(&mut self, other: Self) {
        self.day_first |= other.day_first;
        self.month_first |= other.month_first;
        self.undecided |= other.undecided;
    }

    /// The order that the cells show.
    #[must_use]
    pub fn found(&self) -> Found {
        match (self.day_first, self.month_first) {
            (false, false) => Found::None,
            (true, false) => Found::Order(DayOrder::DayFirst),
            (false, true) => Found::Order(DayOrder::MonthFirst),
            (true, true) => Found::Contradictory,
        }
    }

    /// Whether there was a cell that can't be read without knowing the order.
    #[must_use]
    pub fn matters(&self) -> bool {
        self.undecided
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(cells: &[&str]) -> DayOrderEvidence {
        let mut evidence = DayOrderEvidence::default();
        for cell in cells {
            evidence.add(cell);
        }
        evidence
    }

    #[test]
    fn a_number_above_twelve_shows_the_order() {
        assert_eq!(evidence(&["1/2/2016 01:16"]).found(), Found::None);
        assert_eq!(
            evidence(&["1/2/2016 01:16", "29/2/2016 01:16"]).found(),
            Found::Order(DayOrder::DayFirst)
        );
        assert_eq!(
            evidence(&["１２／３１／２０１６ 11:57:56 PM"]).found(),
            Found::Order(DayOrder::MonthFirst)
        );
        assert_eq!(evidence(&["29-2-2016 1:16", "2.29.2016 1:16"]).found(), Found::Contradictory);
        assert_eq!(evidence(&["2026/05/21 9:05", "", "?", "99/2/2016", "24/7 support"]).found(), Found::None);
    }

    #[test]
    fn the_order_matters_only_where_both_readings_differ() {
        assert!(evidence(&["1/2/2016 01:16"]).matters());
        assert!(!evidence(&["2/2/2016 01:16", "29/2/2016 01:16", "2016-01-02 01:16"]).matters());
        assert!(!evidence(&["1/2/2016, 1:16:00 AM"]).matters());
        let mut both = evidence(&["1/2/2016 01:16"]);
        both.merge(evidence(&["29/2/2016 01:16"]));
        assert!(both.matters() && both.found() == Found::Order(DayOrder::DayFirst));
    }
}
