use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::Error;
use serde_json::value::RawValue;

use super::super::cells::MISFIT;
use super::PathTree;
use super::cursor::Cursor;
use super::element_fault::ElementFault;
use super::key_order::{KeyOrder, KeyPlace, NextKey, next_key};

/// The wanted values of one JSON object, as cells.
#[derive(Debug, Default)]
pub(in crate::source) struct Element<'de> {
    values: Values<'de>,
    order: KeyOrder,
}

#[derive(Debug, Default)]
struct Values<'de> {
    slots: Vec<Slot<'de>>,
    /// The text of values that don't stand in the export as they are.
    unescaped: String,
}

/// One cell.
#[derive(Clone, Debug, Default)]
enum Slot<'de> {
    /// The path isn't there.
    #[default]
    Absent,
    /// Nothing that could be a cell: `null` or an object.
    Empty,
    /// As it stands in the export.
    Text(&'de str),
    /// Put together apart.
    Apart(Range<usize>),
}

impl<'de> Element<'de> {
    /// An element with room for so many columns.
    pub(in crate::source) fn new(columns: usize) -> Self {
        let values = Values { slots: vec![Slot::Absent; columns], unescaped: String::new() };
        Self { values, order: KeyOrder::default() }
    }

    /// Reads an object. Where a key comes twice, the last one counts.
    pub(in crate::source) fn read(&mut self, json: &'de str, tree: &PathTree) -> serde_json::Result<()> {
        self.values.slots.fill(Slot::Absent);
        self.values.unescaped.clear();
        let mut cursor = Cursor::new(json);
        cursor.space();
        match self.values.object(&mut cursor, tree, Some(&mut self.order)) {
            Ok(()) if cursor.is_done() => Ok(()),
            Err(ElementFault::Text(error)) => Err(error),
            Ok(()) | Err(ElementFault::NoJson) => Err(what_is_wrong(json)),
        }
    }

    /// The text of a value.
    #[inline]
    pub(in crate::source) fn cell(&self, column: usize) -> Option<&str> {
        self.values.cell(column)
    }

    /// Whether the path of a column is there, even if `null`.
    pub(in crate::source) fn has(&self, column: usize) -> bool {
        self.values.has(column)
    }
}

/// The fault of a text that is no JSON object.
fn what_is_wrong(json: &str) -> serde_json::Error {
    match serde_json::from_str::<BTreeMap<String, &RawValue>>(json) {
        Err(error) => error,
        Ok(_) => serde_json::Error::custom("an object that can't be read"),
    }
}

impl<'de> Values<'de> {
    #[inline]
    fn cell(&self, column: usize) -> Option<&str> {
        match self.slots.get(column)? {
            Slot::Absent | Slot::Empty => None,
            Slot::Text(text) => Some(text),
            Slot::Apart(range) => self.unescaped.get(range.clone()),
        }
    }

    fn has(&self, column: usize) -> bool {
        !matches!(self.slots.get(column), None | Some(Slot::Absent))
    }

    /// Reads the object that begins at the cursor. `order` helps where many have the same keys.
    fn object(
        &mut self,
        cursor: &mut Cursor<'de>,
        tree: &PathTree,
        mut order: Option<&mut KeyOrder>,
    ) -> Result<(), ElementFault> {
        let mut place = KeyPlace::default();
        loop {
            let next = match order.as_deref_mut() {
                Some(order) => order.next(cursor, tree, &mut place)?,
                None => next_key(cursor, tree, &mut place)?,
            };
            match next {
                NextKey::Unwanted => cursor.value()?,
                NextKey::Child(child) => {
                    self.value(cursor, &tree.children[child].1, order.as_deref_mut(), child)?;
                }
                NextKey::End => return Ok(()),
            }
        }
    }

