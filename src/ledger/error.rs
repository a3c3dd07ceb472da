use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use thiserror::Error;

use super::line::LineFault;
use super::{Moment, ReplayError};
use crate::domain::{EntryId, Holder};

/// Why the ledger can't be read or written. Nothing was written, unless it says so.
#[derive(Debug, Error)]
pub enum LedgerError {
    /// Its path is a folder, or something else that isn't a file.
    #[error(
        "the ledger `{path}` is not a file; name another with --ledger, or check without one by --no-ledger"
    )]
    NotAFile {
        /// The ledger.
        path: PathBuf,
    },
    /// It is a link that leads nowhere.
    #[error(
        "the ledger `{path}` is a link to `{target}`, and nothing is there; put the ledger back there (an empty \
         file begins a new one), or name another with --ledger"
    )]
    Dangling {
        /// The ledger.
        path: PathBuf,
        /// Where the link leads.
        target: PathBuf,
    },
    /// The folder it should be in isn't there.
    #[error(
        "the folder of the ledger `{path}` does not exist; create it, or name another ledger with --ledger"
    )]
    NoFolder {
        /// The ledger.
        path: PathBuf,
    },
    /// It can't be opened or read.
    #[error("the ledger `{path}` can't be {what}: {source}; {}", remedy(source))]
    Io {
        /// The ledger.
        path: PathBuf,
        /// What was tried: `read` or `found`.
        what: &'static str,
        /// What the system says.
        source: io::Error,
    },
    /// A line in it is no entry.
    #[error(
        "the ledger `{path}`, line {line}: {reason}; put the line right, or take it out if a copy is kept elsewhere"
    )]
    Line {
        /// The ledger.
        path: PathBuf,
        /// The number of the line, from 1.
        line: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// A later version wrote in it.
    #[error(
        "the ledger `{path}`, line {line}: the entry is of version {version}, and this program reads up to version 1; use a newer `slo`"
    )]
    Newer {
        /// The ledger.
        path: PathBuf,
        /// The number of the line, from 1.
        line: u64,
        /// Its version.
        version: u64,
    },
    /// It isn't there.
    #[error("there is no ledger `{path}`")]
    Missing {
        /// The ledger.
        path: PathBuf,
    },
    /// More is wrong with it than was told.
    #[error(
        "the ledger `{path}` has {more} more lines that are no entries; `slo ledger verify {path}` names all"
    )]
    More {
        /// The ledger.
        path: PathBuf,
        /// How many lines were not named.
        more: usize,
    },
    /// Git left a conflict in it.
    #[error(
        "the ledger `{path}`, line {line}: git left a conflict here; join both sides by `{}`",
        joining(path)
    )]
    Conflict {
        /// The ledger.
        path: PathBuf,
        /// The number of the line, from 1.
        line: u64,
    },
    /// Two ledgers call different entries by one id.
    #[error(
        "the ledgers can't be joined: `{path}`, line {line}, and `{other}`, line {other_line}, say different \
         things under the id {id}; `slo ledger verify` tells which of them was changed"
    )]
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
    #[error(
        "`{path}` is the only ledger named, and git left no conflict in it; name another to join it with"
    )]
    Alone {
        /// The ledger.
        path: PathBuf,
    },
    /// Replacing it would lose entries.
    #[error(
        "`{path}` has {} that none of the joined ledgers has, and would lose {}; name it among them too",
        if *entries == 1 { "an entry".to_owned() } else { format!("{entries} entries") },
        if *entries == 1 { "it" } else { "them" }
    )]
    WouldLose {
        /// The ledger.
        path: PathBuf,
        /// How many of its entries would be gone.
        entries: usize,
    },
    /// Somebody else has held it for long.
    #[error(
        "the ledger `{path}` is in use by {}, and after {} s of waiting nothing was written; try again when \
         that is done, or wait longer by SLO_LOCK_WAIT=SECONDS; if that process is gone its lock is gone too, \
         and no file needs deleting",
        in_use_by(holder.as_ref()),
        tenths(*waited)
    )]
    Locked {
        /// The ledger.
        path: PathBuf,
        /// Who that is, where it is known.
        holder: Option<Holder>,
        /// For how long it was waited for.
        waited: Duration,
    },
    /// The lock that keeps writers apart can't be had.
    #[error(
        "the ledger `{path}` can't be written, since its lock file `{lock}` can't be opened: {source}; {}",
        remedy(source)
    )]
    NotLocked {
        /// The ledger.
        path: PathBuf,
        /// The lock file.
        lock: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file grew or shrank under the lock: something writes in it that doesn't ask for the lock.
    #[error(
        "the ledger `{path}` was changed by another program while it was in use; nothing was written, try again"
    )]
    Changed {
        /// The ledger.
        path: PathBuf,
    },
    /// The append failed and was taken back.
    #[error(
        "the ledger `{path}` can't be written: {source}; it stands as it was before{}; {}",
        kept_aside(.set_aside.as_ref()),
        remedy(source)
    )]
    NotWritten {
        /// The ledger.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
        /// Where a last line that had broken off was put.
        set_aside: Option<PathBuf>,
    },
    /// The append failed, and part of it may stand at the end.
    #[error(
        "the ledger `{path}` can't be written: {source}; its last line may be torn and will be set aside by the next command that writes{}; {}",
        kept_aside(.set_aside.as_ref()),
        remedy(source)
    )]
    HalfWritten {
        /// The ledger.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
        /// Where a last line that had broken off was put.
        set_aside: Option<PathBuf>,
    },
    /// The entries were written, and yet can't be read.
    #[error("the ledger `{path}` was written, but what was written can't be read back: {reason}")]
    NotReadBack {
        /// The ledger.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// An entry has no JSON form.
    #[error("an entry of the ledger can't be made: {0}")]
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

/// Who has it in use, in words.
fn in_use_by(holder: Option<&Holder>) -> String {
    let Some(Holder { process, by, since }) = holder else { return "another process".to_owned() };
    let by = by.as_ref().map(|by| format!(" of {by}")).unwrap_or_default();
    let since = since.map(|since| format!(" since {}", Moment(since))).unwrap_or_default();
    format!("process {process}{by}{since}")
}

/// Seconds, with a tenth where there is one.
fn tenths(length: Duration) -> String {
    let (seconds, tenth) = (length.as_secs(), length.subsec_millis() / 100);
    if tenth == 0 { seconds.to_string() } else { format!("{seconds}.{tenth}") }
}

/// What a person can do about what the system says.
fn remedy(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "make room on that disk, and run the same again"
        }
        io::ErrorKind::FileTooLarge => "lift the limit on the size of files, and run the same again",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "get the right to that file and its folder, or name another ledger with --ledger"
        }
        _ => "mend that and run the same again, or name another ledger with --ledger",
    }
}

/// Where a torn line went that no longer stands in the ledger.
fn kept_aside(path: Option<&PathBuf>) -> String {
    path.map(|path| format!("; a line that had broken off is kept in `{}`", path.display()))
        .unwrap_or_default()
}

impl LedgerError {
    /// Names the file that a replay failed on.
    pub(super) fn of_replay(path: PathBuf, error: ReplayError) -> Self {
        match error {
            ReplayError::Io(source) => Self::Io { path, what: "read", source },
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
