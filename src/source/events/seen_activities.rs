use std::cmp::Reverse;

use super::meanings::Meanings;
use super::texts::Texts;

/// How many activities are listed at most.
const MOST: usize = 1_000;

/// How many rows each activity has.
#[derive(Debug, Default)]
pub(super) struct SeenActivities {
    /// By the place of the activity among their texts.
    rows: Vec<u64>,
}

impl SeenActivities {
    /// Counts a row.
    pub(super) fn add(&mut self, place: u32) {
        self.add_all(place, 1);
    }

    /// Adds other counts, whose activities have these places here.
    pub(super) fn merge(&mut self, other: &Self, places: &[u32]) {
        for (&place, &rows) in places.iter().zip(&other.rows) {
            self.add_all(place, rows);
        }
    }

    /// The activities with their rows, in order of their texts. Of more than [`MOST`], those that
    /// the policy names, and then those with most rows.
    pub(super) fn listed(&self, texts: &Texts, meanings: &Meanings<'_>) -> Vec<(String, u64)> {
        let all = texts.iter().zip(&self.rows).filter(|(text, _)| !text.is_empty());
        let mut listed: Vec<(&str, u64)> = all.map(|(text, &rows)| (text, rows)).collect();
        if listed.len() > MOST {
            listed.sort_by_cached_key(|&(text, rows)| (Reverse(rows), text));
            // A pattern may fit more than the list holds, and must crowd out nothing that is named.
            let fitting = meanings.first_of_each(listed.iter().map(|&(text, _)| text));
            listed.sort_by_cached_key(|&(text, _)| (!fitting.contains(text), !meanings.name(text)));
            listed.truncate(MOST);
        }
        listed.sort_unstable();
        listed.into_iter().map(|(text, rows)| (text.to_owned(), rows)).collect()
    }

    fn add_all(&mut self, place: u32, rows: u64) {
        let place = place as usize;
        if self.rows.len() <= place {
            self.rows.resize(place + 1, 0);
        }
        self.rows[place] += rows;
    }
}
