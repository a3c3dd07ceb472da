use std::fmt;

use thiserror::Error;

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
        let present = format!("columns present: {}", present.join(", "));
        let lines = missing.chain(repeated).chain([present]);
        lines.fold("the export's columns don't fit the policy".to_owned(), |text, line| text + "\n  " + &line)
    }
}

impl fmt::Display for MissingColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { section, key, named, nearest } = self;
        match named {
            Some(named) => write!(f, "no column `{}`, which `[{section}] {key}` names", named.escape_debug()),
            None => write!(f, "no column is known to hold `{key}`"),
        }?;
        match (named, nearest) {
            (Some(_), Some(nearest)) => write!(f, "; did you mean `{}`?", nearest.escape_debug()),
            (Some(_), None) => Ok(()),
            (None, nearest) => {
                let name = nearest.as_deref().unwrap_or("…");
                let perhaps = if nearest.is_some() { ", perhaps" } else { "" };
                write!(f, "; name it under `[{section}]`{perhaps}: {key} = \"{}\"", name.escape_debug())
            }
        }
    }
}

impl fmt::Display for RepeatedColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { section, key, names, places } = self;
        let places: Vec<String> = places.iter().map(ToString::to_string).collect();
        let name = names.first().map_or("", String::as_str).escape_debug();
        write!(
            f,
            "columns {} all bear the name `{name}`, so that `{key}` has no one column; \
             rename them or name another under `[{section}]`",
            places.join(", ")
        )
    }
}
