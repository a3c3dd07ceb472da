use csv::{Terminator, WriterBuilder};

use super::sentence::Sentences;
use crate::assess::LedgerLog;
use crate::domain::Policy;
use crate::render::csv::inert;
use crate::render::time::LocalTimes;
use crate::render::{RenderError, Style};

const HEADER: [&str; 11] = [
    "entry",
    "line",
    "at",
    "by",
    "kind",
    "incident",
    "objective",
    "request",
    "text",
    "superseded_by",
    "overruled_by",
];

/// The log as CSV, an entry to a row, with what it says as `text` in the language of the style.
pub fn ledger_log_csv(log: &LedgerLog, policy: &Policy, style: &Style) -> Result<Vec<u8>, RenderError> {
    let (times, sentences) = (LocalTimes::new(policy.zone), Sentences::new(policy, style.language));
    let mut out = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(Vec::new());
    out.write_record(HEADER)?;
    for entry in &log.entries {
        let said = &entry.said;
        out.write_record([
            entry.entry.to_string().as_bytes(),
            entry.line.to_string().as_bytes(),
            times.rfc3339(entry.at).as_bytes(),
            inert(&entry.by).as_bytes(),
            said.kind().word().as_bytes(),
            inert(said.incident().unwrap_or_default()).as_bytes(),
            inert(said.objective().unwrap_or_default()).as_bytes(),
            inert(said.request().unwrap_or_default()).as_bytes(),
            inert(&sentences.of(entry)).as_bytes(),
            log.replaced(entry.entry).map(|replaced| replaced.by.to_string()).unwrap_or_default().as_bytes(),
            log.overruled(entry.entry).map(|by| by.to_string()).unwrap_or_default().as_bytes(),
        ])?;
    }
    Ok(out.into_inner().map_err(csv::IntoInnerError::into_error)?)
}
