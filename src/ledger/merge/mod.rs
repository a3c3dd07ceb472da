//! Joining ledgers: all entries of all of them, each once, as they stand.

mod replacing;
mod union;

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::file::set_aside;
use super::lock::Lock;
use super::raw_lines::{Content, RawLine};
use super::reading::{is_there, opened, real_path, undisturbed};
use super::{Claim, LedgerError, TornTail, Tried};
use crate::domain::Holder;
use replacing::replace;
use union::{Read, Union};

/// Several ledgers as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Its lines.
    pub bytes: Vec<u8>,
    /// How many entries it has.
    pub entries: usize,
    /// For each answer that no longer counts, as one of another ledger does, its incident.
    pub overruled: Vec<String>,
    /// The last lines that had broken off and were left out, with their ledgers.
    pub torn: Vec<(PathBuf, TornTail)>,
    /// Where the torn line of the replaced ledger was put.
    pub set_aside: Option<PathBuf>,
}

/// Joins ledgers: the entries of the first in their order, then those of the second that the first
/// lacks, and so on. Conflicts that git left are joined too; a single ledger must have one.
pub fn merge(inputs: &[PathBuf]) -> Result<Merged, Vec<LedgerError>> {
    join(inputs, None).map(|(union, torn)| merged(union, torn))
}

/// Joins ledgers as [`merge`] does, and puts the result in the place of `output`, whole or not at
/// all. That file is held meanwhile, so that nothing written to it is lost; what it has of its own
/// must be among the inputs. `waiting` is called once if somebody else holds it, with who
/// that is where it is known.
pub fn merge_into(
    output: &Path,
    inputs: &[PathBuf],
    claim: &Claim,
    mut waiting: impl FnMut(Option<Holder>),
) -> Result<Merged, Vec<LedgerError>> {
    let one = |error| vec![error];
    let real = real_path(output).map_err(one)?;
    is_there(&real, output).map_err(one)?;
    let _lock = if is_gits_own(&real) {
        None
    } else {
        Some(Lock::acquire(&real, output, claim, &mut waiting).map_err(one)?)
    };
    let (union, mut torn) = join(inputs, Some(&real))?;
    let before = keep_all(output, &real, inputs, &union, &mut torn)?;
    // Of all ledgers only this one is written; a line that breaks off in another stays there.
    let own = torn.iter().position(|(path, _)| is_same(path, &real));
    let own = own.map(|place| torn.remove(place).1);
    let mut merged = merged(union, torn);
    if before.as_ref() == Some(&merged.bytes) {
        return Ok(merged);
    }
    let failed = |source, set_aside| LedgerError::NotWritten { path: output.to_owned(), source, set_aside };
    if let Some(tail) = own {
        merged.set_aside = Some(set_aside(&real, &tail.bytes).map_err(|source| vec![failed(source, None)])?);
    }
    replace(&real, &merged.bytes).map_err(|source| vec![failed(source, merged.set_aside.clone())])?;
    Ok(merged)
}

fn merged(union: Union, torn: Vec<(PathBuf, TornTail)>) -> Merged {
    let (entries, overruled) = (union.entries(), union.overruled());
    Merged { bytes: union.into_bytes(), entries, overruled, torn, set_aside: None }
}

type Torn = Vec<(PathBuf, TornTail)>;

/// The union of ledgers, and what had broken off in them. `held` is the one that is locked already.
fn join(inputs: &[PathBuf], held: Option<&Path>) -> Result<(Union, Torn), Vec<LedgerError>> {
    let (mut union, mut torn, mut faults) = (Union::default(), Vec::new(), Vec::new());
    let mut markers = 0;
    for input in inputs {
        match read_into(&mut union, input, held) {
            Ok(read) => {
                markers += read.markers;
                torn.extend(read.torn.map(|tail| (input.clone(), tail)));
            }
            Err(found) => faults.extend(found),
        }
    }
    if let ([only], 0, true) = (inputs, markers, faults.is_empty()) {
        faults.push(LedgerError::Alone { path: only.clone() });
    }
    if faults.is_empty() { Ok((union, torn)) } else { Err(faults) }
}

/// Adds the entries of a ledger.
fn read_into(union: &mut Union, input: &Path, held: Option<&Path>) -> Result<Read, Vec<LedgerError>> {
    let one = |error| vec![error];
    let real = real_path(input).map_err(one)?;
    let bytes = || -> Result<Vec<u8>, LedgerError> {
        let failed = |source| LedgerError::Io { path: input.to_owned(), tried: Tried::Reading, source };
        let mut file =
            opened(&real, input)?.ok_or_else(|| LedgerError::Missing { path: input.to_owned() })?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(failed)?;
        Ok(bytes)
    };
    let bytes =
        if held == Some(&*real) { bytes() } else { undisturbed(&real, bytes, |bytes| breaks_off(bytes)) };
    union.add(input, &bytes.map_err(one)?)
}

/// That the file about to be replaced has no entry that the union lacks; and what stands in it.
fn keep_all(
    output: &Path,
    real: &Path,
    inputs: &[PathBuf],
    union: &Union,
    torn: &mut Torn,
) -> Result<Option<Vec<u8>>, Vec<LedgerError>> {
    let failed = |source| vec![LedgerError::Io { path: output.to_owned(), tried: Tried::Reading, source }];
    let Some(mut file) = opened(real, output).map_err(|error| vec![error])? else { return Ok(None) };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(failed)?;
    if !inputs.iter().any(|input| is_same(input, real)) {
        let mut own = Union::default();
        let found = own.add(output, &bytes)?;
        let entries = own.ids().filter(|id| !union.has(*id)).count();
        if entries > 0 {
            return Err(vec![LedgerError::WouldLose { path: output.to_owned(), entries }]);
        }
        torn.extend(found.torn.map(|tail| (output.to_owned(), tail)));
    }
    Ok(Some(bytes))
}

/// Whether the last line is part of an entry.
fn breaks_off(bytes: &[u8]) -> bool {
    let last = bytes.rsplit(|&byte| byte == b'\n').next().unwrap_or_default();
    matches!(RawLine { number: 0, bytes: last }.content(), Content::Torn(_))
}

fn is_same(path: &Path, real: &Path) -> bool {
    real_path(path).is_ok_and(|path| path == real)
}

/// Whether git made the file for a merge that is going on. Nobody else writes in it, and nobody
/// would take away the lock beside it.
fn is_gits_own(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".merge_file_"))
}
