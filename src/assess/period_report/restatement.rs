use std::collections::BTreeMap;

use super::PastPeriod;
use crate::assess::{Change, Counts, LedgerState, ReportRecord, SourceSummary};
use crate::domain::{Instant, ObjectiveIndex, Period, Span};

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
    /// Compares what is told now with what the report `last` told. `objectives` are the names of the
    /// objectives, `policy` the digest of the policy now.
    pub(super) fn of(
        last: &ReportRecord,
        state: &LedgerState,
        past: &[PastPeriod],
        objectives: &[&str],
        (policy, sources): (&str, &[SourceSummary]),
        ended: impl Fn(&Period, Instant) -> bool,
    ) -> Self {
        let other_data = differ(last, sources);
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
            policy_before: Some(last.policy.clone()).filter(|before| *before != *policy),
            other_data,
            periods,
            breaches: breaches(last, state, other_data),
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
fn breaches(last: &ReportRecord, state: &LedgerState, other_data: bool) -> Vec<RestatedBreach> {
    // Of several moves of one breach, what was known before the first of them counts.
    let mut first: BTreeMap<(&str, &str), &Change> = BTreeMap::new();
    let mut order: Vec<(&str, &str)> = Vec::new();
    for change in state.moves_since(last) {
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
