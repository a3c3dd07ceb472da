use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Step;

/// How deep objects are looked into.
const DEEPEST: usize = 8;

/// The paths of all values in some JSON objects, in the order in which they first come: what a CSV
/// has as its header.
#[derive(Clone, Debug, Default)]
pub(in crate::source) struct PathNames {
    /// The names, each once.
    pub(in crate::source) names: Vec<String>,
    /// The ways to the value of a name. There are two where a key has a dot in it.
    pub(in crate::source) ways: Vec<(String, Vec<Step>)>,
    known_names: HashSet<String>,
    /// Names under which something else than `null` or an empty array came.
    filled: HashSet<String>,
    known_ways: HashSet<Vec<Step>>,
}

impl PathNames {
    /// Adds the paths of an object; something else adds none.
    pub(in crate::source) fn add(&mut self, element: &str) {
        self.walk(element, &mut String::new(), &mut Vec::new());
    }

    /// Leaves out names under which nothing came where others stand below them: `service` is `null`
    /// where there is no `service.name`.
    pub(in crate::source) fn settle(&mut self) {
        let ends = |name: &str| -> Vec<usize> {
            name.match_indices('.').chain(name.match_indices("[]")).map(|(end, _)| end).collect()
        };
        let above: HashSet<String> = self
            .names
            .iter()
            .flat_map(|name| ends(name).into_iter().map(|end| name[..end].to_owned()))
            .collect();
        self.names.retain(|name| self.filled.contains(name) || !above.contains(name));
    }

    fn walk(&mut self, value: &str, name: &mut String, way: &mut Vec<Step>) {
        let nested = way.len() < DEEPEST;
        match value.as_bytes().first() {
            Some(b'{') if nested => {
                let Ok(entries) = entries(value) else { return };
                let length = name.len();
                for (key, value) in entries {
                    if length > 0 {
                        name.push('.');
                    }
                    name.push_str(&key);
                    way.push(Step::Key(key));
                    self.walk(value.get(), name, way);
                    way.pop();
                    name.truncate(length);
                }
            }
            Some(b'[') if nested && first_object(value).is_some() => {
                let length = name.len();
                name.push_str("[]");
                way.push(Step::Elements);
                self.walk(first_object(value).unwrap_or_default(), name, way);
                way.pop();
                name.truncate(length);
            }
            _ if way.is_empty() => {}
            _ => {
                if !matches!(value, "null" | "[]") && !self.filled.contains(name) {
                    self.filled.insert(name.clone());
                }
                if self.known_names.insert(name.clone()) {
                    self.names.push(name.clone());
                }
                if self.known_ways.insert(way.clone()) {
                    self.ways.push((name.clone(), way.clone()));
                }
            }
        }
    }
}

/// The first element of an array, if it is an object.
pub(super) fn first_object(array: &str) -> Option<&str> {
    let elements: Vec<&RawValue> = serde_json::from_str(array).ok()?;
    elements.first().map(|element| element.get()).filter(|element| element.starts_with('{'))
}

/// The keys of an object with their values, in the order of the text.
pub(in crate::source) fn entries(object: &str) -> serde_json::Result<Vec<(String, &RawValue)>> {
    struct Entries;
    impl<'de> Visitor<'de> for Entries {
        type Value = Vec<(String, &'de RawValue)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut entries = Vec::new();
            while let Some(entry) = map.next_entry()? {
                entries.push(entry);
            }
            Ok(entries)
        }
    }
    serde_json::Deserializer::from_str(object).deserialize_map(Entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_paths_in_the_order_of_the_text() {
        let mut names = PathNames::default();
        names.add(r#"{"id":1,"service":{"name":"web","tags":["a","b"]},"labels":[{"name":"x"},{"z":1}]}"#);
        names.add(r#"{"opened":"…","id":2,"service":null,"labels":[]}"#);
        names.add("7");
        assert_eq!(
            names.names,
            ["id", "service.name", "service.tags", "labels[].name", "opened", "service", "labels"]
        );
        names.settle();
        assert_eq!(names.names, ["id", "service.name", "service.tags", "labels[].name", "opened"]);
        names.add(r#"{"service":"web","closed":null}"#);
        names.names.push("service".to_owned());
        names.settle();
        assert_eq!(names.names.last().unwrap(), "service");
    }
}
