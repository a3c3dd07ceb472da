use memchr::{memchr, memchr3};

use super::separators::Separators;

/// The cells of one record, as places in the text that it was read from.
#[derive(Clone, Debug, Default)]
pub(in crate::source) struct Record {
    cells: Vec<Cell>,
    /// The text of cells that don't stand in the export as they are.
    unquoted: String,
    /// The first cell with text behind its closing quote.
    overrun: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Cell {
    start: usize,
    end: usize,
    /// Whether it is in `unquoted`.
    apart: bool,
}

/// Where a record ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) enum RecordEnd {
    /// At a line end; the next record may begin here.
    Line(usize),
    /// At the end of the text.
    Text,
}

impl Record {
    /// Reads the record at `at`, which is behind a record's end. `None` if none follows.
    pub(in crate::source) fn read(&mut self, text: &str, mut at: usize, delimiter: u8) -> Option<RecordEnd> {
        let bytes = text.as_bytes();
        self.cells.clear();
        self.unquoted.clear();
        self.overrun = None;
        while let b'\n' | b'\r' = bytes.get(at)? {
            at += 1;
        }
        let mut separators = Separators::new(bytes, at, delimiter);
        loop {
            if bytes.get(at) == Some(&b'"') {
                at = self.quoted(text, at + 1, delimiter);
                // The separator itself is not to be found again.
                separators.seek((at + 1).min(bytes.len()));
            } else {
                let start = at;
                at = separators.next();
                self.cells.push(Cell { start, end: at, apart: false });
            }
            match bytes.get(at) {
                None => return Some(RecordEnd::Text),
                Some(&byte) if byte == delimiter => at += 1,
                Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => return Some(RecordEnd::Line(at + 2)),
                Some(_) => return Some(RecordEnd::Line(at + 1)),
            }
        }
    }

    /// Reads a cell from behind its opening quote; gives where it ends.
    fn quoted(&mut self, text: &str, start: usize, delimiter: u8) -> usize {
        let bytes = text.as_bytes();
        let own = self.unquoted.len();
        let mut from = start;
        loop {
            let Some(quote) = memchr(b'"', &bytes[from..]).map(|found| from + found) else {
                return self.finish(text, own, from, bytes.len(), bytes.len());
            };
            match bytes.get(quote + 1) {
                Some(b'"') => {
                    self.unquoted.push_str(text.get(from..=quote).unwrap_or_default());
                    from = quote + 2;
                }
                Some(&byte) if byte != delimiter && byte != b'\n' && byte != b'\r' => {
                    self.unquoted.push_str(text.get(from..quote).unwrap_or_default());
                    let rest = quote + 1;
                    let end = memchr3(delimiter, b'\n', b'\r', &bytes[rest..])
                        .map_or(bytes.len(), |found| rest + found);
                    self.unquoted.push_str(text.get(rest..end).unwrap_or_default());
                    self.overrun.get_or_insert(self.cells.len());
                    self.cells.push(Cell { start: own, end: self.unquoted.len(), apart: true });
                    return end;
                }
                _ => return self.finish(text, own, from, quote, quote + 1),
            }
        }
    }

    /// Takes the last stretch of a quoted cell, from `from` to `end`.
    fn finish(&mut self, text: &str, own: usize, from: usize, end: usize, next: usize) -> usize {
        if self.unquoted.len() == own {
            self.cells.push(Cell { start: from, end, apart: false });
        } else {
            self.unquoted.push_str(text.get(from..end).unwrap_or_default());
            self.cells.push(Cell { start: own, end: self.unquoted.len(), apart: true });
        }
        next
    }

    /// The first cell with text behind its closing quote. Where a quote is not closed in its own
    /// row, the next quote closes it, and such text follows: rows may have been swallowed.
    pub(in crate::source) const fn overrun(&self) -> Option<usize> {
        self.overrun
    }

    /// How many cells there are.
    pub(in crate::source) fn len(&self) -> usize {
        self.cells.len()
    }

    /// The text of a cell; `text` is what the record was read from.
    #[inline]
    pub(in crate::source) fn cell<'a>(&'a self, text: &'a str, column: usize) -> Option<&'a str> {
        let cell = self.cells.get(column)?;
        let from = if cell.apart { &self.unquoted } else { text };
        from.get(cell.start..cell.end)
    }

    /// All cells.
    pub(in crate::source) fn cells<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a str> {
        (0..self.len()).map(|column| self.cell(text, column).unwrap_or_default())
    }

    /// Whether no cell has text.
    pub(in crate::source) fn is_blank(&self, text: &str) -> bool {
        self.cells(text).all(|cell| cell.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::csv::BoundaryScan;

    fn records(text: &str) -> Vec<Vec<String>> {
        let (mut record, mut at, mut all) = (Record::default(), 0, Vec::new());
        while let Some(end) = record.read(text, at, b',') {
            all.push(record.cells(text).map(str::to_owned).collect());
            match end {
                RecordEnd::Line(next) => at = next,
                RecordEnd::Text => break,
            }
        }
        all
    }

    fn by_csv_crate(text: &str) -> Vec<Vec<String>> {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes())
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(600))]

        #[test]
        fn records_are_those_of_the_csv_crate(text in r#"([a"",\n\r 顧]|""|\r\n|"[a,\n]{0,3}"){0,30}"#) {
            prop_assert_eq!(records(&text), by_csv_crate(&text));
        }

        #[test]
        fn a_text_cut_at_a_boundary_has_the_same_records(text in r#"([a"",\n\r]|""|\r\n){0,30}"#, length in 0..30usize) {
            let mut scan = BoundaryScan::new(b',');
            let seen = text.floor_char_boundary(length.min(text.len()));
            scan.scan(&text.as_bytes()[..seen], seen == text.len());
            let cut = scan.boundary().unwrap_or(0);
            let mut both = records(&text[..cut]);
            both.extend(records(&text[cut..]));
            prop_assert_eq!(both, records(&text));
        }
    }
}
