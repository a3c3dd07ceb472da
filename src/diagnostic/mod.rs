//! Faults in what a person wrote, as values: collected first, shown together later.
//!
//! Made by whatever reads a file, turned into text by `render`; knows neither.

mod code;
mod place;

use std::ops::Range;
use std::path::PathBuf;

pub use code::Code;
pub use place::{Place, line_span};

/// One fault, or one thing worth knowing, at a place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether the file can be used all the same.
    pub level: Level,
    /// Which kind of fault it is.
    pub code: Code,
    /// What is wrong, in a line: lower-case, without a full stop.
    pub message: String,
    /// The file, as the user named it.
    pub path: PathBuf,
    /// The place that is at fault.
    pub primary: Label,
    /// Other places that have to do with it.
    pub further: Vec<Label>,
    /// What would be right.
    pub help: Option<String>,
}

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The file can't be used.
    Error,
    /// The file can be used, though probably not as it was meant.
    Warning,
}

impl Level {
    /// The word for it: `error`, `warning`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A stretch of the file and what is to be said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// In bytes from the start of the file.
    pub span: Range<usize>,
    /// May be empty: then the stretch is only underlined.
    pub text: String,
}

impl Label {
    /// A label with a text.
    pub fn new(span: Range<usize>, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }
}

impl Diagnostic {
    /// An error at `primary`.
    pub fn error(code: Code, message: impl Into<String>, path: impl Into<PathBuf>, primary: Label) -> Self {
        Self {
            level: Level::Error,
            code,
            message: message.into(),
            path: path.into(),
            primary,
            further: Vec::new(),
            help: None,
        }
    }

    /// A warning at `primary`.
    pub fn warning(code: Code, message: impl Into<String>, path: impl Into<PathBuf>, primary: Label) -> Self {
        Self { level: Level::Warning, ..Self::error(code, message, path, primary) }
    }

    /// Where it begins, by line and column of `text`, the file.
    #[must_use]
    pub fn place(&self, text: &str) -> Place {
        Place::of(text, self.primary.span.start)
    }
}
