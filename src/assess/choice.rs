use super::exclusions::Exclusions;
use crate::domain::{FieldId, Objective, Policy, Stamp, Target};

/// The targets of one objective whose `when` fits an incident, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidates(Vec<usize>);

/// Which target decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// This one of the objective's targets.
    Target(usize),
    /// None fits.
    None,
    /// It depends on when the incident was opened, and that can't be read.
    Undecidable,
}

impl Candidates {
    /// Finds them by the fields of an incident, the severity by its name in the policy.
    pub(super) fn of<'a>(objective: &Objective, field: impl Fn(FieldId) -> &'a str) -> Self {
        let fits = |(place, target): (usize, &Target)| target.when.matches(&field).then_some(place);
        Self(objective.targets.iter().enumerate().filter_map(fits).collect())
    }

    /// Their places in the objective, in order.
    pub(super) fn places(&self) -> &[usize] {
        &self.0
    }

    /// The first of them that is in force when the incident is opened.
    pub(super) fn choose(&self, objective: &Objective, opened: Stamp) -> Choice {
        for &place in &self.0 {
            let target = &objective.targets[place];
            if target.since.is_none() && target.until.is_none() {
                return Choice::Target(place);
            }
            let Stamp::At(opened) = opened else { return Choice::Undecidable };
            if target.since.is_none_or(|since| opened >= since)
                && target.until.is_none_or(|until| opened < until)
            {
                return Choice::Target(place);
            }
        }
        Choice::None
    }
}

/// The fields that decide which targets fit, and whether an incident is looked at.
pub(super) fn deciding_fields(policy: &Policy, filter: &[FieldId]) -> Vec<FieldId> {
    let mut fields: Vec<FieldId> = policy
        .objectives
        .iter()
        .flat_map(|objective| &objective.targets)
        .flat_map(|target| target.when.clauses())
        .map(|(field, _)| *field)
        .chain(Exclusions::deciding_fields(policy))
        .chain(filter.iter().copied())
        .chain([FieldId::SEVERITY])
        .collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}
