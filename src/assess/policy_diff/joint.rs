use crate::domain::{ObjectiveIndex, Policy};

/// The objectives that two policies both have, by id, in the order of the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Joint(Vec<(ObjectiveIndex, ObjectiveIndex)>);

impl Joint {
    pub(super) fn of(old: &Policy, new: &Policy) -> Self {
        let place = |id: &str| old.objectives.iter().position(|objective| objective.id == id);
        let joined = new.objectives.iter().enumerate();
        Self(joined.filter_map(|(after, objective)| Some((place(&objective.id)?, after))).collect())
    }

    /// Their places in the first policy.
    pub(super) fn before(&self) -> impl Iterator<Item = ObjectiveIndex> {
        self.0.iter().map(|(before, _)| *before)
    }

    /// Their places in the second policy.
    pub(super) fn after(&self) -> impl Iterator<Item = ObjectiveIndex> {
        self.0.iter().map(|(_, after)| *after)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}
