//! What exports tell of a policy, as warnings with their places.

mod activities;
mod json;
mod listing;
mod names;
mod usage;

use std::ops::Range;

use crate::assess::{PolicyFinding, PolicySpot};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::{FieldId, Policy};

pub use json::policy_check_json;

/// Where in the text of a policy something stands.
pub trait PolicyText {
    /// A part of the policy.
    fn of(&self, spot: PolicySpot) -> Range<usize>;

    /// A pattern of a part of the policy.
    fn of_pattern(&self, spot: PolicySpot, field: FieldId, pattern: &str) -> Range<usize>;

    /// An activity that a part of the policy names.
    fn of_activity(&self, spot: PolicySpot, activity: &str) -> Range<usize>;
}

/// The findings as warnings, in the order of the file.
pub fn policy_findings(
    findings: &[PolicyFinding],
    policy: &Policy,
    text: &impl PolicyText,
) -> Vec<Diagnostic> {
    let subject = Subject { policy, text };
    let mut warnings: Vec<Diagnostic> = findings.iter().map(|finding| subject.warning(finding)).collect();
    warnings.sort_by_key(|warning| warning.primary.span.start);
    warnings
}

/// What findings are about.
struct Subject<'a, T> {
    policy: &'a Policy,
    text: &'a T,
}

impl<T: PolicyText> Subject<'_, T> {
    fn warning(&self, finding: &PolicyFinding) -> Diagnostic {
        match finding {
            PolicyFinding::UnmatchedTarget(objective, target) => self.unmatched_target(*objective, *target),
            PolicyFinding::IdleTarget(objective, target, used) => self.idle_target(*objective, *target, used),
            PolicyFinding::Uncovered(objective, top) => self.uncovered(*objective, top),
            PolicyFinding::Spellings { field, names, more, spot } => {
                self.spellings(*field, names, *more, *spot)
            }
            PolicyFinding::OtherSpelling(pattern, top) => self.other_spelling(pattern, top),
            PolicyFinding::NearValue(pattern, near) => self.near_value(pattern, near),
            PolicyFinding::ManyValues { field, looked_at, spot } => {
                self.many_values(*field, *looked_at, *spot)
            }
            PolicyFinding::NoHours(calendar, from, to) => self.no_hours(*calendar, *from, *to),
            PolicyFinding::HolidayYears { calendar, source, known, asked } => {
                self.holiday_years(*calendar, *source, *known, *asked)
            }
            PolicyFinding::StrictGoal { .. } => self.strict_goal(finding),
            PolicyFinding::IdleExclusion(exclusion, fits) => self.idle_exclusion(*exclusion, *fits),
            PolicyFinding::UnlistedSeverities(top) => self.unlisted_severities(top),
            PolicyFinding::NoTeam(top) => self.no_team(top),
            PolicyFinding::UnusedActivity { activity, spots, near } => {
                self.unused_activity(activity, spots, near)
            }
        }
    }

    fn label(&self, spot: PolicySpot, text: impl Into<String>) -> Label {
        Label::new(self.text.of(spot), text)
    }

    fn objective(&self, place: usize) -> &str {
        self.policy.objectives.get(place).map_or("", |objective| &objective.id)
    }
}

#[cfg(test)]
mod tests;
