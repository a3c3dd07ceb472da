use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use crate::render::page::Column;

/// The room that a column keeps to its right.
pub(super) const PADDING: u16 = 1;
/// The room between two columns: the padding, and where a line would stand.
const GAP: usize = PADDING as usize + 1;

/// A column that a table has to find room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Need {
    /// Its place in the table.
    pub(super) place: usize,
    /// The room it takes.
    pub(super) width: usize,
    /// The room it takes at least.
    least: usize,
    /// The room it takes at least where nothing more can be left out.
    at_worst: usize,
    left_out: Option<u8>,
}

impl Need {
    /// The need of a column whose cells are at most `width` wide.
    pub(super) fn of(place: usize, column: &Column, width: usize) -> Self {
        let width = width.max(column.title.width());
        // A column is never cut below its title.
        let at_least = |least: usize| least.max(column.title.width()).min(width);
        let least = column.least.map_or(width, at_least);
        let at_worst = column.at_worst.map_or(least, at_least);
        Self { place, width, least, at_worst, left_out: column.left_out }
    }

    /// Whether nothing is lost without it.
    pub(super) fn is_empty(&self) -> bool {
        self.left_out == Some(Column::EMPTY)
    }
}

/// The room that columns take side by side.
pub(super) fn total(widths: impl ExactSizeIterator<Item = usize>) -> usize {
    let gaps = widths.len().saturating_sub(1) * GAP;
    widths.sum::<usize>() + gaps
}

/// Makes columns fit: leaves out those that may be, in their turn, until the rest can be cut to
/// fit, then cuts the widest. Where no more may be left out, some may be cut further. What can't
/// fit even so stays too wide, as an id that is cut is none.
pub(super) fn fit(mut needs: Vec<Need>, width: usize) -> Vec<Need> {
    while total(needs.iter().map(|need| need.least)) > width {
        let turns = needs.iter().enumerate().filter_map(|(index, need)| Some((need.left_out?, index)));
        // Of one turn the rightmost goes first.
        let Some((_, index)) = turns.min_by_key(|&(turn, index)| (turn, usize::MAX - index)) else {
            for need in &mut needs {
                need.least = need.at_worst;
            }
            break;
        };
        needs.remove(index);
    }
    let mut excess = total(needs.iter().map(|need| need.width)).saturating_sub(width);
    while excess > 0 {
        let widest = needs.iter_mut().filter(|need| need.width > need.least).max_by_key(|need| need.width);
        let Some(need) = widest else { break };
        need.width -= 1;
        excess -= 1;
    }
    needs
}

/// The text cut to a width, ending in `…` where something was cut off.
pub(in crate::render) fn shorten(text: &str, width: usize) -> Cow<'_, str> {
    // Marks that stack on one character have no width, and there can be any number of them.
    let most = width.saturating_mul(4).saturating_add(16);
    if text.width() <= width && text.chars().nth(most).is_none() {
        return Cow::Borrowed(text);
    }
    let mut short: String = text.chars().take(most).collect();
    while short.width() + 1 > width && short.pop().is_some() {}
    short.truncate(short.trim_end().len());
    short.push('…');
    Cow::Owned(short)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn texts_are_cut_by_their_width_on_the_screen() {
        assert_eq!(shorten("ディスク使用率", 14), "ディスク使用率");
        assert_eq!(shorten("ディスク使用率", 13), "ディスク使用…");
        assert_eq!(shorten("ディスク使用率", 12), "ディスク使…");
        assert_eq!(shorten("a b c", 3), "a…");
        assert!(shorten(&format!("a{}", "\u{301}".repeat(5000)), 10).chars().count() < 100);
    }

    #[test]
    fn columns_are_left_out_in_turn_and_the_widest_is_cut() {
        let columns = [
            (Column::left("id"), 10),
            (Column::left("title").at_least(12).at_worst(7), 40),
            (Column::left("host").at_least(8).left_out(1), 20),
            (Column::left("team").at_least(8).left_out(2), 20),
        ];
        let fitted = |width| -> Vec<_> {
            let needs =
                columns.iter().enumerate().map(|(place, (column, width))| Need::of(place, column, *width));
            fit(needs.collect(), width).iter().map(|need| (need.place, need.width)).collect()
        };
        assert_eq!(fitted(200), [(0, 10), (1, 40), (2, 20), (3, 20)]);
        assert_eq!(fitted(80), [(0, 10), (1, 24), (2, 20), (3, 20)]);
        assert_eq!(fitted(40), [(0, 10), (1, 13), (3, 13)]);
        assert_eq!(fitted(25), [(0, 10), (1, 13)]);
        assert_eq!(fitted(20), [(0, 10), (1, 8)]);
        assert_eq!(fitted(5), [(0, 10), (1, 7)]);
    }

    proptest! {
        #[test]
        fn what_is_cut_fits(text in any::<String>(), width in 1_usize..30) {
            prop_assert!(shorten(&text, width).width() <= width);
        }
    }
}
