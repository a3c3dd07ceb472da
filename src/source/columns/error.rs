use std::fmt;

use thiserror::Error;

use crate::words::column_errors as words;

/// The export doesn't have the columns that the policy needs. Names all that is wrong at once.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.text())]
pub struct ColumnsError {
    /// What can't be found.
    pub missing: Vec<MissingColumn>,
    /// Names that several columns bear.
    pub repeated: Vec<RepeatedColumn>,
    /// The columns that are there.
    pub present: Vec<String>,
}

/// Something that the policy needs and that no column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingColumn {
    /// The section of the policy that says which column it is, such as `source.stages`.
    pub section: &'static str,
    /// The key in that section, such as `responded`.
    pub key: String,
    /// The column that the policy names; `None` where it was looked for by its usual names.
    pub named: Option<String>,
    /// The column whose name comes nearest.
    pub nearest: Option<String>,
}

/// A name that is needed and that several columns bear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepeatedColumn {
    /// The section of the policy that says which column it is.
    pub section: &'static str,
    /// The key in that section.
    pub key: String,
    /// The columns' names as they stand.
    pub names: Vec<String>,
    /// Their places, the first column being 1.
    pub places: Vec<usize>,
}

impl ColumnsError {
    fn text(&self) -> String {
        let missing = self.missing.iter().map(ToString::to_string);
        let repeated = self.repeated.iter().map(ToString::to_string);
        let present: Vec<String> =
            self.present.iter().map(|name| format!("`{}`", name.escape_debug())).collect();
        let present = words::present(&present.join(&words::comma()));
        let lines = missing.chain(repeated).chain([present]);
        lines.fold(words::unfit(), |text, line| text + "\n  " + &line)
    }
}

impl fmt::Display for MissingColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { section, key, .. } = self;
        let shown = |name: &Option<String>| name.as_ref().map(|name| name.escape_debug().to_string());
        f.write_str(&match (shown(&self.named), shown(&self.nearest)) {
            (Some(named), Some(nearest)) => words::meant(&words::not_there(&named, section, key), &nearest),
            (Some(named), None) => words::not_there(&named, section, key),
            (None, Some(nearest)) => words::none_known_but(key, section, &nearest),
            (None, None) => words::none_known(key, section),
        })
    }
}

impl fmt::Display for RepeatedColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { section, key, names, places } = self;
        let places: Vec<String> = places.iter().map(ToString::to_string).collect();
        let name = names.first().map_or("", String::as_str).escape_debug().to_string();
        f.write_str(&words::repeated(&places.join(&words::comma()), &name, key, section))
    }
}
