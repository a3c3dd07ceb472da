use std::path::Path;

use serde::{Serialize, Serializer};

use crate::assess::LedgerAudit;
use crate::domain::{EntryKind, Zone};
use crate::render::RenderError;
use crate::render::json::exact::Moment;
use crate::render::json::pretty;
use crate::render::time::LocalTimes;

/// What was found in the ledger at `path` as JSON, under the schema `slo.ledger-verify/1`: fields
/// may be added, none is removed or changes its meaning. `program` is its name and version.
pub fn ledger_audit_json(
    audit: &LedgerAudit,
    path: &Path,
    zone: Zone,
    program: &str,
) -> Result<Vec<u8>, RenderError> {
    let times = &LocalTimes::new(zone);
    let document = Document {
        schema: "slo.ledger-verify/1",
        program,
        ledger: path.display().to_string(),
        timezone: zone.name(),
        ok: audit.faults.is_empty(),
        entries: audit.entries,
        kinds: Kinds(audit),
        incidents: audit.incidents,
        first: audit.first.map(|at| Moment(times, at)),
        last: audit.last.map(|at| Moment(times, at)),
        sha256: &audit.digest,
        content_sha256: &audit.content_digest,
        repeated: audit
            .repeated
            .iter()
            .map(|repeated| Repeated { line: repeated.line, first_line: repeated.first })
            .collect(),
        faults: audit.faults.iter().map(|fault| Fault { line: fault.line, reason: &fault.reason }).collect(),
    };
    pretty(&document)
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    program: &'a str,
    ledger: String,
    timezone: &'static str,
    ok: bool,
    entries: u64,
    kinds: Kinds<'a>,
    incidents: u64,
    first: Option<Moment<'a>>,
    last: Option<Moment<'a>>,
    /// Of the bytes of the file.
    sha256: &'a str,
    /// Of the sorted ids of the entries.
    content_sha256: &'a str,
    repeated: Vec<Repeated>,
    faults: Vec<Fault<'a>>,
}

#[derive(Serialize)]
struct Repeated {
    line: u64,
    first_line: u64,
}

#[derive(Serialize)]
struct Fault<'a> {
    line: u64,
    reason: &'a str,
}

/// The number of entries by kind.
struct Kinds<'a>(&'a LedgerAudit);

impl Serialize for Kinds<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(EntryKind::ALL.iter().map(|kind| kind.word()).zip(self.0.kinds))
    }
}
