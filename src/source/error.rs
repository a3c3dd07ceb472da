use std::io;

use thiserror::Error;

use super::columns::ColumnsError;
use super::sheet::SheetError;
use crate::domain::BadTimeFormat;
use crate::words;
use crate::words::source_errors::{joined, place};

/// Why an export can't be read at all. Every variant names the export as the user did.
#[derive(Debug, Error)]
pub enum SourceError {
    /// There is no such file.
    #[error("{}", words::source_errors::missing(path))]
    Missing {
        /// The export.
        path: String,
    },
    /// It is a folder.
    #[error("{}", words::source_errors::directory(path))]
    Directory {
        /// The export.
        path: String,
    },
    /// The system refuses.
    #[error("{}", words::source_errors::io(path, source))]
    Io {
        /// The export.
        path: String,
        /// What the system says.
        source: io::Error,
    },
    /// What was read from a pipe had to be kept for a second reading, and could not be.
    #[error("{}", words::source_errors::unkept(path, source))]
    Unkept {
        /// The export.
        path: String,
        /// What the system says.
        source: io::Error,
    },
    /// Nothing is in it.
    #[error("{}", words::source_errors::empty(path))]
    Empty {
        /// The export.
        path: String,
    },
    /// It is something else.
    #[error("{}", words::source_errors::other_kind(path, kind, advice))]
    OtherKind {
        /// The export.
        path: String,
        /// What it seems to be.
        kind: &'static str,
        /// What to do.
        advice: &'static str,
    },
    /// The compressed file ends before its end.
    #[error("{}", words::source_errors::truncated(path, container))]
    Truncated {
        /// The export.
        path: String,
        /// `gzip` or `zstd`.
        container: &'static str,
    },
    /// The compressed file is damaged.
    #[error("{}", words::source_errors::damaged(path, container, source))]
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
    #[error("{}", words::source_errors::changed(path, change))]
    Changed {
        /// The export.
        path: String,
        /// What happened to it.
        change: String,
    },
    /// The policy names an encoding that nobody knows.
    #[error("{}", words::source_errors::unknown_encoding(path, label))]
    UnknownEncoding {
        /// The export.
        path: String,
        /// What the policy says.
        label: String,
    },
    /// The export names a zone that nobody knows.
    #[error("{}", words::source_errors::unknown_zone(path, key, zone))]
    UnknownZone {
        /// The export.
        path: String,
        /// The key that names it.
        key: String,
        /// The zone.
        zone: String,
    },
    /// Bytes that are no text in the export's encoding.
    #[error("{}", words::source_errors::bad_bytes(path, &place(*row, column.as_deref()), bytes, encoding))]
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
    #[error("{}", words::source_errors::unclosed_quote(path, &place(*row, column.as_deref())))]
    UnclosedQuote {
        /// The export.
        path: String,
        /// The row: the record number, the header being row 1.
        row: u64,
        /// The column, where it is known.
        column: Option<String>,
    },
    /// A record has no end in sight.
    #[error("{}", too_long(path, *row, *limit, *json))]
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
    #[error("{}", words::source_errors::no_list(path, found))]
    NoList {
        /// The export.
        path: String,
        /// What is there instead.
        found: String,
    },
    /// The JSON breaks off or goes wrong between its elements.
    #[error("{}", words::source_errors::broken_list(path, *row, reason))]
    BrokenList {
        /// The export.
        path: String,
        /// The element, the first being 1.
        row: u64,
        /// What is wrong.
        reason: String,
    },
    /// Its quotes must be mended as a whole, for which it is too long.
    #[error("{}", words::source_errors::long_to_mend(path, *limit))]
    TooLongToMend {
        /// The export.
        path: String,
        /// The limit in MiB.
        limit: u64,
    },
    /// Columns that are needed aren't there, perhaps because several presets fit equally well.
    #[error("{}", words::source_errors::tied(path, &joined(presets), &source.to_string()))]
    Tied {
        /// The export.
        path: String,
        /// The presets.
        presets: Vec<String>,
        /// Which columns.
        source: ColumnsError,
    },
    /// Columns that are needed aren't there.
    #[error("{}", words::source_errors::columns(path, &source.to_string()))]
    Columns {
        /// The export.
        path: String,
        /// Which ones.
        source: ColumnsError,
    },
    /// The policy's time format can't be used.
    #[error("{}", words::source_errors::time_format(path, &source.to_string()))]
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
#[error("{}", self.text())]
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
    pub why: String,
    /// A format that would decide.
    pub example: &'static str,
}

impl UnclearDate {
    fn text(&self) -> String {
        let Self { path, row, column, value, day_first, month_first, why, example } = self;
        let place = words::source_errors::unclear_place(path, *row, column);
        words::source_errors::unclear_date(&place, value, day_first, month_first, why, example)
    }
}

fn too_long(path: &str, row: u64, limit: usize, json: bool) -> String {
    if json {
        words::source_errors::long_json(path, row, limit)
    } else {
        words::source_errors::long_record(path, row, limit)
    }
}
