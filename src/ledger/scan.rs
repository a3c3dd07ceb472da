use super::Author;
use super::Moment;
use super::head::{Head, lines};
use super::line::{LineFault, ReadEntry, parse, parse_kind};
use super::tail::{Tail, TornTail};
use crate::domain::EntryId;

/// Which incidents are asked about. Entries about others are skipped.
pub(super) type Wanted<'a> = &'a (dyn Fn(&str) -> bool + Sync);

/// What stands in a block of a ledger.
pub(super) struct Scan {
    /// The entries that were asked for, each with its line in the block, from 0.
    pub(super) entries: Vec<(u64, ReadEntry)>,
    /// How many lines there are.
    pub(super) lines: u64,
    /// How many bytes are whole entries.
    pub(super) intact: u64,
    /// How the block ends; a torn line is counted in the block, from 0.
    pub(super) tail: Tail,
    /// The first line that can't be used, and why. Nothing behind it was looked at.
    pub(super) fault: Option<(u64, LineFault)>,
}

/// Looks at a block of lines. Blank ones are skipped, and so are those about incidents that
/// nobody asked about, as soon as their head tells: the rest of such a line is not read.
pub(super) fn scan(block: &[u8], wanted: Wanted<'_>) -> Scan {
    let mut found = Scan { entries: Vec::new(), lines: 0, intact: 0, tail: Tail::Clean, fault: None };
    for line in lines(block) {
        let number = found.lines;
        found.lines += 1;
        let ended = line.ends_with(b"\n");
        if !line.trim_ascii().is_empty() {
            // Only the whole of a line without an end tells whether it broke off.
            let entry = if ended { read(line, wanted) } else { read_all(line, wanted) };
            match entry {
                Ok(entry) => found.entries.extend(entry.map(|entry| (number, entry))),
                Err(LineFault::Incomplete(_)) if !ended => {
                    found.tail = Tail::Torn(TornTail { line: number, bytes: line.to_vec() });
                    return found;
                }
                Err(fault) => {
                    found.fault = Some((number, fault));
                    return found;
                }
            }
        }
        found.intact += line.len() as u64;
        if !ended {
            found.tail = Tail::Unended;
        }
    }
    found
}

/// Reads a whole line; `None` if it is about an incident that nobody asked about.
fn read(line: &[u8], wanted: Wanted<'_>) -> Result<Option<ReadEntry>, LineFault> {
    let Some(head) = Head::of(line) else { return read_all(line, wanted) };
    if head.incident.is_some_and(|incident| !wanted(incident)) {
        return Ok(None);
    }
    let (Some(id), Some(at)) = (EntryId::parse(head.id), Moment::parse(head.at)) else {
        return read_all(line, wanted);
    };
    let author = Author { by: head.by.to_owned(), at: at.0 };
    let entry = ReadEntry { id, author, kind: parse_kind(head.kind, line)? };
    Ok(Some(entry).filter(|entry| is_wanted(entry, wanted)))
}

/// The same for a line whose head doesn't tell. An incident is known from all of its entries or
/// from none: one that were known from some would seem to be without the others.
fn read_all(line: &[u8], wanted: Wanted<'_>) -> Result<Option<ReadEntry>, LineFault> {
    Ok(Some(parse(line)?).filter(|entry| is_wanted(entry, wanted)))
}

fn is_wanted(entry: &ReadEntry, wanted: Wanted<'_>) -> bool {
    entry.kind.incident().is_none_or(wanted)
}
