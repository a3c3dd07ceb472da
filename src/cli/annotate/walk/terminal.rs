//! Questions on a terminal, whose keys are those of shells and editors.

mod frame;
mod line;
mod list;
mod press;
mod raw;
mod writing;

use anstyle::{AnsiColor, Style};
use crossterm::event;

use self::frame::{Frame, Piece, Pieces};
use self::line::Line;
use self::list::List;
use self::press::Press;
use self::raw::Raw;
use self::writing::Writing;
use super::asker::{Asker, Blank, Choice};
use super::one_line::one_line;
use crate::domain::is_blank;

/// Asks on the terminal. Questions go to standard error, so that standard output can be used for
/// something else.
pub(super) struct Terminal {
    colour: bool,
    /// How many entries of a list are shown at once.
    page: usize,
    /// What stands behind a question that wasn't answered.
    left: &'static str,
}

impl Terminal {
    /// The rows of a screen that a list leaves to what is above and below it.
    const BESIDE_LIST: usize = 4;
    /// The most entries that are shown at once.
    const LONGEST: usize = 12;

    /// A terminal with or without colours, of so many rows as far as that is known. `left` is what
    /// stands behind a question that wasn't answered.
    pub(super) fn new(colour: bool, rows: Option<usize>, left: &'static str) -> Self {
        let room = rows.map_or(Self::LONGEST, |rows| rows.saturating_sub(Self::BESIDE_LIST));
        Self { colour, page: room.clamp(3, Self::LONGEST), left }
    }

    fn piece(&self, text: &str, colour: AnsiColor) -> Piece {
        let style = if self.colour { colour.on_default() } else { Style::new() };
        Piece::new(text, style)
    }

    /// A question with what is written so far; the cursor stands before the fourth piece.
    fn question(&self, question: &str, line: &Line) -> Pieces {
        let plain = |text: &str| Piece::new(text, Style::new());
        let mark = self.piece("?", AnsiColor::BrightGreen);
        vec![mark, plain(&format!(" {question} ")), plain(&line.before), plain(&line.after)]
    }

    fn entry(&self, text: &str, is_chosen: bool) -> Pieces {
        if is_chosen {
            vec![self.piece(&format!("> {text}"), AnsiColor::BrightCyan)]
        } else {
            vec![Piece::new(&format!("  {text}"), Style::new())]
        }
    }

    fn help(&self, help: &str) -> Pieces {
        vec![self.piece(&format!("[{help}]"), AnsiColor::BrightCyan)]
    }

    /// What remains of a question on the screen.
    fn answered(&self, question: &str, answer: Option<&str>) -> Pieces {
        let plain = |text: &str| Piece::new(text, Style::new());
        let Some(answer) = answer else { return vec![plain(&format!("? {question} {}", self.left))] };
        let answer = self.piece(&one_line(answer), AnsiColor::BrightCyan);
        vec![self.piece(">", AnsiColor::BrightGreen), plain(&format!(" {question} ")), answer]
    }
}

/// The piece of a question that the cursor stands before.
const CURSOR: usize = 3;

impl Asker for Terminal {
    fn choose(&mut self, choice: &Choice<'_>) -> anyhow::Result<Option<usize>> {
        let _raw = Raw::enter()?;
        let mut frame = Frame::default();
        let mut list = List::new(&choice.entries, choice.start, self.page);
        loop {
            let mut lines = vec![self.question(choice.question, &list.typed)];
            lines.extend(list.shown().map(|(entry, is_chosen)| self.entry(&entry.shown, is_chosen)));
            lines.push(self.help(choice.help));
            frame.draw(&lines, CURSOR)?;
            match Press::of(event::read()?, list.typed.is_empty()) {
                Some(Press::Submit) => {
                    let Some(chosen) = list.chosen() else { continue };
                    let answer = choice.entries.get(chosen).map(|entry| entry.answer.as_str());
                    frame.end(&self.answered(choice.question, answer))?;
                    return Ok(Some(chosen));
                }
                Some(Press::Leave) => {
                    frame.end(&self.answered(choice.question, None))?;
                    return Ok(None);
                }
                Some(press) => list.take(press),
                None => {}
            }
        }
    }

    fn write(&mut self, blank: &Blank<'_>) -> anyhow::Result<Option<String>> {
        let _raw = Raw::enter()?;
        let mut frame = Frame::default();
        let mut writing = Writing::new(blank.initial, &blank.suggestions);
        let mut wrong = None;
        loop {
            let mut lines = vec![self.question(blank.question, &writing.line)];
            lines.extend(writing.shown().map(|(line, is_chosen)| self.entry(line, is_chosen)));
            lines.extend(wrong.map(|wrong| vec![self.piece(&format!("# {wrong}"), AnsiColor::BrightRed)]));
            lines.push(self.help(blank.help));
            frame.draw(&lines, CURSOR)?;
            match Press::of(event::read()?, writing.line.is_empty()) {
                Some(Press::Submit) => {
                    let text = writing.text();
                    wrong = blank.required.filter(|_| is_blank(&text));
                    if wrong.is_none() {
                        frame.end(&self.answered(blank.question, Some(&text)))?;
                        return Ok(Some(text));
                    }
                }
                Some(Press::Leave) => {
                    frame.end(&self.answered(blank.question, None))?;
                    return Ok(None);
                }
                Some(press) => writing.take(press),
                None => {}
            }
        }
    }
}