    /// Reads the value at the cursor, that of a child with this place.
    #[inline]
    fn value(
        &mut self,
        cursor: &mut Cursor<'de>,
        tree: &PathTree,
        order: Option<&mut KeyOrder>,
        child: usize,
    ) -> Result<(), ElementFault> {
        let start = cursor.at();
        let slot = match cursor.byte() {
            b'"' if tree.each.is_none() => match cursor.text()? {
                Some(text) => Slot::Text(text),
                None => self.unescape(cursor.since(start))?,
            },
            b'{' if tree.each.is_none() && !tree.every && !tree.children.is_empty() => {
                self.object(cursor, tree, order.map(|order| order.below(child)))?;
                Slot::Empty
            }
            _ => {
                cursor.value()?;
                return Ok(self.whole(cursor.since(start), tree)?);
            }
        };
        if let Some(column) = tree.column {
            self.slots[column] = slot;
        }
        Ok(())
    }

    /// Reads an object that was passed before.
    fn whole_object(&mut self, json: &'de str, tree: &PathTree) -> serde_json::Result<()> {
        self.object(&mut Cursor::new(json), tree, None).map_err(|fault| match fault {
            ElementFault::Text(error) => error,
            ElementFault::NoJson => what_is_wrong(json),
        })
    }

    /// Reads a value that was passed before.
    fn whole(&mut self, json: &'de str, tree: &PathTree) -> serde_json::Result<()> {
        if let Some(tree) = &tree.each {
            self.every(json, tree)?;
        }
        let slot = match json.as_bytes().first() {
            Some(b'"') => match Cursor::new(json).text() {
                Ok(Some(text)) => Slot::Text(text),
                _ => self.unescape(json)?,
            },
            Some(b'{') if tree.every => self.misfit(json)?,
            Some(b'{') => {
                if !tree.children.is_empty() {
                    self.whole_object(json, tree)?;
                }
                Slot::Empty
            }
            Some(b'[') => self.array(json, tree)?,
            Some(b'n') | None => Slot::Empty,
            Some(_) => Slot::Text(json),
        };
        if let Some(column) = tree.column {
            self.slots[column] = slot;
        }
        Ok(())
    }

    fn unescape(&mut self, json: &str) -> serde_json::Result<Slot<'de>> {
        let start = self.unescaped.len();
        self.unescaped.push_str(&serde_json::from_str::<String>(json)?);
        Ok(Slot::Apart(start..self.unescaped.len()))
    }

    fn array(&mut self, json: &'de str, tree: &PathTree) -> serde_json::Result<Slot<'de>> {
        let values: Vec<&'de RawValue> = serde_json::from_str(json)?;
        if let (Some(first), Some(tree)) = (values.first(), &tree.first) {
            self.whole(first.get(), tree)?;
        }
        if tree.column.is_none() {
            return Ok(Slot::Empty);
        }
        let start = self.unescaped.len();
        for (place, value) in values.into_iter().enumerate() {
            let text = match value.get().as_bytes().first() {
                Some(b'{' | b'[') if tree.every => misfit(value.get())?,
                Some(b'n') | None if tree.every => String::new(),
                Some(b'{' | b'[' | b'n') | None => continue,
                Some(b'"') => serde_json::from_str::<String>(value.get())?,
                Some(_) => value.get().to_owned(),
            };
            if tree.every && place > 0 {
                self.unescaped.push('\n');
            } else if self.unescaped.len() > start {
                self.unescaped.push_str(", ");
            }
            self.unescaped.push_str(&text);
        }
        Ok(Slot::Apart(start..self.unescaped.len()))
    }

    /// Reads every element of an array, or the one object that stands in its place; `null` is an
    /// array of nothing.
    fn every(&mut self, json: &'de str, tree: &PathTree) -> serde_json::Result<()> {
        if !json.starts_with('[') {
            return self.each(json, tree);
        }
        let values: Vec<&'de RawValue> = serde_json::from_str(json)?;
        // What the elements hold for a column goes into one cell, a line for each, so that the
        // lines of several columns fit together.
        let mut lists: Vec<(usize, bool, String)> =
            tree.columns().into_iter().map(|column| (column, false, String::new())).collect();
        for (place, value) in values.iter().enumerate() {
            self.each(value.get(), tree)?;
            for (column, came, lines) in &mut lists {
                *came |= self.has(*column);
                if place > 0 {
                    lines.push('\n');
                }
                lines.push_str(self.cell(*column).unwrap_or_default());
            }
        }
        for (column, came, lines) in lists {
            let start = self.unescaped.len();
            self.unescaped.push_str(&lines);
            self.slots[column] = if came { Slot::Apart(start..self.unescaped.len()) } else { Slot::Absent };
        }
        Ok(())
    }

    /// Reads one element of an array. What can't hold the wanted values, as it is neither an object
    /// nor `null`, stands in their place.
    fn each(&mut self, json: &'de str, tree: &PathTree) -> serde_json::Result<()> {
        let columns = tree.columns();
        for &column in &columns {
            self.slots[column] = Slot::Absent;
        }
        match (json.as_bytes().first(), &tree.each) {
            (Some(b'n') | None, _) => Ok(()),
            (Some(b'{'), _) if !tree.children.is_empty() => self.whole_object(json, tree),
            (Some(b'['), Some(below)) => self.every(json, below),
            _ if tree.column.is_some() => self.whole(json, tree),
            _ => {
                let slot = self.misfit(json)?;
                for column in columns {
                    self.slots[column] = slot.clone();
                }
                Ok(())
            }
        }
    }

    fn misfit(&mut self, json: &str) -> serde_json::Result<Slot<'de>> {
        let start = self.unescaped.len();
        self.unescaped.push_str(&misfit(json)?);
        Ok(Slot::Apart(start..self.unescaped.len()))
    }
}

