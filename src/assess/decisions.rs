use std::collections::HashMap;
use std::sync::Arc;

use super::choice::{Candidates, deciding_fields};
use super::clearly_met::ClearlyMet;
use super::exclusions::Exclusions;
use super::field_memo::FieldMemo;
use crate::domain::{Condition, ExclusionIndex, FieldId, Incident, Policy};

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
    /// Which incidents need no closer look.
    pub(super) clearly_met: Option<ClearlyMet>,
}

/// Decisions remembered by the texts they were made from.
#[derive(Debug)]
pub(super) struct Decisions {
    numbers: FieldMemo<usize>,
    /// By number. Behind those may stand one that was not remembered, until the next of these.
    decided: Vec<Arc<Decision>>,
    /// The numbers by what was decided: services by the thousand share a few decisions.
    shared: HashMap<Essence, usize>,
}

/// What makes a decision another than others.
type Essence = (bool, Arc<str>, Vec<Candidates>, Vec<ExclusionIndex>);

impl Decisions {
    pub(super) fn new(policy: &Policy, filter: &Condition) -> Self {
        let filter: Vec<FieldId> = filter.clauses().iter().map(|(field, _)| *field).collect();
        let numbers = FieldMemo::of(deciding_fields(policy, &filter));
        Self { numbers, decided: Vec::new(), shared: HashMap::new() }
    }

    /// What the fields of an incident lead to.
    pub(super) fn of(
        &mut self,
        policy: &Policy,
        filter: &Condition,
        incident: &Incident<'_>,
    ) -> Arc<Decision> {
        if let Some(number) = self.numbers.find(|field| incident.field(field)) {
            return Arc::clone(&self.decided[number]);
        }
        let decision = Arc::new(decide(policy, filter, incident));
        if !self.numbers.is_full() {
            self.keep(incident, Arc::clone(&decision));
        }
        decision
    }

    /// The number of what the fields of an incident lead to. It holds until the next incident.
    #[inline]
    pub(super) fn number(&mut self, policy: &Policy, filter: &Condition, incident: &Incident<'_>) -> usize {
        match self.numbers.find(|field| incident.field(field)) {
            Some(number) => number,
            None => self.decide(policy, filter, incident),
        }
    }

    /// The decision of a number.
    #[inline]
    pub(super) fn at(&self, number: usize) -> &Arc<Decision> {
        &self.decided[number]
    }

    /// Whether the same decision has this number for good.
    #[inline]
    pub(super) fn is_kept(&self, number: usize) -> bool {
        number < self.shared.len()
    }

    #[cold]
    fn decide(&mut self, policy: &Policy, filter: &Condition, incident: &Incident<'_>) -> usize {
        let decision = Arc::new(decide(policy, filter, incident));
        if !self.numbers.is_full() {
            return self.keep(incident, decision);
        }
        self.decided.truncate(self.shared.len());
        self.decided.push(decision);
        self.shared.len()
    }

    fn keep(&mut self, incident: &Incident<'_>, decision: Arc<Decision>) -> usize {
        let number = *self.shared.entry(decision.essence()).or_insert(self.decided.len());
        if number == self.decided.len() {
            self.decided.push(decision);
        }
        self.numbers.keep(|field| incident.field(field), number);
        number
    }
}

impl Decision {
    fn essence(&self) -> Essence {
        let Self { wanted, severity, candidates, exclusions, .. } = self;
        (*wanted, Arc::clone(severity), candidates.clone(), exclusions.meant().to_vec())
    }
}

fn decide(policy: &Policy, filter: &Condition, incident: &Incident<'_>) -> Decision {
    let severity = policy.severities.name_of(incident.field(FieldId::SEVERITY));
    let field = |id: FieldId| if id == FieldId::SEVERITY { severity } else { incident.field(id) };
    let candidates: Vec<_> =
        policy.objectives.iter().map(|objective| Candidates::of(objective, field)).collect();
    let exclusions = Exclusions::of(policy, field);
    let clearly_met = ClearlyMet::of(policy, &candidates, &exclusions);
    Decision { wanted: filter.matches(field), severity: severity.into(), candidates, exclusions, clearly_met }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::clock_desk::{Ticket, hour, policy};
    use crate::domain::Fields;

    /// Takes a decision for each of these texts in turn as the severity.
    fn numbers(decisions: &mut Decisions, texts: &[String]) -> Vec<usize> {
        let (policy, filter) = (policy(Vec::new()), Condition::default());
        let ticket = Ticket::new("A", hour(0), None);
        let number = |text: &String| {
            ticket.look(&policy, |incident| {
                let mut fields = vec![None; Fields::BUILT_IN.len()];
                fields[FieldId::SEVERITY.index()] = Some(text.as_str());
                decisions.number(&policy, &filter, &Incident { fields: &fields, ..*incident })
            })
        };
        texts.iter().map(number).collect()
    }

    #[test]
    fn texts_that_mean_the_same_share_a_decision() {
        let policy = policy(Vec::new());
        let mut decisions = Decisions::new(&policy, &Condition::default());
        let texts = ["high", "low", "High", "HIGH", "low"].map(str::to_owned);
        assert_eq!(numbers(&mut decisions, &texts), [0, 1, 0, 0, 1]);
        assert_eq!(&*decisions.at(1).severity, "low");
    }

    #[test]
    fn what_finds_no_room_stands_until_the_next_of_its_kind() {
        let policy = policy(Vec::new());
        let mut decisions = Decisions::new(&policy, &Condition::default());
        let most = 1 << 16;
        let texts: Vec<String> = (0..most + 2).map(|number| number.to_string()).collect();
        let numbers = numbers(&mut decisions, &texts);
        assert!(numbers[..most].iter().copied().eq(0..most));
        assert_eq!(numbers[most..], [most, most]);
        assert_eq!(*decisions.at(most).severity, *texts[most + 1]);
        assert!(decisions.is_kept(most - 1) && !decisions.is_kept(most));
    }
}
