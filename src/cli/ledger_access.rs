//! The ledger as commands use it: who writes, and what a person is told about its state.

use std::collections::HashSet;
use std::path::Path;

use anyhow::bail;

use crate::assess::LedgerState;
use crate::context::Context;
use crate::domain::{Holder, Instant, Language, Zone};
use crate::ledger::{
    self, Author, Claim, Entry, LedgerError, LedgerFile, OpenRequests, Patience, ReadLedger,
};
use crate::output::say;
use crate::render::{self, LocalTimes};
use crate::words::ledger_use;

/// That the ledger is there: what is asked of it can't be answered by one that is yet to be written.
pub(super) fn must_exist(path: &Path) -> anyhow::Result<()> {
    // What is there in some way, or can't be looked at, is told better by reading it.
    if path.try_exists().is_ok_and(|exists| !exists) && !path.is_symlink() {
        bail!(ledger_use::not_yet(&path.display()));
    }
    Ok(())
}

/// The right to write that a person asks for now.
pub(super) fn claim(by: &str, context: &Context) -> Claim {
    let patience = context.lock_wait.map_or_else(Patience::default, |longest| Patience { longest });
    Claim { by: by.to_owned(), at: context.present(), patience }
}

/// Opens the ledger for writing, and says so while somebody else holds it.
pub(super) fn open(
    path: &Path,
    claim: &Claim,
    zone: Zone,
    language: Language,
) -> Result<LedgerFile, LedgerError> {
    LedgerFile::open(path, claim, waiting(path, claim, zone, language))
}

/// Opens the ledger as [`open`] does, for entries about these incidents alone: of others it knows
/// nothing.
pub(super) fn open_for(
    path: &Path,
    incidents: &HashSet<String>,
    claim: &Claim,
    zone: Zone,
    language: Language,
) -> Result<LedgerFile, LedgerError> {
    LedgerFile::open_for(path, incidents, claim, waiting(path, claim, zone, language))
}

/// Says whom this claim has to wait for.
pub(super) fn waiting(
    path: &Path,
    claim: &Claim,
    zone: Zone,
    language: Language,
) -> impl FnMut(Option<Holder>) {
    let times = LocalTimes::new(zone);
    move |holder| {
        let longest = claim.patience.longest;
        say(&render::ledger_in_use(path, holder.as_ref(), longest, &times, language));
    }
}

/// Reads the ledger; a last line that broke off is told.
pub(super) fn read(path: &Path, language: Language) -> Result<ReadLedger, LedgerError> {
    Ok(told(path, ledger::read(path)?, language))
}

/// Reads of the ledger what may wait for somebody; a last line that broke off is told.
pub(super) fn read_unsettled(
    path: &Path,
    open: OpenRequests,
    language: Language,
) -> Result<ReadLedger, LedgerError> {
    Ok(told(path, ledger::read_unsettled(path, open)?, language))
}

fn told(path: &Path, read: ReadLedger, language: Language) -> ReadLedger {
    if let Some(torn) = &read.torn {
        say(&render::ledger_breaks_off(path, torn.line, language));
    }
    read
}

/// Appends the entries, and gives what the ledger says with them; a broken-off line that was set
/// aside is told.
pub(super) fn commit(
    file: LedgerFile,
    entries: &[Entry],
    language: Language,
) -> Result<LedgerState, LedgerError> {
    let (committed, state) = file.commit_and_replay(entries)?;
    if let Some(aside) = &committed.set_aside {
        say(&render::broken_line_put_aside(aside, language));
    }
    Ok(state)
}

/// Who records what an export says. That is no person's word, so where nobody is named, as under
/// cron, the run goes on without a name.
pub(super) fn recorder(by: Option<&str>, at: Instant, context: &Context) -> anyhow::Result<Author> {
    let surrounding = || name(context.user.as_deref()).or_else(|| name(context.login.as_deref()));
    let by = given(by)?.or_else(surrounding).unwrap_or_else(|| "unknown".to_owned());
    Ok(Author { by, at })
}

/// Who writes: the person named, else the one the surroundings name, git's user among them.
pub(super) fn author(by: Option<&str>, at: Instant, context: &Context) -> anyhow::Result<Author> {
    let by = given(by)?
        .or_else(|| name(context.user.as_deref()))
        .or_else(|| name(context.git_user().as_deref()))
        .or_else(|| name(context.login.as_deref()));
    match by {
        Some(by) => Ok(Author { by, at }),
        None => bail!(ledger_use::nobody_named()),
    }
}

/// The name given by `--by`. Where that is empty, as by a variable that isn't set, it must not
/// become another person's word.
fn given(by: Option<&str>) -> anyhow::Result<Option<String>> {
    let given = name(by);
    if by.is_some() && given.is_none() {
        bail!(ledger_use::empty_name());
    }
    Ok(given)
}

fn name(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned)
}
