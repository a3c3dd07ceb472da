use std::collections::HashMap;
use std::sync::Arc;

use super::choice::{Candidates, deciding_fields};
use super::exclusions::Exclusions;
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

/// Decisions remembered by the texts they were made from: thousands of incidents share few
/// combinations of severity, customer and service, and matching patterns is slow.
#[derive(Debug)]
pub(super) struct Decisions {
    fields: Vec<FieldId>,
    known: HashMap<Vec<u8>, Arc<Decision>>,
    key: Vec<u8>,
}

/// Beyond so many combinations they are decided anew each time, so that memory stays flat.
const MOST: usize = 1 << 16;

impl Decisions {
    pub(super) fn new(policy: &Policy, filter: &Condition) -> Self {
        let filter: Vec<FieldId> = filter.clauses().iter().map(|(field, _)| *field).collect();
        Self { fields: deciding_fields(policy, &filter), known: HashMap::new(), key: Vec::new() }
    }

    pub(super) fn of(
        &mut self,
        policy: &Policy,
        filter: &Condition,
        incident: &Incident<'_>,
    ) -> Arc<Decision> {
        self.key.clear();
        for &field in &self.fields {
            self.key.extend_from_slice(incident.field(field).as_bytes());
            self.key.push(0xFF); // no byte of UTF-8, so that texts can't run into each other
        }
        if let Some(known) = self.known.get(&self.key) {
            return Arc::clone(known);
        }
        let decision = Arc::new(decide(policy, filter, incident));
        if self.known.len() < MOST {
            self.known.insert(self.key.clone(), Arc::clone(&decision));
        }
        decision
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
