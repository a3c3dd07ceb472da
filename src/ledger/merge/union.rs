use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::domain::EntryId;
use crate::ledger::answered_twice::AnsweredTwice;
use crate::ledger::content::content_id;
use crate::ledger::line::LineFault;
use crate::ledger::raw_lines::{Content, RawLine, RawLines};
use crate::ledger::replay::{replay_about, sound};
use crate::ledger::{LedgerError, TornTail, Tried};

/// How many faults of a ledger are named: who passes another file by mistake needs to see few.
const NAMED: usize = 10;

/// The lines of several ledgers, each entry once.
#[derive(Debug, Default)]
pub(super) struct Union {
    bytes: Vec<u8>,
    origins: HashMap<EntryId, Origin>,
    inputs: Vec<Input>,
    twice: AnsweredTwice,
}

/// One of the ledgers.
#[derive(Debug)]
struct Input {
    path: PathBuf,
    /// Whether git left conflicts in it, so that it holds what was written apart.
    conflicting: bool,
}

/// Where an entry comes from, and where it stands in the union.
#[derive(Debug)]
struct Origin {
    input: usize,
    line: u64,
    place: Range<usize>,
}

/// What else was found in a ledger.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// How many lines git put around conflicts.
    pub(super) markers: usize,
    /// The last line, if it broke off.
    pub(super) torn: Option<TornTail>,
}

impl Union {
    /// Adds the entries of a ledger that aren't there yet.
    pub(super) fn add(&mut self, path: &Path, bytes: &[u8]) -> Result<Read, Vec<LedgerError>> {
        let (mut read, mut faults) = (Read::default(), Vec::new());
        self.inputs.push(Input { path: path.to_owned(), conflicting: false });
        let mut lines = RawLines::new(bytes);
        loop {
            let line = match lines.read() {
                Ok(Some(line)) => line,
                Ok(None) => break,
                Err(source) => {
                    faults.push(LedgerError::Io { path: path.to_owned(), tried: Tried::Reading, source });
                    break;
                }
            };
            let refused = |fault| LedgerError::of_line(path.to_owned(), line.number, fault);
            match line.content() {
                Content::Blank => {}
                Content::Entry(entry) => {
                    let id = entry.id;
                    if !self.has(id) {
                        self.twice.take(&entry.kind);
                    }
                    match sound(*entry) {
                        Ok(()) => faults.extend(self.take(id, line).err()),
                        Err(fault) => faults.push(refused(fault)),
                    }
                }
                Content::Torn(tail) => read.torn = Some(tail),
                Content::Fault(LineFault::Conflict) => read.markers += 1,
                Content::Fault(fault) => faults.push(refused(fault)),
            }
        }
        if let Some(input) = self.inputs.last_mut() {
            input.conflicting = read.markers > 0;
        }
        if faults.len() > NAMED {
            let more = faults.len() - NAMED;
            faults.truncate(NAMED);
            faults.push(LedgerError::More { path: path.to_owned(), more });
        }
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }

    fn take(&mut self, id: EntryId, line: RawLine<'_>) -> Result<(), LedgerError> {
        let text = line.text();
        if let Some(origin) = self.origins.get(&id) {
            let known = self.bytes.get(origin.place.clone()).unwrap_or_default();
            if known.trim_ascii() == text || says_the_same(known, text) {
                return Ok(());
            }
            let path = |input: Option<&Input>| input.map(|input| input.path.clone()).unwrap_or_default();
            return Err(LedgerError::TwoContents {
                path: path(self.inputs.last()),
                line: line.number,
                other: path(self.inputs.get(origin.input)),
                other_line: origin.line,
                id,
            });
        }
        let from = self.bytes.len();
        // As it stands, but for an end of the line that may be missing.
        let whole = line.bytes.strip_suffix(b"\n").unwrap_or(line.bytes);
        self.bytes.extend_from_slice(whole);
        self.bytes.push(b'\n');
        let place = from..from + whole.len();
        let input = self.inputs.len().saturating_sub(1);
        self.origins.insert(id, Origin { input, line: line.number, place });
        Ok(())
    }

    /// How many entries there are.
    pub(super) fn entries(&self) -> usize {
        self.origins.len()
    }

    /// Whether an entry is there.
    pub(super) fn has(&self, id: EntryId) -> bool {
        self.origins.contains_key(&id)
    }

    /// The entries, in no order.
    pub(super) fn ids(&self) -> impl Iterator<Item = EntryId> {
        self.origins.keys().copied()
    }

    /// For each answer that stands but doesn't count, as another ledger has one that does, its
    /// incident.
    pub(super) fn overruled(&self) -> Vec<String> {
        if self.twice.is_empty() {
            return Vec::new();
        }
        // Each line was sound when it was added, so that nothing keeps them from being replayed.
        let Ok(found) = replay_about(&self.bytes[..], &|incident| self.twice.has(incident)) else {
            return Vec::new();
        };
        let apart = |one, other| match (self.origins.get(&one), self.origins.get(&other)) {
            (Some(one), Some(other)) if one.input == other.input => {
                self.inputs.get(one.input).is_some_and(|input| input.conflicting)
            }
            _ => true,
        };
        let mut overruled: Vec<String> = Vec::new();
        for incident in self.twice.incidents() {
            let answers = found.state.overruled(incident).into_iter();
            overruled.extend(answers.filter(|&(one, other)| apart(one, other)).map(|_| incident.to_owned()));
        }
        overruled
    }

    /// The lines.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Whether two lines differ only in white space, the order of keys and the like.
fn says_the_same(one: &[u8], other: &[u8]) -> bool {
    let content = |line| serde_json::from_slice::<Value>(line).ok().map(content_id);
    content(one).is_some_and(|one| Some(one) == content(other))
}
