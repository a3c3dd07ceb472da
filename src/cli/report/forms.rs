use clap::ValueEnum;

use crate::render::{ReportForm, Style};

/// What the report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FormArg {
    /// Tables with small bars, for a terminal
    Table,
    /// Markdown
    Markdown,
    /// JSON, schema slo.period-report/1 or slo.shift-report/1
    Json,
    /// CSV with a row for each number
    Csv,
    /// One HTML file with pictures, to be read and printed without a network
    Html,
    /// A workbook with a sheet for each table
    Xlsx,
}

impl From<FormArg> for ReportForm {
    fn from(arg: FormArg) -> Self {
        match arg {
            FormArg::Table => Self::Table,
            FormArg::Markdown => Self::Markdown,
            FormArg::Json => Self::Json,
            FormArg::Csv => Self::Csv,
            FormArg::Html => Self::Html,
            FormArg::Xlsx => Self::Xlsx,
        }
    }
}

/// How many lines of a long list a page has unless told otherwise: it can be scrolled, but must open
/// at once.
const ON_A_PAGE: usize = 200;

/// How a form looks. Who reads CSV, JSON or a workbook by a program wants all of it.
pub(super) fn style(form: ReportForm, style: &Style, to_file: bool) -> Style {
    let limit = match form {
        ReportForm::Table | ReportForm::Markdown => style.limit,
        ReportForm::Html => style.limit.map(|limit| limit.max(ON_A_PAGE)),
        ReportForm::Json | ReportForm::Csv | ReportForm::Xlsx => None,
    };
    let (width, colour) = if to_file { (None, false) } else { (style.width, style.colour) };
    Style { width, colour, limit, ..style.clone() }
}
