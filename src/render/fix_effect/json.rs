use serde::Serialize;

use crate::assess::{FixEffect, FixOutcome, Occurred};
use crate::domain::{Instant, Policy};
use crate::render::RenderError;
use crate::render::json::exact::Moment;
use crate::render::json::head::Head;
use crate::render::json::pretty;
use crate::render::time::LocalTimes;

/// The effects of requests as JSON, under the schema `slo.effect/1`: fields may be added, none is
/// removed or changes its meaning. `program` is its name and version.
pub fn fix_effect_json(
    effects: &[FixEffect<'_>],
    policy: &Policy,
    as_of: Instant,
    program: &str,
) -> Result<Vec<u8>, RenderError> {
    let times = &LocalTimes::new(policy.zone);
    let document = Document {
        head: Head::new("slo.effect/1", program, times, (as_of, policy.zone)),
        effects: effects.iter().map(|effect| EffectEntry::of(effect, times)).collect(),
    };
    pretty(&document)
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    effects: Vec<EffectEntry<'a>>,
}

#[derive(Serialize)]
pub(in crate::render) struct EffectEntry<'a> {
    request: &'a str,
    team: &'a str,
    cause: &'a str,
    customer: &'a str,
    service: &'a str,
    title: &'a str,
    done: Moment<'a>,
    days: i64,
    before: OccurredEntry,
    after: OccurredEntry,
    /// `too-early`, `too-few`, `fewer`, `same` or `more`.
    outcome: &'static str,
    change_percent: Option<i64>,
    /// Days on either side without an incident of any kind in the exports.
    empty_days: usize,
    recurrences: Vec<RecurrenceEntry<'a>>,
}

#[derive(Serialize)]
struct OccurredEntry {
    /// None where only what missed an objective is known.
    incidents: Option<usize>,
    breached: usize,
    incidents_per_day: Option<f64>,
    breached_per_day: Option<f64>,
}

#[derive(Serialize)]
struct RecurrenceEntry<'a> {
    incident: &'a str,
    opened: Moment<'a>,
    cause: Option<&'a str>,
}

impl<'a> EffectEntry<'a> {
    pub(in crate::render) fn of(effect: &'a FixEffect<'_>, times: &'a LocalTimes) -> Self {
        let request = effect.request;
        let [customer, service, title] = &request.signature;
        let occurred = |occurred: Occurred| OccurredEntry {
            incidents: effect.counts_all.then_some(occurred.incidents),
            breached: occurred.breached,
            incidents_per_day: effect.per_day(occurred.incidents).filter(|_| effect.counts_all),
            breached_per_day: effect.per_day(occurred.breached),
        };
        Self {
            request: &request.id,
            team: &request.team,
            cause: &request.cause,
            customer,
            service,
            title,
            done: Moment(times, effect.done),
            days: effect.days,
            before: occurred(effect.before),
            after: occurred(effect.after),
            outcome: key(effect.outcome()),
            change_percent: effect.change(),
            empty_days: effect.empty_days,
            recurrences: effect
                .recurrences
                .iter()
                .map(|one| RecurrenceEntry {
                    incident: &one.incident,
                    opened: Moment(times, one.opened),
                    cause: one.cause,
                })
                .collect(),
        }
    }
}

const fn key(outcome: FixOutcome) -> &'static str {
    match outcome {
        FixOutcome::TooEarly => "too-early",
        FixOutcome::TooFew => "too-few",
        FixOutcome::Fewer => "fewer",
        FixOutcome::Same => "same",
        FixOutcome::More => "more",
    }
}
