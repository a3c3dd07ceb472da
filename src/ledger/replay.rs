use std::io::{self, Read};

use thiserror::Error;

use super::blocks::in_order;
use super::early_entries::{BreachWord, EarlyEntries, Said};
use super::line::{LineFault, ReadEntry, parse};
use super::scan::{Wanted, scan};
use super::tail::Tail;
use super::{Author, Entry, Kind, TornTail};
use crate::assess::LedgerState;
use crate::domain::{
    Annotation, Decision, EntryId, Fix, Request, RequestStatus, RequestStep, RequestWriting, Retraction,
    Withdrawal,
};
use crate::words::ledger_lines as words;

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
    #[error("{}", words::at_line(*line, reason))]
    Line {
        /// The number of the line, from 1.
        line: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// A line was written by a later version.
    #[error("{}", words::at_line(*line, &words::newer(*version)))]
    Newer {
        /// The number of the line, from 1.
        line: u64,
        /// Its version.
        version: u64,
    },
    /// Git left a conflict.
    #[error("{}", words::at_line(*line, &words::conflict()))]
    Conflict {
        /// The number of the line, from 1.
        line: u64,
    },
}

/// Reads a ledger from its first line to its last. Blank lines are skipped, and what supersedes an
/// entry counts after it, wherever it stands.
pub fn replay(reader: impl Read + Send) -> Result<Replay, ReplayError> {
    replay_about(reader, &|_| true)
}

/// Reads what a ledger says of these incidents, of requests and of checks. Of lines about other
/// incidents only the beginning is looked at.
pub(super) fn replay_about(reader: impl Read + Send, wanted: Wanted<'_>) -> Result<Replay, ReplayError> {
    let mut replay = Replay { state: LedgerState::default(), intact: 0, tail: Tail::Clean };
    let mut early = EarlyEntries::default();
    let mut before = 1;
    in_order(
        reader,
        |block| scan(block, wanted),
        |found| {
            for (line, entry) in found.entries {
                let line = before + line;
                take(&mut replay.state, &mut early, line, entry)
                    .map_err(|fault| ReplayError::of_line(line, fault))?;
            }
            if let Some((line, fault)) = found.fault {
                return Err(ReplayError::of_line(before + line, fault));
            }
            replay.intact += found.intact;
            replay.tail = match found.tail {
                Tail::Torn(torn) => Tail::Torn(TornTail { line: before + torn.line, ..torn }),
                tail @ (Tail::Clean | Tail::Unended) => tail,
            };
            before += found.lines;
            Ok(())
        },
    )?;
    if !early.is_empty() {
        replay.state.take_undated(|state| early.rest(&mut |word| take_word(state, word)));
    }
    Ok(replay)
}

impl ReplayError {
    fn of_line(line: u64, fault: LineFault) -> Self {
        match fault {
            LineFault::Conflict => Self::Conflict { line },
            LineFault::Newer(version) => Self::Newer { line, version },
            LineFault::Incomplete(reason) | LineFault::Malformed(reason) => Self::Line { line, reason },
        }
    }
}

/// Takes in entries that were just written, after what the state was read from.
pub(super) fn take_written(state: &mut LedgerState, entries: &[Entry]) -> Result<(), LineFault> {
    let mut early = EarlyEntries::default();
    for (line, entry) in (1..).zip(entries) {
        take(state, &mut early, line, parse(entry.line().as_bytes())?)?;
    }
    early.rest(&mut |word| take_word(state, word));
    Ok(())
}

/// Takes an entry in, once; one that supersedes another not before that one.
fn take(
    state: &mut LedgerState,
    early: &mut EarlyEntries,
    line: u64,
    entry: ReadEntry,
) -> Result<(), LineFault> {
    let ReadEntry { id, author, kind } = entry;
    if !state.take_id(id) {
        return Ok(());
    }
    let said = match kind {
        Kind::Breach(body) | Kind::BreachAmended(body) => Said::Breach(Box::new(body)),
        Kind::BreachWithdrawn(body) => Said::Withdrawn(body),
        other => return apply(state, id, author, other),
    };
    let word = BreachWord { id, line, said };
    match word.supersedes() {
        Some(awaited) if !state.knows(awaited) || early.holds(awaited) => early.keep(awaited, word),
        _ => {
            take_word(state, word);
            early.release(id, &mut |word| take_word(state, word));
        }
    }
    Ok(())
}

