//! Several exports as one population of incidents.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context as _, bail};

use super::failure;
use super::progress::{Watched, watching};
use super::reading::Reading;
use crate::assess::{Assessor, Intake, Report, SourceSummary, Tally, UnreadableRow};
use crate::domain::{Instant, Policy, Position};
use crate::source::{IdSet, Input, ReadOptions, RowIndex, SourceError, read_export};
use crate::words::export_choice as words;

/// What was read from all exports of a run.
pub(super) struct Population<T> {
    /// What was kept of the incidents.
    pub(super) tally: T,
    pub(super) exports: ReadExports,
}

/// What is known of the exports that were read, beside their incidents.
#[derive(Clone)]
pub(super) struct ReadExports {
    pub(super) sources: Vec<SourceSummary>,
    /// The rows that no incident could be made of.
    pub(super) unreadable: Vec<UnreadableRow>,
    rows: Rc<[RowIndex]>,
}

impl<T: Send> Population<T> {
    /// Reads the exports. One that is named later replaces incidents of those before it, so the
    /// last is read first. The faults of all exports come together, and then there is no
    /// population: a part of it must not look like the whole.
    pub(super) fn read(
        exports: &[PathBuf],
        policy: &Policy,
        intake: &impl Intake<Tally = T>,
        as_of: Instant,
        digest: bool,
        reading: &Reading,
    ) -> anyhow::Result<Self> {
        let inputs: Vec<Input> = exports.iter().map(|export| input(export)).collect();
        Self::read_inputs(&inputs, policy, intake, as_of, digest, reading)
    }

    /// The same, of exports that were opened before.
    pub(super) fn read_inputs<I: Intake<Tally = T>>(
        exports: &[Input],
        policy: &Policy,
        intake: &I,
        as_of: Instant,
        digest: bool,
        reading: &Reading,
    ) -> anyhow::Result<Self> {
        let read = |watched: &Watched<'_, I>| {
            Population::read_with(exports, policy, watched, as_of, digest, reading)
        };
        match (!reading.is_quiet()).then(|| watching(intake, read)).flatten() {
            Some(watched) => {
                let Population { tally: watched, exports } = watched?;
                Ok(Self { tally: watched.tally, exports })
            }
            None => Self::read_with(exports, policy, intake, as_of, digest, reading),
        }
    }

    fn read_with(
        exports: &[Input],
        policy: &Policy,
        intake: &impl Intake<Tally = T>,
        as_of: Instant,
        digest: bool,
        reading: &Reading,
    ) -> anyhow::Result<Self> {
        let mut tally = intake.begin();
        let mut later = IdSet::default();
        let mut read = Vec::new();
        let mut faults: Vec<SourceError> = Vec::new();
        for (place, export) in exports.iter().enumerate().rev() {
            let source = u32::try_from(place)?;
            let (threads, sheet) = (reading.threads(), reading.sheet());
            let options = ReadOptions { source, threads, digest, sheet, as_of, later: &later };
            match read_export(export, policy, intake, &options) {
                Ok(export) => {
                    intake.merge(&mut tally, export.tally);
                    // An id that both have is no clash: the later export replaced it.
                    later.merge(export.ids);
                    read.push((export.summary, export.rows, export.unreadable));
                }
                Err(fault) => faults.push(fault),
            }
        }
        if !faults.is_empty() {
            faults.reverse();
            return Err(failure::all(&faults));
        }
        if reading.sheet().is_some() && read.iter().all(|(summary, ..)| summary.sheet.is_none()) {
            bail!(words::sheet_of_no_workbook());
        }
        let (mut sources, mut all_rows, mut all_unreadable) = (Vec::new(), Vec::new(), Vec::new());
        for (summary, rows, unreadable) in read.into_iter().rev() {
            sources.push(summary);
            all_rows.push(rows);
            all_unreadable.extend(unreadable);
        }
        Ok(Self {
            tally,
            exports: ReadExports { sources, unreadable: all_unreadable, rows: all_rows.into() },
        })
    }
}

impl ReadExports {
    /// The number of a row.
    pub(super) fn row(&self, position: Position) -> u64 {
        row_in(&self.rows, position)
    }

    /// The report on what an assessor kept of their incidents.
    pub(super) fn report(self, assessor: &Assessor<'_>, tally: Tally, filters: Vec<String>) -> Report {
        let Self { sources, unreadable, rows } = self;
        assessor.report(tally, sources, unreadable, filters, |position| row_in(&rows, position))
    }
}

fn row_in(rows: &[RowIndex], position: Position) -> u64 {
    rows.get(position.source as usize).map_or(0, |rows| rows.row(position))
}

/// The first export, if it is a file: the policy may lie beside it.
pub(super) fn first_file(exports: &[PathBuf]) -> Option<&Path> {
    exports.first().map(PathBuf::as_path).filter(|path| *path != Path::new("-"))
}

pub(super) fn input(export: &Path) -> Input {
    if export == Path::new("-") { Input::Stdin } else { Input::File(export.to_owned()) }
}

/// The exports that were named, patterns such as `exports/*.csv` replaced by the files they fit,
/// in order of name.
pub(super) fn expand(named: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut exports = Vec::new();
    for path in named {
        let text = path.to_string_lossy();
        if path.exists() || !text.contains(['*', '?', '[']) {
            exports.push(path.clone());
            continue;
        }
        let before = exports.len();
        let found = glob::glob(&text).with_context(|| words::no_pattern(&text))?;
        for found in found {
            exports.push(found?);
        }
        if exports.len() == before {
            bail!(words::no_file_fits(&text));
        }
    }
    if exports.iter().filter(|path| *path == Path::new("-")).count() > 1 {
        bail!(words::standard_input_twice());
    }
    Ok(exports)
}
