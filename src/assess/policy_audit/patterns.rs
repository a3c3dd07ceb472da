use std::collections::BTreeMap;

use super::PolicySpot;
use super::finding::PatternUse;
use crate::domain::{Condition, FieldId, Policy};

/// The patterns of a policy that are compared with what exports write, each once, with the parts of
/// the policy that have it.
pub(super) struct Patterns(BTreeMap<(FieldId, String), Vec<PolicySpot>>);

impl Patterns {
    pub(super) fn of(policy: &Policy) -> Self {
        let mut patterns = Self(BTreeMap::new());
        let scale = policy.severities.levels();
        for (place, level) in scale.iter().enumerate() {
            for value in &level.values {
                patterns.add(FieldId::SEVERITY, value.clone(), PolicySpot::Severity(place));
            }
        }
        for (place, objective) in policy.objectives.iter().enumerate() {
            for (number, target) in objective.targets.iter().enumerate() {
                patterns.add_all(&target.when, PolicySpot::Target(place, number), policy);
            }
        }
        for (place, exclusion) in policy.exclusions.iter().enumerate() {
            patterns.add_all(&exclusion.when, PolicySpot::Exclusion(place), policy);
        }
        for (place, team) in policy.teams.iter().enumerate() {
            patterns.add_all(&team.when, PolicySpot::Team(place), policy);
        }
        patterns
    }

    fn add_all(&mut self, when: &Condition, spot: PolicySpot, policy: &Policy) {
        for (field, patterns) in when.clauses() {
            // With a scale, conditions speak of its names and not of what exports write.
            if *field == FieldId::SEVERITY && !policy.severities.levels().is_empty() {
                continue;
            }
            for pattern in patterns {
                self.add(*field, pattern.to_string(), spot);
            }
        }
    }

    fn add(&mut self, field: FieldId, text: String, spot: PolicySpot) {
        let spots = self.0.entry((field, text)).or_default();
        if !spots.contains(&spot) {
            spots.push(spot);
        }
    }

    /// The fields that the policy compares with what exports write.
    pub(super) fn fields(&self, policy: &Policy) -> Vec<FieldId> {
        let mut fields: Vec<FieldId> = self.0.keys().map(|(field, _)| *field).collect();
        if !policy.severities.levels().is_empty() {
            fields.push(FieldId::SEVERITY);
        }
        fields.sort_unstable();
        fields.dedup();
        fields
    }

    /// Where the policy first uses a field.
    pub(super) fn first_spot(&self, field: FieldId) -> PolicySpot {
        let spots = self.0.iter().filter(|((known, _), _)| *known == field).flat_map(|(_, spots)| spots);
        spots.copied().min().unwrap_or(PolicySpot::Severities)
    }

    /// All of one field, in order of their texts.
    pub(super) fn of_field(&self, field: FieldId) -> impl Iterator<Item = PatternUse> {
        let own = self.0.iter().filter(move |((known, _), _)| *known == field);
        own.map(|((field, text), spots)| PatternUse {
            field: *field,
            text: text.clone(),
            spots: spots.clone(),
        })
    }
}
