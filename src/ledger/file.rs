use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::lock::{Lock, private};
use super::reading::{is_there, read_now, real_path};
use super::replay::take_written;
use super::scan::Wanted;
use super::tail::Tail;
use super::{Claim, Entry, LedgerError, Replay, TornTail};
use crate::assess::LedgerState;
use crate::domain::Holder;

/// A ledger that is held for writing: nobody else writes until this is committed or dropped.
#[derive(Debug)]
pub struct LedgerFile {
    /// Where it is, links followed.
    path: PathBuf,
    /// How the user named it.
    named: PathBuf,
    replay: Replay,
    length: u64,
    _lock: Lock,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// How many entries were new.
    pub appended: usize,
    /// Where a last line that broke off was put.
    pub set_aside: Option<PathBuf>,
}

impl LedgerFile {
    /// Locks, reads and checks a ledger; one that doesn't exist is empty. `waiting` is called once
    /// if somebody else holds it, with who that is where it is known.
    pub fn open(
        path: &Path,
        claim: &Claim,
        mut waiting: impl FnMut(Option<Holder>),
    ) -> Result<Self, LedgerError> {
        Self::open_wanted(path, &|_| true, claim, &mut waiting)
    }

    /// Opens a ledger as [`LedgerFile::open`] does, for entries about these incidents. Its state
    /// tells of them, of checks and of requests all that there is to tell, and of other incidents
    /// perhaps nothing.
    pub fn open_for(
        path: &Path,
        incidents: &HashSet<String>,
        claim: &Claim,
        mut waiting: impl FnMut(Option<Holder>),
    ) -> Result<Self, LedgerError> {
        Self::open_wanted(path, &|incident| incidents.contains(incident), claim, &mut waiting)
    }

    fn open_wanted(
        path: &Path,
        wanted: Wanted<'_>,
        claim: &Claim,
        waiting: &mut dyn FnMut(Option<Holder>),
    ) -> Result<Self, LedgerError> {
        let real = real_path(path)?;
        // Before the lock, which would leave a file beside what is no ledger.
        is_there(&real, path)?;
        let lock = Lock::acquire(&real, path, claim, waiting)?;
        let (replay, length) = read_now(&real, path, wanted)?;
        Ok(Self { path: real, named: path.to_owned(), replay, length, _lock: lock })
    }

    /// What its entries say.
    #[must_use]
    pub const fn state(&self) -> &LedgerState {
        &self.replay.state
    }

    /// The last line, if it broke off. The next commit sets it aside.
    #[must_use]
    pub const fn torn(&self) -> Option<&TornTail> {
        self.replay.torn()
    }

    /// Appends entries in one write, those left out that are there already, and lets go of the
    /// lock. After an answer all of them stand in the ledger, on the disk; after an error none does.
    /// A process that is killed meanwhile, of which nobody has an answer, may leave the first of
    /// them, each whole, and a torn line behind.
    pub fn commit(self, entries: &[Entry]) -> Result<Committed, LedgerError> {
        self.write(entries)
    }

    /// Appends entries as [`LedgerFile::commit`] does, and tells what the ledger says with them.
    pub fn commit_and_replay(mut self, entries: &[Entry]) -> Result<(Committed, LedgerState), LedgerError> {
        let committed = self.write(entries)?;
        take_written(&mut self.replay.state, entries).map_err(|fault| LedgerError::NotReadBack {
            path: self.named.clone(),
            reason: format!("{fault:?}"),
        })?;
        Ok((committed, self.replay.state))
    }

    fn write(&self, entries: &[Entry]) -> Result<Committed, LedgerError> {
        let mut written = HashSet::new();
        let mut bytes = Vec::new();
        if self.replay.tail == Tail::Unended {
            bytes.push(b'\n');
        }
        for entry in entries {
            if !self.replay.state.knows(entry.id()) && written.insert(entry.id()) {
                bytes.extend_from_slice(entry.line().as_bytes());
                bytes.push(b'\n');
            }
        }
        if written.is_empty() {
            return Ok(Committed { appended: 0, set_aside: None });
        }
        let is_new = !is_there(&self.path, &self.named)?;
        let failed = |source| LedgerError::NotWritten { path: self.named.clone(), source, set_aside: None };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        private(&mut options);
        let mut file = options.open(&self.path).map_err(failed)?;
        if file.metadata().map_err(failed)?.len() != self.length {
            return Err(LedgerError::Changed { path: self.named.clone() });
        }
        let set_aside = match &self.replay.tail {
            Tail::Torn(tail) => Some(set_aside(&self.path, &tail.bytes).map_err(failed)?),
            Tail::Clean | Tail::Unended => None,
        };
        match append(&mut file, self.replay.intact, &bytes) {
            Ok(()) => {}
            Err(AppendError { source, restored: true }) => {
                if is_new {
                    let _ = fs::remove_file(&self.path);
                }
                return Err(LedgerError::NotWritten { path: self.named.clone(), source, set_aside });
            }
            Err(AppendError { source, restored: false }) => {
                return Err(LedgerError::HalfWritten { path: self.named.clone(), source, set_aside });
            }
        }
        if self.length == 0 {
            sync_folder(&self.path);
        }
        Ok(Committed { appended: written.len(), set_aside })
    }
}

/// Puts a torn line into the first free `<ledger>.torn-<n>`.
pub(super) fn set_aside(ledger: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let mut number = 1_u32;
    loop {
        let mut name = ledger.as_os_str().to_owned();
        name.push(format!(".torn-{number}"));
        let path = PathBuf::from(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        private(&mut options);
        match options.open(&path) {
            Ok(mut file) => {
                return match file.write_all(bytes).and_then(|()| file.sync_data()) {
                    Ok(()) => {
                        // Before the ledger loses it.
                        sync_folder(&path);
                        Ok(path)
                    }
                    Err(error) => {
                        // The line still stands where it stood: half a copy would only confuse.
                        let _ = fs::remove_file(&path);
                        Err(error)
                    }
                };
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// What an append needs of a file.
trait Appendable: Write + Seek {
    fn cut(&mut self, length: u64) -> io::Result<()>;
    fn sync(&mut self) -> io::Result<()>;
}

impl Appendable for File {
    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }
}

/// An append that failed, and whether the file stands as it was.
#[derive(Debug)]
struct AppendError {
    source: io::Error,
    restored: bool,
}

/// Writes behind the first `intact` bytes, in place of what may follow them. If that fails, the
/// file is cut back to those bytes.
fn append(file: &mut impl Appendable, intact: u64, bytes: &[u8]) -> Result<(), AppendError> {
    let mut attempt = || {
        file.cut(intact)?;
        file.seek(SeekFrom::Start(intact))?;
        file.write_all(bytes)?;
        file.sync()
    };
    attempt().map_err(|source| {
        let restored = file.cut(intact).and_then(|()| file.sync()).is_ok();
        AppendError { source, restored }
    })
}

/// Makes sure that a new file is found again after a loss of power. Where the system can't, the
/// file is there all the same.
pub(super) fn sync_folder(path: &Path) {
    #[cfg(unix)]
    if let Some(folder) = path.parent().and_then(|folder| File::open(folder).ok()) {
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = path;
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
