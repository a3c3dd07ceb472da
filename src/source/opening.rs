use crate::assess::SourceSheet;

use super::SourceError;
use super::block::Block;
use super::blocks::{BlockSource, Sizes};
use super::columns::full_key;
use super::csv::{Quoting, Record, RecordEnd, double_all_quotes};
use super::decode::TextStream;
use super::first_filled::FirstFilled;
use super::format::Format;
use super::heading::{LOOKED_AT, header_place};
use super::json::{PathNames, rows_within};
use super::origin::Origin;
use super::sheet::Sheet;
use super::unpack::Unpacked;

/// How much of an export's beginning is looked at for its format, header and dates.
const HEAD: usize = 1 << 20;
/// How many elements of JSON are looked at for the names of their values.
const ELEMENTS: usize = 1000;

/// An export that was opened and recognised, and waits to be read.
pub(super) struct Opening {
    pub(super) about: About,
    /// All of the export, from its beginning.
    pub(super) blocks: BlockSource,
    /// The whole records of its beginning, as a block of their own.
    pub(super) head: Block,
    /// The names of a JSON export's values.
    pub(super) names: PathNames,
}

/// What is known about an export from its beginning.
#[derive(Clone, Debug)]
pub(super) struct About {
    pub(super) path: String,
    pub(super) format: &'static str,
    pub(super) delimiter: Option<u8>,
    /// The names of the columns; empty if there is no header.
    pub(super) header: Vec<String>,
    /// How many records a CSV has up to the header, it included.
    pub(super) heading: u32,
    /// How many of them are titles.
    pub(super) title_rows: u32,
    /// The sheet of a workbook that the CSV was made of.
    pub(super) sheet: Option<Sheet>,
    pub(super) sizes: Sizes,
    /// The column of CSV from which on rows may end, or go on longer than the header.
    pub(super) trailing: Option<usize>,
    /// The key of the array in which each element of JSON has its rows, if it is no row itself.
    pub(super) within: Option<String>,
    /// The columns of JSON that stand for several.
    pub(super) first_filled: Vec<FirstFilled>,
    /// The key of the list that is read, where there may be a likelier one behind it.
    pub(super) unsure: Option<String>,
}

/// How the bytes of an export are to be read.
#[derive(Clone, Copy)]
pub(super) struct Manner<'m> {
    /// The encoding that a policy names.
    pub(super) label: Option<&'m str>,
    /// The encoding that a preset expects, where none is recognised.
    pub(super) likely: Option<&'m str>,
    pub(super) quoting: Quoting,
    /// The sheet to be read, if it is a workbook.
    pub(super) sheet: Option<&'m str>,
}

impl Manner<'_> {
    /// As nothing is known of it.
    pub(super) const UNKNOWN: Self =
        Self { label: None, likely: None, quoting: Quoting::Standard, sheet: None };
}

impl About {
    /// Finds the column from which on rows may end or go on, by its possible names.
    pub(super) fn note_trailing(&mut self, names: &[String]) {
        let keys: Vec<String> = names.iter().map(|name| full_key(name)).collect();
        self.trailing = self.header.iter().position(|name| keys.contains(&full_key(name)));
    }

    /// The sheet, as reports tell it.
    pub(super) fn source_sheet(&self) -> Option<SourceSheet> {
        let sheet = self.sheet.as_ref()?;
        Some(SourceSheet { name: sheet.name.clone(), of: sheet.all.len() })
    }
}

