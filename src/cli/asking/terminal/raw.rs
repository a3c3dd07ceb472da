use std::io;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

/// The terminal while it gives every key as it is pressed, and what is pasted as one text; until
/// this is dropped.
pub(super) struct Raw;

impl Raw {
    pub(super) fn enter() -> io::Result<Self> {
        enable_raw_mode()?;
        let raw = Self;
        crossterm::execute!(io::stderr(), EnableBracketedPaste)?;
        Ok(raw)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = crossterm::execute!(io::stderr(), DisableBracketedPaste);
        let _ = disable_raw_mode();
    }
}
