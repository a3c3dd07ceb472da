use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::{Claim, LedgerError, Patience, holder_line};
use crate::domain::{Holder, Span};
use crate::words::ledger_errors;

/// How often the lock is tried for: as often as costs next to nothing, so that of many who wait none is
/// passed over for long.
const PAUSE: Duration = Duration::from_millis(2);

/// More than a line that names a holder.
const LONGEST_LINE: u64 = 1024;

/// The right to write, held until it is dropped or the process ends.
///
/// It lies on a neighbour of the ledger, whose content names the holder. The neighbour is never
/// removed: a lock on a file that is gone would keep nobody out. It is emptied when the lock is let
/// go; where a process was killed its name stays until the next one has the lock, and meanwhile
/// misleads nobody, since only those who don't get the lock read it.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
}

impl Lock {
    /// Waits for the lock of a ledger that the user calls `named`. `waiting` is called once, when somebody else has it and may
    /// be waited for, with who that is where it is known.
    pub(super) fn acquire(
        ledger: &Path,
        named: &Path,
        claim: &Claim,
        waiting: &mut dyn FnMut(Option<Holder>),
    ) -> Result<Self, LedgerError> {
        let asked = Instant::now();
        let mut lock = Self::wait(ledger, named, claim.patience, waiting)?;
        let waited = i64::try_from(asked.elapsed().as_secs()).ok().and_then(Span::from_seconds);
        let since = waited.map_or(claim.at, |waited| claim.at.plus(waited));
        lock.tell(&holder_line::holding(claim, since));
        Ok(lock)
    }

    /// Waits for the lock to look at a ledger while nobody writes.
    pub(super) fn acquire_to_look(ledger: &Path, patience: Patience) -> Result<Self, LedgerError> {
        let mut lock = Self::wait(ledger, ledger, patience, &mut |_| {})?;
        lock.tell(&Holder { process: std::process::id(), by: None, since: None });
        Ok(lock)
    }

    fn wait(
        ledger: &Path,
        named: &Path,
        patience: Patience,
        waiting: &mut dyn FnMut(Option<Holder>),
    ) -> Result<Self, LedgerError> {
        let path = neighbour(ledger);
        let failed = |source| LedgerError::NotLocked { path: named.to_owned(), lock: path.clone(), source };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        private(&mut options);
        let file = options.open(&path).map_err(failed)?;
        if !file.metadata().map_err(failed)?.is_file() {
            return Err(failed(io::Error::other(ledger_errors::lock_not_a_file())));
        }
        let asked = Instant::now();
        let mut told = false;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { file }),
                Err(TryLockError::Error(source)) => return Err(failed(source)),
                Err(TryLockError::WouldBlock) => {}
            }
            let waited = asked.elapsed();
            if waited >= patience.longest {
                let holder = holder(&path);
                return Err(LedgerError::Locked { path: named.to_owned(), holder, waited });
            }
            if !told {
                waiting(holder(&path));
                told = true;
            }
            thread::sleep(PAUSE.min(patience.longest.saturating_sub(waited)));
        }
    }

    /// Names the holder to those who have to wait.
    fn tell(&mut self, holder: &Holder) {
        // In one write, so that nobody reads half a line. Without it the lock is as good.
        let _ = self
            .file
            .set_len(0)
            .and_then(|()| self.file.rewind())
            .and_then(|()| self.file.write_all(holder_line::line(holder).as_bytes()));
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Still locked here: whoever comes next writes a name of their own after this.
        let _ = self.file.set_len(0);
    }
}

/// The file that the lock lies on: `<ledger>.lock`.
fn neighbour(ledger: &Path) -> PathBuf {
    let mut name = ledger.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

/// Who holds a lock, as far as it can be told. (Some systems let nobody read a locked file.)
fn holder(path: &Path) -> Option<Holder> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(LONGEST_LINE).read_to_end(&mut bytes).ok()?;
    holder_line::parse(&String::from_utf8_lossy(&bytes))
}

/// Makes a new file readable to its owner alone, where the system knows owners.
pub(super) fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = options;
}
