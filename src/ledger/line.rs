use std::borrow::Cow;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::conflict::marker;
use super::entry::{Kind, VERSION};
use super::{Author, Moment};
use crate::domain::EntryId;
use crate::words::ledger_lines as words;

/// One line of the file, understood.
pub(super) struct ReadEntry {
    pub(super) id: EntryId,
    pub(super) author: Author,
    pub(super) kind: Kind,
}

/// Why a line can't be used.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum LineFault {
    /// It breaks off: not a whole JSON value.
    Incomplete(String),
    /// It is not an entry, for this reason.
    Malformed(String),
    /// It is of a version that came later.
    Newer(u64),
    /// It is one of the lines that git puts around a conflict.
    Conflict,
}

/// What every entry begins with. Whatever else stands in the line is skipped.
#[derive(Deserialize)]
struct Head<'a> {
    v: u64,
    #[serde(borrow)]
    id: Cow<'a, str>,
    at: Moment,
    #[serde(borrow)]
    by: Cow<'a, str>,
    #[serde(borrow)]
    kind: Cow<'a, str>,
}

#[derive(Deserialize)]
struct Version {
    v: u64,
}

/// Reads one line.
pub(super) fn parse(line: &[u8]) -> Result<ReadEntry, LineFault> {
    if line.starts_with(b"\xef\xbb\xbf") {
        return Err(LineFault::Malformed(words::byte_order_mark()));
    }
    let head: Head<'_> = serde_json::from_slice(line).map_err(|error| {
        // A later version may mean anything by the other fields.
        match serde_json::from_slice(line) {
            Ok(Version { v }) if v > VERSION => LineFault::Newer(v),
            _ if marker(line).is_some() => LineFault::Conflict,
            _ => fault(&error),
        }
    })?;
    if head.v > VERSION {
        return Err(LineFault::Newer(head.v));
    }
    let id = EntryId::parse(&head.id).ok_or_else(|| LineFault::Malformed(words::no_id(&head.id)))?;
    let kind = parse_kind(&head.kind, line)?;
    Ok(ReadEntry { id, author: Author { by: head.by.into_owned(), at: head.at.0 }, kind })
}

/// Reads what a line of this kind says.
pub(super) fn parse_kind(kind: &str, line: &[u8]) -> Result<Kind, LineFault> {
    Ok(match kind {
        "breach" => Kind::Breach(from_json(line)?),
        "breach-amended" => Kind::BreachAmended(from_json(line)?),
        "breach-withdrawn" => Kind::BreachWithdrawn(from_json(line)?),
        "annotation" => Kind::Annotation(from_json(line)?),
        "annotation-retracted" => Kind::AnnotationRetracted(from_json(line)?),
        "decision" => Kind::Decision(from_json(line)?),
        "request" => Kind::Request(from_json(line)?),
        "request-status" => Kind::RequestStatus(from_json(line)?),
        "check" => Kind::Check(from_json(line)?),
        "report" => Kind::Report(from_json(line)?),
        other => {
            return Err(LineFault::Malformed(words::unknown_kind(other)));
        }
    })
}

fn from_json<T: DeserializeOwned>(line: &[u8]) -> Result<T, LineFault> {
    serde_json::from_slice(line).map_err(|error| fault(&error))
}

fn fault(error: &serde_json::Error) -> LineFault {
    let text = error.to_string();
    let reason = text.split(" at line ").next().unwrap_or(&text);
    let reason = words::at_byte(reason, error.column());
    if error.is_data() { LineFault::Malformed(reason) } else { LineFault::Incomplete(reason) }
}
