use std::ops::Range;

use super::line::Line;
use super::press::Press;
use crate::cli::annotate::walk::asker::Entry;
use crate::domain::normal;

/// A list that is searched and chosen from.
pub(super) struct List<'a> {
    entries: &'a [Entry],
    pub(super) typed: Line,
    /// The places of the entries that are shown.
    found: Vec<usize>,
    /// The one among them that is chosen.
    at: usize,
    /// How many are shown at once.
    page: usize,
}

impl<'a> List<'a> {
    pub(super) fn new(entries: &'a [Entry], start: usize, page: usize) -> Self {
        Self { entries, typed: Line::default(), found: (0..entries.len()).collect(), at: start, page }
    }

    /// The place of the entry that is chosen; none where nothing is found.
    pub(super) fn chosen(&self) -> Option<usize> {
        self.found.get(self.at).copied()
    }

    /// The part of it that is shown: places, and whether it is the chosen one.
    pub(super) fn shown(&self) -> impl Iterator<Item = (&'a Entry, bool)> {
        let window = window(self.at, self.found.len(), self.page);
        let places = self.found[window.clone()].iter().zip(window);
        places.filter_map(|(&place, row)| Some((self.entries.get(place)?, row == self.at)))
    }

    pub(super) fn take(&mut self, press: Press) {
        let last = self.found.len().saturating_sub(1);
        match press {
            Press::Up => self.at = self.at.checked_sub(1).unwrap_or(last),
            Press::Down => self.at = if self.at == last { 0 } else { self.at + 1 },
            Press::PageUp => self.at = self.at.saturating_sub(self.page),
            Press::PageDown => self.at = (self.at + self.page).min(last),
            Press::Home => self.at = 0,
            Press::End => self.at = last,
            Press::Edit(edit) => {
                let before = self.typed.text();
                self.typed.apply(edit);
                if self.typed.text() != before {
                    self.search();
                }
            }
            Press::Submit | Press::Leave | Press::Take => {}
        }
    }

    /// What stays whatever is typed comes behind what was found.
    fn search(&mut self) {
        let typed = self.typed.text();
        let wanted = normal(&typed);
        let all = || self.entries.iter().enumerate();
        let fits = |entry: &Entry| entry.found_by.contains(&*wanted);
        let found = all().filter(|(_, entry)| fits(entry));
        let stays = all().filter(|(_, entry)| !fits(entry) && entry.stays);
        self.found = found.chain(stays).map(|(place, _)| place).collect();
        self.at = 0;
    }
}

/// The places of a page with the chosen one in its middle, as far as the ends of the list allow.
fn window(at: usize, all: usize, page: usize) -> Range<usize> {
    let start = at.saturating_sub(page / 2).min(all.saturating_sub(page));
    start..all.min(start + page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_chosen_one_in_it() {
        assert_eq!(window(0, 3, 5), 0..3);
        assert_eq!(window(0, 9, 4), 0..4);
        assert_eq!(window(4, 9, 4), 2..6);
        assert_eq!(window(8, 9, 4), 5..9);
        assert_eq!(window(0, 0, 4), 0..0);
    }
}
