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

    /// What the fields of an incident lead to.
    pub(super) fn of(
        &mut self,
        policy: &Policy,
        filter: &Condition,
        incident: &Incident<'_>,
    ) -> Arc<Decision> {
        self.0.get(|field| incident.field(field), || Arc::new(decide(policy, filter, incident)))
    }

    /// The place of what the fields of an incident lead to. It holds until the next incident.
    #[inline]
    pub(super) fn place(&mut self, policy: &Policy, filter: &Condition, incident: &Incident<'_>) -> usize {
        self.0.place(|field| incident.field(field), || Arc::new(decide(policy, filter, incident)))
    }

    /// The decision at a place.
    #[inline]
    pub(super) fn at(&self, place: usize) -> &Arc<Decision> {
        self.0.at(place)
    }

    /// Whether the same decision stands at this place for good.
    #[inline]
    pub(super) fn is_kept(place: usize) -> bool {
        FieldMemo::<Arc<Decision>>::is_kept(place)
    }

    /// Whether incidents with the same decision have the same text in this field.
    pub(super) fn hang_on(&self, field: FieldId) -> bool {
        self.0.has(field)
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
