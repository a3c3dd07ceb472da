use super::aliases::{GENERIC, WRAPPERS};
use super::header_key;

/// The columns of an export, ready to be found by name.
pub(super) struct Header<'a> {
    names: &'a [String],
    columns: Vec<Keys>,
    taken: Vec<bool>,
}

/// The names of a column in the form of [`header_key()`].
struct Keys {
    /// The whole of it.
    full: String,
    /// What is left of a path without the objects that only wrap it.
    inner: Option<String>,
    /// The last part of a path.
    last: Option<String>,
    /// How many parts it has.
    depth: usize,
}

/// How much of a column's name must be the name looked for, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Full,
    Inner,
    Last,
}

/// What was found under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hit {
    Nothing,
    Column(usize),
    /// The name stands there several times.
    Repeated(Vec<usize>),
}

impl<'a> Header<'a> {
    pub(super) fn new(names: &'a [String]) -> Self {
        let columns = names.iter().map(|name| Keys::of(name)).collect();
        Self { names, columns, taken: vec![false; names.len()] }
    }

    /// Keeps a column from being found by an alias again.
    pub(super) fn take(&mut self, column: usize) {
        if let Some(taken) = self.taken.get_mut(column) {
            *taken = true;
        }
    }

    /// Lets a column be found by an alias again: it holds something for others too.
    pub(super) fn leave(&mut self, column: usize) {
        if let Some(taken) = self.taken.get_mut(column) {
            *taken = false;
        }
    }

    pub(super) fn is_taken(&self, column: usize) -> bool {
        self.taken.get(column).copied().unwrap_or(true)
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = (usize, &str)> {
        self.columns.iter().map(|keys| keys.full.as_str()).enumerate()
    }

    /// The column that a person named: exactly, or else apart from its spelling.
    pub(super) fn named(&self, name: &str) -> Hit {
        let exactly: Vec<usize> =
            (0..self.names.len()).filter(|&column| self.names[column] == name).collect();
        if !exactly.is_empty() {
            return hit(exactly);
        }
        let key = full_key(name);
        hit(self
            .keys()
            .filter(|&(_, full)| full == key && !key.is_empty())
            .map(|(column, _)| column)
            .collect())
    }

    /// The columns, not taken yet, that bear one of these names, by the order of the names; of
    /// the same name, only those with the shortest path.
    pub(super) fn by_alias<'k>(&'k self, aliases: &'k [String], by: By) -> impl Iterator<Item = Hit> + 'k {
        aliases.iter().filter(move |alias| by != By::Last || !is_generic(alias)).filter_map(move |alias| {
            let found: Vec<usize> = (0..self.columns.len())
                .filter(|&column| !self.is_taken(column) && self.columns[column].key(by) == Some(alias))
                .collect();
            let depth = found.iter().map(|&column| self.columns[column].depth).min()?;
            Some(hit(found.into_iter().filter(|&column| self.columns[column].depth == depth).collect()))
        })
    }
}

impl Keys {
    fn of(name: &str) -> Self {
        let parts: Vec<String> = name.split('.').map(full_key).filter(|part| !part.is_empty()).collect();
        let wrapping =
            parts.iter().take_while(|part| WRAPPERS.iter().any(|name| header_key(name) == **part)).count();
        let inner = (wrapping > 0 && wrapping < parts.len()).then(|| parts[wrapping..].concat());
        let last = parts.last().filter(|_| parts.len() > 1).cloned();
        Self { full: full_key(name), inner, last, depth: parts.len() }
    }

    fn key(&self, by: By) -> Option<&String> {
        match by {
            By::Full => Some(&self.full),
            By::Inner => self.inner.as_ref(),
            By::Last => self.last.as_ref(),
        }
    }
}

/// `labels[].name` is compared as `labels.name`.
pub(in crate::source) fn full_key(name: &str) -> String {
    header_key(&name.replace("[]", ""))
}

fn is_generic(key: &str) -> bool {
    GENERIC.contains(&key)
}

fn hit(found: Vec<usize>) -> Hit {
    match found[..] {
        [] => Hit::Nothing,
        [column] => Hit::Column(column),
        _ => Hit::Repeated(found),
    }
}
