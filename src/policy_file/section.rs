use std::ops::Range;

use super::faults::Faults;
use super::tree::{Entry, Node, Value};
use super::wording::{any_of, hint, nearest, quoted};
use crate::diagnostic::{Code, Diagnostic, Label};
use crate::words::{policy_keys, policy_names, policy_parts, policy_types, policy_values};

/// A text with its place.
#[derive(Clone, Debug)]
pub(super) struct Words<'t> {
    pub(super) text: &'t str,
    pub(super) span: Range<usize>,
}

/// What a text may have in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One line, as in titles and names.
    Line,
    /// Line breaks and tabs too, as in prose and the headers of spreadsheets.
    Lines,
}

/// A table that is being read: its keys are taken out one by one, and what is left is unknown.
pub(super) struct Section<'t> {
    title: String,
    at: Range<usize>,
    left: Vec<&'t Entry>,
    known: Vec<&'static str>,
}

impl<'t> Section<'t> {
    /// Begins to read a table. `title` is what messages call it, `at` what they underline where
    /// something is missing. `None` and a fault where `node` is no table.
    pub(super) fn open(
        title: impl Into<String>,
        at: Range<usize>,
        node: &'t Node,
        faults: &mut Faults<'_>,
    ) -> Option<Self> {
        let title = title.into();
        if let Value::Table(entries) = &node.value {
            return Some(Self { title, at, left: entries.iter().collect(), known: Vec::new() });
        }
        wrong_type(&title, &policy_types::table(), node, faults);
        None
    }

    /// Takes out what stands under a key.
    pub(super) fn take(&mut self, key: &'static str) -> Option<&'t Entry> {
        self.known.push(key);
        let place = self.left.iter().position(|entry| entry.key == key)?;
        Some(self.left.remove(place))
    }

    /// Takes out what stands under any of these keys.
    pub(super) fn take_all(&mut self, keys: &[&'static str]) -> Vec<&'t Entry> {
        keys.iter().filter_map(|key| self.take(key)).collect()
    }

    /// Takes out what must stand under a key; `example` says what could.
    pub(super) fn require(
        &mut self,
        key: &'static str,
        example: &str,
        faults: &mut Faults<'_>,
    ) -> Option<&'t Entry> {
        let taken = self.take(key);
        if taken.is_none() {
            let message = policy_keys::missing(&self.title, &quoted(key));
            let label = Label::new(self.at.clone(), policy_keys::needs(key));
            faults.error(Code::MissingKey, message, label).help = Some(policy_keys::add(example));
        }
        taken
    }

    /// Takes out a text.
    pub(super) fn text(
        &mut self,
        key: &'static str,
        shape: Shape,
        faults: &mut Faults<'_>,
    ) -> Option<Words<'t>> {
        text(self.take(key)?, shape, faults)
    }

    /// Takes out the name of a column, which must be there; `example` says what it could be.
    pub(super) fn column(
        &mut self,
        key: &'static str,
        example: &str,
        faults: &mut Faults<'_>,
    ) -> Option<String> {
        let words = self.require(key, example, faults);
        let words = words.and_then(|entry| text(entry, Shape::Lines, faults));
        filled(words, key, faults).map(|words| words.text.to_owned())
    }

    /// Takes out a text that is one of `choices`.
    pub(super) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        choices: &[(&'static str, T)],
        faults: &mut Faults<'_>,
    ) -> Option<T> {
        chosen(self.take(key)?, choices, faults)
    }

    /// Takes out a text that must be there and is one of `choices`; `example` says what it could be.
    pub(super) fn require_choice<T: Copy>(
        &mut self,
        key: &'static str,
        example: &str,
        choices: &[(&'static str, T)],
        faults: &mut Faults<'_>,
    ) -> Option<T> {
        chosen(self.require(key, example, faults)?, choices, faults)
    }

    /// What stands under a key that has not been taken out.
    pub(super) fn peek(&self, key: &str) -> Option<&'t Entry> {
        self.left.iter().copied().find(|entry| entry.key == key)
    }

    /// Takes out a table.
    pub(super) fn section(
        &mut self,
        key: &'static str,
        title: &str,
        faults: &mut Faults<'_>,
    ) -> Option<Section<'t>> {
        let entry = self.take(key)?;
        Section::open(policy_parts::named(title), entry.key_span.clone(), &entry.node, faults)
    }

    /// What has not been taken out, for tables whose keys are names.
    pub(super) fn rest(self) -> Vec<&'t Entry> {
        self.left
    }

    /// What messages underline where something is missing.
    pub(super) fn at(&self) -> Range<usize> {
        self.at.clone()
    }

    /// Ends reading: every key that has not been taken out is unknown.
    pub(super) fn close(self, faults: &mut Faults<'_>) {
        for entry in self.left {
            let message = policy_keys::unknown(&quoted(&entry.key), &self.title);
            let label = Label::new(entry.key_span.clone(), policy_keys::nothing_has());
            faults.error(Code::UnknownKey, message, label).help = Some(hint(&entry.key, &self.known));
        }
    }
}

/// Notes that something is not of the type that belongs there; `part` is what messages call it.
pub(super) fn wrong_type<'f>(
    part: &str,
    expected: &str,
    node: &Node,
    faults: &'f mut Faults<'_>,
) -> &'f mut Diagnostic {
    let message = policy_types::wrong_type(part, expected, &node.value.kind());
    faults.error(Code::WrongType, message, Label::new(node.span.clone(), policy_types::expected(expected)))
}

/// The same where a text would do, as which a number can be written.
pub(super) fn no_text(part: &str, expected: &str, node: &Node, faults: &mut Faults<'_>) {
    let help = match &node.value {
        Value::Number(number) => Some(policy_types::quote_number(number)),
        _ => None,
    };
    wrong_type(part, expected, node, faults).help = help;
}

