use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::NaiveDate;

/// The most days that a file may go through, repeated ones counted each time.
///
/// A day off each week of a century takes 5,300, every day of one 36,900; what asks for more asks for
/// a slow start of every run.
pub(super) const MOST_DAYS: usize = 200_000;

/// The days of a file, each with the name that it had first.
#[derive(Debug, Default)]
pub(super) struct DaySet {
    names: BTreeMap<NaiveDate, String>,
    passed: usize,
}

impl DaySet {
    pub(super) fn add(&mut self, date: NaiveDate, name: &str) {
        if let Entry::Vacant(free) = self.names.entry(date) {
            free.insert(name.to_owned());
        }
    }

    /// Counts days that are looked at; whether the file may go on.
    pub(super) const fn pass(&mut self, days: usize) -> bool {
        self.passed = self.passed.saturating_add(days);
        self.passed <= MOST_DAYS
    }

    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The days in order, with their names.
    pub(super) fn into_names(self) -> BTreeMap<NaiveDate, String> {
        self.names
    }
}
