use crate::domain::{Position, Zone};
use crate::words;

use super::error::{SourceError, UnclearDate};
use super::opening::About;
use super::row_index::RowIndex;
use super::time::{DayOrder, TimeCell, TimeReader};

/// Why the reading of an export ended early, and where.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) position: Position,
    pub(super) column: Option<usize>,
    pub(super) kind: FaultKind,
}

/// Why the reading ended.
#[derive(Debug)]
pub(super) enum FaultKind {
    BadBytes(Vec<u8>),
    Source(SourceError),
    UnclosedQuote,
    TooLong,
    BrokenList(String),
    AmbiguousDate(String),
}

/// What is needed to tell people about a fault.
pub(super) struct FaultContext<'a> {
    pub(super) about: &'a About,
    pub(super) index: &'a RowIndex,
    pub(super) encoding: &'a str,
    /// What dates without a zone mean, where that is known.
    pub(super) zone: Option<Zone>,
    /// Whether the export's dates prove both orders of day and month.
    pub(super) contradictory: bool,
}

/// How many bytes are shown.
const SHOWN: usize = 4;

impl FaultContext<'_> {
    /// The fault as an error, with the number of the row and the name of the column.
    pub(super) fn error(&self, fault: Fault) -> SourceError {
        let path = self.about.path.clone();
        let row = self.index.row(fault.position);
        let name = |column: usize| self.about.header.get(column).cloned();
        let column = fault.column.and_then(name);
        match fault.kind {
            FaultKind::Source(error) => error,
            FaultKind::BadBytes(bytes) => {
                let hex: Vec<String> = bytes.iter().take(SHOWN).map(|byte| format!("{byte:02X}")).collect();
                SourceError::BadBytes {
                    path,
                    row,
                    column,
                    bytes: hex.join(" "),
                    encoding: self.encoding.to_owned(),
                }
            }
            FaultKind::UnclosedQuote => SourceError::UnclosedQuote { path, row, column },
            FaultKind::TooLong => {
                let limit = self.about.sizes.record >> 20;
                SourceError::TooLong { path, row, limit, json: self.about.delimiter.is_none() }
            }
            FaultKind::BrokenList(reason) => SourceError::BrokenList { path, row, reason },
            FaultKind::AmbiguousDate(value) => {
                let why = if self.contradictory {
                    words::source_errors::both_orders_proved()
                } else {
                    words::source_errors::no_order_proved()
                };
                SourceError::UnclearDate(Box::new(UnclearDate {
                    path,
                    row,
                    column: column.unwrap_or_default(),
                    day_first: self.reading(&value, DayOrder::DayFirst),
                    month_first: self.reading(&value, DayOrder::MonthFirst),
                    example: example(&value),
                    value,
                    why,
                }))
            }
        }
    }

    fn reading(&self, value: &str, order: DayOrder) -> String {
        let read = |zone| Some(TimeReader::new(zone, None, &[], Some(order)).ok()?.read(value));
        match self.zone.and_then(|zone| Some((zone, read(zone)?))) {
            Some((zone, TimeCell::At(at) | TimeCell::Gap(at) | TimeCell::Overlap(at))) => {
                zone.at(at).format(&words::unreadable_times::day_notation()).to_string()
            }
            _ => order.told(),
        }
    }
}

/// A notation in which such a date could be read.
fn example(value: &str) -> &'static str {
    if value.contains('/') {
        "%d/%m/%Y %H:%M"
    } else if value.contains('-') {
        "%d-%m-%Y %H:%M"
    } else {
        "%d.%m.%Y %H:%M"
    }
}