/// Which of `choices` the text under a key is.
fn chosen<T: Copy>(entry: &Entry, choices: &[(&'static str, T)], faults: &mut Faults<'_>) -> Option<T> {
    let words = text(entry, Shape::Line, faults)?;
    if let Some((_, value)) = choices.iter().find(|(name, _)| *name == words.text) {
        return Some(*value);
    }
    let names = || choices.iter().map(|&(name, _)| name);
    let message = policy_values::cannot_be(&quoted(&entry.key), &quoted(words.text));
    let label = Label::new(words.span, policy_keys::expected_one_of(&any_of(names())));
    faults.error(Code::BadValue, message, label).help =
        nearest(words.text, names()).map(|name| policy_keys::did_you_mean(&quoted(name)));
    None
}

/// What messages call what stands under a key.
pub(super) fn part(key: &str) -> String {
    policy_parts::named(&quoted(key))
}

/// The text under a key.
pub(super) fn text<'t>(entry: &'t Entry, shape: Shape, faults: &mut Faults<'_>) -> Option<Words<'t>> {
    text_node(&part(&entry.key), &entry.node, shape, faults)
}

/// The text or texts under a key: a single one counts as a list of one.
pub(super) fn texts<'t>(entry: &'t Entry, shape: Shape, faults: &mut Faults<'_>) -> Option<Vec<Words<'t>>> {
    let name = quoted(&entry.key);
    match &entry.node.value {
        Value::List(items) if items.is_empty() => {
            let label = Label::new(entry.node.span.clone(), policy_keys::nothing_in_it());
            faults.error(Code::Empty, policy_keys::empty_list(&name), label).help =
                Some(policy_keys::name_one());
            None
        }
        Value::List(items) => {
            let name = policy_parts::each_of(&name);
            let read: Vec<_> = items.iter().map(|item| text_node(&name, item, shape, faults)).collect();
            read.into_iter().collect()
        }
        Value::Text(_) => text(entry, shape, faults).map(|words| vec![words]),
        _ => {
            no_text(&part(&entry.key), &policy_types::texts(), &entry.node, faults);
            None
        }
    }
}

/// The text or texts under a key, of which there may be none.
pub(super) fn any_texts(entry: &Entry, faults: &mut Faults<'_>) -> Option<Vec<String>> {
    if matches!(&entry.node.value, Value::List(items) if items.is_empty()) {
        return Some(Vec::new());
    }
    let texts = texts(entry, Shape::Lines, faults)?;
    Some(texts.iter().map(|words| words.text.to_owned()).collect())
}

/// The texts that mean the same in an item of the list under `key`: one, or a list of them.
pub(super) fn alternatives(
    key: &str,
    node: &Node,
    shape: Shape,
    faults: &mut Faults<'_>,
) -> Option<Vec<String>> {
    let one = |node, faults: &mut Faults<'_>| {
        let words = text_node(&policy_parts::each_of(&format!("`{key}`")), node, shape, faults);
        filled(words, key, faults).map(|words| words.text.to_owned())
    };
    match &node.value {
        Value::List(texts) => texts.iter().map(|text| one(text, faults)).collect(),
        _ => one(node, faults).map(|text| vec![text]),
    }
}

/// The possible names of a column: one, or several of which the best comes first.
pub(super) fn columns<'t>(entry: &'t Entry, faults: &mut Faults<'_>) -> Option<Vec<Words<'t>>> {
    let names = texts(entry, Shape::Lines, faults)?;
    let names: Vec<_> = names.into_iter().map(|words| filled(Some(words), &entry.key, faults)).collect();
    names.into_iter().collect()
}

/// The text that a node is; `name` is what messages call it.
pub(super) fn text_node<'t>(
    name: &str,
    node: &'t Node,
    shape: Shape,
    faults: &mut Faults<'_>,
) -> Option<Words<'t>> {
    let Value::Text(text) = &node.value else {
        no_text(name, &policy_types::text(), node, faults);
        return None;
    };
    let breaks = |char: char| shape == Shape::Lines && matches!(char, '\n' | '\r' | '\t');
    if let Some(control) = text.chars().find(|&char| char.is_control() && !breaks(char)) {
        let message = policy_types::control_character(name, &control.escape_unicode().to_string());
        let label = Label::new(node.span.clone(), policy_types::one_line());
        faults.error(Code::BadValue, message, label);
        return None;
    }
    Some(Words { text, span: node.span.clone() })
}

/// The same, but there must be something to read in it.
pub(super) fn filled<'t>(words: Option<Words<'t>>, name: &str, faults: &mut Faults<'_>) -> Option<Words<'t>> {
    let words = words?;
    if words.text.trim().is_empty() {
        let message = policy_keys::empty(&format!("`{name}`"));
        faults.error(Code::Empty, message, Label::new(words.span, policy_keys::nothing_in_it()));
        return None;
    }
    Some(words)
}

/// Whether a name can be an id: letters, digits, `-` and `_`, at most 64 characters.
pub(super) fn is_name(name: &str) -> bool {
    let length = name.chars().count();
    (1..=64).contains(&length) && name.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '_'))
}

/// Checks the key of an entry that names something; `refusal` says that it can't.
pub(super) fn name<'t>(
    entry: &'t Entry,
    refusal: fn(&str) -> String,
    faults: &mut Faults<'_>,
) -> Option<&'t str> {
    if is_name(&entry.key) {
        return Some(&entry.key);
    }
    let label = Label::new(entry.key_span.clone(), policy_names::no_name());
    faults.error(Code::BadValue, refusal(&quoted(&entry.key)), label).help = Some(policy_names::names_have());
    None
}
