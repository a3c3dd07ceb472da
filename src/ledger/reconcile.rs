use std::collections::BTreeMap;

use super::body::{CheckBody, ObjectiveCounts, SourceBody, WindowBody, WithdrawnBody};
use super::breach_body::BreachBody;
use super::snapshot::{moved, recorded};
use super::{Author, Entry, Kind, LedgerError, Moment};
use crate::assess::{
    Change, Changes, ExportWarning, LedgerState, Moves, ObjectiveReport, Report, shorter_exports,
};
use crate::domain::{BreachRecord, Policy, RecordedBreach, Unknown, Verdict};

/// What a check adds to the ledger.
#[derive(Debug)]
pub struct Reconciliation {
    /// The entries to append, the check last; empty where the ledger has the same check already
    /// and says what it found.
    pub entries: Vec<Entry>,
    /// What moved since the check before; `None` without an earlier one.
    pub changes: Option<Changes>,
    /// The exports that have fewer rows than at the check before.
    pub shorter: Vec<ExportWarning>,
}

/// Compares a report with the ledger.
///
/// `seen` are the verdicts, by objective, on those incidents of the run that the ledger holds as
/// breached ([`LedgerState::watched`]); an incident that is not among them was not in the run and
/// is left alone. So is whatever the ledger was told as of a later instant than the report's: an
/// older export doesn't undo what a newer one said.
pub fn reconcile(
    state: &LedgerState,
    report: &Report,
    seen: &BTreeMap<String, Vec<Verdict>>,
    policy: &Policy,
    author: &Author,
) -> Result<Reconciliation, LedgerError> {
    let mut found = Found { author, entries: Vec::new(), moves: Moves::default() };
    for reported in &report.breaches {
        let Some(now) = recorded(report, policy, reported) else { continue };
        let held = state.breach(&now.incident, &now.objective);
        found.compare(held, now)?;
    }
    for (incident, verdicts) in seen {
        for held in state.of_incident(incident) {
            let (Some(verdict), true) = (verdict_now(report, held, verdicts), current(held, report)) else {
                continue;
            };
            let breach = &held.breach;
            found.moves.withdrawn.push(Change {
                incident: breach.incident.clone(),
                objective: breach.objective.clone(),
                over_before: Some(breach.over),
                over_now: None,
                verdict: Some(verdict.to_owned()),
            });
            let body = WithdrawnBody {
                incident: breach.incident.clone(),
                objective: breach.objective.clone(),
                verdict: verdict.to_owned(),
                policy: report.policy.sha256.clone(),
                as_of: Moment(report.as_of),
                supersedes: held.entry.to_string(),
            };
            found.entries.push(Entry::new(author, Kind::BreachWithdrawn(body))?);
        }
    }
    let Found { mut entries, moves, .. } = found;
    let check = check_body(report, state.last_check().map(|last| last.entry.to_string()));
    let key = check.key().map_err(LedgerError::Encode)?;
    let shorter = state
        .check_before(key)
        .map_or_else(Vec::new, |before| shorter_exports(&report.sources, &before.exports, before.as_of));
    // Without their digests, other exports could look like the same. And after a check that found
    // otherwise, the same one has something to say again.
    if entries.is_empty()
        && report.sources.iter().all(|source| source.sha256.is_some())
        && let Some(same) = state.same_check(key)
    {
        return Ok(Reconciliation { entries, changes: same.changes.clone(), shorter });
    }
    entries.push(Entry::new(author, Kind::Check(check))?);
    Ok(Reconciliation { entries, changes: state.changes_with(moves), shorter })
}

/// What was found so far.
struct Found<'a> {
    author: &'a Author,
    entries: Vec<Entry>,
    moves: Moves,
}

impl Found<'_> {
    /// Compares one breach with what the ledger holds.
    fn compare(&mut self, held: Option<&BreachRecord>, now: RecordedBreach) -> Result<(), LedgerError> {
        let mut change = Change {
            incident: now.incident.clone(),
            objective: now.objective.clone(),
            over_before: None,
            over_now: Some(now.over),
            verdict: None,
        };
        let supersedes = held.map(|held| held.entry.to_string());
        let kind: fn(BreachBody) -> Kind = match held {
            Some(held) if held.as_of() > now.as_of => return Ok(()),
            Some(held) if held.is_active() => {
                if !moved(&held.breach, &now) {
                    return Ok(());
                }
                change.over_before = Some(held.breach.over);
                self.moves.amended.push(change);
                Kind::BreachAmended
            }
            Some(_) | None => {
                self.moves.new.push(change);
                Kind::Breach
            }
        };
        let body = BreachBody { supersedes, ..BreachBody::from(now) };
        self.entries.push(Entry::new(self.author, kind(body))?);
        Ok(())
    }
}

/// Whether the breach counts and the report may have a say in it.
fn current(held: &BreachRecord, report: &Report) -> bool {
    held.is_active() && held.as_of() <= report.as_of
}

/// The word for what became of a recorded breach; `None` where it still is one.
fn verdict_now(report: &Report, held: &BreachRecord, verdicts: &[Verdict]) -> Option<&'static str> {
    let place = report.objectives.iter().position(|objective| objective.id == held.breach.objective);
    match place.and_then(|place| verdicts.get(place)) {
        None => Some("objective-removed"),
        // A row that can't be read says nothing about what was read before.
        Some(
            Verdict::Breached(_)
            | Verdict::Unknown(
                Unknown::Unreadable(_)
                | Unknown::Contradictory(..)
                | Unknown::RepeatedId
                | Unknown::Pauses(_),
            ),
        ) => None,
        Some(verdict) => Some(verdict.word()),
    }
}

/// What was read and counted.
fn check_body(report: &Report, after: Option<String>) -> CheckBody {
    let counts = |objective: &ObjectiveReport| ObjectiveCounts::of(&objective.id, &objective.counts);
    CheckBody {
        after,
        as_of: Moment(report.as_of),
        policy: report.policy.sha256.clone(),
        sources: report.sources.iter().map(SourceBody::of).collect(),
        window: WindowBody { from: report.window.from.map(Moment), to: report.window.to.map(Moment) },
        filters: report.filters.clone(),
        incidents: report.incidents,
        objectives: report.objectives.iter().map(counts).collect(),
    }
}
