use std::collections::HashMap;

use super::normal;

/// One step of the scale: its name, and what exports write for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severity {
    /// The name that targets and reports use.
    pub name: String,
    /// What exports write; the name itself always counts too.
    pub values: Vec<String>,
}

/// The severities of a policy, most severe first. May be empty: then values stand as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeverityScale {
    levels: Vec<Severity>,
    by_value: HashMap<String, usize>,
}

impl SeverityScale {
    /// A scale of these severities. Where two share a value, the first keeps it.
    #[must_use]
    pub fn new(levels: Vec<Severity>) -> Self {
        let mut by_value = HashMap::new();
        for (place, level) in levels.iter().enumerate() {
            for value in std::iter::once(&level.name).chain(&level.values) {
                by_value.entry(normal(value).into_owned()).or_insert(place);
            }
        }
        Self { levels, by_value }
    }

    /// The severities, most severe first.
    #[must_use]
    pub fn levels(&self) -> &[Severity] {
        &self.levels
    }

    /// The name for what an export wrote; a value the scale doesn't list stands as it is.
    #[must_use]
    pub fn name_of<'a>(&'a self, value: &'a str) -> &'a str {
        self.rank(value).map_or(value, |place| &self.levels[place].name)
    }

    /// The place on the scale, 0 being the most severe.
    #[must_use]
    pub fn rank(&self, value: &str) -> Option<usize> {
        self.by_value.get(normal(value).as_ref()).copied()
    }
}
