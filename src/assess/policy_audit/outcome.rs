use super::{PolicyFinding, Seen, activities, goals, hours, names, usage};
use crate::assess::Report;
use crate::domain::Policy;

impl Seen {
    /// What the exports tell of the policy; `report` is that of the audit's assessor. Nothing where
    /// there is no incident, which tells nothing.
    #[must_use]
    pub fn findings(&self, policy: &Policy, report: &Report) -> Vec<PolicyFinding> {
        if report.incidents == 0 {
            return Vec::new();
        }
        let mut found = usage::findings(policy, self, report);
        found.extend(names::findings(policy, self));
        found.extend(activities::findings(policy, &report.sources));
        found.extend(
            self.span.map(|span| hours::findings(policy, span, &report.unsure_holidays)).unwrap_or_default(),
        );
        found.extend(goals::findings(&report.objectives));
        found
    }
}
