use std::io::{self, Write};

use crossterm::cursor::{MoveRight, MoveUp};
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType, size};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::rows::{Piece, Pieces, Place, Row, height};
use super::sheet::{Sheet, Shown, Size};

/// The part of the screen that is drawn over while something is asked.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// The rows that were drawn above the cursor, and its own up to the letter that it stands on.
    drawn: Vec<String>,
}

impl Frame {
    /// Draws a sheet in place of what was drawn before; gives how many entries a page of it has.
    pub(super) fn draw(&mut self, sheet: &Sheet) -> io::Result<usize> {
        let size = screen();
        let Shown { rows, cursor, page } = sheet.on(size);
        let mut bytes = self.erase(size)?;
        let styled: Vec<&str> = rows.iter().map(|row| row.styled.as_str()).collect();
        queue!(bytes, Print(styled.join("\r\n")))?;
        up(&mut bytes, rows.len().saturating_sub(1 + cursor.row))?;
        queue!(bytes, Print('\r'))?;
        if let Some(column) = u16::try_from(cursor.column).ok().filter(|column| *column > 0) {
            queue!(bytes, MoveRight(column))?;
        }
        self.drawn = up_to(rows, cursor);
        io::stderr().write_all(&bytes)?;
        Ok(page)
    }

    /// Leaves a line in place of all that was drawn.
    pub(super) fn end(mut self, line: &Pieces) -> io::Result<()> {
        let mut bytes = self.erase(screen())?;
        for Piece { style, text } in line {
            queue!(bytes, Print(format_args!("{style}{text}{style:#}")))?;
        }
        queue!(bytes, Print("\r\n"))?;
        io::stderr().write_all(&bytes)
    }

    /// What goes to the beginning and clears all from there.
    fn erase(&mut self, size: Size) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        up(&mut bytes, above(&std::mem::take(&mut self.drawn), size.width))?;
        queue!(bytes, Print('\r'), Clear(ClearType::FromCursorDown))?;
        Ok(bytes)
    }
}

/// The screen as it is now: people make windows larger and smaller.
fn screen() -> Size {
    let (width, height) = size().unwrap_or((80, 24));
    Size { width: width.max(2).into(), height: height.max(1).into() }
}

/// How many rows what was drawn takes above the cursor by now: most terminals break rows anew where
/// they became narrower. Where one cuts them off instead, a bit more than what was drawn is cleared,
/// which is better than a question that stands there torn.
fn above(drawn: &[String], width: usize) -> usize {
    drawn.iter().map(|row| height(row, width)).sum::<usize>().saturating_sub(1)
}

/// The text of rows up to the letter that the cursor stands on.
fn up_to(rows: Vec<Row>, cursor: Place) -> Vec<String> {
    let mut texts: Vec<String> = rows.into_iter().take(cursor.row + 1).map(|row| row.plain).collect();
    if let Some(last) = texts.last_mut() {
        let mut column = 0;
        let is_before = |letter: &&str| {
            let begins = column;
            column += letter.width();
            begins <= cursor.column
        };
        *last = last.graphemes(true).take_while(is_before).collect();
    }
    texts
}

fn up(bytes: &mut Vec<u8>, rows: usize) -> io::Result<()> {
    match u16::try_from(rows) {
        Ok(rows @ 1..) => queue!(bytes, MoveUp(rows)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrower_screen_has_more_rows_above_the_cursor() {
        let row = |text: &str| Row { styled: String::new(), plain: text.to_owned() };
        let rows = || vec![row("? reason 一次対応"), row("の手順書"), row("[help]")];
        let above = |row, column, width| above(&up_to(rows(), Place { row, column }), width);
        // On the screen that it was drawn on, and on wider ones.
        for width in [17, 40] {
            assert_eq!(above(1, 8, width), 1);
            assert_eq!(above(0, 9, width), 0);
        }
        // "? reason " "一次対応" "の手順書|"
        assert_eq!(above(1, 8, 9), 2);
        // "? rea" "son 一" "次対応" "の手順" "書|"
        assert_eq!(above(1, 8, 6), 4);
        assert_eq!(above(1, 6, 6), 4, "the letter under the cursor is in the next row");
        assert_eq!(above(1, 4, 6), 3);
    }
}
