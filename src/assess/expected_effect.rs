use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use super::{CaseSources, Counts, Evidence, Problem, Rate, Signature, Surveyed};
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
    /// The last day of the exports, where that is earlier than the last of the days.
    pub told_to: Option<NaiveDate>,
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

    /// The last 30 and 90 days, of all breaches of the cause and signature that call for a fix,
    /// whichever request names them, and of those that this one names under a title of their own by
    /// now.
    #[must_use]
    pub fn of(problem: &Problem<'_>, sources: CaseSources<'a>) -> Vec<Self> {
        let to = sources.policy.zone.date(sources.as_of);
        let breaches = sources.breaches.of_problem(&problem.signature).iter();
        let mut all: Vec<Evidence<'_>> = breaches
            .filter_map(|breach| Evidence::of(breach, sources.state))
            .filter(|one| one.annotation.cause == problem.cause.id)
            .collect();
        let elsewhere = |one: &&Evidence<'_>| Signature::of(one.breach) != problem.signature;
        all.extend(problem.evidence.iter().filter(elsewhere));
        let within = |days: u64| {
            let from = to.checked_sub_days(Days::new(days - 1))?;
            Some(Self::within(&all, (days, from, to), sources))
        };
        Self::DAYS.into_iter().filter_map(within).collect()
    }

    fn within(
        all: &[Evidence<'_>],
        (days, from, to): (u64, NaiveDate, NaiveDate),
        sources: CaseSources<'a>,
    ) -> Self {
        let CaseSources { policy, found, .. } = sources;
        let day = |at: Instant| policy.zone.date(at);
        let recent: Vec<Evidence<'_>> =
            all.iter().copied().filter(|one| (from..=to).contains(&day(one.opened()))).collect();
        let told = found.and_then(|found| found.span).map(|(first, last)| (day(first), day(last)));
        Self {
            days,
            from,
            to,
            incidents: Evidence::incidents(&recent).len(),
            breaches: recent.len(),
            over: recent.iter().fold(Span::ZERO, |sum, one| sum.plus(one.breach.over)),
            rates: found.map(|found| rates(found, &recent, (from, to), policy)).unwrap_or_default(),
            told_from: told.map(|(first, _)| first).filter(|first| *first > from),
            told_to: told.map(|(_, last)| last).filter(|last| *last < to),
        }
    }
}