/// The cell of a value that stands where none of its kind can, on one line.
fn misfit(json: &str) -> serde_json::Result<String> {
    const LONGEST: usize = 80;
    let text = if json.starts_with('"') { serde_json::from_str(json)? } else { json.to_owned() };
    let mut line: String =
        text.chars().take(LONGEST).map(|char| if char == '\n' { ' ' } else { char }).collect();
    if text.chars().nth(LONGEST).is_some() {
        line.push('…');
    }
    Ok(format!("{MISFIT}{line}"))
}

#[cfg(test)]
mod tests {
    use super::super::steps_of;
    use super::*;

    fn cells(json: &str, paths: &[&str]) -> Result<Vec<Option<String>>, String> {
        let mut tree = PathTree::default();
        for (column, path) in paths.iter().enumerate() {
            tree.insert(&steps_of(path), column, path.starts_with("holds"));
        }
        let mut element = Element::new(paths.len());
        element.read(json, &tree).map_err(|error| error.to_string())?;
        Ok((0..paths.len()).map(|column| element.cell(column).map(str::to_owned)).collect())
    }

    #[test]
    fn wanted_values_become_cells() {
        let json = r#"{"n":1714521600.123456789012,"x":[{"y":1}],"s":"a\n\u9867","b":true,"z":null,
            "service":{"name":"web"},"labels":[{"name":"x"},{"name":"y"}],"tags":["a",1,"b"],"n2":12345678901234567890123}"#;
        let paths = ["n", "s", "b", "z", "service.name", "labels[].name", "tags", "absent", "n2", "service"];
        let expected = [
            Some("1714521600.123456789012"),
            Some("a\n顧"),
            Some("true"),
            None,
            Some("web"),
            Some("x"),
            Some("a, 1, b"),
            None,
            Some("12345678901234567890123"),
            None,
        ];
        assert_eq!(cells(json, &paths).unwrap(), expected.map(|cell| cell.map(str::to_owned)));
    }

    #[test]
    fn every_element_has_its_line() {
        let paths = ["holds[].from", "holds[].to", "holds[].by[].name", "id"];
        let json = r#"{"id":1,"holds":[{"from":"a\u0041","to":"b","by":[{"name":"x"},{}]},{"to":null,"from":"c"},7]}"#;
        let expected =
            [Some("aA\nc\n\u{fdd0}7"), Some("b\n\n\u{fdd0}7"), Some("x\n\n\n\u{fdd0}7"), Some("1")];
        assert_eq!(cells(json, &paths).unwrap(), expected.map(|cell| cell.map(str::to_owned)));
        let one = cells(r#"{"holds":[{"from":"a"}]}"#, &paths).unwrap();
        assert_eq!(one, [Some("a".to_owned()), None, None, None]);
        assert_eq!(cells(r#"{"holds":[]}"#, &paths).unwrap(), [None, None, None, None]);
        let plain = cells(r#"{"holds":["a",null,"b"]}"#, &["holds"]).unwrap();
        assert_eq!(plain, [Some("a\n\nb".to_owned())]);
    }

    #[test]
    fn one_object_is_an_array_of_one() {
        let both = |holds: &str| {
            let json = format!("{{\"holds\":{holds}}}");
            let shown = |path: [&str; 2]| {
                let cells = cells(&json, &path).unwrap();
                cells
                    .into_iter()
                    .map(|cell| cell.unwrap_or_else(|| "-".to_owned()))
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            let (array, object) = (shown(["holds[].from", "holds[].to"]), shown(["holds.from", "holds.to"]));
            assert_eq!(array, object, "{holds}");
            array
        };
        assert_eq!(both(r#"{"from":"a","to":"b"}"#), "a b");
        assert_eq!(both(r#"[{"from":"a","to":"b"},null,{"from":"c"}]"#), "a\n\nc b\n\n");
        for nothing in ["null", "[]", "{}", "[{}]", "[null]"] {
            assert_eq!(both(nothing), "- -", "{nothing}");
        }
        for (wrong, shown) in [
            ("\"a\\nb\"", "\u{fdd0}a b \u{fdd0}a b"),
            ("5", "\u{fdd0}5 \u{fdd0}5"),
            ("[1,2]", "\u{fdd0}1\n\u{fdd0}2 \u{fdd0}1\n\u{fdd0}2"),
            ("[[{\n}]]", "\u{fdd0}[{ }] \u{fdd0}[{ }]"),
            (r#"{"from":"a","to":{"b":1}}"#, "a \u{fdd0}{\"b\":1}"),
        ] {
            assert_eq!(both(wrong), shown);
        }
        let deep = cells(r#"{"holds":[[{"from":"a"}],[{"from":"b"}]]}"#, &["holds[][].from"]).unwrap();
        assert_eq!(deep, [Some("a\nb".to_owned())]);
    }

    #[test]
    fn keys_are_found_whatever_came_before() {
        let mut tree = PathTree::default();
        for (column, path) in ["a", "b.c", "b.d"].into_iter().enumerate() {
            tree.insert(&steps_of(path), column, false);
        }
        let mut element = Element::new(3);
        let mut read = |json: &'static str| {
            element.read(json, &tree).map_err(|error| error.to_string())?;
            let cells = (0..3).map(|column| element.cell(column).unwrap_or("-"));
            Ok::<String, String>(cells.collect::<Vec<_>>().join(" "))
        };
        for _ in 0..2 {
            assert_eq!(read(r#"{"a":"1","x":[{}],"b":{"c":"2","d":"3"}}"#).unwrap(), "1 2 3");
            assert_eq!(read(r#"{"b":{"d":"3"},"a":"1"}"#).unwrap(), "1 - 3");
            assert_eq!(read(r#"{"b":{"c":"2","d":"3"},"\u0061":"1"}"#).unwrap(), "1 2 3");
            assert_eq!(read(r#" { "x" : 1 , "a" : "1" } "#).unwrap(), "1 - -");
            assert_eq!(read("{\"a\":  \"1\",\"b\": \t{\"c\" :\n\"2\"}}").unwrap(), "1 2 -");
            assert_eq!(read("{}").unwrap(), "- - -");
            // What begins an object stands nowhere else in it, and the other way round.
            for wrong in [r#"{"a":"1"{"b":{"c":"2"}}"#, r#","x":[{}]"#, r#"{,"x":[{}]}"#, r#"{"a":"1","a":}"#]
            {
                assert!(read(wrong).is_err(), "{wrong}");
            }
        }
    }

    #[test]
    fn the_last_of_equal_keys_counts() {
        assert_eq!(cells(r#"{"a":"1","a":"2"}"#, &["a"]).unwrap(), [Some("2".to_owned())]);
        assert_eq!(cells(r#"{"a":"1","a":null}"#, &["a"]).unwrap(), [None]);
    }

    #[test]
    fn what_is_no_object_or_no_json_is_an_error() {
        for wrong in ["7", "[1]", r#"{"a":}"#, r#"{"a":"\ud800"}"#, r#"{"a":1"#, r#"{"a":1} x"#] {
            assert!(cells(wrong, &["a"]).is_err(), "{wrong}");
        }
    }
}
