/// A stage of this policy, by its place in the order of stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StageId(u8);

impl StageId {
    /// `opened`, which every incident has and which is always first.
    pub const OPENED: Self = Self(0);

    /// The place in the order, from 0: an index into [`super::Incident::stamps`].
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The stage at a place that [`StageId::place`] gave.
    pub(super) const fn at(place: u8) -> Self {
        Self(place)
    }

    /// The place in the order in a byte.
    pub(super) const fn place(self) -> u8 {
        self.0
    }
}

/// The stages a policy knows, in the order in which an incident passes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stages {
    names: Vec<String>,
    deadlines: Vec<StageId>,
}

impl Stages {
    /// The stages every policy has, in order.
    pub const BUILT_IN: [&str; 8] =
        ["opened", "acknowledged", "notified", "responded", "escalated", "mitigated", "resolved", "closed"];
    /// The most stages that a policy may have.
    pub const MOST: usize = 64;

    /// The built-in stages and those that a policy names. A name of the policy's own stands
    /// behind the name listed before it, the first one behind `opened`.
    #[must_use]
    pub fn with<'a>(listed: impl IntoIterator<Item = &'a str>) -> Self {
        let mut names: Vec<String> = Self::BUILT_IN.map(str::to_owned).to_vec();
        let mut before = 0;
        for name in listed {
            before = match names.iter().position(|known| known == name) {
                Some(place) => place,
                None if names.len() == Self::MOST => break,
                None => {
                    names.insert(before + 1, name.to_owned());
                    before + 1
                }
            };
        }
        Self { names, deadlines: Vec::new() }
    }

    /// Marks a stage as one that holds a promised time and not a happening: it proves nothing
    /// about how far an incident got.
    pub fn mark_deadline(&mut self, stage: StageId) {
        if !self.deadlines.contains(&stage) {
            self.deadlines.push(stage);
        }
    }

    /// Whether the stage holds a promised time.
    #[must_use]
    pub fn is_deadline(&self, stage: StageId) -> bool {
        self.deadlines.contains(&stage)
    }

    /// Whether reaching the stage means that an incident was settled: `resolved`, and what stands
    /// behind it, such as `closed`, except promised times. Reopening takes such a stage back.
    #[must_use]
    pub fn is_resolution(&self, stage: StageId) -> bool {
        !self.is_deadline(stage) && self.find("resolved").is_some_and(|resolved| stage >= resolved)
    }

    /// The stage of this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<StageId> {
        self.iter().find(|&(_, known)| known == name).map(|(id, _)| id)
    }

    /// The name of a stage.
    #[must_use]
    pub fn name(&self, stage: StageId) -> &str {
        self.names.get(stage.index()).map_or("", String::as_str)
    }

    /// How many stages there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Never true: the built-in stages are always there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// All stages in order.
    pub fn iter(&self) -> impl Iterator<Item = (StageId, &str)> {
        (0u8..).zip(&self.names).map(|(place, name)| (StageId(place), name.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_stages_stand_where_they_are_listed() {
        let stages = Stages::with(["opened", "dispatched", "on_scene", "resolved", "reviewed"]);
        let names: Vec<_> = stages.iter().map(|(_, name)| name).collect();
        assert_eq!(&names[..4], ["opened", "dispatched", "on_scene", "acknowledged"]);
        assert_eq!(&names[8..], ["resolved", "reviewed", "closed"]);
        let settled = stages.iter().filter(|&(id, _)| stages.is_resolution(id));
        assert_eq!(settled.map(|(_, name)| name).collect::<Vec<_>>(), ["resolved", "reviewed", "closed"]);
    }
}
