//! Looking through a whole ledger: every line, every reference, every id.

mod circles;
mod known;

use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::conflict::{Marker, marker};
use super::content::content_id;
use super::entry::VERSION;
use super::error::joining;
use super::line::{LineFault, ReadEntry};
use super::raw_lines::{Content, RawLine, RawLines};
use super::reading::{opened, real_path, undisturbed};
use super::replay::sound;
use super::{LedgerError, Tried};
use crate::assess::{AuditFault, LedgerAudit, RepeatedLine};
use crate::domain::{EntryId, hex};
use crate::words::ledger_lines as words;
use known::KnownEntries;

/// Looks through a ledger without holding anybody up. What is wrong with its lines is part of the
/// answer; an error is only that it can't be read.
pub fn verify(path: &Path) -> Result<LedgerAudit, LedgerError> {
    let real = real_path(path)?;
    let (audit, _) = undisturbed(&real, || read_and_audit(&real, path), |&(_, torn)| torn)?;
    Ok(audit)
}

/// What is found, and whether the last line breaks off.
fn read_and_audit(real: &Path, named: &Path) -> Result<(LedgerAudit, bool), LedgerError> {
    let failed = |source| LedgerError::Io { path: named.to_owned(), tried: Tried::Reading, source };
    let Some(file) = opened(real, named)? else {
        return Err(LedgerError::Missing { path: named.to_owned() });
    };
    let mut auditor = Auditor::new(named);
    let mut lines = RawLines::new(file);
    while let Some(line) = lines.read().map_err(failed)? {
        auditor.take(line);
    }
    let torn = auditor.torn;
    Ok((auditor.finish(), torn))
}

/// An audit in the making.
struct Auditor<'a> {
    named: &'a Path,
    bytes: Sha256,
    audit: LedgerAudit,
    known: KnownEntries,
    /// Whether the line is between the markers of a conflict.
    in_conflict: bool,
    torn: bool,
}

impl<'a> Auditor<'a> {
    fn new(named: &'a Path) -> Self {
        Self {
            named,
            bytes: Sha256::new(),
            audit: LedgerAudit::default(),
            known: KnownEntries::default(),
            in_conflict: false,
            torn: false,
        }
    }

    fn take(&mut self, line: RawLine<'_>) {
        self.bytes.update(line.bytes);
        match line.content() {
            Content::Blank => {}
            Content::Entry(entry) => self.take_entry(line, *entry),
            Content::Torn(_) => {
                self.torn = true;
                self.fault(line.number, words::torn());
            }
            Content::Fault(LineFault::Conflict) => self.take_marker(line),
            Content::Fault(LineFault::Incomplete(reason) | LineFault::Malformed(reason)) => {
                self.fault(line.number, reason);
            }
            Content::Fault(LineFault::Newer(version)) => {
                self.fault(line.number, words::newer_than(version, VERSION));
            }
        }
    }

    fn take_entry(&mut self, line: RawLine<'_>, entry: ReadEntry) {
        let (id, number) = (entry.id, line.number);
        if let Err(reason) = id_fits(line, id) {
            self.fault(number, reason);
        }
        let (first, last) = (&mut self.audit.first, &mut self.audit.last);
        *first = Some(first.map_or(entry.author.at, |first| first.min(entry.author.at)));
        *last = Some(last.map_or(entry.author.at, |last| last.max(entry.author.at)));
        match self.known.first_line(id) {
            Some(first) => self.audit.repeated.push(RepeatedLine { line: number, first }),
            None => self.known.take(number, id, &entry.kind, &mut self.audit),
        }
        if let Err(LineFault::Malformed(reason)) = sound(entry) {
            self.fault(number, reason);
        }
    }

    /// A conflict is told once, where it begins.
    fn take_marker(&mut self, line: RawLine<'_>) {
        let marker = marker(line.bytes);
        if !self.in_conflict {
            self.fault(line.number, words::conflict_to_join(&joining(self.named)));
        }
        self.in_conflict = match marker {
            Some(Marker::Begins) => true,
            Some(Marker::Ends) => false,
            Some(Marker::Parts) | None => self.in_conflict,
        };
    }

    fn finish(mut self) -> LedgerAudit {
        self.known.check(&mut self.audit);
        self.audit.digest = hex(&self.bytes.finalize());
        self.audit.faults.sort_by_key(|fault| fault.line);
        self.audit
    }

    fn fault(&mut self, line: u64, reason: String) {
        self.audit.faults.push(AuditFault { line, reason });
    }
}

/// That an entry has the id that its content gives.
fn id_fits(line: RawLine<'_>, id: EntryId) -> Result<(), String> {
    let value: Value = serde_json::from_slice(line.bytes).map_err(|error| error.to_string())?;
    let given = content_id(value);
    if given == id {
        return Ok(());
    }
    Err(words::other_content(&id, &given))
}