/// The rates of the objectives that were missed, with and without these breaches.
fn rates<'a>(
    found: &Surveyed,
    recent: &[Evidence<'_>],
    (from, to): (NaiveDate, NaiveDate),
    policy: &'a Policy,
) -> Vec<RateWithout<'a>> {
    let mut rates = Vec::new();
    for (place, objective) in policy.objectives.iter().enumerate() {
        let counts = counts(found, from, to, place);
        // What the ledger knows from other exports is not in the base.
        let own: HashSet<&str> = recent
            .iter()
            .filter(|one| one.breach.objective == objective.id)
            .map(Evidence::incident)
            .filter(|incident| found.missed(incident, place))
            .collect();
        if let Some(now) = counts.rate().filter(|_| !own.is_empty()) {
            let without = Rate::of(counts.met, counts.judged().saturating_sub(own.len() as u64));
            rates.push(RateWithout { objective: &objective.title, now, without });
        }
    }
    rates
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::assess::sample::{annotation, minute, minutes, policy, recorded, state};
    use crate::assess::{
        Assessor, EscalationPlan, Intake, LedgerState, ProblemBreaches, Question, Signature, Survey,
        SurveyTally,
    };
    use crate::domain::{Fix, Incident, Position, Stamp};

    const DAY: i64 = 24 * 60;

    /// What exports tell of incidents: id, minute of `opened`, minutes to `responded`.
    fn surveyed(policy: &Policy, tickets: &[(&str, i64, i64)]) -> Surveyed {
        let assessor = Assessor::new(Question {
            watched: ["A", "B", "C", "D"].map(str::to_owned).into(),
            ..Question::of(policy, minute(100 * DAY))
        });
        let problem = Signature::of(&recorded("A", "web1 disk 1%", 0));
        let survey = Survey::new(assessor, BTreeSet::from([problem]));
        let (mut one, mut other) = (survey.begin(), survey.begin());
        let responded = policy.stages.find("responded").unwrap();
        for (row, &(id, opened, took)) in (0..).zip(tickets) {
            let mut stamps = vec![Stamp::Absent; policy.stages.len()];
            stamps[0] = Stamp::At(minute(opened));
            stamps[responded.index()] = Stamp::At(minute(opened + took));
            let fields = [Some("web7 disk 7%"), Some("web"), Some("ACME"), Some("high")];
            let position = Position { source: 0, block: 0, row };
            let incident = Incident::new(id, &fields, &stamps, position);
            survey.take(if row % 2 == 0 { &mut one } else { &mut other }, &incident);
        }
        survey.merge(&mut one, other);
        SurveyTally::finish(one).0
    }

    fn effects(
        plan: &EscalationPlan<'_>,
        state: &LedgerState,
        policy: &Policy,
        as_of: Instant,
        found: Option<&Surveyed>,
    ) -> Vec<ExpectedEffect<'static>> {
        let problem = &plan.problems[0];
        let breaches = ProblemBreaches::of(state, &BTreeSet::from([problem.signature.clone()]), as_of);
        let sources = CaseSources { state, breaches: &breaches, found, policy, as_of };
        ExpectedEffect::of(problem, sources)
            .into_iter()
            .map(|effect| ExpectedEffect {
                rates: effect.rates.into_iter().map(|rate| RateWithout { objective: "", ..rate }).collect(),
                ..effect
            })
            .collect()
    }

    #[test]
    fn the_rates_of_the_last_days_are_told_with_and_without_the_problem() {
        let policy = policy();
        // Day 99, day 95 and day 60; one more that the exports don't have.
        let breaches = ["A", "B", "C", "D"].into_iter().zip([99, 95, 60, 98]);
        let mut ledger =
            state(breaches.map(|(id, day)| recorded(id, "web1 disk 1%", day * DAY)).collect::<Vec<_>>());
        for id in ["A", "B", "C", "D"] {
            ledger.take_annotation(annotation(id, "runbook-missing", Fix::Required, id), &[]);
        }
        let tickets = [
            ("A", 99 * DAY, 90),
            ("B", 95 * DAY, 90),
            ("C", 60 * DAY, 90),
            ("E", 99 * DAY, 10),
            ("F", 70 * DAY, 10),
            ("G", 50 * DAY, 90),
        ];
        let found = surveyed(&policy, &tickets);
        let plan = EscalationPlan::of(&ledger, &policy);
        let effects = effects(&plan, &ledger, &policy, minute(100 * DAY), Some(&found));
        let rates = |effect: &ExpectedEffect<'_>| {
            let parts = |rate: Rate| (rate.part, rate.base);
            effect.rates.iter().map(|rate| (parts(rate.now), rate.without.map(parts))).collect::<Vec<_>>()
        };
        let [month, quarter] = effects.as_slice() else { panic!("{effects:?}") };
        assert_eq!((month.days, month.incidents, month.breaches, month.over), (30, 3, 3, minutes(180)));
        assert_eq!(rates(month), [((1, 3), Some((1, 1)))], "D is in no export");
        assert_eq!(month.told_from, None);
        assert_eq!((quarter.incidents, rates(quarter)), (4, vec![((2, 6), Some((2, 3)))]));
        assert_eq!(quarter.told_from, Some(policy.zone.date(minute(50 * DAY))));
        let without = self::effects(&plan, &ledger, &policy, minute(100 * DAY), None);
        assert!(without[0].rates.is_empty() && without[0].breaches == 3);
    }

    #[test]
    fn the_days_are_calendar_days_with_that_of_as_of() {
        let policy = policy();
        let mut ledger = state([recorded("first", "disk", 0), recorded("before", "disk", -1)]);
        for id in ["first", "before"] {
            ledger.take_annotation(annotation(id, "runbook-missing", Fix::Required, id), &[]);
        }
        let plan = EscalationPlan::of(&ledger, &policy);
        let effects = effects(&plan, &ledger, &policy, minute(29 * DAY + 5), None);
        assert_eq!((effects[0].from, effects[0].incidents), (policy.zone.date(minute(0)), 1));
        assert_eq!(effects[1].incidents, 2);
    }
}
