//! The ledger as commands use it: who writes, and what a person is told about its state.

use std::path::Path;

use anyhow::bail;

use crate::assess::LedgerState;
use crate::context::Context;
use crate::domain::Instant;
use crate::ledger::{self, Author, Entry, LedgerError, LedgerFile, Patience, ReadLedger, TornTail};
use crate::output::say;

/// Opens the ledger for writing, and says so while somebody else holds it.
pub(super) fn open(path: &Path) -> Result<LedgerFile, LedgerError> {
    let waiting = |holder: Option<u32>| {
        let who = holder.map(|process| format!(" (process {process})")).unwrap_or_default();
        say(&format!("waiting for `{}`: somebody else is writing it{who}", path.display()));
    };
    LedgerFile::open(path, Patience::default(), waiting)
}

/// Reads the ledger; a last line that broke off is told.
pub(super) fn read(path: &Path) -> Result<ReadLedger, LedgerError> {
    let read = ledger::read(path)?;
    if let Some(torn) = &read.torn {
        say(&torn_line(path, torn));
    }
    Ok(read)
}

/// Appends the entries, and gives what the ledger says with them; a broken-off line that was set
/// aside is told.
pub(super) fn commit(file: LedgerFile, entries: &[Entry]) -> Result<LedgerState, LedgerError> {
    let (committed, state) = file.commit_and_replay(entries)?;
    if let Some(aside) = &committed.set_aside {
        say(&format!(
            "warning: the ledger's last line had broken off, perhaps when the machine stopped; it was put aside in \
             `{}`, and everything before it was kept",
            aside.display()
        ));
    }
    Ok(state)
}

/// Who writes: the person named, else the one the surroundings name.
pub(super) fn author(by: Option<&str>, at: Instant, context: &Context) -> anyhow::Result<Author> {
    match by.or(context.user.as_deref()).map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => Ok(Author { at, by: name.to_owned() }),
        None => bail!("nobody is named: say who you are by --by NAME, or set SLO_USER"),
    }
}

fn torn_line(path: &Path, torn: &TornTail) -> String {
    format!(
        "warning: `{}` line {}: breaks off, perhaps as the machine stopped while it was written; everything before \
         it was read, and the next write puts it aside",
        path.display(),
        torn.line
    )
}
