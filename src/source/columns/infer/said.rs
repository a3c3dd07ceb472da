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
    /// Whether something was said about a field or stage.
    #[must_use]
    pub fn is_about(&self, name: &str) -> bool {
        self.columns.iter().any(|(known, _)| *known == name)
    }

    /// What was said about a field or stage of an export with these columns, if anything was.
    pub(super) fn about(&self, name: &str, header: &[String]) -> Option<SaidPlace> {
        let (_, column) = self.columns.iter().find(|(known, _)| *known == name)?;
        let place = column.as_ref().and_then(|column| header.iter().position(|name| name == column));
        Some(place.map_or(SaidPlace::Nowhere, SaidPlace::Column))
    }
}

/// Where a person said that something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SaidPlace {
    /// In this column, by its place.
    Column(usize),
    /// In none.
    Nowhere,
}
