/// A form that a report on a period is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportForm {
    /// Aligned columns for a terminal.
    Table,
    /// GitHub-flavoured Markdown.
    Markdown,
    /// For programs, `slo.period-report/1`.
    Json,
    /// A row for each number.
    Csv,
    /// One page that needs nothing else, with pictures.
    Html,
    /// A workbook with a sheet for each table.
    Xlsx,
}
