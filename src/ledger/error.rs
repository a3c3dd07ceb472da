use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use thiserror::Error;

use super::line::LineFault;
use super::{Moment, ReplayError};
use crate::domain::{EntryId, Holder};
use crate::words::ledger_errors as words;

/// What was tried with a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// To find the file behind its name.
    Finding,
    /// To read it.
    Reading,
}

/// Why the ledger can't be read or written. Nothing was written, unless it says so.
#[derive(Debug, Error)]
pub enum LedgerError {
    /// Its path is a folder, or something else that isn't a file.
    #[error("{}", words::not_a_file(&path.display()))]
    NotAFile {
        /// The ledger.
        path: PathBuf,
    },
    /// It is a link that leads nowhere.
    #[error("{}", words::dangling(&path.display(), &target.display()))]
    Dangling {
        /// The ledger.
        path: PathBuf,
        /// Where the link leads.
        target: PathBuf,
    },
    /// The folder it should be in isn't there.
    #[error("{}", words::no_folder(&path.display()))]
    NoFolder {
        /// The ledger.
        path: PathBuf,
    },
    /// It can't be opened or read.
    #[error("{}", not_had(path, *tried, source))]
    Io {
        /// The ledger.
        path: PathBuf,
        /// What was tried.
        tried: Tried,
        /// What the system says.
        source: io::Error,
    },
    /// A line in it is no entry.
    #[error("{}", words::line(&path.display(), *line, reason))]
    Line {
        /// The ledger.
        path: PathBuf,
        /// The number of the line, from 1.
        line: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// A later version wrote in it.
    #[error("{}", words::newer(&path.display(), *line, *version))]
    Newer {
        /// The ledger.
        path: PathBuf,
        /// The number of the line, from 1.
        line: u64,
        /// Its version.
        version: u64,
    },
    /// It isn't there.
    #[error("{}", words::missing(&path.display()))]
    Missing {
        /// The ledger.
        path: PathBuf,
    },
    /// More is wrong with it than was told.
    #[error("{}", words::more(&path.display(), *more))]
    More {
        /// The ledger.
        path: PathBuf,
        /// How many lines were not named.
        more: usize,
    },
    /// Git left a conflict in it.
    #[error("{}", words::conflict(&path.display(), *line, &joining(path)))]
    Conflict {
        /// The ledger.
        path: PathBuf,
        /// The number of the line, from 1.
        line: u64,
    },
    /// Two ledgers call different entries by one id.
    #[error("{}", words::two_contents(&path.display(), *line, &other.display(), *other_line, id))]
    TwoContents {
        /// The ledger that has the id second.
        path: PathBuf,
        /// The line there, from 1.
        line: u64,
        /// The ledger that has it first.
        other: PathBuf,
        /// The line there, from 1.
        other_line: u64,
        /// The id.
        id: EntryId,
    },
    /// There is nothing to join it with.
    #[error("{}", words::alone(&path.display()))]
    Alone {
        /// The ledger.
        path: PathBuf,
    },
    /// Replacing it would lose entries.
    #[error("{}", would_lose(path, *entries))]
    WouldLose {
        /// The ledger.
        path: PathBuf,
        /// How many of its entries would be gone.
        entries: usize,
    },
    /// Somebody else has held it for long.
    #[error("{}", words::locked(&path.display(), &in_use_by(holder.as_ref()), &words::tenths(*waited)))]
    Locked {
        /// The ledger.
        path: PathBuf,
        /// Who that is, where it is known.
        holder: Option<Holder>,
        /// For how long it was waited for.
        waited: Duration,
    },
    /// The lock that keeps writers apart can't be had.
    #[error("{}", words::not_locked(&path.display(), &lock.display(), source, &words::remedy(source)))]
    NotLocked {
        /// The ledger.
        path: PathBuf,
        /// The lock file.
        lock: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file grew or shrank under the lock: something writes in it that doesn't ask for the lock.
    #[error("{}", words::changed(&path.display()))]
    Changed {
        /// The ledger.
        path: PathBuf,
    },
    /// The append failed and was taken back.
    #[error("{}", words::not_written(&path.display(), source, &kept_aside(set_aside.as_deref()), &words::remedy(source)))]
    NotWritten {
        /// The ledger.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
        /// Where a last line that had broken off was put.
        set_aside: Option<PathBuf>,
    },
    /// The append failed, and part of it may stand at the end.
    #[error("{}", words::half_written(&path.display(), source, &kept_aside(set_aside.as_deref()), &words::remedy(source)))]
    HalfWritten {
        /// The ledger.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
        /// Where a last line that had broken off was put.
        set_aside: Option<PathBuf>,
    },
    /// The entries were written, and yet can't be read.
    #[error("{}", words::not_read_back(&path.display(), reason))]
    NotReadBack {
        /// The ledger.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// An entry has no JSON form.
    #[error("{}", words::not_made(.0))]
    Encode(serde_json::Error),
}

/// The command that joins both sides of a conflict.
pub(super) fn joining(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |character: char| character.is_alphanumeric() || "/._-+@%:,".contains(character);
    // What isn't plain would mean something to a shell.
    let typed = if path.chars().all(plain) { path } else { format!("'{}'", path.replace('\'', "'\\''")) };
    format!("slo ledger merge {typed} --output {typed}")
}

fn not_had(path: &Path, tried: Tried, source: &io::Error) -> String {
    let told = match tried {
        Tried::Reading => words::not_read,
        Tried::Finding => words::not_found,
    };
    told(&path.display(), source, &words::remedy(source))
}

fn would_lose(path: &Path, entries: usize) -> String {
    if entries == 1 {
        words::would_lose_one(&path.display())
    } else {
        words::would_lose(&path.display(), entries)
    }
}

/// Who has it in use, in words.
fn in_use_by(holder: Option<&Holder>) -> String {
    let Some(Holder { process, by, since }) = holder else { return words::another_process() };
    let named = by.as_ref().map_or_else(|| words::process(*process), |by| words::process_of(*process, by));
    since.map_or_else(|| named.clone(), |since| words::process_since(&named, &Moment(since)))
}

/// Where a torn line went that no longer stands in the ledger.
fn kept_aside(path: Option<&Path>) -> String {
    path.map(|path| words::kept_aside(&path.display())).unwrap_or_default()
}

impl LedgerError {
    /// Names the file that a replay failed on.
    pub(super) fn of_replay(path: PathBuf, error: ReplayError) -> Self {
        match error {
            ReplayError::Io(source) => Self::Io { path, tried: Tried::Reading, source },
            ReplayError::Line { line, reason } => Self::Line { path, line, reason },
            ReplayError::Newer { line, version } => Self::Newer { path, line, version },
            ReplayError::Conflict { line } => Self::Conflict { path, line },
        }
    }

    /// Names the file and the line that can't be used.
    pub(super) fn of_line(path: PathBuf, line: u64, fault: LineFault) -> Self {
        match fault {
            LineFault::Incomplete(reason) | LineFault::Malformed(reason) => Self::Line { path, line, reason },
            LineFault::Newer(version) => Self::Newer { path, line, version },
            LineFault::Conflict => Self::Conflict { path, line },
        }
    }
}
