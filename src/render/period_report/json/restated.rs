use serde::Serialize;

use crate::assess::{RestatedBreach, RestatedPeriod, Restatement, Why};
use crate::render::json::counts::RatedCounts;
use crate::render::json::exact::{Moment, Seconds};
use crate::render::time::LocalTimes;

#[derive(Serialize)]
pub(super) struct RestatedEntry<'a> {
    last_report: Moment<'a>,
    policy_before: Option<&'a str>,
    other_data: bool,
    periods: Vec<RestatedPeriodEntry<'a>>,
    breaches: Vec<RestatedBreachEntry<'a>>,
}

/// `progress`: only pending ones ended.
#[derive(Serialize)]
pub(super) struct RestatedPeriodEntry<'a> {
    period: String,
    objective: &'a str,
    told: RatedCounts,
    now: RatedCounts,
    progress: bool,
}

/// Without `told_over_s` it was no breach then, without `over_s` it is none now.
#[derive(Serialize)]
pub(super) struct RestatedBreachEntry<'a> {
    incident: &'a str,
    objective: &'a str,
    opened: Moment<'a>,
    told_over_s: Option<Seconds>,
    over_s: Option<Seconds>,
    verdict: Option<&'a str>,
    /// `data`, `policy`, `policy-or-data`, or `gone`: the exports have it no more.
    why: &'static str,
}

impl<'a> RestatedEntry<'a> {
    pub(super) fn of(
        restated: &'a Restatement,
        times: &'a LocalTimes,
        id: &dyn Fn(usize) -> &'a str,
    ) -> Self {
        let period = |one: &'a RestatedPeriod| RestatedPeriodEntry {
            period: one.period.to_string(),
            objective: id(one.objective),
            told: RatedCounts::of(&one.before),
            now: RatedCounts::of(&one.now),
            progress: one.is_progress(),
        };
        let breach = |one: &'a RestatedBreach| RestatedBreachEntry {
            incident: &one.incident,
            objective: &one.objective,
            opened: Moment(times, one.opened),
            told_over_s: one.before.map(Seconds),
            over_s: one.now.map(Seconds),
            verdict: one.verdict.as_deref(),
            why: match one.why {
                Why::Data => "data",
                Why::Policy => "policy",
                Why::PolicyOrData => "policy-or-data",
                Why::Gone => "gone",
            },
        };
        Self {
            last_report: Moment(times, restated.last_report),
            policy_before: restated.policy_before.as_deref(),
            other_data: restated.other_data,
            periods: restated.periods.iter().map(period).collect(),
            breaches: restated.breaches.iter().map(breach).collect(),
        }
    }
}
