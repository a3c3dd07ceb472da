use crate::assess::field_memo::FieldMemo;
use crate::domain::{FieldId, Incident, Policy};

/// Whether any team answers for an incident, remembered by the fields that decide it.
#[derive(Debug)]
pub(super) struct TeamCover(FieldMemo<bool>);

impl TeamCover {
    pub(super) fn of(policy: &Policy) -> Self {
        let clauses = policy.teams.iter().flat_map(|team| team.when.clauses());
        Self(FieldMemo::of(clauses.map(|(field, _)| *field)))
    }

    /// Whether one does; also where the policy has no teams, as nobody answers there.
    pub(super) fn covers(&mut self, policy: &Policy, incident: &Incident<'_>, severity: &str) -> bool {
        if policy.teams.is_empty() {
            return true;
        }
        let field =
            |field: FieldId| if field == FieldId::SEVERITY { severity } else { incident.field(field) };
        self.0.get(field, || policy.teams.iter().any(|team| team.when.matches(field)))
    }
}
