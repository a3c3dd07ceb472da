use std::collections::BTreeMap;

use super::{Counted, PolicyFinding, PolicySpot};
use crate::assess::SourceSummary;
use crate::domain::{EventRows, Pattern, PauseEnd, Policy, Rows, nearest, normal};

/// The activities that the policy names and no row of the exports has. Nothing else would tell of a
/// slip in one: a stage that nothing reaches looks like incidents that are still open.
pub(super) fn findings(policy: &Policy, sources: &[SourceSummary]) -> Vec<PolicyFinding> {
    let Rows::Events(rows) = &policy.mapping.rows else { return Vec::new() };
    let mut seen: BTreeMap<&str, u64> = BTreeMap::new();
    for (activity, rows) in sources.iter().flat_map(|source| &source.activities) {
        *seen.entry(activity).or_default() += rows;
    }
    let known: Vec<_> = seen.keys().map(|activity| normal(activity)).collect();
    let mut unused: Vec<(&str, Vec<PolicySpot>)> = Vec::new();
    for (activity, spot) in named(rows) {
        let plain = normal(activity);
        let pattern = Pattern::new(activity);
        if known.iter().any(|known| pattern.matches(known)) {
            continue;
        }
        match unused.iter_mut().find(|(other, _)| normal(other) == plain) {
            Some((_, spots)) => spots.push(spot),
            None => unused.push((activity, vec![spot])),
        }
    }
    let finding = |(activity, spots): (&str, Vec<PolicySpot>)| {
        let near = nearest(activity, seen.keys().copied()).into_iter();
        let counted =
            |value: String| Counted { incidents: seen.get(&*value).copied().unwrap_or_default(), value };
        PolicyFinding::UnusedActivity {
            activity: activity.to_owned(),
            spots,
            near: near.map(counted).collect(),
        }
    };
    unused.into_iter().map(finding).collect()
}

/// The activities that the policy gives a meaning, each with where it does.
fn named(rows: &EventRows) -> Vec<(&str, PolicySpot)> {
    let mut named = Vec::new();
    for (place, (_, activities)) in rows.stages.iter().enumerate() {
        named.extend(activities.iter().map(|activity| (activity.as_str(), PolicySpot::Reaching(place))));
    }
    for (place, (begin, end)) in rows.pauses.iter().enumerate() {
        named.push((begin, PolicySpot::PauseBegin(place)));
        if let PauseEnd::Activities(activities) = end {
            named.extend(activities.iter().map(|activity| (activity.as_str(), PolicySpot::PauseEnd(place))));
        }
    }
    named.extend(rows.reopens.iter().map(|activity| (activity.as_str(), PolicySpot::Reopens)));
    named
}
