use std::collections::HashSet;
use std::fs::{self, File};
use std::hash::BuildHasher;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::around::Vicinity;
use super::lock::Lock;
use super::replay::replay_about;
use super::scan::Wanted;
use super::settled::{OpenRequests, Settled};
use super::{LedgerError, Patience, Replay, TornTail, Tried};
use crate::assess::LedgerState;

/// A ledger that was only read.
#[derive(Debug)]
pub struct ReadLedger {
    /// What its entries say.
    pub state: LedgerState,
    /// The last line, if it broke off.
    pub torn: Option<TornTail>,
}

/// Reads a ledger without holding anybody up; one that doesn't exist is empty.
pub fn read(path: &Path) -> Result<ReadLedger, LedgerError> {
    let real = real_path(path)?;
    let (found, _) =
        undisturbed(&real, || read_now(&real, path, &|_| true), |(found, _)| found.torn().is_some())?;
    let torn = found.torn().cloned();
    Ok(ReadLedger { state: found.state, torn })
}

/// Reads what a ledger says of all that may wait for somebody, of requests and of checks. Incidents
/// about which nothing is left to do are perhaps not in it.
pub fn read_unsettled(path: &Path, open: OpenRequests) -> Result<ReadLedger, LedgerError> {
    let real = real_path(path)?;
    let failed = |source| LedgerError::Io { path: path.to_owned(), tried: Tried::Reading, source };
    let settled = match opened(&real, path)? {
        Some(file) => Settled::of(file.into_inner(), open).map_err(failed)?,
        None => Settled::default(),
    };
    // An incident that something is written about meanwhile is read by what was there before.
    let wanted = |incident: &str| !settled.contains(incident);
    let (found, _) =
        undisturbed(&real, || read_now(&real, path, &wanted), |(found, _)| found.torn().is_some())?;
    let torn = found.torn().cloned();
    Ok(ReadLedger { state: found.state, torn })
}

/// Reads what a ledger says of these incidents alone, of requests and of checks.
pub fn read_about(
    path: &Path,
    incidents: &HashSet<String, impl BuildHasher + Sync>,
) -> Result<ReadLedger, LedgerError> {
    let real = real_path(path)?;
    let wanted = |incident: &str| incidents.contains(incident);
    let (found, _) =
        undisturbed(&real, || read_now(&real, path, &wanted), |(found, _)| found.torn().is_some())?;
    let torn = found.torn().cloned();
    Ok(ReadLedger { state: found.state, torn })
}

/// Reads what a ledger says of these incidents, and of those whose clock started when the same
/// problem is looked for, so that [`crate::assess::Dossier`] tells of these incidents what it would
/// by the whole ledger.
pub fn read_around(
    path: &Path,
    incidents: &HashSet<String, impl BuildHasher + Sync>,
) -> Result<ReadLedger, LedgerError> {
    let real = real_path(path)?;
    let (about, _) = read_now(&real, path, &|incident| incidents.contains(incident))?;
    let failed = |source| LedgerError::Io { path: path.to_owned(), tried: Tried::Reading, source };
    let near = match (Vicinity::of(&about.state, incidents.iter().map(String::as_str)), opened(&real, path)?)
    {
        (Some(vicinity), Some(file)) => vicinity.incidents(file.into_inner()).map_err(failed)?,
        _ => HashSet::new(),
    };
    let wanted = |incident: &str| incidents.contains(incident) || near.contains(incident);
    let (found, _) =
        undisturbed(&real, || read_now(&real, path, &wanted), |(found, _)| found.torn().is_some())?;
    let torn = found.torn().cloned();
    Ok(ReadLedger { state: found.state, torn })
}

/// What reading gives, without holding anybody up. If the last line broke off, perhaps somebody is
/// writing it just now: then it is read again when they are done.
pub(super) fn undisturbed<T>(
    real: &Path,
    mut look: impl FnMut() -> Result<T, LedgerError>,
    torn: impl Fn(&T) -> bool,
) -> Result<T, LedgerError> {
    let found = look()?;
    if torn(&found) {
        let patience = Patience { longest: Duration::from_secs(2) };
        if let Ok(_lock) = Lock::acquire_to_look(real, patience) {
            return look();
        }
    }
    Ok(found)
}

/// Follows links, so that one file has one lock however it is named.
pub(super) fn real_path(path: &Path) -> Result<PathBuf, LedgerError> {
    match fs::canonicalize(path) {
        Ok(real) => Ok(real),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Ok(target) = fs::read_link(path) {
                return Err(LedgerError::Dangling { path: path.to_owned(), target });
            }
            let folder = match path.parent() {
                Some(folder) if folder != Path::new("") => folder,
                _ => Path::new("."),
            };
            match (fs::canonicalize(folder), path.file_name()) {
                (Ok(folder), Some(name)) if folder.is_dir() => Ok(folder.join(name)),
                _ => Err(LedgerError::NoFolder { path: path.to_owned() }),
            }
        }
        Err(source) => Err(LedgerError::Io { path: path.to_owned(), tried: Tried::Finding, source }),
    }
}

/// What stands in the file, and how long it is.
pub(super) fn read_now(real: &Path, named: &Path, wanted: Wanted<'_>) -> Result<(Replay, u64), LedgerError> {
    let replayed = match opened(real, named)? {
        Some(file) => replay_about(file.into_inner(), wanted),
        None => replay_about(io::empty(), wanted),
    };
    let found = replayed.map_err(|error| LedgerError::of_replay(named.to_owned(), error))?;
    let length = found.intact + found.torn().map_or(0, |tail| tail.bytes.len() as u64);
    Ok((found, length))
}

/// The file, opened for reading; `None` for one that doesn't exist.
pub(super) fn opened(real: &Path, named: &Path) -> Result<Option<BufReader<File>>, LedgerError> {
    if !is_there(real, named)? {
        return Ok(None);
    }
    let failed = |source| LedgerError::Io { path: named.to_owned(), tried: Tried::Reading, source };
    let file = File::open(real).map_err(failed)?;
    Ok(Some(BufReader::with_capacity(1 << 16, file)))
}

/// Whether the file exists. Anything else in its place is an error, and isn't opened: a pipe would
/// keep its reader waiting.
pub(super) fn is_there(real: &Path, named: &Path) -> Result<bool, LedgerError> {
    let failed = |source| LedgerError::Io { path: named.to_owned(), tried: Tried::Reading, source };
    match fs::metadata(real) {
        Ok(found) if !found.is_file() => Err(LedgerError::NotAFile { path: named.to_owned() }),
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(source) => Err(failed(source)),
    }
}
