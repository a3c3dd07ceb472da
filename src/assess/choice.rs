use super::exclusions::Exclusions;
use crate::domain::{FieldId, Instant, Objective, Policy, Stamp, Target};

/// The targets of one objective whose `when` fits an incident, in order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
    #[inline]
    pub(super) fn choose(&self, objective: &Objective, opened: Stamp) -> Choice {
        for &place in &self.0 {
            match InForce::of(&objective.targets[place], opened) {
                InForce::Yes => return Choice::Target(place),
                InForce::Untold => return Choice::Undecidable,
                InForce::NotYet(_) | InForce::NoMore(_) => {}
            }
        }
        Choice::None
    }
}

/// Whether a target is in force for an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InForce {
    /// It is.
    Yes,
    /// Only for those opened from this moment on.
    NotYet(Instant),
    /// Only for those opened before this moment.
    NoMore(Instant),
    /// It depends on when the incident was opened, and that can't be read.
    Untold,
}

impl InForce {
    /// Whether a target is in force for an incident opened then.
    #[inline]
    pub(super) fn of(target: &Target, opened: Stamp) -> Self {
        match (target.since, target.until, opened) {
            (Some(since), _, Stamp::At(opened)) if opened < since => Self::NotYet(since),
            (_, Some(until), Stamp::At(opened)) if opened >= until => Self::NoMore(until),
            (None, None, _) | (_, _, Stamp::At(_)) => Self::Yes,
            (_, _, Stamp::Absent | Stamp::Unreadable) => Self::Untold,
        }
    }
}

/// The fields that decide which targets fit, and whether an incident is looked at.
pub(super) fn deciding_fields(policy: &Policy, filter: &[FieldId]) -> Vec<FieldId> {
    policy
        .objectives
        .iter()
        .flat_map(|objective| &objective.targets)
        .flat_map(|target| target.when.clauses())
        .map(|(field, _)| *field)
        .chain(Exclusions::deciding_fields(policy))
        .chain(filter.iter().copied())
        .chain([FieldId::SEVERITY])
        .collect()
}
