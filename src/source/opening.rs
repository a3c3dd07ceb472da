use super::SourceError;
use super::block::Block;
use super::blocks::{BlockSource, Sizes};
use super::columns::full_key;
use super::csv::{Quoting, Record, RecordEnd, double_all_quotes};
use super::decode::TextStream;
use super::format::Format;
use super::json::{PathNames, rows_within};
use super::origin::Origin;
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
    pub(super) sizes: Sizes,
    /// The column of CSV from which on rows may end, or go on longer than the header.
    pub(super) trailing: Option<usize>,
    /// The key of the array in which each element of JSON has its rows, if it is no row itself.
    pub(super) within: Option<String>,
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
}

impl Manner<'_> {
    /// As nothing is known of it.
    pub(super) const UNKNOWN: Self = Self { label: None, likely: None, quoting: Quoting::Standard };
}

impl About {
    /// Finds the column from which on rows may end or go on, by its possible names.
    pub(super) fn note_trailing(&mut self, names: &[String]) {
        let keys: Vec<String> = names.iter().map(|name| full_key(name)).collect();
        self.trailing = self.header.iter().position(|name| keys.contains(&full_key(name)));
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
        let mut unpacked = Unpacked::new(&path, origin.read(digest)?)?;
        if manner.quoting == Quoting::FirstQuote {
            unpacked = unpacked.rewritten(double_all_quotes)?;
        }
        let mut text = TextStream::new(unpacked, &path, manner.label)?.likely(manner.likely);
        let (bytes, ended) = text.peek(HEAD);
        let (beginning, whole) = match std::str::from_utf8(bytes) {
            Ok(all) => (all, ended),
            Err(error) => (std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(), false),
        };
        let format = Format::detect(&path, beginning, whole)?;
        let (mut header, heading, start) = match format {
            Format::Csv(delimiter) => csv_header(beginning, whole, delimiter),
            Format::JsonLines => (Vec::new(), 0, 0),
            Format::JsonArray { start, .. } => (Vec::new(), 0, start),
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
        let about = About {
            path,
            format: format.name(),
            delimiter,
            header,
            heading,
            sizes,
            trailing: None,
            within: None,
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

/// The cells of the first record with text, without blank ones at its end, the number of records
/// up to it, and where it ends. No cells if there is no such record in the text.
fn csv_header(head: &str, whole: bool, delimiter: u8) -> (Vec<String>, u32, usize) {
    let (mut record, mut heading) = (Record::new(delimiter), 0);
    while let Some(end) = record.read(head) {
        heading += 1;
        let complete = end != RecordEnd::Text || whole;
        if complete && !record.is_blank(head) {
            let mut names: Vec<String> = record.cells(head).map(column_name).collect();
            while names.last().is_some_and(String::is_empty) {
                names.pop();
            }
            let end = if let RecordEnd::Line(next) = end { next } else { head.len() };
            return (names, heading, end);
        }
    }
    (Vec::new(), 0, 0)
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
