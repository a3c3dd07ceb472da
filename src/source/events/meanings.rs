use std::collections::{HashMap, HashSet};

use crate::domain::{EventRows, Pattern, PauseEnd, StageId, normal};

/// What activities mean, by the policy.
#[derive(Debug)]
pub(super) struct Meanings<'p> {
    /// What the policy says of rows.
    pub(super) rows: &'p EventRows,
    by_activity: HashMap<String, Meaning>,
    /// Of activities with wildcards.
    by_pattern: Vec<(Pattern, Meaning)>,
}

/// What an activity means; mostly nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    /// The stages that it reaches.
    pub(super) stages: Vec<StageId>,
    /// The pause that it begins, by its place in the policy.
    pub(super) pause: Option<usize>,
    /// The pauses that it ends by its name.
    pub(super) ends: Vec<usize>,
    /// Whether it takes a resolution back.
    pub(super) reopens: bool,
}

impl<'p> Meanings<'p> {
    /// The meanings that these rows have.
    pub(super) fn of(rows: &'p EventRows) -> Self {
        let mut meanings = Self { rows, by_activity: HashMap::new(), by_pattern: Vec::new() };
        for (stage, activities) in &rows.stages {
            for activity in activities {
                let meaning = meanings.entry(activity);
                meaning.stages.push(*stage);
                // Behind a resolution only an opening of the same moment is no other episode.
                meaning.reopens |= rows.episodes && *stage == StageId::OPENED;
            }
        }
        for (pause, (activity, end)) in rows.pauses.iter().enumerate() {
            meanings.entry(activity).pause.get_or_insert(pause);
            if let PauseEnd::Activities(ends) = end {
                for activity in ends {
                    meanings.entry(activity).ends.push(pause);
                }
            }
        }
        for activity in &rows.reopens {
            meanings.entry(activity).reopens = true;
        }
        meanings
    }

    /// What an activity means, by its name and by the patterns that it fits; case and width don't
    /// matter.
    pub(super) fn of_activity(&self, activity: &str) -> Meaning {
        let mut meaning = self.by_activity.get(&*normal(activity)).cloned().unwrap_or_default();
        for (pattern, more) in &self.by_pattern {
            if pattern.matches(activity) {
                meaning.add(more);
            }
        }
        meaning
    }

    /// Of these activities the first that each name and each pattern of the policy fits.
    pub(super) fn first_of_each<'t>(&self, activities: impl Iterator<Item = &'t str>) -> HashSet<&'t str> {
        let (mut names, mut patterns) = (HashSet::new(), vec![false; self.by_pattern.len()]);
        let mut first = HashSet::new();
        for activity in activities {
            let name = normal(activity);
            if self.by_activity.contains_key(&*name) && names.insert(name.into_owned()) {
                first.insert(activity);
            }
            for ((pattern, _), is_seen) in self.by_pattern.iter().zip(&mut patterns) {
                if !*is_seen && pattern.matches(activity) {
                    *is_seen = true;
                    first.insert(activity);
                }
            }
        }
        first
    }

    /// Whether the policy names an activity.
    pub(super) fn name(&self, activity: &str) -> bool {
        self.by_activity.contains_key(&*normal(activity))
            || self.by_pattern.iter().any(|(pattern, _)| pattern.matches(activity))
    }

    fn entry(&mut self, activity: &str) -> &mut Meaning {
        let pattern = Pattern::new(activity);
        if pattern.is_wild() {
            return &mut self.by_pattern.push_mut((pattern, Meaning::default())).1;
        }
        self.by_activity.entry(normal(activity).into_owned()).or_default()
    }
}

impl Meaning {
    /// Adds what an activity means besides.
    fn add(&mut self, more: &Self) {
        self.stages.extend_from_slice(&more.stages);
        self.pause = self.pause.or(more.pause);
        self.ends.extend_from_slice(&more.ends);
        self.reopens |= more.reopens;
    }
}
