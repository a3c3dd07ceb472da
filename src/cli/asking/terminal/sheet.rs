use std::ops::Range;

use super::rows::{Piece, Pieces, Place, Row, height, rows};

/// What is drawn while something is asked.
pub(super) struct Sheet {
    /// The question and what is written so far.
    pub(super) question: Pieces,
    /// The piece of the question that the cursor stands before.
    pub(super) cursor: usize,
    pub(super) entries: Vec<Pieces>,
    /// The one among them that Enter answers with.
    pub(super) chosen: Option<usize>,
    /// What stands below them.
    pub(super) below: Vec<Pieces>,
}

/// The columns and rows of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) width: usize,
    pub(super) height: usize,
}

/// The part of a sheet that a screen has room for.
pub(super) struct Shown {
    pub(super) rows: Vec<Row>,
    pub(super) cursor: Place,
    /// How many entries there was room for.
    pub(super) page: usize,
}

/// The rows of a screen that are left to what is above and below a list, as long as that can be.
const BESIDE_LIST: usize = 4;
/// The most entries that are shown at once, and the fewest for which what is above has to give way.
const PAGE: Range<usize> = 3..12;

impl Sheet {
    /// Lays it out: as many entries as there is room for, the chosen one among them whatever happens,
    /// since a person would answer with something unseen.
    pub(super) fn on(&self, size: Size) -> Shown {
        let Size { width, height: room } = size;
        let (mut shown, mut cursor) = rows(&self.question, Some(self.cursor), width);
        let of = |line: &Pieces| rows(line, None, width).0;
        let below: Vec<Row> = self.below.iter().flat_map(of).collect();
        let (page, window) = self.page(size, shown.len() + below.len());
        // What has to be seen; else where the cursor is.
        let mut last = cursor.row;
        for (number, entry) in window.clone().zip(&self.entries[window]) {
            let entry = of(entry);
            if self.chosen == Some(number) {
                // Of one that is longer than the screen the beginning says most.
                last = (shown.len() + entry.len()).min(shown.len() + room) - 1;
            }
            shown.extend(entry);
        }
        shown.extend(below);
        // What doesn't fit the screen can't be drawn over.
        let first = (last + 1).saturating_sub(room);
        let shown: Vec<Row> = shown.into_iter().skip(first).take(room).collect();
        cursor = cursor.row.checked_sub(first).map_or(Place::default(), |row| Place { row, ..cursor });
        Shown { rows: shown, cursor, page }
    }

    /// How many entries are shown, and which: as many as fit with so many rows beside them, at least
    /// one.
    fn page(&self, Size { width, height: room }: Size, beside: usize) -> (usize, Range<usize>) {
        let text = |line: &Pieces| line.iter().map(|Piece { text, .. }| text.as_str()).collect::<String>();
        let heights: Vec<usize> = self.entries.iter().map(|entry| height(&text(entry), width)).collect();
        let longest = room.saturating_sub(BESIDE_LIST).clamp(PAGE.start, PAGE.end);
        let window = |page| window(self.chosen.unwrap_or(0), heights.len(), page);
        let fits = |page: &usize| beside + heights[window(*page)].iter().sum::<usize>() <= room;
        let page = (1..=longest).rev().find(fits).unwrap_or(1);
        (page, window(page))
    }
}

/// The places of a page with the chosen one in its middle, as far as the ends of the list allow.
fn window(at: usize, all: usize, page: usize) -> Range<usize> {
    let start = at.saturating_sub(page / 2).min(all.saturating_sub(page));
    start..all.min(start + page)
}

#[cfg(test)]
mod tests {
    use anstyle::Style;

    use super::*;

    fn line(text: &str) -> Pieces {
        vec![Piece::new(text, Style::new())]
    }

    fn shown(typed: &str, chosen: usize, width: usize, height: usize) -> (Vec<String>, Place) {
        let question = ["? fix ", typed, ""].map(|text| Piece::new(text, Style::new())).to_vec();
        let entry = |number| line(&format!("{}{number} of ten", if number == chosen { ">" } else { " " }));
        let entries = (0..10).map(entry).collect();
        let sheet = Sheet { question, cursor: 2, entries, chosen: Some(chosen), below: vec![line("[help]")] };
        let Shown { rows, cursor, .. } = sheet.on(Size { width, height });
        (rows.into_iter().map(|row| row.plain).collect(), cursor)
    }

    #[test]
    fn the_list_is_as_long_as_the_screen_allows() {
        let rows = |height| shown("", 6, 20, height).0;
        assert_eq!(rows(24).len(), 12);
        assert_eq!(rows(6), ["? fix ", " 5 of ten", ">6 of ten", " 7 of ten", "[help]"]);
        assert_eq!(rows(3), ["? fix ", ">6 of ten", "[help]"]);
        assert_eq!(rows(2), ["? fix ", ">6 of ten"]);
        assert_eq!(rows(1), [">6 of ten"]);
        // Entries of two rows each.
        let narrow = shown("", 0, 8, 7).0;
        assert_eq!(narrow, ["? fix ", ">0 of te", "n", " 1 of te", "n", "[help]"]);
    }

    #[test]
    fn the_chosen_entry_is_on_every_screen_and_the_cursor_too() {
        for typed in ["", "a question that takes a few rows"] {
            for (width, height) in (2..30).flat_map(|width| (1..12).map(move |height| (width, height))) {
                for chosen in 0..10 {
                    let (rows, cursor) = shown(typed, chosen, width, height);
                    assert!(rows.len() <= height && cursor.row < rows.len() && cursor.column < width);
                    let mark = format!(">{chosen}");
                    assert!(rows.iter().any(|row| row.starts_with(&mark)), "{width} {height}: {rows:?}");
                }
            }
        }
    }

    #[test]
    fn a_page_has_the_chosen_one_in_it() {
        assert_eq!(window(0, 3, 5), 0..3);
        assert_eq!(window(0, 9, 4), 0..4);
        assert_eq!(window(4, 9, 4), 2..6);
        assert_eq!(window(8, 9, 4), 5..9);
        assert_eq!(window(0, 0, 4), 0..0);
    }
}
