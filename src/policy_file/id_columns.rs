use super::faults::Faults;
use super::section::{self, Section, Shape, Words};
use super::terms::Terms;
use super::tree::{Entry, Node, Value};
use crate::domain::IdColumns;
use crate::words::{policy_examples, policy_parts, policy_types};

/// What `[source.fields]` says of the id, before the names in it have a meaning.
pub(super) enum IdParts<'t> {
    One(Vec<String>),
    Joined { columns: Vec<Vec<String>>, at: Option<Words<'t>> },
}

/// Reads the id: a column, the possible names of one, or `{ join = ["Host", "Problem"], at = "opened" }`.
pub(super) fn read_id<'t>(entry: &'t Entry, faults: &mut Faults<'_>) -> Option<IdParts<'t>> {
    if !matches!(entry.node.value, Value::Table(_)) {
        let names = section::columns(entry, faults)?;
        return Some(IdParts::One(names.iter().map(|words| words.text.to_owned()).collect()));
    }
    let mut section = Section::open(section::part("id"), entry.key_span.clone(), &entry.node, faults)?;
    let join = section.require("join", &policy_examples::columns("join"), faults);
    let at = section.text("at", Shape::Line, faults);
    section.close(faults);
    Some(IdParts::Joined { columns: joined(join?, faults)?, at })
}

fn joined(entry: &Entry, faults: &mut Faults<'_>) -> Option<Vec<Vec<String>>> {
    match &entry.node.value {
        Value::List(parts) if !parts.is_empty() => {
            let names = |part: &Node| match &part.value {
                // A column without a name is none.
                Value::List(names) if names.is_empty() => {
                    section::text_node(&policy_parts::each_of("`join`"), part, Shape::Lines, faults);
                    None
                }
                _ => section::alternatives("join", part, Shape::Lines, faults),
            };
            let parts: Vec<_> = parts.iter().map(names).collect();
            parts.into_iter().collect()
        }
        _ => {
            section::wrong_type(&section::part("join"), &policy_types::columns(), &entry.node, faults);
            None
        }
    }
}

impl IdParts<'_> {
    /// The columns, now that the names of stages have a meaning.
    pub(super) fn into_columns(self, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<IdColumns> {
        match self {
            Self::One(names) => Some(IdColumns::One(names)),
            Self::Joined { columns, at: None } => Some(IdColumns::Joined { columns, at: None }),
            Self::Joined { columns, at: Some(words) } => {
                Some(IdColumns::Joined { columns, at: Some(terms.stage(&words, "at", faults)?) })
            }
        }
    }
}
