use std::fs::{self, Metadata};
use std::path::Path;
use std::time::SystemTime;

use crate::words::source_errors as words;

/// What tells whether a file is still as it was when it was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FileState {
    length: u64,
    /// Where the system keeps it.
    modified: Option<SystemTime>,
    /// The device and the number on it, on systems that have them.
    identity: Option<(u64, u64)>,
}

impl FileState {
    /// The state of an open file.
    pub(super) fn of(about: &Metadata) -> Self {
        Self { length: about.len(), modified: about.modified().ok(), identity: identity(about) }
    }

    /// What happened since to the file at `path`, as words for people; `None` if nothing did.
    pub(super) fn change(&self, path: &Path) -> Option<String> {
        match fs::metadata(path) {
            Ok(about) => self.difference(&Self::of(&about)),
            Err(_) => Some(words::file_gone()),
        }
    }

    /// What happened between this state and a later one.
    pub(super) fn difference(&self, later: &Self) -> Option<String> {
        if self == later {
            None
        } else if self.identity != later.identity {
            Some(words::file_replaced())
        } else if self.length == later.length {
            Some(words::file_written())
        } else {
            Some(words::file_resized(self.length, later.length))
        }
    }
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have none")]
fn identity(about: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;

    Some((about.dev(), about.ino()))
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> Option<(u64, u64)> {
    None
}
