use std::collections::BTreeMap;

use super::{Evidence, Problem};
use crate::domain::{Instant, Policy, RecordedBreach, Span};

/// The numbers of one problem.
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
}

impl<'a> Problem<'a> {
    /// Its numbers; `None` without evidence.
    #[must_use]
    pub fn figures(&self, policy: &Policy) -> Option<Figures<'a>> {
        let breaches = || self.evidence.iter().map(|one| one.breach);
        let mut worst = breaches().next()?;
        for breach in breaches() {
            if breach.over > worst.over {
                worst = breach;
            }
        }
        let one_each = one_of_each_incident(&self.evidence);
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
        Some(Figures {
            incidents: one_each.len(),
            breaches: self.evidence.len(),
            open: breaches().filter(|breach| breach.open).count(),
            first: breaches().map(RecordedBreach::opened).min()?,
            last: breaches().map(RecordedBreach::opened).max()?,
            over: breaches().fold(Span::ZERO, |sum, breach| sum.plus(breach.over)),
            worst,
            severities,
            customers: names(|breach| breach.customer.as_deref()),
            services: names(|breach| breach.service.as_deref()),
            titles: titles.into_iter().map(|(title, _)| title).collect(),
        })
    }
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
