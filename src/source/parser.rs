use memchr::memchr;

use crate::domain::Position;

use super::assembly::AmbiguousDate;
use super::block::{Block, BlockFault};
use super::cells::{Cells, RecordCells};
use super::csv::{Record, RecordEnd};
use super::decode::TextFault;
use super::fault::{Fault, FaultKind};
use super::first_filled::{FilledCells, FirstFilled};
use super::json::{Element, PathTree, beginning, rows_within};
use crate::words::unreadable_rows as words;

/// What is done with the rows of an export.
pub(super) trait RowTaker: Send {
    /// Takes a row. The error ends the reading.
    fn take(&mut self, cells: &impl Cells, position: Position) -> Result<(), AmbiguousDate>;

    /// Notes a row that has no cells to be read, for this reason.
    fn refuse(&mut self, position: Position, reason: String);
}

/// How the rows of an export are written.
#[derive(Clone, Debug)]
pub(super) enum Layout {
    Csv {
        delimiter: u8,
        columns: usize,
        /// The column from which on rows may end early, or go on longer than the header.
        trailing: Option<usize>,
    },
    Json {
        lines: bool,
        /// The key of the array in which each element has its rows, if it is no row itself.
        within: Option<String>,
        columns: usize,
        wanted: PathTree,
        /// Columns of which it must be known whether they came.
        watched: Vec<usize>,
        /// The columns of the element that tell whether those came.
        proofs: Vec<usize>,
        /// The columns that stand for several.
        first_filled: Vec<FirstFilled>,
    },
}

impl Layout {
    /// The columns of which it must be known whether they came.
    pub(super) fn watched(&self) -> &[usize] {
        match self {
            Self::Csv { .. } => &[],
            Self::Json { watched, .. } => watched,
        }
    }
}

/// Parses blocks, in memory that is used again for each.
pub(super) struct Parser<'l> {
    layout: &'l Layout,
    source: u32,
    record: Record,
    /// Those of the watched columns that came.
    pub(super) seen: Vec<usize>,
}

/// What was in a block.
pub(super) struct Parsed {
    pub(super) records: u32,
    pub(super) fault: Option<Fault>,
}

/// The text of a block up to where it can be read, and what is wrong there.
struct Readable<'a> {
    text: &'a str,
    fault: Option<FaultKind>,
}

impl<'l> Parser<'l> {
    /// A parser for the export with this place among those of the run.
    pub(super) fn new(layout: &'l Layout, source: u32) -> Self {
        let delimiter = if let Layout::Csv { delimiter, .. } = layout { *delimiter } else { b',' };
        Self { layout, source, record: Record::new(delimiter), seen: Vec::new() }
    }

    /// Hands the rows of a block to `taker`, up to the first fault.
    pub(super) fn parse(&mut self, block: &mut Block, taker: &mut impl RowTaker) -> Parsed {
        let fault = block.fault.take();
        let readable = Readable::of(block, fault);
        match self.layout {
            Layout::Csv { columns, trailing, .. } => {
                let widths = Widths { columns: *columns, trailing: *trailing };
                self.csv(&readable, widths, block.number, taker).with(readable.fault)
            }
            Layout::Json { lines, within, columns, wanted, watched, proofs, first_filled } => {
                let (within, number) = (within.as_deref(), block.number);
                let json =
                    Json { within, columns: *columns, wanted, watched, proofs, first_filled, block: number };
                let parsed = if *lines {
                    self.json(lines_of(&readable), &json, taker)
                } else {
                    let ranges = block.elements.iter().cloned();
                    self.json(ranges.map_while(|range| readable.text.get(range)), &json, taker)
                };
                parsed.with(readable.fault)
            }
        }
    }

    fn csv(
        &mut self,
        readable: &Readable<'_>,
        widths: Widths,
        block: u32,
        taker: &mut impl RowTaker,
    ) -> Ended {
        let text = readable.text;
        let mut position = Position { source: self.source, block, row: 0 };
        self.record.begin();
        while let Some(end) = self.record.read(text) {
            if end == RecordEnd::Text && readable.fault.is_some() {
                let column = Some(self.record.len() - 1);
                return Ended { position, column, ambiguous: None };
            }
            if let Err(date) = self.record(text, widths, position, taker) {
                return Ended { position, column: Some(date.column), ambiguous: Some(date.value) };
            }
            position.row += 1;
        }
        Ended { position, column: Some(0), ambiguous: None }
    }

    fn record(
        &self,
        text: &str,
        widths: Widths,
        position: Position,
        taker: &mut impl RowTaker,
    ) -> Result<(), AmbiguousDate> {
        let cells = self.record.len();
        let record = RecordCells { record: &self.record, text };
        // Of most records a look at the first character tells that they have text.
        let has_text =
            record.cell(0).is_some_and(|first| first.starts_with(|char: char| char.is_ascii_graphic()));
        if !has_text && self.record.is_blank(text) {
            return Ok(());
        }
        if let Some(cell) = self.record.overrun() {
            taker.refuse(position, words::text_behind_quote(cell + 1));
            return Ok(());
        }
        let blank = |column| record.cell(column).is_none_or(|cell| cell.trim().is_empty());
        let Widths { columns, trailing } = widths;
        let too_long = || trailing.is_none() && (columns..cells).any(|column| !blank(column));
        if cells < trailing.unwrap_or(columns) || too_long() {
            taker.refuse(position, wrong_width(cells, columns));
            return Ok(());
        }
        taker.take(&record, position)
    }

