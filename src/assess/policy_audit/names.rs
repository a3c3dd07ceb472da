use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use wildmatch::WildMatch;

use super::finding::PatternUse;
use super::patterns::Patterns;
use super::scarce_counts::ScarceCounts;
use super::{Counted, PolicyFinding, Seen, Top};
use crate::domain::{FieldId, Pattern, Policy, nearest, normal};

/// What the ways tell in which exports and policy write names.
pub(super) fn findings(policy: &Policy, seen: &Seen) -> Vec<PolicyFinding> {
    let patterns = Patterns::of(policy);
    let mut found = Vec::new();
    for (&field, values) in &seen.values {
        let spot = patterns.first_spot(field);
        if values.is_partial() {
            found.push(PolicyFinding::ManyValues { field, looked_at: values.iter().count(), spot });
        }
        // A title is a sentence, which nobody writes twice in the same way.
        if field == FieldId::TITLE {
            continue;
        }
        let known = Values::of(values);
        found.extend(known.spellings().map(|(names, more)| PolicyFinding::Spellings {
            field,
            names,
            more,
            spot,
        }));
        let patterns: Vec<PatternUse> = patterns.of_field(field).collect();
        for pattern in &patterns {
            found.extend(known.other_spelling(pattern));
        }
        found.extend(known.near_values(&patterns));
    }
    found
}

/// The values of a field by the form in which they are compared.
struct Values<'a>(BTreeMap<String, Vec<(&'a str, u64)>>);

impl<'a> Values<'a> {
    fn of(values: &'a ScarceCounts<str>) -> Self {
        let mut known: BTreeMap<String, Vec<(&str, u64)>> = BTreeMap::new();
        for (value, incidents) in values.iter().filter(|(value, _)| !value.is_empty()) {
            known.entry(normal(value).into_owned()).or_default().push((value, incidents));
        }
        Self(known)
    }

    /// The names with several ways to write them, those with most incidents first.
    fn spellings(&self) -> Option<(Vec<Vec<Counted<String>>>, usize)> {
        let mut names: Vec<&Vec<(&str, u64)>> = self.0.values().filter(|ways| ways.len() > 1).collect();
        names.sort_by_key(|ways| Reverse(ways.iter().map(|(_, incidents)| incidents).sum::<u64>()));
        let listed = |ways: &&Vec<(&str, u64)>| top(ways.iter().copied()).listed;
        let more = names.len().saturating_sub(Top::<String>::LISTED);
        (!names.is_empty()).then(|| (names.iter().take(Top::<String>::LISTED).map(listed).collect(), more))
    }

    /// The values that a pattern fits.
    fn fitting(&self, pattern: &str) -> Vec<(&'a str, u64)> {
        let matcher = Pattern::new(pattern);
        if !matcher.is_wild() {
            return self.0.get(&*normal(pattern)).cloned().unwrap_or_default();
        }
        let fits = self.0.iter().filter(|(normal, _)| matcher.matches(normal));
        fits.flat_map(|(_, ways)| ways.iter().copied()).collect()
    }

    /// Where a pattern fits only by case or width.
    fn other_spelling(&self, pattern: &PatternUse) -> Option<PolicyFinding> {
        let half = |char| match char {
            '＊' => '*',
            '？' => '?',
            other => other,
        };
        let plain: String = pattern.text.trim().chars().map(half).collect();
        let exact = WildMatch::new(&plain);
        let fitting = self.fitting(&pattern.text);
        let is_written_so =
            fitting.is_empty() || fitting.iter().any(|(value, _)| exact.matches(value.trim()));
        (!is_written_so).then(|| PolicyFinding::OtherSpelling(pattern.clone(), top(fitting.into_iter())))
    }

    /// The patterns that fit nothing but are like a value that the same part of the policy doesn't
    /// name too.
    fn near_values(&self, patterns: &[PatternUse]) -> Vec<PolicyFinding> {
        let is_idle = |pattern: &&PatternUse| {
            !Pattern::new(&pattern.text).is_wild() && !self.0.contains_key(&*normal(&pattern.text))
        };
        let near = |pattern: &PatternUse| {
            let beside = patterns.iter().filter(|other| other.stand_together(pattern));
            let named: BTreeSet<String> = beside.map(|other| normal(&other.text).into_owned()).collect();
            let free = self.0.iter().filter(|(name, _)| !named.contains(*name)).flat_map(|(_, ways)| ways);
            let near = nearest(&pattern.text, free.map(|(value, _)| *value)).into_iter();
            let counted = |value: String| {
                let (_, incidents) = self.0.get(&*normal(&value))?.iter().find(|(way, _)| *way == value)?;
                Some(Counted { incidents: *incidents, value })
            };
            let near: Vec<_> = near.filter_map(counted).collect();
            (!near.is_empty()).then(|| PolicyFinding::NearValue(pattern.clone(), near))
        };
        patterns.iter().filter(is_idle).filter_map(near).collect()
    }
}

/// The most frequent of some values.
fn top<'v>(values: impl Iterator<Item = (&'v str, u64)>) -> Top<String> {
    let mut counts = ScarceCounts::<str>::default();
    values.for_each(|(value, incidents)| counts.add(value, incidents));
    counts.top()
}
