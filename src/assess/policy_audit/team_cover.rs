use std::collections::HashMap;

use crate::domain::{FieldId, Incident, Policy};

/// Whether any team answers for an incident, remembered by the fields that decide it.
#[derive(Debug)]
pub(super) struct TeamCover {
    fields: Vec<FieldId>,
    known: HashMap<Vec<u8>, bool>,
    key: Vec<u8>,
}

/// Beyond so many combinations they are decided anew each time, so that memory stays flat.
const MOST: usize = 1 << 16;

impl TeamCover {
    pub(super) fn of(policy: &Policy) -> Self {
        let clauses = policy.teams.iter().flat_map(|team| team.when.clauses());
        let mut fields: Vec<FieldId> = clauses.map(|(field, _)| *field).collect();
        fields.sort_unstable();
        fields.dedup();
        Self { fields, known: HashMap::new(), key: Vec::new() }
    }

    /// Whether one does; also where the policy has no teams, as nobody answers there.
    pub(super) fn covers(&mut self, policy: &Policy, incident: &Incident<'_>, severity: &str) -> bool {
        if policy.teams.is_empty() {
            return true;
        }
        let field =
            |field: FieldId| if field == FieldId::SEVERITY { severity } else { incident.field(field) };
        self.key.clear();
        for &id in &self.fields {
            self.key.extend_from_slice(field(id).as_bytes());
            self.key.push(0xFF); // no byte of UTF-8, so that texts can't run into each other
        }
        if let Some(&known) = self.known.get(&self.key) {
            return known;
        }
        let covers = policy.teams.iter().any(|team| team.when.matches(field));
        if self.known.len() < MOST {
            self.known.insert(self.key.clone(), covers);
        }
        covers
    }
}