impl Opening {
    /// Opens the export for one reading.
    pub(super) fn new(
        origin: &mut Origin,
        manner: Manner<'_>,
        digest: bool,
        sizes: Sizes,
    ) -> Result<Self, SourceError> {
        let path = origin.name().to_owned();
        let mut unpacked = Unpacked::new(&path, origin.read(digest)?, manner.sheet)?;
        let sheet = unpacked.sheet.take();
        if manner.quoting == Quoting::FirstQuote {
            unpacked = unpacked.rewritten(double_all_quotes)?;
        }
        let label = if sheet.is_some() { Some("utf-8") } else { manner.label };
        let mut text = TextStream::new(unpacked, &path, label)?.likely(manner.likely);
        let (bytes, ended) = text.peek(HEAD);
        let (beginning, whole) = match std::str::from_utf8(bytes) {
            Ok(all) => (all, ended),
            Err(error) => (std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(), false),
        };
        let format = match sheet {
            Some(_) => Format::Csv(b','),
            None => Format::detect(&path, beginning, whole)?,
        };
        let Heading { names: mut header, records: heading, title_rows, end: start } = match format {
            Format::Csv(delimiter) => Heading::of_csv(beginning, whole, delimiter),
            Format::JsonLines => Heading::default(),
            Format::JsonArray { start, .. } => Heading { end: start, ..Heading::default() },
        };
        let head = head_block(&beginning[start..], whole, &format);
        let mut names = PathNames::default();
        if !matches!(format, Format::Csv(_)) {
            names = collect_names(&head, None);
            header.clone_from(&names.names);
        }
        if beginning.trim().is_empty() && whole {
            return Err(SourceError::Empty { path });
        }
        let delimiter = if let Format::Csv(delimiter) = format { Some(delimiter) } else { None };
        let unsure = if let Format::JsonArray { unsure, .. } = &format { unsure.clone() } else { None };
        let name = sheet.as_ref().map_or(format.name(), |sheet| sheet.format);
        let about = About {
            path,
            format: name,
            delimiter,
            header,
            heading,
            title_rows,
            sheet,
            sizes,
            trailing: None,
            within: None,
            first_filled: Vec::new(),
            unsure,
        };
        Ok(Self { about, blocks: BlockSource::new(text, &format, start, sizes), head, names })
    }

    /// Takes the elements of the array that each element of JSON has under this key for the rows, if
    /// one of the first elements has it.
    pub(super) fn within(&mut self, list: &str) {
        let below = format!("{list}[]");
        let is_there = |name: &String| name == list || name.starts_with(&below);
        if self.about.delimiter.is_some() || !self.about.header.iter().any(is_there) {
            return;
        }
        self.names = collect_names(&self.head, Some(list));
        self.about.header.clone_from(&self.names.names);
        self.about.within = Some(list.to_owned());
    }
}

/// What stands before the rows of data.
#[derive(Debug, Default)]
struct Heading {
    /// The names of the columns, without blank ones at the end; none where no record has text.
    names: Vec<String>,
    /// How many records there are up to the header.
    records: u32,
    /// How many of those above it have text.
    title_rows: u32,
    /// Where the header ends.
    end: usize,
}

impl Heading {
    /// Finds the header of a CSV among the records that its beginning has as a whole.
    fn of_csv(head: &str, whole: bool, delimiter: u8) -> Self {
        let (mut record, mut records) = (Record::new(delimiter), 0);
        let (mut rows, mut places): (Vec<Vec<String>>, Vec<(u32, usize)>) = Default::default();
        while rows.len() < LOOKED_AT
            && let Some(end) = record.read(head)
        {
            records += 1;
            let end = match end {
                RecordEnd::Line(next) => next,
                RecordEnd::Text if whole => head.len(),
                RecordEnd::Text => break,
            };
            if !record.is_blank(head) {
                rows.push(record.cells(head).map(str::to_owned).collect());
                places.push((records, end));
            }
        }
        let place = header_place(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let (Some(cells), Some(&(records, end))) = (rows.get(place), places.get(place)) else {
            return Self::default();
        };
        let mut names: Vec<String> = cells.iter().map(|cell| column_name(cell)).collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        Self { names, records, title_rows: u32::try_from(place).unwrap_or(u32::MAX), end }
    }
}

/// The name in a header cell, on one line.
fn column_name(cell: &str) -> String {
    let blank = |char: char| char.is_whitespace() || char == '\u{feff}';
    let lines = cell.trim_matches(blank).split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

/// The whole records of the beginning.
fn head_block(beginning: &str, whole: bool, format: &Format) -> Block {
    let mut head = Block::default();
    head.begin(0);
    BlockSource::head(beginning, whole, format, &mut head);
    head
}

fn collect_names(head: &Block, within: Option<&str>) -> PathNames {
    let text = std::str::from_utf8(head.bytes()).unwrap_or_default();
    let (lines, array) = if head.elements.is_empty() { (text, &[][..]) } else { ("", &head.elements[..]) };
    let lines = lines.lines().map(str::trim_ascii).filter(|line| !line.is_empty());
    let elements = lines.chain(array.iter().filter_map(|range| text.get(range.clone())));
    let mut names = PathNames::default();
    for element in elements.take(ELEMENTS) {
        match within {
            None => names.add(element),
            Some(list) => {
                for row in rows_within(element, list).unwrap_or_default() {
                    names.add(row);
                }
            }
        }
    }
    names.settle();
    names
}
