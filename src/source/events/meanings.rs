use std::collections::HashMap;

use crate::domain::{EventRows, PauseEnd, StageId, normal};

/// What activities mean, by the policy.
#[derive(Debug)]
pub(super) struct Meanings<'p> {
    /// What the policy says of rows.
    pub(super) rows: &'p EventRows,
    by_activity: HashMap<String, Meaning>,
    nothing: Meaning,
}

/// What an activity means; mostly nothing.
#[derive(Debug, Default)]
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
        let mut meanings = Self { rows, by_activity: HashMap::new(), nothing: Meaning::default() };
        for (stage, activities) in &rows.stages {
            for activity in activities {
                meanings.entry(activity).stages.push(*stage);
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

    /// What an activity means; case and width don't matter.
    pub(super) fn of_activity(&self, activity: &str) -> &Meaning {
        self.by_activity.get(&*normal(activity)).unwrap_or(&self.nothing)
    }

    /// Whether the policy names an activity.
    pub(super) fn name(&self, activity: &str) -> bool {
        self.by_activity.contains_key(&*normal(activity))
    }

    fn entry(&mut self, activity: &str) -> &mut Meaning {
        self.by_activity.entry(normal(activity).into_owned()).or_default()
    }
}
