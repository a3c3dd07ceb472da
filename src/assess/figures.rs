use std::collections::BTreeMap;

use super::Evidence;
use crate::domain::{Instant, Policy, RecordedBreach, Span};

/// The numbers of some evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures<'a> {
    /// How many incidents.
    pub incidents: usize,
    /// How many missed objectives they have together.
    pub breaches: usize,
    /// How many of those were open when they were last recorded.
    pub open: usize,
    /// When the first incident was opened.
    pub first: Instant,
    /// When the last one was opened.
    pub last: Instant,
    /// How many days that is, with both.
    pub days: i64,
    /// The time over target of all breaches, of open ones as it was last recorded.
    pub over: Span,
    /// The breach with the most time over target.
    pub worst: &'a RecordedBreach,
    /// The severities with their incidents, by the policy's scale; `None` for those without one.
    pub severities: Vec<(Option<&'a str>, usize)>,
    /// The customers as exports write them, each once.
    pub customers: Vec<&'a str>,
    /// The services as exports write them, each once.
    pub services: Vec<&'a str>,
    /// The titles as exports write them, those that come most often first.
    pub titles: Vec<&'a str>,
    /// Whether the breaches are of several objectives.
    pub several_objectives: bool,
}

impl<'a> Figures<'a> {
    /// The numbers of some evidence; `None` without any.
    #[must_use]
    pub fn of(evidence: &[Evidence<'a>], policy: &Policy) -> Option<Self> {
        let breaches = || evidence.iter().map(|one| one.breach);
        let mut worst = breaches().next()?;
        for breach in breaches() {
            if breach.over > worst.over {
                worst = breach;
            }
        }
        let one_each = one_of_each_incident(evidence);
        let severity = |breach: &&'a RecordedBreach| breach.severity.as_deref();
        let mut severities = counted(one_each.iter().map(severity));
        let rank = |name: Option<&str>| {
            let place = name.and_then(|name| policy.severities.rank(name));
            (name.is_none(), place.unwrap_or(usize::MAX))
        };
        severities.sort_by_key(|&(name, _)| rank(name));
        let mut titles = counted(one_each.iter().filter_map(|breach| breach.title.as_deref()));
        titles.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        let names = |of: fn(&RecordedBreach) -> Option<&str>| {
            counted(one_each.iter().filter_map(|breach| of(breach)))
                .into_iter()
                .map(|(name, _)| name)
                .collect()
        };
        let first = breaches().map(RecordedBreach::opened).min()?;
        let last = breaches().map(RecordedBreach::opened).max()?;
        Some(Self {
            incidents: one_each.len(),
            breaches: evidence.len(),
            open: breaches().filter(|breach| breach.open).count(),
            first,
            last,
            days: (policy.zone.date(last) - policy.zone.date(first)).num_days() + 1,
            over: breaches().fold(Span::ZERO, |sum, breach| sum.plus(breach.over)),
            worst,
            severities,
            customers: names(|breach| breach.customer.as_deref()),
            services: names(|breach| breach.service.as_deref()),
            titles: titles.into_iter().map(|(title, _)| title).collect(),
            several_objectives: breaches().any(|breach| breach.objective != worst.objective),
        })
    }
}

/// The breaches that are furthest over target, at the most so many, in the order of the evidence.
#[must_use]
pub fn furthest<'a>(evidence: &[Evidence<'a>], most: usize) -> Vec<Evidence<'a>> {
    let mut places: Vec<usize> = (0..evidence.len()).collect();
    places.sort_by_key(|&place| std::cmp::Reverse(evidence[place].breach.over));
    places.truncate(most);
    places.sort_unstable();
    places.into_iter().map(|place| evidence[place]).collect()
}

/// One breach of each incident, in the order of the evidence.
fn one_of_each_incident<'a>(evidence: &[Evidence<'a>]) -> Vec<&'a RecordedBreach> {
    let mut seen = std::collections::HashSet::new();
    evidence.iter().map(|one| one.breach).filter(|breach| seen.insert(breach.incident.as_str())).collect()
}

/// Each value with how often it comes, in the order of the values.
fn counted<T: Ord>(values: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}
