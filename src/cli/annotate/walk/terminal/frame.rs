use std::io::{self, Write};

use anstyle::Style;
use crossterm::cursor::{MoveRight, MoveUp};
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType, size};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::render::sanitize;

/// Text of one style.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    style: Style,
    text: String,
}

/// A line of what is drawn; it may take several rows of the screen.
pub(super) type Pieces = Vec<Piece>;

/// The part of the screen that is drawn over while something is asked.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// In which of its rows the cursor stands.
    row: usize,
}

/// Rows of the screen, and the row and column of the cursor.
struct Rows {
    rows: Vec<String>,
    cursor: (usize, usize),
}

impl Piece {
    pub(super) fn new(text: &str, style: Style) -> Self {
        Self { style, text: sanitize(text).into_owned() }
    }
}

impl Frame {
    /// Draws lines in place of what was drawn before, with the cursor before a piece of the first.
    pub(super) fn draw(&mut self, lines: &[Pieces], cursor: usize) -> io::Result<()> {
        let (width, height) = size().unwrap_or((80, 24));
        let height = usize::from(height.max(1));
        let Rows { rows, cursor: (row, column) } = Rows::of(lines, cursor, width.max(2).into());
        // What doesn't fit the screen can't be drawn over.
        let first = (row + 1).saturating_sub(height);
        let rows: Vec<String> = rows.into_iter().skip(first).take(height).collect();
        let below = rows.len().saturating_sub(1 + row - first);
        let mut bytes = self.erase()?;
        queue!(bytes, Print(rows.join("\r\n")))?;
        up(&mut bytes, below)?;
        queue!(bytes, Print('\r'))?;
        if let Some(column) = u16::try_from(column).ok().filter(|column| *column > 0) {
            queue!(bytes, MoveRight(column))?;
        }
        self.row = row - first;
        io::stderr().write_all(&bytes)
    }

    /// Leaves a line in place of all that was drawn.
    pub(super) fn end(mut self, line: &Pieces) -> io::Result<()> {
        let mut bytes = self.erase()?;
        for Piece { style, text } in line {
            queue!(bytes, Print(format_args!("{style}{text}{style:#}")))?;
        }
        queue!(bytes, Print("\r\n"))?;
        io::stderr().write_all(&bytes)
    }

    /// What goes to the beginning and clears all from there.
    fn erase(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        up(&mut bytes, std::mem::take(&mut self.row))?;
        queue!(bytes, Print('\r'), Clear(ClearType::FromCursorDown))?;
        Ok(bytes)
    }
}

fn up(bytes: &mut Vec<u8>, rows: usize) -> io::Result<()> {
    match u16::try_from(rows) {
        Ok(rows @ 1..) => queue!(bytes, MoveUp(rows)),
        _ => Ok(()),
    }
}

impl Rows {
    /// Breaks lines where the screen ends, never within a letter.
    fn of(lines: &[Pieces], cursor: usize, width: usize) -> Self {
        let mut rows: Vec<String> = Vec::new();
        let mut found = (0, 0);
        for (line, pieces) in lines.iter().enumerate() {
            let (mut row, mut column) = (String::new(), 0);
            for (place, Piece { style, text }) in pieces.iter().enumerate() {
                // The cursor needs a column of its own where nothing follows.
                let is_cursor = line == 0 && place == cursor;
                let first =
                    text.graphemes(true).next().map_or(usize::from(is_cursor), UnicodeWidthStr::width);
                if column + first > width {
                    rows.push(std::mem::take(&mut row));
                    column = 0;
                }
                if is_cursor {
                    found = (rows.len(), column);
                }
                row.push_str(&style.render().to_string());
                for letter in text.graphemes(true) {
                    if column + letter.width() > width {
                        row.push_str(&style.render_reset().to_string());
                        rows.push(std::mem::replace(&mut row, style.render().to_string()));
                        column = 0;
                    }
                    row.push_str(letter);
                    column += letter.width();
                }
                row.push_str(&style.render_reset().to_string());
            }
            rows.push(row);
        }
        Self { rows, cursor: found }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(before: &str, after: &str, width: usize) -> (Vec<String>, (usize, usize)) {
        let piece = |text| Piece::new(text, Style::new());
        let lines = [vec![piece("? "), piece(before), piece(after)], vec![piece("[help]")]];
        let Rows { rows, cursor } = Rows::of(&lines, 2, width);
        (rows, cursor)
    }

    fn owned(rows: &[&str]) -> Vec<String> {
        rows.iter().map(|row| (*row).to_owned()).collect()
    }

    #[test]
    fn wide_letters_are_not_broken_and_the_cursor_is_where_the_next_goes() {
        assert_eq!(rows("夜間", "", 7), (owned(&["? 夜間", "[help]"]), (0, 6)));
        assert_eq!(rows("夜間の", "", 7), (owned(&["? 夜間", "の", "[help]"]), (1, 2)));
        assert_eq!(rows("夜間", "の", 7), (owned(&["? 夜間", "の", "[help]"]), (1, 0)));
        assert_eq!(rows("夜間", "", 6), (owned(&["? 夜間", "", "[help]"]), (1, 0)));
    }

    #[test]
    fn nothing_that_is_written_steers_the_terminal() {
        assert_eq!(rows("a\nb\u{1b}", "", 20).0[0], "? a⏎b␛");
    }
}
