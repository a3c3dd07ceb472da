//! The files that `--output FORMAT=PATH` names.

use std::fs;
use std::path::{Path, PathBuf, absolute};

use anyhow::{anyhow, bail};
use clap::ValueEnum;

use crate::domain::Policy;
use crate::output::OutputFile;
use crate::words::outputs as words;

/// Opens the files, before the work begins. None may be one of the run's own files, nor named
/// twice.
pub(super) fn prepare<F: ValueEnum>(
    options: &[String],
    own: &[PathBuf],
) -> anyhow::Result<Vec<(F, OutputFile)>> {
    let mut taken: Vec<PathBuf> = own.iter().map(|path| place(path)).collect();
    let mut files = Vec::new();
    for option in options {
        let (format, path) = named(option)?;
        let path = Path::new(&path);
        if taken.contains(&place(path)) {
            return Err(of_this_run(path));
        }
        taken.push(place(path));
        files.push((format, OutputFile::prepare(path)?));
    }
    Ok(files)
}

/// A format and a path, as `FORMAT=PATH` names them.
pub(super) fn named<F: ValueEnum>(option: &str) -> anyhow::Result<(F, String)> {
    let (format, path) = option
        .split_once('=')
        .filter(|(_, path)| !path.is_empty())
        .ok_or_else(|| anyhow!(words::no_format_and_path(option)))?;
    let format = F::from_str(format, true)
        .map_err(|_| anyhow!(words::unknown_format(format, &known::<F>().join(", "))))?;
    if path == "-" {
        bail!(words::standard_output());
    }
    Ok((format, path.to_owned()))
}

/// That a file is none of the run's own.
pub(super) fn place_of(path: &Path, own: &[PathBuf]) -> anyhow::Result<()> {
    if own.iter().any(|known| place(known) == place(path)) {
        return Err(of_this_run(path));
    }
    Ok(())
}

fn of_this_run(path: &Path) -> anyhow::Error {
    anyhow!(words::file_of_this_run(&path.display()))
}

fn known<F: ValueEnum>() -> Vec<String> {
    let names = F::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    names.map(|name| name.get_name().to_owned()).collect()
}

/// The policy and the ledger of a run, with its lock.
pub(super) fn own(policy: &Policy, ledger: Option<&Path>) -> Vec<PathBuf> {
    let mut files = vec![policy.path.clone()];
    if let Some(ledger) = ledger {
        let mut lock = ledger.as_os_str().to_owned();
        lock.push(".lock");
        files.extend([ledger.to_owned(), lock.into()]);
    }
    files
}

/// Where a path leads, links followed as far as it exists.
fn place(path: &Path) -> PathBuf {
    let whole = absolute(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(real) = fs::canonicalize(&whole) {
        return real;
    }
    match (whole.parent().map(fs::canonicalize), whole.file_name()) {
        (Some(Ok(folder)), Some(name)) => folder.join(name),
        _ => whole,
    }
}
