//! Asking a person at a terminal, one question at a time.

mod asker;
mod one_line;
mod terminal;
#[cfg(unix)]
mod watch;

pub(super) use self::asker::{Asker, Blank, Choice, Entry};
pub(super) use self::one_line::{one_line, unfolded};
pub(super) use self::terminal::Terminal;
#[cfg(unix)]
pub(super) use self::watch::watch;