    fn json<'t>(
        &mut self,
        elements: impl Iterator<Item = &'t str>,
        json: &Json<'_>,
        taker: &mut impl RowTaker,
    ) -> Ended {
        let mut position = Position { source: self.source, block: json.block, row: 0 };
        let mut element = Element::new(json.columns);
        let at_date = |date: AmbiguousDate, position| Ended {
            position,
            column: Some(date.column),
            ambiguous: Some(date.value),
        };
        for text in elements {
            let Some(list) = json.within else {
                if let Err(date) = self.object(&mut element, text, json, position, taker) {
                    return at_date(date, position);
                }
                position.row += 1;
                continue;
            };
            match rows_within(text, list) {
                Ok(rows) => {
                    for row in rows {
                        if let Err(date) = self.object(&mut element, row, json, position, taker) {
                            return at_date(date, position);
                        }
                        position.row += 1;
                    }
                }
                Err(reason) => {
                    taker.refuse(position, reason);
                    position.row += 1;
                }
            }
        }
        Ended { position, column: None, ambiguous: None }
    }

    fn object<'t>(
        &mut self,
        element: &mut Element<'t>,
        text: &'t str,
        json: &Json<'_>,
        position: Position,
        taker: &mut impl RowTaker,
    ) -> Result<(), AmbiguousDate> {
        if !text.starts_with('{') {
            taker.refuse(position, words::no_object(beginning(text)));
            return Ok(());
        }
        if let Err(error) = element.read(text, json.wanted) {
            taker.refuse(position, words::invalid_json(&error));
            return Ok(());
        }
        for (column, proof) in json.watched.iter().zip(json.proofs) {
            if element.has(*proof) && !self.seen.contains(column) {
                self.seen.push(*column);
            }
        }
        match json.first_filled {
            [] => taker.take(element, position),
            first => taker.take(&FilledCells { cells: element, first }, position),
        }
    }
}

struct Json<'l> {
    within: Option<&'l str>,
    columns: usize,
    first_filled: &'l [FirstFilled],
    wanted: &'l PathTree,
    watched: &'l [usize],
    proofs: &'l [usize],
    block: u32,
}

/// How many cells a record of CSV may have.
#[derive(Clone, Copy)]
struct Widths {
    columns: usize,
    trailing: Option<usize>,
}

/// Where the rows of a block ended.
struct Ended {
    position: Position,
    column: Option<usize>,
    ambiguous: Option<String>,
}

impl Ended {
    /// What was in the block, given what is wrong behind its text.
    fn with(self, behind: Option<FaultKind>) -> Parsed {
        let kind = self.ambiguous.map(FaultKind::AmbiguousDate).or(behind);
        let (position, column) = (self.position, self.column);
        Parsed { records: position.row, fault: kind.map(|kind| Fault { position, column, kind }) }
    }
}

impl<'a> Readable<'a> {
    fn of(block: &'a Block, fault: Option<BlockFault>) -> Self {
        let bytes = block.bytes();
        let (limit, fault) = match fault {
            None => (bytes.len(), None),
            Some(BlockFault::Text(TextFault::BadBytes(bad))) => (bytes.len(), Some(FaultKind::BadBytes(bad))),
            Some(BlockFault::Text(TextFault::Source(error))) => (bytes.len(), Some(FaultKind::Source(error))),
            Some(BlockFault::UnclosedQuote(quote)) => (quote, Some(FaultKind::UnclosedQuote)),
            Some(BlockFault::TooLong) => (0, Some(FaultKind::TooLong)),
            Some(BlockFault::BrokenList(at, reason)) => (at, Some(FaultKind::BrokenList(reason))),
        };
        let bytes = &bytes[..limit];
        match simdutf8::compat::from_utf8(bytes) {
            Ok(text) => Self { text, fault },
            Err(error) => {
                let (good, bad) = bytes.split_at(error.valid_up_to());
                let text = std::str::from_utf8(good).unwrap_or_default();
                // Where the export is cut off, half a character is no fault of its own.
                let kind = match (error.error_len(), fault) {
                    (None, Some(fault)) => fault,
                    (length, _) => {
                        FaultKind::BadBytes(bad[..length.unwrap_or(bad.len()).min(bad.len())].to_vec())
                    }
                };
                Self { text, fault: Some(kind) }
            }
        }
    }
}

/// The lines that have something in them. A last line without a line end counts unless something
/// is wrong behind it.
fn lines_of<'a>(readable: &Readable<'a>) -> impl Iterator<Item = &'a str> {
    let (mut rest, faulty) = (readable.text, readable.fault.is_some());
    std::iter::from_fn(move || {
        loop {
            let end = memchr(b'\n', rest.as_bytes());
            if rest.is_empty() || (end.is_none() && faulty) {
                return None;
            }
            let (line, behind) = rest.split_at_checked(end.map_or(rest.len(), |end| end + 1))?;
            rest = behind;
            let line = line.trim_ascii();
            if !line.is_empty() {
                return Some(line);
            }
        }
    })
}

fn wrong_width(cells: usize, columns: usize) -> String {
    if cells == 1 { words::one_cell(columns) } else { words::wrong_width(cells, columns) }
}
