use std::io;

use thiserror::Error;

use crate::words;

/// Why a report could not be written.
#[derive(Debug, Error)]
pub enum RenderError {
    /// The receiver takes no more: a full disk, a closed pipe.
    #[error("{}", words::output_files::report_not_written())]
    Write(#[from] io::Error),
}

impl RenderError {
    /// Whether the reader of a pipe went away, which is no fault.
    #[must_use]
    pub fn is_closed_pipe(&self) -> bool {
        let Self::Write(error) = self;
        error.kind() == io::ErrorKind::BrokenPipe
    }
}

/// Keeps the kind of the write that failed, so that a closed pipe stays one.
impl From<serde_json::Error> for RenderError {
    fn from(error: serde_json::Error) -> Self {
        Self::Write(error.into())
    }
}

/// Keeps the error of the receiver, so that a closed pipe stays one.
impl From<csv::Error> for RenderError {
    fn from(error: csv::Error) -> Self {
        Self::Write(match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
    }
}
