use std::io;

use thiserror::Error;

use super::columns::ColumnsError;
use super::sheet::SheetError;
use crate::domain::BadTimeFormat;

/// Why an export can't be read at all. Every variant names the export as the user did.
#[derive(Debug, Error)]
pub enum SourceError {
    /// There is no such file.
    #[error("`{path}` does not exist")]
    Missing {
        /// The export.
        path: String,
    },
    /// It is a folder.
    #[error("`{path}` is a directory, not an export: name the files in it, such as `{path}/*.csv`")]
    Directory {
        /// The export.
        path: String,
    },
    /// The system refuses.
    #[error("`{path}` can't be read: {source}")]
    Io {
        /// The export.
        path: String,
        /// What the system says.
        source: io::Error,
    },
    /// What was read from a pipe had to be kept for a second reading, and could not be.
    #[error(
        "`{path}` must be read twice, as it has ids that repeat, but could not be kept in a temporary file ({source}): save it as a file and name that"
    )]
    Unkept {
        /// The export.
        path: String,
        /// What the system says.
        source: io::Error,
    },
    /// Nothing is in it.
    #[error("`{path}` is empty: an export has at least a header")]
    Empty {
        /// The export.
        path: String,
    },
    /// It is something else.
    #[error("`{path}` is {kind}, not a CSV, JSON, .xlsx or .ods export: {advice}")]
    OtherKind {
        /// The export.
        path: String,
        /// What it seems to be.
        kind: &'static str,
        /// What to do.
        advice: &'static str,
    },
    /// The compressed file ends before its end.
    #[error("`{path}` is cut off: its {container} data ends before the end; copy or download it again")]
    Truncated {
        /// The export.
        path: String,
        /// `gzip` or `zstd`.
        container: &'static str,
    },
    /// The compressed file is damaged.
    #[error("`{path}` is damaged: its {container} data can't be unpacked ({source})")]
    Damaged {
        /// The export.
        path: String,
        /// `gzip` or `zstd`.
        container: &'static str,
        /// What the unpacking says.
        source: io::Error,
    },
    /// It is a workbook, and its sheet can't be read.
    #[error(transparent)]
    Sheet(Box<SheetError>),
    /// The file is no longer what it was when it was opened. That rows were added at its end counts
    /// too: what was read is then neither the old nor the new export.
    #[error(
        "`{path}` changed while it was read: {change}: copy it first, or run again when the export is finished"
    )]
    Changed {
        /// The export.
        path: String,
        /// What happened to it.
        change: String,
    },
    /// The policy names an encoding that nobody knows.
    #[error(
        "`{label}` in `[source] encoding` is not a known encoding: expected a label such as `utf-8`, `shift_jis` or `windows-1252` (for `{path}`)"
    )]
    UnknownEncoding {
        /// The export.
        path: String,
        /// What the policy says.
        label: String,
    },
    /// The export names a zone that nobody knows.
    #[error(
        "`{path}`: `{key}` is `{zone}`, which is no time zone of the IANA list: mend it, or take the key out and say by `[source] timezone` what its times mean"
    )]
    UnknownZone {
        /// The export.
        path: String,
        /// The key that names it.
        key: String,
        /// The zone.
        zone: String,
    },
    /// Bytes that are no text in the export's encoding.
    #[error("`{path}` row {row}{}: the bytes {bytes} are not {encoding}: name the encoding as `[source] encoding`, or mend the export", in_column(column.as_deref()))]
    BadBytes {
        /// The export.
        path: String,
        /// The row: the record number, the header being row 1.
        row: u64,
        /// The column, where it is known.
        column: Option<String>,
        /// The bytes in hex.
        bytes: String,
        /// The encoding that was recognised or named.
        encoding: String,
    },
    /// A quote is never closed.
    #[error("`{path}` row {row}{}: the quote that opens here is never closed: end the cell with `\"`, and write quotes within it twice", in_column(column.as_deref()))]
    UnclosedQuote {
        /// The export.
        path: String,
        /// The row: the record number, the header being row 1.
        row: u64,
        /// The column, where it is known.
        column: Option<String>,
    },
    /// A record has no end in sight.
    #[error("`{path}` row {row}: is longer than {limit} MiB: {}", if *json { "expected one JSON object per incident" } else { "a quote opened there is probably never closed" })]
    TooLong {
        /// The export.
        path: String,
        /// The row: the record number, the header being row 1.
        row: u64,
        /// The longest that a record may be.
        limit: usize,
        /// Whether it is JSON.
        json: bool,
    },
    /// The JSON has no list of incidents.
    #[error(
        "`{path}` is JSON without a list of incidents: expected an array of objects, an object with such an array (as under `incidents`, `data` or `results`), or one object per line; found {found}"
    )]
    NoList {
        /// The export.
        path: String,
        /// What is there instead.
        found: String,
    },
    /// The JSON breaks off or goes wrong between its elements.
    #[error("`{path}` element {row}: {reason}")]
    BrokenList {
        /// The export.
        path: String,
        /// The element, the first being 1.
        row: u64,
        /// What is wrong.
        reason: String,
    },
    /// Its quotes must be mended as a whole, for which it is too long.
    #[error(
        "`{path}` is longer than {limit} MiB, up to which quotes of which only the first is doubled can be mended: export a shorter period, or as JSON"
    )]
    TooLongToMend {
        /// The export.
        path: String,
        /// The limit in MiB.
        limit: u64,
    },
    /// Columns that are needed aren't there, perhaps because several presets fit equally well.
    #[error(
        "`{path}` fits the presets {} equally well, so that none of them was used: name one as `preset` in `[source]` of the policy; without one, {source}",
        any_of(presets)
    )]
    Tied {
        /// The export.
        path: String,
        /// The presets.
        presets: Vec<String>,
        /// Which columns.
        source: ColumnsError,
    },
    /// Columns that are needed aren't there.
    #[error("`{path}`: {source}")]
    Columns {
        /// The export.
        path: String,
        /// Which ones.
        source: ColumnsError,
    },
    /// The policy's time format can't be used.
    #[error("{source} (for `{path}`)")]
    TimeFormat {
        /// The export.
        path: String,
        /// Why.
        source: BadTimeFormat,
    },
    /// Day and month can't be told apart.
    #[error(transparent)]
    UnclearDate(Box<UnclearDate>),
}

/// A date whose day and month can't be told apart.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "`{path}` row {row}, column `{column}`: `{value}` is either {day_first} or {month_first}, and {why}: say which with `[source] time_format`, such as `time_format = \"{example}\"`"
)]
pub struct UnclearDate {
    /// The export.
    pub path: String,
    /// The row: the record number, the header being row 1.
    pub row: u64,
    /// The column.
    pub column: String,
    /// The cell.
    pub value: String,
    /// The one reading.
    pub day_first: String,
    /// The other.
    pub month_first: String,
    /// Why neither is proved.
    pub why: &'static str,
    /// A format that would decide.
    pub example: &'static str,
}

fn any_of(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and ")
}

fn in_column(column: Option<&str>) -> String {
    column.map(|column| format!(", column `{column}`")).unwrap_or_default()
}
