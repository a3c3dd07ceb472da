use crate::domain::Language;

/// How a report is to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// The language of what people read.
    pub language: Language,
    /// The columns of the terminal; `None` where there is no limit.
    pub width: Option<usize>,
    /// Whether the table may use colours.
    pub colour: bool,
    /// How many breaches the table and Markdown show; `None` for all.
    pub limit: Option<usize>,
    /// The breakdowns that the table and Markdown show, by the property's name.
    pub groups: Vec<String>,
    /// Whether people are named who handled what is told of.
    pub names: bool,
    /// Whether CSV begins with the mark that makes Excel read it as UTF-8.
    pub csv_bom: bool,
    /// The program and its version: `slo 0.1.0`.
    pub program: String,
}
