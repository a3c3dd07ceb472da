use std::ops::Range;
use std::path::Path;

use super::faults::Faults;
use super::tree::{Node, Value};
use super::{json_tree, toml_tree};

/// Where in a policy that is right its keys and values stand: for what is found out about them only
/// later.
#[derive(Debug)]
pub struct PolicyPlaces {
    root: Option<Node>,
}

/// A step on the way from the whole policy to a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// Into a table, to what stands under this key.
    Key(&'a str),
    /// Into a list, to the item at this place, from 0.
    Item(usize),
}

impl PolicyPlaces {
    /// The places of a policy that [`super::read_policy`] reads.
    #[must_use]
    pub fn new(path: &Path, text: &str) -> Self {
        let mut faults = Faults::new(path);
        // As many spaces as the mark has bytes keep every place where it is.
        let unmarked = text.strip_prefix('\u{feff}').map(|rest| format!("   {rest}"));
        let text = unmarked.as_deref().unwrap_or(text);
        let json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
        let read = if json { json_tree::read_json } else { toml_tree::read_toml };
        Self { root: read(text, &mut faults) }
    }

    /// Where a part stands: the key of an entry, or an item of a list as a whole. In bytes from the
    /// start of the file; `None` where there is no such part.
    #[must_use]
    pub fn of(&self, steps: &[Step<'_>]) -> Option<Range<usize>> {
        let (last, before) = steps.split_last()?;
        let holder = self.node(before)?;
        match *last {
            Step::Key(key) => {
                let entry = holder.entries().iter().find(|entry| entry.key == key)?;
                Some(entry.key_span.clone())
            }
            Step::Item(place) => holder.items().get(place).map(|item| item.span.clone()),
        }
    }

    /// Where a part is, or lists, this text.
    #[must_use]
    pub fn of_text(&self, steps: &[Step<'_>], text: &str) -> Option<Range<usize>> {
        let part = self.node(steps)?;
        let mut texts = std::iter::once(part).chain(part.items());
        let found = texts.find(|node| matches!(&node.value, Value::Text(found) if found == text))?;
        Some(found.span.clone())
    }

    fn node(&self, steps: &[Step<'_>]) -> Option<&Node> {
        steps.iter().try_fold(self.root.as_ref()?, |node, step| match *step {
            Step::Key(key) => node.get(key),
            Step::Item(place) => node.items().get(place),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOML: &str = "\u{feff}severities = [{ name = \"高\", values = [\"P1\", \"P2\"] }]\n\
        [objectives.\"a.b\"]\ngoal = \"9%\"\ntargets = [{ when = { customer = \"A社\" } }, {}]\n";
    const JSON: &str = r#"{"severities": [{"name": "高", "values": ["P1", "P2"]}],
        "objectives": {"a.b": {"goal": "9%", "targets": [{"when": {"customer": "A社"}}, {}]}}}"#;

    #[test]
    fn keys_items_and_texts_are_found_in_both_forms() {
        use Step::{Item, Key};
        for (name, text) in [("slo.toml", TOML), ("slo.JSON", JSON)] {
            let places = PolicyPlaces::new(Path::new(name), text);
            let shown = |found: Option<Range<usize>>| found.map_or("-", |span| &text[span]);
            let targets = [Key("objectives"), Key("a.b"), Key("targets")];
            assert_eq!(shown(places.of(&[&targets[..], &[Item(1)]].concat())), "{}");
            assert_eq!(shown(places.of(&[&targets[..], &[Item(2)]].concat())), "-");
            assert!(shown(places.of(&targets[..2])).contains("a.b"));
            let customer = [&targets[..], &[Item(0), Key("when"), Key("customer")]].concat();
            assert_eq!(shown(places.of_text(&customer, "A社")), "\"A社\"");
            assert_eq!(shown(places.of_text(&customer, "B社")), "-");
            let values = [Key("severities"), Item(0), Key("values")];
            assert_eq!(shown(places.of_text(&values, "P2")), "\"P2\"");
        }
    }
}
