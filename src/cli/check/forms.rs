//! In which forms a report is wanted.

use clap::ValueEnum;

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
