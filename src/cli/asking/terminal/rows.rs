use anstyle::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::render::sanitize;

/// Text of one style.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) style: Style,
    pub(super) text: String,
}

/// A line of what is drawn; it may take several rows of the screen.
pub(super) type Pieces = Vec<Piece>;

/// A row of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// With its styles.
    pub(super) styled: String,
    pub(super) plain: String,
}

/// Where the cursor stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) row: usize,
    pub(super) column: usize,
}

impl Piece {
    pub(super) fn new(text: &str, style: Style) -> Self {
        Self { style, text: sanitize(text).into_owned() }
    }
}

/// The rows of a line on a screen of this width, never broken within a letter; and the place before
/// one of its pieces, if that is the cursor's.
pub(super) fn rows(line: &Pieces, cursor: Option<usize>, width: usize) -> (Vec<Row>, Place) {
    let (mut rows, mut row, mut column) = (Vec::new(), Row::default(), 0);
    let mut place = Place::default();
    for (number, Piece { style, text }) in line.iter().enumerate() {
        // The cursor needs a column of its own where nothing follows.
        let is_cursor = cursor == Some(number);
        let first = text.graphemes(true).next().map_or(usize::from(is_cursor), UnicodeWidthStr::width);
        if column + first > width {
            rows.push(std::mem::take(&mut row));
            column = 0;
        }
        if is_cursor {
            place = Place { row: rows.len(), column };
        }
        row.styled.push_str(&style.render().to_string());
        for letter in text.graphemes(true) {
            if column + letter.width() > width {
                row.styled.push_str(&style.render_reset().to_string());
                rows.push(std::mem::take(&mut row));
                row.styled = style.render().to_string();
                column = 0;
            }
            row.styled.push_str(letter);
            row.plain.push_str(letter);
            column += letter.width();
        }
        row.styled.push_str(&style.render_reset().to_string());
    }
    rows.push(row);
    (rows, place)
}

/// How many rows a text takes.
pub(super) fn height(text: &str, width: usize) -> usize {
    let (mut rows, mut column) = (1, 0);
    for letter in text.graphemes(true) {
        if column + letter.width() > width {
            rows += 1;
            column = 0;
        }
        column += letter.width();
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(before: &str, after: &str, width: usize) -> (Vec<String>, (usize, usize)) {
        let line = ["? ", before, after].map(|text| Piece::new(text, Style::new())).to_vec();
        let (rows, Place { row, column }) = rows(&line, Some(2), width);
        for row in &rows {
            assert_eq!(height(&row.plain, width), 1, "{row:?}");
        }
        (rows.into_iter().map(|row| row.plain).collect(), (row, column))
    }

    fn owned(rows: &[&str]) -> Vec<String> {
        rows.iter().map(|row| (*row).to_owned()).collect()
    }

    #[test]
    fn wide_letters_are_not_broken_and_the_cursor_is_where_the_next_goes() {
        assert_eq!(broken("夜間", "", 7), (owned(&["? 夜間"]), (0, 6)));
        assert_eq!(broken("夜間の", "", 7), (owned(&["? 夜間", "の"]), (1, 2)));
        assert_eq!(broken("夜間", "の", 7), (owned(&["? 夜間", "の"]), (1, 0)));
        assert_eq!(broken("夜間", "", 6), (owned(&["? 夜間", ""]), (1, 0)));
        assert_eq!(height("? 夜間の", 7), 2);
        assert_eq!(height("", 7), 1);
    }

    #[test]
    fn nothing_that_is_written_steers_the_terminal() {
        assert_eq!(broken("a\nb\u{1b}", "", 20).0[0], "? a⏎b␛");
    }
}
