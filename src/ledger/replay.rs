use std::io::{self, BufRead};

use thiserror::Error;

use super::TornTail;
use super::entry::Kind;
use super::line::{LineFault, ReadEntry, parse};
use super::tail::Tail;
use crate::assess::LedgerState;
use crate::domain::{Annotation, EntryId, Fix, Request, RequestStatus, Withdrawal};

/// What reading a ledger gives.
#[derive(Debug)]
pub struct Replay {
    /// What its entries say.
    pub state: LedgerState,
    /// How many bytes are whole entries.
    pub intact: u64,
    pub(super) tail: Tail,
}

impl Replay {
    /// The last line, if it broke off.
    #[must_use]
    pub const fn torn(&self) -> Option<&TornTail> {
        if let Tail::Torn(tail) = &self.tail { Some(tail) } else { None }
    }
}

/// Why a ledger can't be used.
#[derive(Debug, Error)]
pub enum ReplayError {
    /// It can't be read to its end.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A line is no entry.
    #[error("line {line}: {reason}")]
    Line {
        /// The number of the line, from 1.
        line: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// A line was written by a later version.
    #[error("line {line}: the entry is of version {version}")]
    Newer {
        /// The number of the line, from 1.
        line: u64,
        /// Its version.
        version: u64,
    },
}

/// Reads a ledger from its first line to its last, one line at a time. Blank lines are skipped.
pub fn replay(mut reader: impl BufRead) -> Result<Replay, ReplayError> {
    let mut replay = Replay { state: LedgerState::default(), intact: 0, tail: Tail::Clean };
    let mut bytes = Vec::new();
    for line in 1.. {
        bytes.clear();
        let length = reader.read_until(b'\n', &mut bytes)? as u64;
        if length == 0 {
            break;
        }
        let ended = bytes.ends_with(b"\n");
        if !bytes.trim_ascii().is_empty() {
            match parse(&bytes).and_then(|entry| apply(&mut replay.state, entry)) {
                Ok(()) => {}
                Err(LineFault::Incomplete(_)) if !ended => {
                    replay.tail = Tail::Torn(TornTail { line, bytes });
                    break;
                }
                Err(LineFault::Newer(version)) => return Err(ReplayError::Newer { line, version }),
                Err(LineFault::Incomplete(reason) | LineFault::Malformed(reason)) => {
                    return Err(ReplayError::Line { line, reason });
                }
            }
        }
        replay.intact += length;
        if !ended {
            replay.tail = Tail::Unended;
        }
    }
    Ok(replay)
}

/// Takes an entry in, once.
fn apply(state: &mut LedgerState, entry: ReadEntry) -> Result<(), LineFault> {
    let ReadEntry { id, author, kind } = entry;
    if !state.take_id(id) {
        return Ok(());
    }
    match kind {
        Kind::Breach(body) | Kind::BreachAmended(body) => state.take_breach(id, body.into()),
        Kind::BreachWithdrawn(body) => {
            let why = Withdrawal { verdict: body.verdict, as_of: body.as_of.0 };
            state.take_withdrawal(id, &body.incident, &body.objective, why);
        }
        Kind::Annotation(body) => {
            let fix = Fix::from_word(&body.fix).ok_or_else(|| {
                LineFault::Malformed(format!(
                    "`{}` is no decision; expected `required`, `not-required` or `review`",
                    body.fix
                ))
            })?;
            let supersedes = body.supersedes.as_deref().map(entry_named).transpose()?;
            let annotation = Annotation {
                entry: id.to_string(),
                incident: body.incident,
                objective: body.objective,
                cause: body.cause,
                reason: body.reason,
                improvement: body.improvement,
                fix,
                by: author.by,
                at: author.at,
            };
            state.take_annotation(annotation, supersedes);
        }
        Kind::Request(body) => state.take_request(Request {
            id: body.request,
            team: body.team,
            cause: body.cause,
            signature: body.signature,
            incidents: body.incidents,
            draft: body.draft,
            status: RequestStatus::Draft,
            at: author.at,
        }),
        Kind::Check(body) => {
            let key = body.key().map_err(|error| LineFault::Malformed(error.to_string()))?;
            state.take_check(key, body.as_of.0);
        }
    }
    Ok(())
}

fn entry_named(id: &str) -> Result<EntryId, LineFault> {
    EntryId::parse(id).ok_or_else(|| LineFault::Malformed(format!("`{id}` is not the id of an entry")))
}
