//! In which forms a report is wanted, and in which files.

use std::fs;
use std::path::{Path, PathBuf, absolute};

use anyhow::{anyhow, bail};
use clap::ValueEnum;

use crate::output::OutputFile;
use crate::render::Format;

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FormatArg {
    /// Tables for people
    Table,
    /// The report as JSON, schema slo.report/1
    Json,
    /// One row for each breach
    Csv,
    /// Tables for a ticket or a wiki
    Markdown,
}

impl From<FormatArg> for Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Table => Self::Table,
            FormatArg::Json => Self::Json,
            FormatArg::Csv => Self::Csv,
            FormatArg::Markdown => Self::Markdown,
        }
    }
}

/// Opens the files that `--output FORMAT=PATH` names, before the work begins. None may be one of
/// the run's own files, nor named twice.
pub(super) fn prepare(options: &[String], own: &[PathBuf]) -> anyhow::Result<Vec<(Format, OutputFile)>> {
    let mut taken: Vec<PathBuf> = own.iter().map(|path| place(path)).collect();
    let mut files = Vec::new();
    for option in options {
        let (format, path) = option
            .split_once('=')
            .filter(|(_, path)| !path.is_empty())
            .ok_or_else(|| anyhow!("--output: `{option}` isn't FORMAT=PATH, such as json=report.json"))?;
        let format = FormatArg::from_str(format, true).map_err(|_| {
            anyhow!("--output: `{format}` isn't a format; known are table, json, csv, markdown")
        })?;
        if path == "-" {
            bail!("--output: `-` is standard output, which --format writes: say --format instead");
        }
        let path = Path::new(path);
        if taken.contains(&place(path)) {
            bail!(
                "--output: `{}` is a file of this run already: an export, the policy, the ledger or another output",
                path.display()
            );
        }
        taken.push(place(path));
        files.push((format.into(), OutputFile::prepare(path)?));
    }
    Ok(files)
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
