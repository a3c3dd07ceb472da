use std::io::{self, BufRead};

use super::TornTail;
use super::line::{LineFault, ReadEntry, parse};

/// The lines of a ledger, one after the other, as bytes.
pub(super) struct RawLines<R> {
    reader: R,
    number: u64,
    bytes: Vec<u8>,
}

/// One line, with its end if it has one.
#[derive(Clone, Copy)]
pub(super) struct RawLine<'a> {
    /// The number of the line, from 1.
    pub(super) number: u64,
    pub(super) bytes: &'a [u8],
}

/// What a line is.
pub(super) enum Content {
    Blank,
    Entry(Box<ReadEntry>),
    /// Part of an entry, at the end of the file.
    Torn(TornTail),
    Fault(LineFault),
}

impl<R: BufRead> RawLines<R> {
    pub(super) const fn new(reader: R) -> Self {
        Self { reader, number: 0, bytes: Vec::new() }
    }

    /// The next line; `None` behind the last.
    pub(super) fn read(&mut self) -> io::Result<Option<RawLine<'_>>> {
        self.bytes.clear();
        if self.reader.read_until(b'\n', &mut self.bytes)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        Ok(Some(RawLine { number: self.number, bytes: &self.bytes }))
    }
}

impl<'a> RawLine<'a> {
    /// What stands in it, without white space around it.
    pub(super) fn text(&self) -> &'a [u8] {
        self.bytes.trim_ascii()
    }

    /// What it is.
    pub(super) fn content(&self) -> Content {
        if self.text().is_empty() {
            return Content::Blank;
        }
        match parse(self.bytes) {
            Ok(entry) => Content::Entry(Box::new(entry)),
            Err(LineFault::Incomplete(_)) if !self.bytes.ends_with(b"\n") => {
                Content::Torn(TornTail { line: self.number, bytes: self.bytes.to_vec() })
            }
            Err(fault) => Content::Fault(fault),
        }
    }
}