/// Takes in what an entry says of a breach.
fn take_word(state: &mut LedgerState, word: BreachWord) {
    if let Some(older) = word.supersedes() {
        state.note_superseding(word.id, older);
    }
    match word.said {
        Said::Breach(body) => state.take_breach(word.id, (*body).into()),
        Said::Withdrawn(body) => {
            let why = Withdrawal { verdict: body.verdict, as_of: body.as_of.0, policy: body.policy };
            state.take_withdrawal(word.id, &body.incident, &body.objective, why);
        }
    }
}

/// Whether replaying has no objection to what an entry says.
pub(super) fn sound(entry: ReadEntry) -> Result<(), LineFault> {
    apply(&mut LedgerState::default(), entry.id, entry.author, entry.kind)
}

/// Takes in what an entry says of anything else.
fn apply(state: &mut LedgerState, id: EntryId, author: Author, kind: Kind) -> Result<(), LineFault> {
    let Author { by, at } = author;
    match kind {
        Kind::Breach(_) | Kind::BreachAmended(_) | Kind::BreachWithdrawn(_) => {}
        Kind::Annotation(body) => {
            let supersedes = all_named(body.supersedes.as_deref(), &body.also_supersedes)?;
            let annotation = Annotation {
                entry: id,
                proposed: Fix::from_word(&body.fix)
                    .ok_or_else(|| unexpected(&body.fix, words::annotated_fix))?,
                incident: body.incident,
                objective: body.objective,
                cause: body.cause,
                reason: body.reason,
                improvement: body.improvement,
                happened: body.happened.map(|moment| moment.0),
                decision: None,
                by,
                at,
            };
            state.take_annotation(annotation, &supersedes);
        }
        Kind::AnnotationRetracted(body) => {
            let annotation = entry_named(&body.supersedes)?;
            state
                .take_retraction(&body.incident, Retraction { entry: id, annotation, why: body.why, by, at });
        }
        Kind::Decision(body) => {
            let decision = Decision {
                entry: id,
                annotation: entry_named(&body.annotation)?,
                fix: Fix::from_word(&body.fix)
                    .filter(|fix| *fix != Fix::Review)
                    .ok_or_else(|| unexpected(&body.fix, words::decided_fix))?,
                why: body.why,
                by,
                at,
            };
            let supersedes = all_named(body.supersedes.as_deref(), &body.also_supersedes)?;
            state.take_decision(&body.incident, decision, &supersedes);
        }
        Kind::Request(body) => {
            let writing = RequestWriting {
                entry: id,
                at,
                file: body.draft,
                incidents: body.incidents,
                breaches: body.breaches,
                left_out: body.left_out,
                after: body.after.as_deref().map(entry_named).transpose()?,
                improvement: body.improvement,
            };
            state.take_request(Request::new(body.request, body.team, body.cause, body.signature, writing));
        }
        Kind::RequestStatus(body) => {
            let step = RequestStep {
                entry: id,
                after: body.after.as_deref().map(entry_named).transpose()?,
                status: RequestStatus::from_word(&body.status)
                    .ok_or_else(|| unexpected(&body.status, words::request_status))?,
                happened: body.happened.map_or(at, |moment| moment.0),
                note: body.note,
                by,
                at,
            };
            state.take_request_step(&body.request, step);
        }
        Kind::Check(body) => {
            let key = body.key().map_err(|error| LineFault::Malformed(error.to_string()))?;
            let exports = body.sources.into_iter().map(|source| (source.path, source.rows)).collect();
            state.take_check(id, key, body.as_of.0, exports);
        }
        Kind::Report(body) => state.take_report(body.record(id)?),
    }
    Ok(())
}

/// That a word can't be meant, and those that can.
pub(super) fn unexpected(word: &str, expected: fn() -> String) -> LineFault {
    LineFault::Malformed(words::unexpected(word, &expected()))
}

/// The entries that one takes the place of.
pub(super) fn all_named(first: Option<&str>, further: &[String]) -> Result<Vec<EntryId>, LineFault> {
    first.into_iter().chain(further.iter().map(String::as_str)).map(entry_named).collect()
}

fn entry_named(id: &str) -> Result<EntryId, LineFault> {
    EntryId::parse(id).ok_or_else(|| LineFault::Malformed(words::no_id(id)))
}
