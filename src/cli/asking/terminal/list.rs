use super::line::Line;
use super::press::Press;
use crate::cli::asking::Entry;
use crate::domain::normal;

/// A list that is searched and chosen from.
pub(super) struct List<'a> {
    entries: &'a [Entry],
    pub(super) typed: Line,
    /// The places of the entries that are shown.
    found: Vec<usize>,
    /// The one among them that is chosen.
    at: usize,
    /// Whether they are those that fit what is typed.
    is_searched: bool,
    /// How many are shown at once.
    pub(super) page: usize,
}

impl<'a> List<'a> {
    pub(super) fn new(entries: &'a [Entry], start: usize) -> Self {
        let found = (0..entries.len()).collect();
        Self { entries, typed: Line::default(), found, at: start, is_searched: true, page: 1 }
    }

    /// The place of the entry that is chosen; none where nothing is found.
    pub(super) fn chosen(&mut self) -> Option<usize> {
        self.search();
        self.found.get(self.at).copied()
    }

    /// What fits what is typed, and the place of the chosen one in it.
    pub(super) fn found(&mut self) -> (impl Iterator<Item = &'a Entry>, usize) {
        self.search();
        (self.found.iter().filter_map(|&place| self.entries.get(place)), self.at)
    }

    pub(super) fn take(&mut self, press: Press) {
        if let Press::Edit(edit) = press {
            let before = self.typed.text();
            self.typed.apply(edit);
            self.is_searched &= self.typed.text() == before;
            return;
        }
        self.search();
        let last = self.found.len().saturating_sub(1);
        match press {
            Press::Up => self.at = self.at.checked_sub(1).unwrap_or(last),
            Press::Down => self.at = if self.at == last { 0 } else { self.at + 1 },
            Press::PageUp => self.at = self.at.saturating_sub(self.page),
            Press::PageDown => self.at = (self.at + self.page).min(last),
            Press::Home => self.at = 0,
            Press::End => self.at = last,
            Press::Submit | Press::Leave | Press::Take | Press::Edit(_) => {}
        }
    }

    /// Searches if something else was typed since. What stays
    /// whatever is typed comes behind what was found.
    fn search(&mut self) {
        if std::mem::replace(&mut self.is_searched, true) {
            return;
        }
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
