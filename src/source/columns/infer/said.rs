use crate::source::time::DayOrder;

/// What a person said about an export; it comes before what the names of the columns tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The columns of fields and stages, the id among them; `None` where no column holds it.
    pub columns: Vec<(&'static str, Option<String>)>,
    /// Whether the day comes first in dates that could be read either way.
    pub day_order: Option<DayOrder>,
}

impl Said {
    /// What was said about a field or stage, if anything was.
    #[must_use]
    pub fn about(&self, name: &str) -> Option<Option<&str>> {
        self.columns.iter().find(|(known, _)| *known == name).map(|(_, column)| column.as_deref())
    }
}
