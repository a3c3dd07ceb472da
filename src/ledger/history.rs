use std::path::Path;

use super::answered_twice::AnsweredTwice;
use super::line::{LineFault, ReadEntry};
use super::raw_lines::{Content, RawLines};
use super::reading::{opened, read_now, real_path, undisturbed};
use super::replay::{all_named, unexpected};
use super::{BreachBody, CheckBody, Kind, LedgerError, TornTail, Tried};
use crate::assess::{LedgerLog, LogFilter, LogSelection};
use crate::domain::{EntryId, Fix, LogEntry, LoggedBreach, RequestStatus, Said};
use crate::words::ledger_lines;

/// A ledger read for the sake of its entries.
#[derive(Debug)]
pub struct History {
    /// The entries that were asked for.
    pub log: LedgerLog,
    /// The last line, if it broke off.
    pub torn: Option<TornTail>,
}

/// Reads who did what without holding anybody up; a ledger that doesn't exist is empty.
pub fn history(path: &Path, filter: &LogFilter) -> Result<History, LedgerError> {
    let real = real_path(path)?;
    undisturbed(&real, || read_history(&real, path, filter), |found| found.torn.is_some())
}

fn read_history(real: &Path, named: &Path, filter: &LogFilter) -> Result<History, LedgerError> {
    let mut selection = LogSelection::new(filter);
    let mut twice = AnsweredTwice::default();
    let mut torn = None;
    if let Some(file) = opened(real, named)? {
        let failed = |source| LedgerError::Io { path: named.to_owned(), tried: Tried::Reading, source };
        let mut lines = RawLines::new(file);
        while let Some(line) = lines.read().map_err(failed)? {
            let refused = |fault| LedgerError::of_line(named.to_owned(), line.number, fault);
            match line.content() {
                Content::Blank => {}
                Content::Entry(entry) => {
                    twice.take(&entry.kind);
                    let content = String::from_utf8_lossy(line.text()).into_owned();
                    selection.take(logged(*entry, line.number, content).map_err(refused)?);
                }
                Content::Torn(tail) => torn = Some(tail),
                Content::Fault(fault) => return Err(refused(fault)),
            }
        }
    }
    let mut log = selection.finish();
    note_overruled(&mut log, &twice, real, named)?;
    Ok(History { log, torn })
}

/// Notes which of the answers that are shown don't count. What does is told by replaying what the
/// ledger says of their incidents, few as they are.
fn note_overruled(
    log: &mut LedgerLog,
    twice: &AnsweredTwice,
    real: &Path,
    named: &Path,
) -> Result<(), LedgerError> {
    let incidents = log.answered(|incident| twice.has(incident));
    if !incidents.is_empty() {
        let (found, _) = read_now(real, named, &|incident| incidents.contains(incident))?;
        for incident in &incidents {
            for (entry, by) in found.state.overruled(incident) {
                log.overrule(entry, by);
            }
        }
    }
    Ok(())
}

/// An entry in the words of a log.
fn logged(entry: ReadEntry, line: u64, content: String) -> Result<LogEntry, LineFault> {
    let ReadEntry { id, author, kind } = entry;
    let (said, supersedes) = said(kind)?;
    Ok(LogEntry { entry: id, line, at: author.at, by: author.by, said, supersedes, content })
}

/// What an entry says, and which others it takes the place of.
fn said(kind: Kind) -> Result<(Said, Vec<EntryId>), LineFault> {
    Ok(match kind {
        Kind::Breach(body) => breach(body, Said::Breach),
        Kind::BreachAmended(body) => breach(body, Said::BreachAmended),
        Kind::BreachWithdrawn(body) => {
            let supersedes = EntryId::parse(&body.supersedes).into_iter().collect();
            let (incident, objective, verdict) = (body.incident, body.objective, body.verdict);
            (Said::BreachWithdrawn { incident, objective, verdict }, supersedes)
        }
        Kind::Annotation(body) => {
            let supersedes = all_named(body.supersedes.as_deref(), &body.also_supersedes)?;
            let (incident, objective) = (body.incident, body.objective);
            (Said::Annotation { incident, objective, cause: body.cause, reason: body.reason }, supersedes)
        }
        Kind::AnnotationRetracted(body) => {
            let supersedes = all_named(Some(&body.supersedes), &[])?;
            let (incident, objective, why) = (body.incident, body.objective, body.why);
            (Said::AnnotationRetracted { incident, objective, why }, supersedes)
        }
        Kind::Decision(body) => {
            let supersedes = all_named(body.supersedes.as_deref(), &body.also_supersedes)?;
            let fix =
                Fix::from_word(&body.fix).ok_or_else(|| unexpected(&body.fix, ledger_lines::decided_fix))?;
            let (incident, objective, why) = (body.incident, body.objective, body.why);
            (Said::Decision { incident, objective, fix, why }, supersedes)
        }
        Kind::Request(body) => {
            let (request, team, cause) = (body.request, body.team, body.cause);
            let mut left_out: Vec<String> = body.left_out.into_iter().map(|[incident, _]| incident).collect();
            left_out.dedup();
            (Said::Request { request, team, cause, incidents: body.incidents, left_out }, Vec::new())
        }
        Kind::RequestStatus(body) => {
            let status = RequestStatus::from_word(&body.status)
                .ok_or_else(|| unexpected(&body.status, ledger_lines::request_status))?;
            (Said::RequestStatus { request: body.request, status, note: body.note }, Vec::new())
        }
        Kind::Check(body) => (check(body), Vec::new()),
        Kind::Report(body) => {
            let exports = body.sources.into_iter().map(|source| source.path).collect();
            (Said::Report { about: body.about, exports }, Vec::new())
        }
    })
}

fn breach(body: BreachBody, said: fn(LoggedBreach) -> Said) -> (Said, Vec<EntryId>) {
    let supersedes = body.supersedes.as_deref().and_then(EntryId::parse).into_iter().collect();
    let (incident, objective) = (body.incident, body.objective);
    (said(LoggedBreach { incident, objective, over: body.over_s.0, open: body.open }), supersedes)
}

fn check(body: CheckBody) -> Said {
    Said::Check {
        exports: body.sources.into_iter().map(|source| source.path).collect(),
        incidents: body.incidents,
        breaches: body.objectives.iter().fold(0, |sum, counts| sum.saturating_add(counts.breached)),
    }
}
