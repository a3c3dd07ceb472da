use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use super::PastPeriod;
use crate::assess::{Change, Counts, LedgerState, Report, ReportRecord, SourceSummary};
use crate::domain::{FiscalStart, Instant, ObjectiveIndex, Period, Span};

/// What a report tells otherwise about past days than the report before it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restatement {
    /// The as-of of the report before.
    pub last_report: Instant,
    /// The digest of its policy, where that was another one.
    pub policy_before: Option<String>,
    /// Whether any export has other bytes than then, or is there no more, or is new.
    pub other_data: bool,
    /// Periods whose counts differ from what was told, the newest first.
    pub periods: Vec<RestatedPeriod>,
    /// Breaches that readers know nothing or other things of, in the order of the ledger.
    pub breaches: Vec<RestatedBreach>,
}

/// A period that had ended when it was told of, and of which other things are told now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RestatedPeriod {
    /// The period.
    pub period: Period,
    /// The objective.
    pub objective: ObjectiveIndex,
    /// What was told.
    pub before: Counts,
    /// What is told now.
    pub now: Counts,
}

/// A breach that readers were told nothing, or something else of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestatedBreach {
    /// The incident's id.
    pub incident: String,
    /// The objective's name in the policy.
    pub objective: String,
    /// When the incident was opened.
    pub opened: Instant,
    /// The time over target that was told; `None` where none was.
    pub before: Option<Span>,
    /// The time over target now; `None` where it is a breach no more.
    pub now: Option<Span>,
    /// What it is instead, where it is a breach no more: `met`, `unknown`, …
    pub verdict: Option<String>,
    /// Why.
    pub why: Why,
}

/// Why past days are told of otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Data that came late, or was mended.
    Data,
    /// The policy was edited.
    Policy,
    /// One or the other: both changed.
    PolicyOrData,
    /// The exports don't have the incident any more.
    Gone,
}

impl RestatedPeriod {
    /// Whether it only tells how those ended that were pending.
    #[must_use]
    pub const fn is_progress(&self) -> bool {
        let (before, now) = (&self.before, &self.now);
        now.met >= before.met
            && now.breached >= before.breached
            && now.judged() - before.judged() == before.pending.saturating_sub(now.pending)
            && now.unknown == before.unknown
            && now.uncovered == before.uncovered
            && now.excluded == before.excluded
    }
}

impl Restatement {
    /// Compares what `report` tells of past days with what the report `last` told. `seen` are the incidents
    /// of the exports that the ledger holds as breached.
    pub(super) fn of(
        last: &ReportRecord,
        state: &LedgerState,
        past: &[PastPeriod],
        report: &Report,
        seen: &HashSet<String>,
        fiscal: FiscalStart,
    ) -> Self {
        let zone = report.zone;
        let objectives: Vec<&str> = report.objectives.iter().map(|objective| objective.id.as_str()).collect();
        let ended = |period: &Period, at: Instant| !period.is_running(at, zone);
        let other_data = differ(last, &report.sources);
        let mut periods = Vec::new();
        for past in past.iter().rev().filter(|past| ended(&past.period, last.as_of)) {
            for (objective, id) in objectives.iter().enumerate() {
                let Some(&before) = last.counts(past.period.first, id) else { continue };
                let now = past.counts.get(objective).copied().unwrap_or_default();
                if before != now {
                    periods.push(RestatedPeriod { period: past.period, objective, before, now });
                }
            }
        }
        Self {
            last_report: last.as_of,
            policy_before: Some(last.policy.clone()).filter(|before| *before != report.policy.sha256),
            other_data,
            breaches: [
                breaches(last, state, report, other_data, fiscal),
                vanished(last, state, report, &periods, seen),
            ]
            .concat(),
            periods,
        }
    }

    /// Whether nothing is told otherwise.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.periods.is_empty() && self.breaches.is_empty()
    }
}

/// Whether the exports are others than those that a report read.
fn differ(last: &ReportRecord, sources: &[SourceSummary]) -> bool {
    let now: Vec<(&str, Option<&str>)> =
        sources.iter().map(|source| (source.path.as_str(), source.sha256.as_deref())).collect();
    let before: Vec<(&str, Option<&str>)> =
        last.exports.iter().map(|export| (export.path.as_str(), export.sha256.as_deref())).collect();
    now != before
}

/// The breaches that moved since and concern what was told. How open ones went on is no surprise, nor
/// that time ran out since.
fn breaches(
    last: &ReportRecord,
    state: &LedgerState,
    report: &Report,
    other_data: bool,
    fiscal: FiscalStart,
) -> Vec<RestatedBreach> {
    let was_told = |day: NaiveDate| {
        Period::containing(last.kind, day, fiscal)
            .is_some_and(|period| last.periods.iter().any(|told| told.first == period.first))
    };
    // Of several moves of one breach, what was known before the first of them counts.
    let mut first: BTreeMap<(&str, &str), &Change> = BTreeMap::new();
    let mut order: Vec<(&str, &str)> = Vec::new();
    for change in state.moves_since(last, report.as_of) {
        let name = (change.incident.as_str(), change.objective.as_str());
        first.entry(name).or_insert_with(|| {
            order.push(name);
            change
        });
    }
    let restated = |name: &(&str, &str)| {
        let before = first.get(name)?.over_before;
        let held = state.breach(name.0, name.1)?;
        let breach = &held.breach;
        if held.as_of() > report.as_of || !was_told(report.zone.date(breach.opened())) {
            return None;
        }
        let told = breach.deadline <= last.as_of;
        let (now, verdict, policy) = match &held.withdrawn {
            Some(why) => (None, Some(why.verdict.clone()), &why.policy),
            None => (Some(breach.over), None, &breach.policy),
        };
        let worth_telling = match (before, now) {
            (None, Some(_)) => told,
            (Some(_), Some(_)) => {
                breach.reached.is_some_and(|reached| reached <= last.as_of) && before != now
            }
            (Some(_), None) => true,
            (None, None) => false,
        };
        let why = match (*policy != last.policy, other_data) {
            (false, _) => Why::Data,
            (true, false) => Why::Policy,
            (true, true) => Why::PolicyOrData,
        };
        worth_telling.then(|| RestatedBreach {
            incident: name.0.to_owned(),
            objective: name.1.to_owned(),
            opened: breach.opened(),
            before,
            now,
            verdict,
            why,
        })
    };
    order.iter().filter_map(restated).collect()
}

/// Breaches that the ledger holds and the exports have no more, in periods whose counts are others than
/// they were told.
fn vanished(
    last: &ReportRecord,
    state: &LedgerState,
    report: &Report,
    periods: &[RestatedPeriod],
    seen: &HashSet<String>,
) -> Vec<RestatedBreach> {
    let held = state.breaches().filter(|held| held.is_active() && held.as_of() <= last.as_of);
    let gone = held.map(|held| &held.breach).filter(|breach| !seen.contains(&breach.incident));
    let counted = gone.filter(|breach| {
        let day = report.zone.date(breach.opened());
        periods.iter().any(|restated| {
            let objective = report.objective(restated.objective).map(|objective| objective.id.as_str());
            restated.period.contains(day) && objective == Some(breach.objective.as_str())
        })
    });
    counted
        .map(|breach| RestatedBreach {
            incident: breach.incident.clone(),
            objective: breach.objective.clone(),
            opened: breach.opened(),
            before: Some(breach.over),
            now: None,
            verdict: None,
            why: Why::Gone,
        })
        .collect()
}
