use serde::Serialize;

use super::whole_minutes;
use crate::assess::{ExpectedEffect, Rate, RateWithout};
use crate::domain::Language;
use crate::render::duration;
use crate::render::json::exact::Seconds;
use crate::render::page::percentage;
use crate::render::words::{Words, count};

/// What the problem did in the last days.
#[derive(Debug, Serialize)]
pub(super) struct Recent<'a> {
    days: u64,
    from: String,
    to: String,
    incidents: usize,
    breaches: usize,
    over: String,
    over_s: Seconds,
    over_minutes: i64,
    rates: Vec<Rates<'a>>,
    /// The first day of the exports, where they don't reach back so far.
    told_from: Option<String>,
    /// The last day of the exports, where they end before.
    told_to: Option<String>,
}

/// A compliance rate, and what it would have been.
#[derive(Debug, Serialize)]
struct Rates<'a> {
    objective: &'a str,
    rate: String,
    base: String,
    rate_without: Option<String>,
    base_without: Option<String>,
    met: u64,
    judged: u64,
    judged_without: Option<u64>,
}

impl<'a> Recent<'a> {
    pub(super) fn of(effect: &'a ExpectedEffect<'a>, language: Language) -> Self {
        Self {
            days: effect.days,
            from: effect.from.to_string(),
            to: effect.to.to_string(),
            incidents: effect.incidents,
            breaches: effect.breaches,
            over: duration(effect.over, language),
            over_s: Seconds(effect.over),
            over_minutes: whole_minutes(effect.over),
            rates: effect.rates.iter().map(|rate| Rates::of(rate, language)).collect(),
            told_from: effect.told_from.map(|day| day.to_string()),
            told_to: effect.told_to.map(|day| day.to_string()),
        }
    }
}

impl<'a> Rates<'a> {
    fn of(rate: &'a RateWithout<'a>, language: Language) -> Self {
        let words = Words::of(language);
        let percent = |rate: Rate| percentage(words, rate);
        let base = |rate: Rate| count(rate.base);
        Self {
            objective: rate.objective,
            rate: percent(rate.now),
            base: base(rate.now),
            rate_without: rate.without.map(percent),
            base_without: rate.without.map(base),
            met: rate.now.part,
            judged: rate.now.base,
            judged_without: rate.without.map(|rate| rate.base),
        }
    }
}
