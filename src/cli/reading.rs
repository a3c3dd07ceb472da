use std::num::NonZeroUsize;
use std::thread;

use anyhow::{Error, anyhow, bail};
use clap::Args;

use crate::assess::{Report, SourceSummary};
use crate::words::export_choice as words;

/// How exports are read, and what is still a trustworthy answer.
#[derive(Clone, Debug, Args)]
pub(super) struct Reading {
    /// How many unreadable rows are still a trustworthy answer
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    max_unreadable: u64,

    /// Accept an export without an incident
    #[arg(long)]
    allow_empty: bool,

    /// Which sheet of a workbook to read, by its name or its number from 1; otherwise the first
    #[arg(long, value_name = "SHEET")]
    sheet: Option<String>,

    /// How many threads to read with; otherwise one for each core
    #[arg(long, value_name = "COUNT", hide_short_help = true)]
    threads: Option<NonZeroUsize>,

    /// Whether nothing is told on the way.
    #[arg(skip)]
    quiet: bool,
}

impl Reading {
    /// How many threads to read with.
    pub(super) fn threads(&self) -> usize {
        self.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
    }

    /// The same, with nothing told on the way where that isn't wanted.
    pub(super) fn quietly(&self, quiet: bool) -> Self {
        Self { quiet, ..self.clone() }
    }

    /// Whether nothing is told on the way.
    pub(super) const fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Which sheet of workbooks is read, if it isn't the first.
    pub(super) fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// What was asked for of exports makes no sense where none is named.
    pub(super) fn without_exports(&self) -> anyhow::Result<()> {
        if self.sheet.is_some() {
            bail!(words::sheet_of_nothing())
        }
        Ok(())
    }

    /// Why a report is no trustworthy answer, if it isn't; `undone` is what was not done therefore.
    pub(super) fn distrust(&self, report: &Report, undone: &str) -> Option<Error> {
        self.distrust_read(&report.sources, report.unreadable_rows(), undone)
    }

    /// Why what was read of exports, with so many unreadable rows, is no trustworthy answer, if it isn't.
    pub(super) fn distrust_read(
        &self,
        sources: &[SourceSummary],
        unreadable: u64,
        undone: &str,
    ) -> Option<Error> {
        if unreadable > self.max_unreadable {
            return Some(anyhow!(words::too_many_unreadable(unreadable, self.max_unreadable, undone)));
        }
        let empty = sources.iter().find(|source| source.incidents == 0 && source.replaced == 0)?;
        (!self.allow_empty).then(|| anyhow!(words::no_incident(&empty.path)))
    }
}
