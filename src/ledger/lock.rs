use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::LedgerError;

/// How long to wait for somebody else to be done with the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// After this much waiting, give up.
    pub longest: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { longest: Duration::from_secs(30) }
    }
}

/// How often the lock is tried for.
const PAUSE: Duration = Duration::from_millis(10);

/// The right to write, held until it is dropped or the process ends.
///
/// It lies on a neighbour of the ledger, whose content is the id of the process that holds it. The
/// neighbour is never removed: a lock on a file that is gone would keep nobody out.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the lock of a ledger. `waiting` is called once, when somebody else has it, with
    /// the id of their process where it is known.
    pub(super) fn acquire(
        ledger: &Path,
        patience: Patience,
        waiting: &mut dyn FnMut(Option<u32>),
    ) -> Result<Self, LedgerError> {
        let path = neighbour(ledger);
        let failed = |what, source| LedgerError::Io { path: path.clone(), what, source };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        private(&mut options);
        let mut file = options.open(&path).map_err(|source| failed("opened for locking", source))?;
        let mut waited = Duration::ZERO;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::Error(source)) => return Err(failed("locked", source)),
                Err(TryLockError::WouldBlock) if waited >= patience.longest => {
                    let holder = holder(&path);
                    return Err(LedgerError::Locked { path: ledger.to_owned(), holder, waited });
                }
                Err(TryLockError::WouldBlock) => {
                    if waited.is_zero() {
                        waiting(holder(&path));
                    }
                    thread::sleep(PAUSE);
                    waited += PAUSE;
                }
            }
        }
        // Only for the message that others see: without it the lock is as good.
        let _ = file
            .set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| writeln!(file, "{}", std::process::id()));
        Ok(Self { _file: file })
    }
}

/// The file that the lock lies on: `<ledger>.lock`.
fn neighbour(ledger: &Path) -> PathBuf {
    let mut name = ledger.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

/// The process that holds a lock, as far as it can be told.
fn holder(path: &Path) -> Option<u32> {
    let mut text = String::new();
    File::open(path).ok()?.take(32).read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
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
