//! The contract for programs, `slo.report/1`: fields may be added, none is removed or renamed.

pub(super) mod annotation;
pub(super) mod breach;
pub(super) mod counts;
pub(super) mod document;
mod escape;
pub(super) mod exact;
mod exclusion;
pub(super) mod head;
mod near_miss;
mod unsure_holidays;
mod warning;
pub(super) mod window;

use std::io::{BufWriter, Write};

use serde::Serialize;
use serde_json::Serializer;

use crate::assess::Report;

use super::{RenderError, Style};
use document::Document;
use escape::Escaping;

pub(super) use escape::escaped;

/// Writes a report as JSON.
pub(super) fn write(report: &Report, style: &Style, out: &mut dyn Write) -> Result<(), RenderError> {
    write_pretty(&Document::of(report, &style.program), out)
}

/// Writes a value as one line of JSON that is safe to look at in a terminal.
pub(super) fn write_line(value: &impl Serialize, out: &mut Vec<u8>) -> Result<(), RenderError> {
    out.extend_from_slice(escaped(&serde_json::to_string(value)?).as_bytes());
    out.push(b'\n');
    Ok(())
}

/// A value as a JSON document that is safe to look at in a terminal.
pub(super) fn pretty(value: &impl Serialize) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    write_pretty(value, &mut bytes)?;
    Ok(bytes)
}

/// Writes a value as a JSON document that is safe to look at in a terminal.
pub(super) fn write_pretty(value: &impl Serialize, out: &mut dyn Write) -> Result<(), RenderError> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let mut serializer = Serializer::with_formatter(&mut out, Escaping::pretty());
    value.serialize(&mut serializer)?;
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(())
}
