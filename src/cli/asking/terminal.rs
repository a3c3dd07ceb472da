//! Questions on a terminal, whose keys are those of shells and editors.

mod frame;
mod line;
mod list;
mod press;
mod raw;
mod rows;
mod sheet;
mod writing;

use anstyle::{AnsiColor, Style};
use crossterm::event::read;

use self::frame::Frame;
use self::line::Line;
use self::list::List;
use self::press::Press;
use self::raw::Raw;
use self::rows::{Piece, Pieces};
use self::sheet::Sheet;
use self::writing::Writing;
use super::asker::{Asker, Blank, Choice};
use super::one_line::one_line;
use crate::domain::is_blank;

/// Asks on the terminal. Questions go to standard error, so that standard output can be used for
/// something else.
pub(in crate::cli) struct Terminal {
    colour: bool,
    /// What stands behind a question that wasn't answered.
    left: &'static str,
}

impl Terminal {
    /// A terminal with or without colours. `left` is what stands behind a question that wasn't answered.
    pub(in crate::cli) fn new(colour: bool, left: &'static str) -> Self {
        Self { colour, left }
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
        let mut list = List::new(&choice.entries, choice.start);
        loop {
            let (found, at) = list.found();
            let entries =
                found.enumerate().map(|(place, entry)| self.entry(&entry.shown, place == at)).collect();
            list.page = frame.draw(&Sheet {
                question: self.question(choice.question, &list.typed),
                cursor: CURSOR,
                entries,
                chosen: Some(at),
                below: vec![self.help(choice.help)],
            })?;
            match Press::of(read()?, list.typed.is_empty()) {
                Some(Press::Submit) => {
                    if let Some(chosen) = list.chosen() {
                        let answer = choice.entries.get(chosen).map(|entry| entry.answer.as_str());
                        frame.end(&self.answered(choice.question, answer))?;
                        return Ok(Some(chosen));
                    }
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
            let (lines, chosen) = writing.shown();
            let entries =
                lines.iter().enumerate().map(|(place, line)| self.entry(line, chosen == Some(place)));
            let wrong_line = wrong.map(|wrong| vec![self.piece(&format!("# {wrong}"), AnsiColor::BrightRed)]);
            frame.draw(&Sheet {
                question: self.question(blank.question, &writing.line),
                cursor: CURSOR,
                entries: entries.collect(),
                chosen,
                below: wrong_line.into_iter().chain([self.help(blank.help)]).collect(),
            })?;
            match Press::of(read()?, writing.line.is_empty()) {
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
