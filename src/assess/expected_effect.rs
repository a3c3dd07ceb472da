use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use super::{Counts, Evidence, Occurrence, Problem, Rate, Surveyed};
use crate::domain::{Instant, Policy, Span};

/// What one problem alone did in the days up to now, and what the compliance rate would have been
/// without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedEffect<'a> {
    /// How many calendar days, that of as-of included.
    pub days: u64,
    /// The first of them.
    pub from: NaiveDate,
    /// The last of them.
    pub to: NaiveDate,
    /// The incidents of the problem that missed an objective, by the day of `opened`.
    pub incidents: usize,
    /// Their breaches.
    pub breaches: usize,
    /// The time over target of these.
    pub over: Span,
    /// The rates of the objectives that they missed. Empty without exports to count in.
    pub rates: Vec<RateWithout<'a>>,
    /// The first day of the exports, where that is later than the first of the days.
    pub told_from: Option<NaiveDate>,
}

/// The compliance rate of an objective, and that without the breaches of one problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateWithout<'a> {
    /// The objective, by its title in the policy.
    pub objective: &'a str,
    /// As it is.
    pub now: Rate,
    /// Had there been no such breaches: they are taken out of the base. `None` where nothing is
    /// left of it.
    pub without: Option<Rate>,
}

impl<'a> ExpectedEffect<'a> {
    /// The days that are looked back on.
    const DAYS: [u64; 2] = [30, 90];

    /// The last 30 and 90 days. `found` is what the exports tell.
    #[must_use]
    pub fn of(
        problem: &Problem<'_>,
        policy: &'a Policy,
        as_of: Instant,
        found: Option<&Surveyed>,
    ) -> Vec<Self> {
        let to = policy.zone.date(as_of);
        let within = |days: u64| {
            let from = to.checked_sub_days(Days::new(days - 1))?;
            Some(Self::within(problem, policy, (days, from, to), found))
        };
        Self::DAYS.into_iter().filter_map(within).collect()
    }

    fn within(
        problem: &Problem<'_>,
        policy: &'a Policy,
        (days, from, to): (u64, NaiveDate, NaiveDate),
        found: Option<&Surveyed>,
    ) -> Self {
        let recent: Vec<Evidence<'_>> = problem
            .evidence
            .iter()
            .copied()
            .filter(|one| (from..=to).contains(&policy.zone.date(one.opened())))
            .collect();
        let mut rates = Vec::new();
        let mut told_from = None;
        if let Some(surveyed) = found {
            let occurrences = surveyed.of(&problem.signature);
            let first = surveyed.span.map(|(first, _)| policy.zone.date(first));
            told_from = first.filter(|first| *first > from);
            for (place, objective) in policy.objectives.iter().enumerate() {
                let counts = counts(surveyed, from, to, place);
                // What the ledger knows from other exports is not in the base.
                let missed = |incident: &str| {
                    let same = |one: &Occurrence| one.incident == incident && one.missed.contains(&place);
                    occurrences.iter().any(same)
                };
                let own: HashSet<&str> = recent
                    .iter()
                    .filter(|one| one.breach.objective == objective.id)
                    .map(Evidence::incident)
                    .filter(|incident| missed(incident))
                    .collect();
                if let Some(now) = counts.rate().filter(|_| !own.is_empty()) {
                    let without = Rate::of(counts.met, counts.judged().saturating_sub(own.len() as u64));
                    rates.push(RateWithout { objective: &objective.title, now, without });
                }
            }
        }
        Self {
            days,
            from,
            to,
            incidents: Evidence::incidents(&recent).len(),
            breaches: recent.len(),
            over: recent.iter().fold(Span::ZERO, |sum, one| sum.plus(one.breach.over)),
            rates,
            told_from,
        }
    }
}

/// The verdicts of these days under one objective.
fn counts(found: &Surveyed, from: NaiveDate, to: NaiveDate, objective: usize) -> Counts {
    let mut sum = Counts::default();
    for (_, day) in found.days.range(from..=to) {
        if let Some(counts) = day.get(objective) {
            sum.merge(counts);
        }
    }
    sum
}
