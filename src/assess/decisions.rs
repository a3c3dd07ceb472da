use std::sync::Arc;

use super::choice::{Candidates, deciding_fields};
use super::exclusions::Exclusions;
use super::field_memo::FieldMemo;
use crate::domain::{Condition, FieldId, Incident, Policy};

/// What the deciding fields of an incident lead to, whatever its stamps are.
#[derive(Debug)]
pub(super) struct Decision {
    /// Whether the incident is looked at.
    pub(super) wanted: bool,
    /// The severity by its name in the policy.
    pub(super) severity: Arc<str>,
    /// The targets that fit, by objective.
    pub(super) candidates: Vec<Candidates>,
    /// What doesn't count.
    pub(super) exclusions: Exclusions,
}

/// Decisions remembered by the texts they were made from.
#[derive(Debug)]
pub(super) struct Decisions(FieldMemo<Arc<Decision>>);

impl Decisions {
    pub(super) fn new(policy: &Policy, filter: &Condition) -> Self {
        let filter: Vec<FieldId> = filter.clauses().iter().map(|(field, _)| *field).collect();
        Self(FieldMemo::of(deciding_fields(policy, &filter)))
    }

    pub(super) fn of(
        &mut self,
        policy: &Policy,
        filter: &Condition,
        incident: &Incident<'_>,
    ) -> Arc<Decision> {
        self.0.get(|field| incident.field(field), || Arc::new(decide(policy, filter, incident)))
    }
}

fn decide(policy: &Policy, filter: &Condition, incident: &Incident<'_>) -> Decision {
    let severity = policy.severities.name_of(incident.field(FieldId::SEVERITY));
    let field = |id: FieldId| if id == FieldId::SEVERITY { severity } else { incident.field(id) };
    Decision {
        wanted: filter.matches(field),
        severity: severity.into(),
        candidates: policy.objectives.iter().map(|objective| Candidates::of(objective, field)).collect(),
        exclusions: Exclusions::of(policy, field),
    }
}
