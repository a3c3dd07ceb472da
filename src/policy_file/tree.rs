use std::ops::Range;

use crate::words::policy_types;

/// A value with its place: what TOML and JSON have in common.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// In bytes from the start of the file.
    pub(super) span: Range<usize>,
    pub(super) value: Value,
}

#[derive(Clone, Debug)]
pub(super) enum Value {
    Text(String),
    /// As it is written.
    Number(String),
    Truth(bool),
    /// A date or time of TOML, as it is written in RFC 3339.
    Moment(String),
    List(Vec<Node>),
    /// In the order of the file.
    Table(Vec<Entry>),
    Null,
}

impl Value {
    /// What people call it.
    pub(super) fn kind(&self) -> String {
        match self {
            Self::Text(_) => policy_types::text(),
            Self::Number(_) => policy_types::number(),
            Self::Truth(_) => policy_types::truth(),
            Self::Moment(_) => policy_types::moment(),
            Self::List(_) => policy_types::list(),
            Self::Table(_) => policy_types::table(),
            Self::Null => policy_types::null(),
        }
    }
}

#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_span: Range<usize>,
    pub(super) node: Node,
}

impl Node {
    /// What stands under a key; none where this is no table.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// The entries of a table; none where this is no table.
    pub(super) fn entries(&self) -> &[Entry] {
        if let Value::Table(entries) = &self.value { entries } else { &[] }
    }

    /// The items of a list; none where this is no list.
    pub(super) fn items(&self) -> &[Self] {
        if let Value::List(items) = &self.value { items } else { &[] }
    }
}
