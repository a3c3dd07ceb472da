use super::marks::{Marks, Step};

/// The cells of one record, as places in the text that it was read from. Its memory is used again
/// for the next.
#[derive(Clone, Debug)]
pub(in crate::source) struct Record {
    delimiter: u8,
    marks: Marks,
    /// The marks that come next.
    step: Step,
    /// Where the next record begins.
    next: usize,
    cells: Vec<Cell>,
    /// The text of cells that don't stand in the export as they are.
    unquoted: String,
    /// The first cell with text behind its closing quote.
    overrun: Option<usize>,
}

/// Where a cell stands: in the text, or, counted from the text's end on, in `unquoted`.
#[derive(Clone, Copy, Debug)]
struct Cell {
    start: usize,
    end: usize,
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
    /// Reads records whose cells `delimiter` divides.
    pub(in crate::source) fn new(delimiter: u8) -> Self {
        Self {
            delimiter,
            marks: Marks::new(delimiter),
            step: Step::default(),
            next: 0,
            cells: Vec::new(),
            unquoted: String::new(),
            overrun: None,
        }
    }

    /// Begins at the beginning of a text, where a record begins.
    pub(in crate::source) fn begin(&mut self) {
        self.marks.begin();
        self.step = Step::default();
        self.next = 0;
    }

    /// Reads the next record of the text, the same since [`Self::begin`]. `None` if none follows.
    #[inline]
    pub(in crate::source) fn read(&mut self, text: &str) -> Option<RecordEnd> {
        let bytes = text.as_bytes();
        self.cells.clear();
        self.unquoted.clear();
        self.overrun = None;
        let mut start = self.next;
        while let b'\n' | b'\r' = bytes.get(start)? {
            start = self.marks.next(bytes, &mut self.step) + 1;
        }
        loop {
            let mut end = self.plain(bytes, &mut start);
            if bytes.get(end) == Some(&b'"') {
                // Within a cell it is a character like others.
                if end != start {
                    continue;
                }
                end = self.quoted(text, end + 1);
            } else {
                self.cells.push(Cell { start, end });
            }
            match bytes.get(end) {
                Some(&byte) if byte == self.delimiter => start = end + 1,
                Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => {
                    self.next = self.marks.next(bytes, &mut self.step) + 1;
                    return Some(RecordEnd::Line(self.next));
                }
                Some(_) => {
                    self.next = end + 1;
                    return Some(RecordEnd::Line(self.next));
                }
                None => {
                    self.next = end;
                    return Some(RecordEnd::Text);
                }
            }
        }
    }

    /// Takes the cells from `start` on that a delimiter ends, and the mark behind them, which is
    /// another; gives where that stands.
    #[inline]
    fn plain(&mut self, text: &[u8], start: &mut usize) -> usize {
        let mut step = self.step;
        let end = loop {
            let mark = self.marks.next(text, &mut step);
            if text.get(mark) != Some(&self.delimiter) {
                break mark;
            }
            self.cells.push(Cell { start: *start, end: mark });
            *start = mark + 1;
        };
        self.step = step;
        end
    }

    /// Reads a cell from behind its opening quote; gives where it ends, the mark there being taken.
    fn quoted(&mut self, text: &str, start: usize) -> usize {
        let bytes = text.as_bytes();
        let own = self.unquoted.len();
        let mut from = start;
        loop {
            let mark = self.marks.next(bytes, &mut self.step);
            if mark < bytes.len() && bytes[mark] != b'"' {
                continue;
            }
            if mark >= bytes.len() {
                self.finish(text, own, from, mark);
                return mark;
            }
            let behind = self.marks.next(bytes, &mut self.step);
            if behind == mark + 1 && bytes.get(behind) == Some(&b'"') {
                self.unquoted.push_str(text.get(from..behind).unwrap_or_default());
                from = behind + 1;
                continue;
            }
            if behind == mark + 1 {
                self.finish(text, own, from, mark);
                return behind;
            }
            self.unquoted.push_str(text.get(from..mark).unwrap_or_default());
            let mut end = behind;
            while bytes.get(end) == Some(&b'"') {
                end = self.marks.next(bytes, &mut self.step);
            }
            self.unquoted.push_str(text.get(mark + 1..end).unwrap_or_default());
            self.overrun.get_or_insert(self.cells.len());
            self.push_unquoted(text, own);
            return end;
        }
    }

    /// Takes a cell that is in `unquoted` from `start` to the end.
    fn push_unquoted(&mut self, text: &str, start: usize) {
        self.cells.push(Cell { start: text.len() + start, end: text.len() + self.unquoted.len() });
    }

    /// Takes the last stretch of a quoted cell, from `from` to `end`.
    fn finish(&mut self, text: &str, own: usize, from: usize, end: usize) {
        if self.unquoted.len() == own {
            self.cells.push(Cell { start: from, end });
        } else {
            self.unquoted.push_str(text.get(from..end).unwrap_or_default());
            self.push_unquoted(text, own);
        }
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
        let &Cell { start, end } = self.cells.get(column)?;
        text.get(start..end).or_else(|| {
            let (start, end) = (start.checked_sub(text.len())?, end.checked_sub(text.len())?);
            self.unquoted.get(start..end)
        })
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
        let (mut record, mut all) = (Record::new(b','), Vec::new());
        while record.read(text).is_some() {
            all.push(record.cells(text).map(str::to_owned).collect());
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
