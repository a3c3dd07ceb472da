use std::path::Path;

use serde::{Serialize, Serializer, ser};
use serde_json::value::RawValue;

use crate::assess::LedgerLog;
use crate::domain::{LogEntry, Zone};
use crate::render::RenderError;
use crate::render::json::exact::Moment;
use crate::render::json::{escaped, pretty};
use crate::render::time::LocalTimes;

/// The log of the ledger at `path` as JSON, under the schema `slo.ledger-log/1`: fields may be
/// added, none is removed or changes its meaning. `program` is its name and version.
pub fn ledger_log_json(
    log: &LedgerLog,
    path: &Path,
    zone: Zone,
    program: &str,
) -> Result<Vec<u8>, RenderError> {
    let times = &LocalTimes::new(zone);
    let document = Document {
        schema: "slo.ledger-log/1",
        program,
        ledger: path.display().to_string(),
        timezone: zone.name(),
        all: log.all,
        left_out: log.left_out,
        entries: log.entries.iter().map(|entry| logged(times, log, entry)).collect(),
    };
    pretty(&document)
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    program: &'a str,
    ledger: String,
    timezone: &'static str,
    /// The entries of the ledger.
    all: usize,
    /// Those that fit but for the limit.
    left_out: usize,
    entries: Vec<Logged<'a>>,
}

#[derive(Serialize)]
struct Logged<'a> {
    entry: String,
    line: u64,
    at: Moment<'a>,
    by: &'a str,
    kind: &'static str,
    incident: Option<&'a str>,
    objective: Option<&'a str>,
    request: Option<&'a str>,
    superseded_by: Option<String>,
    /// The answer that counts in its place, where neither supersedes the other.
    overruled_by: Option<String>,
    /// The whole entry as it stands in the ledger, fields of later versions included.
    content: Content<'a>,
}

/// A line of the ledger. Only what would steer a terminal is written in another way, which means
/// the same to a reader of JSON.
struct Content<'a>(&'a str);

impl Serialize for Content<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(escaped(self.0)).map_err(ser::Error::custom)?.serialize(serializer)
    }
}

fn logged<'a>(times: &'a LocalTimes, log: &LedgerLog, entry: &'a LogEntry) -> Logged<'a> {
    let said = &entry.said;
    Logged {
        entry: entry.entry.to_string(),
        line: entry.line,
        at: Moment(times, entry.at),
        by: &entry.by,
        kind: said.kind().word(),
        incident: said.incident(),
        objective: said.objective(),
        request: said.request(),
        superseded_by: log.replaced(entry.entry).map(|replaced| replaced.by.to_string()),
        overruled_by: log.overruled(entry.entry).map(|by| by.to_string()),
        content: Content(&entry.content),
    }
}
