use super::{PolicyFinding, ScarceCounts, Seen, TargetUse};
use crate::assess::Report;
use crate::domain::{FieldId, Policy, Target};

/// The targets and exclusions that do nothing, and the incidents that nothing is for.
pub(super) fn findings(policy: &Policy, seen: &Seen, report: &Report) -> Vec<PolicyFinding> {
    let mut found = Vec::new();
    for (place, targets) in seen.targets.iter().enumerate() {
        for (number, used) in targets.iter().enumerate() {
            if used.fits == 0 {
                found.push(PolicyFinding::UnmatchedTarget(place, number));
            } else if used.decided == 0 && !is_net(&policy.objectives[place].targets[number], used) {
                found.push(PolicyFinding::IdleTarget(place, number, used.clone()));
            }
        }
    }
    for (place, uncovered) in seen.uncovered.iter().enumerate() {
        if !uncovered.is_empty() {
            found.push(PolicyFinding::Uncovered(place, uncovered.top()));
        }
    }
    for (place, (exclusion, &fits)) in report.exclusions.iter().zip(&seen.exclusions).enumerate() {
        if exclusion.incidents == 0 {
            found.push(PolicyFinding::IdleExclusion(place, fits));
        }
    }
    found.extend(unlisted_severities(policy, seen));
    if !seen.without_team.is_empty() {
        found.push(PolicyFinding::NoTeam(seen.without_team.top()));
    }
    found
}

/// Whether it is a target for whatever the others leave, and they left nothing: nothing is wrong
/// with that.
fn is_net(target: &Target, used: &TargetUse) -> bool {
    target.when.is_everything() && used.behind.values().sum::<u64>() == used.fits
}

fn unlisted_severities(policy: &Policy, seen: &Seen) -> Option<PolicyFinding> {
    if policy.severities.levels().is_empty() {
        return None;
    }
    let mut unlisted = ScarceCounts::<str>::default();
    for (value, incidents) in seen.values.get(&FieldId::SEVERITY)?.iter() {
        if policy.severities.rank(value).is_none() {
            unlisted.add(value, incidents);
        }
    }
    (!unlisted.is_empty()).then(|| PolicyFinding::UnlistedSeverities(unlisted.top()))
}
