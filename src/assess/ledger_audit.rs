use crate::domain::{EntryKind, Instant};

/// What looking through a whole ledger found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerAudit {
    /// How many different entries there are.
    pub entries: u64,
    /// How many there are of each kind, in the order of [`EntryKind::ALL`].
    pub kinds: [u64; EntryKind::ALL.len()],
    /// How many incidents have breaches, or had some.
    pub incidents: u64,
    /// When the oldest entry was written.
    pub first: Option<Instant>,
    /// When the newest entry was written.
    pub last: Option<Instant>,
    /// SHA-256 of the file's bytes, in lower-case hex.
    pub digest: String,
    /// SHA-256 of the sorted ids of the entries, each with the end of a line, in lower-case hex:
    /// the same for the same entries in any order.
    pub content_digest: String,
    /// The lines that say once more what an earlier line says, as joined ledgers have them.
    pub repeated: Vec<RepeatedLine>,
    /// What is wrong, in the order of the lines.
    pub faults: Vec<AuditFault>,
}

/// A line that says once more what an earlier one says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RepeatedLine {
    /// The number of the line, from 1.
    pub line: u64,
    /// The number of the first line with this entry.
    pub first: u64,
}

/// What is wrong with a line of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditFault {
    /// The number of the line, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub reason: String,
}
