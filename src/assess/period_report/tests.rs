use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::assess::sample::{objective, policy};
use crate::assess::{Assessor, GroupKey, Intake, PerCustomer, Question, Survey};
use crate::domain::{Goal, Incident, Position, Stamp};

/// When it was opened, in minutes of 2026; how long it took, if it ended; which customer's it is.
type Told = (i64, Option<i64>, usize);

const CUSTOMERS: [&str; 3] = ["ACME", "Globex", ""];

/// Berlin, where a day of March has 23 hours and one of October 25, half an hour to respond.
fn berlin() -> Policy {
    let mut objective = objective("first-response", "First response", 30);
    objective.goal = Goal::parse("90%");
    Policy { zone: Zone::named("Europe/Berlin").unwrap(), objectives: vec![objective], ..policy() }
}

fn at(minute: i64) -> Instant {
    Instant::from_epoch(1_767_225_600 + minute * 60, 0).unwrap()
}

fn feed<I: Intake>(intake: &I, policy: &Policy, told: &[Told]) -> I::Tally {
    let responded = policy.stages.find("responded").unwrap();
    // Two tallies that are merged, as two workers would.
    let mut tallies = [intake.begin(), intake.begin()];
    for (row, &(opened, took, customer)) in (0..).zip(told) {
        let id = format!("I-{row}");
        let mut stamps = vec![Stamp::Absent; policy.stages.len()];
        stamps[0] = Stamp::At(at(opened));
        stamps[responded.index()] = took.map_or(Stamp::Absent, |took| Stamp::At(at(opened + took)));
        let fields = [Some("title"), Some("web"), Some(CUSTOMERS[customer]), Some("high"), None, None, None];
        let incident = Incident::new(&id, &fields, &stamps, Position { source: 0, block: 0, row });
        intake.take(&mut tallies[(row % 2) as usize], &incident);
    }
    let [mut first, second] = tallies;
    intake.merge(&mut first, second);
    first
}

fn chronicle(policy: &Policy, period: Period) -> Chronicle<'_> {
    let question = Question::of(policy, at(525_600));
    let window = period.window(policy.zone);
    let survey = Survey::new(Assessor::new(question.clone()), BTreeSet::new());
    Chronicle::new(survey, Assessor::new(Question { window, group_by: GroupKey::usual(), ..question }))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_incident_is_counted_in_the_one_period_of_its_day(
        told in prop::collection::vec((0_i64..520_000, prop::option::of(1_i64..60), 0_usize..3), 1..120),
        kind in 0_usize..4,
        day in 0_i64..365,
    ) {
        let policy = berlin();
        let kind = [PeriodKind::Day, PeriodKind::Week, PeriodKind::Month, PeriodKind::FiscalYear][kind];
        let about = Period::containing(kind, policy.zone.date(at(day * 1440)), policy.fiscal_start).unwrap();
        let found = feed(&chronicle(&policy, about), &policy, &told).finish();
        let local = |minute: i64| policy.zone.at(at(minute)).date_naive();
        // Whatever has not ended within half an hour is late by the end of the year.
        let naive = |period: &Period| {
            let mut counts = Counts::default();
            for (_, took, _) in told.iter().filter(|(opened, ..)| period.contains(local(*opened))) {
                match took {
                    Some(took) if *took <= 30 => counts.met += 1,
                    Some(_) => counts.breached += 1,
                    None => {
                        counts.breached += 1;
                        counts.breached_open += 1;
                    }
                }
            }
            counts
        };
        let past = PastPeriod::all(about, &found.surveyed, &policy);
        prop_assert_eq!(past.last().unwrap().period, about);
        for past in &past {
            prop_assert_eq!(past.counts[0], naive(&past.period), "{}", past.period);
        }
        let ended = told.iter().filter(|(opened, ..)| about.contains(local(*opened))).count();
        prop_assert_eq!(found.course.elapsed.first().map_or(0, Vec::len), ended);
        let opened: u64 = (0..7).flat_map(|day| found.course.week.day(day)).map(|hour| hour.incidents).sum();
        prop_assert_eq!(opened, ended as u64);
        for budget in budgets(about, &found.surveyed, &policy, (at(525_600), policy.zone)) {
            let month = Period::containing(PeriodKind::Month, budget.month, policy.fiscal_start).unwrap();
            prop_assert_eq!(budget.counts, naive(&month));
            prop_assert_eq!(budget.allowed, naive(&month).judged() / 10);
        }
    }

    #[test]
    fn customers_apart_are_all_of_them_together(
        told in prop::collection::vec((0_i64..520_000, prop::option::of(1_i64..60), 0_usize..3), 1..60),
    ) {
        let policy = berlin();
        let about = Period::named("2026-06", policy.fiscal_start).unwrap();
        let whole = feed(&chronicle(&policy, about), &policy, &told).finish();
        let apart = feed(&PerCustomer(chronicle(&policy, about)), &policy, &told);
        let mut names = BTreeMap::new();
        let mut sum = Counts::default();
        for customer in apart.into_customers() {
            let found = customer.tally.finish();
            let counts = found.surveyed.days.values().map(|counts| counts[0]);
            let mut own = Counts::default();
            counts.for_each(|counts| own.merge(&counts));
            sum.merge(&own);
            names.insert(customer.name, own.all());
        }
        let mut all = Counts::default();
        whole.surveyed.days.values().for_each(|counts| all.merge(&counts[0]));
        prop_assert_eq!(sum, all);
        for (name, count) in names {
            let place = CUSTOMERS.iter().position(|known| *known == name).unwrap();
            prop_assert_eq!(count, told.iter().filter(|told| told.2 == place).count() as u64, "{}", name);
        }
    }
}

#[test]
fn only_counts_that_pending_ones_explain_are_progress() {
    let before = Counts { met: 8, breached: 1, pending: 3, unknown: 1, ..Counts::default() };
    let restated = |now: Counts| {
        let period = Period::named("2026-06", policy().fiscal_start).unwrap();
        RestatedPeriod { period, objective: 0, before, now }.is_progress()
    };
    assert!(restated(Counts { met: 10, breached: 2, pending: 0, ..before }));
    assert!(restated(Counts { met: 9, pending: 2, ..before }));
    assert!(!restated(Counts { met: 7, breached: 2, ..before }), "one that was met is late");
    assert!(!restated(Counts { met: 9, ..before }), "one more came");
    assert!(!restated(Counts { met: 9, unknown: 0, ..before }), "one became known");
    assert!(!restated(Counts { met: 10, pending: 0, unknown: 2, ..before }), "one became unknown");
}
