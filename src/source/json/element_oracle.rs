//! The cells of JSON objects by the plainest way: each path is walked on its own, by `serde_json` alone.
//! [`Element`](super::Element) is held against it.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::value::RawValue;

use super::{Element, PathTree, Take, steps_of};

/// A step of a path.
enum Part {
    Key(&'static str),
    All,
    /// Elements whose value under these keys is this text.
    Is(&'static [&'static str], &'static str),
    /// Elements whose value under this key has one of these bits.
    Bits(&'static str, u64),
}

use Part::{All, Bits, Is, Key};

/// Paths as they are written, what is taken, and the same as steps.
const PATHS: &[(&str, Take, &[Part])] = &[
    ("id", Take::Text, &[Key("id")]),
    ("a", Take::Text, &[Key("a")]),
    ("a.b", Take::Text, &[Key("a"), Key("b")]),
    ("a.id", Take::Scalar, &[Key("a"), Key("id")]),
    ("l[].a", Take::Text, &[Key("l"), All, Key("a")]),
    ("l[].b.id", Take::Text, &[Key("l"), All, Key("b"), Key("id")]),
    ("l[id=1].a", Take::Text, &[Key("l"), Is(&["id"], "1"), Key("a")]),
    ("l[a.b=X].b", Take::Text, &[Key("l"), Is(&["a", "b"], "x"), Key("b")]),
    ("l", Take::Text, &[Key("l")]),
    ("h[].a", Take::Every, &[Key("h"), All, Key("a")]),
    ("h[].b.id", Take::Every, &[Key("h"), All, Key("b"), Key("id")]),
    ("h[id&3].a", Take::Every, &[Key("h"), Bits("id", 3), Key("a")]),
    ("h[a=x].b[id=1].a", Take::Every, &[Key("h"), Is(&["a"], "x"), Key("b"), Is(&["id"], "1"), Key("a")]),
    ("b", Take::Every, &[Key("b")]),
    ("s", Take::Scalar, &[Key("s")]),
    ("x.s", Take::Scalar, &[Key("x"), Key("s")]),
];

/// Nothing where the path isn't there; within, nothing where no cell stands.
type Cell = Option<Option<String>>;

type Slow<T> = serde_json::Result<T>;

fn members(json: &str) -> Slow<BTreeMap<String, &RawValue>> {
    serde_json::from_str(json)
}

fn elements(json: &str) -> Slow<Vec<&str>> {
    Ok(serde_json::from_str::<Vec<&RawValue>>(json)?.into_iter().map(RawValue::get).collect())
}

fn is_object(json: &str) -> bool {
    json.starts_with('{')
}

fn is_array(json: &str) -> bool {
    json.starts_with('[')
}

/// The text of a scalar; nothing for `null`.
fn scalar(json: &str) -> Slow<Option<String>> {
    match json {
        "null" => Ok(None),
        _ if json.starts_with('"') => serde_json::from_str(json).map(Some),
        _ => Ok(Some(json.to_owned())),
    }
}

fn misfit(json: &str) -> Slow<String> {
    let text = scalar(json)?.unwrap_or_default().replace('\n', " ");
    let shown: String = text.chars().take(80).collect();
    let more = if shown == text { "" } else { "…" };
    Ok(format!("\u{fdd0}{shown}{more}"))
}

fn fits(part: &Part, element: &str) -> bool {
    let text = |keys: &[&str]| -> Option<String> {
        let mut json = element.to_owned();
        for &key in keys {
            json =
                if is_object(&json) { members(&json).ok()?.get(key)?.get().to_owned() } else { return None };
        }
        if is_object(&json) || is_array(&json) { None } else { scalar(&json).ok()? }
    };
    match part {
        Key(_) => false,
        All => true,
        Is(keys, wanted) => text(keys).is_some_and(|text| text.trim().to_lowercase() == *wanted),
        Bits(key, bits) => {
            let number = text(&[key]).and_then(|text| text.trim().parse::<u64>().ok());
            number.is_some_and(|number| number & bits > 0)
        }
    }
}

fn one(json: &str, path: &[Part], take: Take) -> Slow<Cell> {
    match path {
        [] if is_object(json) || is_array(json) => match take {
            Take::Scalar => Ok(Some(Some(misfit(json)?))),
            _ if is_object(json) => Ok(Some(None)),
            _ => {
                let mut texts = Vec::new();
                for element in elements(json)? {
                    if !is_object(element) && !is_array(element) {
                        texts.extend(scalar(element)?);
                    }
                }
                // Empty texts at the beginning have nothing between them.
                let leading = texts.iter().take_while(|text| text.is_empty()).count();
                Ok(Some(Some(texts[leading..].join(", "))))
            }
        },
        [] => Ok(Some(scalar(json)?)),
        [Key(key), rest @ ..] if is_object(json) => match members(json)?.get(*key) {
            Some(value) => one(value.get(), rest, take),
            None => Ok(None),
        },
        [Key(_), ..] if take == Take::Scalar && json != "null" => match scalar(json)? {
            Some(text) if text.trim().is_empty() => Ok(None),
            _ => Ok(Some(Some(misfit(json)?))),
        },
        [Key(_), ..] => Ok(None),
        [part, rest @ ..] if is_array(json) => {
            match elements(json)?.iter().find(|element| fits(part, element)) {
                Some(element) => one(element, rest, take),
                None => Ok(None),
            }
        }
        _ => Ok(None),
    }
}

/// Every value in an object.
fn every(json: &str, path: &[Part]) -> Slow<Cell> {
    let [Key(key), rest @ ..] = path else { return Ok(None) };
    let members = members(json)?;
    let Some(value) = members.get(*key).map(|value| value.get()) else { return Ok(None) };
    match rest {
        [] | [All] => values(value),
        [Key(_), ..] => list(value, &All, rest),
        [part, rest @ ..] => list(value, part, rest),
    }
}

/// A value of which every one is wanted.
fn values(json: &str) -> Slow<Cell> {
    if is_object(json) {
        return Ok(Some(Some(misfit(json)?)));
    }
    if !is_array(json) {
        return Ok(Some(scalar(json)?));
    }
    let mut lines = Vec::new();
    for element in elements(json)? {
        let wrong = is_object(element) || is_array(element);
        lines.push(if wrong { misfit(element)? } else { scalar(element)?.unwrap_or_default() });
    }
    Ok(Some(Some(lines.join("\n"))))
}

/// Every value in every element that is meant.
fn list(json: &str, part: &Part, rest: &[Part]) -> Slow<Cell> {
    let meant = |json: &str| match part {
        All => true,
        _ if is_object(json) => fits(part, json),
        _ => json != "null",
    };
    if !is_array(json) {
        return if meant(json) { each(json, rest) } else { Ok(None) };
    }
    let mut cells = Vec::new();
    for element in elements(json)?.into_iter().filter(|element| meant(element)) {
        cells.push(each(element, rest)?);
    }
    if cells.iter().all(Option::is_none) {
        return Ok(None);
    }
    let lines: Vec<String> = cells.into_iter().map(|cell| cell.flatten().unwrap_or_default()).collect();
    Ok(Some(Some(lines.join("\n"))))
}

fn each(json: &str, rest: &[Part]) -> Slow<Cell> {
    match rest {
        _ if json == "null" => Ok(None),
        [] => values(json),
        [Key(_), ..] if is_object(json) => every(json, rest),
        [Key(_), ..] => Ok(Some(Some(misfit(json)?))),
        [part, below @ ..] if is_array(json) => list(json, part, below),
        _ => Ok(Some(Some(misfit(json)?))),
    }
}

fn by_serde_json(json: &str) -> Slow<Vec<Cell>> {
    members(json)?;
    let cell = |&(_, take, path): &(&str, Take, &[Part])| match take {
        Take::Every => every(json, path),
        Take::Text | Take::Scalar => one(json, path, take),
    };
    PATHS.iter().map(cell).collect()
}

fn tree() -> PathTree {
    let mut tree = PathTree::default();
    for (column, (path, take, _)) in PATHS.iter().enumerate() {
        tree.insert(&steps_of(path), column, *take);
    }
    tree
}

fn value() -> impl Strategy<Value = String> {
    let space = || "[ \n\t\r]?";
    let leaf = prop_oneof![
        2 => r#"null|true|false|-?(0|[1-9][0-9]{0,9})(\.[0-9]{1,3})?([eE][+-]?[0-9])?|"([a-z\[\]{},: 顧]|\\["\\/bfnrt]|\\u[0-9a-f]{4}){0,12}""#,
        1 => r#"[0-3]|"[1x]"|"X ""#,
    ];
    leaf.prop_map(|leaf: String| leaf).prop_recursive(4, 32, 4, move |inner| {
        let key = r#""(id|a|b|l|h|s|x|\\u0061|long key without any use)""#;
        let member = (key, space(), inner.clone(), space()).prop_map(|(key, before, value, behind)| {
            format!("{before}{key}{behind}:{before}{value}{behind}")
        });
        prop_oneof![
            prop::collection::vec(member, 0..5).prop_map(|members| format!("{{{}}}", members.join(","))),
            prop::collection::vec(inner, 0..4).prop_map(|values| format!("[{}]", values.join(", "))),
        ]
    })
}

/// An object in whose arrays are objects that may be selected.
fn lists() -> impl Strategy<Value = String> {
    let small = prop_oneof![
        4 => r#"[0-3]|"[12x]"|"X"|null"#.prop_map(|text: String| text),
        1 => value(),
    ];
    let member = (r#""(id|a|b)""#, small).prop_map(|(key, value)| format!("{key}:{value}"));
    let object = prop::collection::vec(member, 0..4).prop_map(|members| format!("{{{}}}", members.join(",")));
    let nested = (object.clone(), prop::collection::vec(object, 0..3)).prop_map(|(outer, inner)| {
        let inner = inner.join(",");
        outer.replacen('{', &format!("{{\"b\":[{inner}],"), 1).replace(",}", "}")
    });
    (r#""(l|h|b)""#, prop::collection::vec(nested, 0..5))
        .prop_map(|(key, elements)| format!("{{{key}:[{}]}}", elements.join(",")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    /// One reader for all objects, as the keys of one are expected in the next; each object
    /// whole, and with a piece cut out or exchanged.
    #[test]
    fn objects_give_what_serde_json_gives(
        values in prop::collection::vec(prop_oneof![3 => value(), 2 => lists()], 1..6),
        (at, cut) in (0..200_usize, 0..4_usize),
        put in r#"|["\\{}\[\],:0-9a-z \n\t]"#,
    ) {
        let chars = |value: &str| {
            let kept = value.chars().enumerate().filter(|&(place, _)| place < at || place >= at + cut);
            let (before, behind): (Vec<_>, Vec<_>) = kept.partition(|&(place, _)| place < at);
            let text = |chars: Vec<(usize, char)>| chars.into_iter().map(|(_, char)| char).collect::<String>();
            format!("{}{put}{}", text(before), text(behind))
        };
        let hurt: Vec<String> = values.iter().map(|value| chars(value)).collect();
        let tree = tree();
        let mut element = Element::new(PATHS.len());
        for json in values.iter().chain(&hurt).filter(|json| json.starts_with('{')) {
            let found = element.read(json, &tree).map(|()| {
                let cell = |column| element.has(column).then(|| element.cell(column).map(str::to_owned));
                (0..PATHS.len()).map(cell).collect::<Vec<Cell>>()
            });
            match (found, by_serde_json(json)) {
                (Err(_), Err(_)) => {}
                // A text that is no text, in a value that another one follows under the same key.
                (Err(_), Ok(_)) if json.contains("\\ud") => {}
                (found, expected) => {
                    prop_assert_eq!(found.map_err(|error| error.to_string()), expected.map_err(|error| error.to_string()), "{}", json);
                }
            }
        }
    }
}

#[test]
fn what_is_wrong_is_told_as_serde_json_tells_it() {
    let tree = tree();
    for wrong in [r#"{"a":}"#, r#"{"a":1"#, r#"{"l":[1,]}"#, r#"{"a":1,}"#, r#"{"h":[{"a":tru}]}"#, "{,}"] {
        let found = Element::new(PATHS.len()).read(wrong, &tree).unwrap_err().to_string();
        assert_eq!(found, members(wrong).unwrap_err().to_string(), "{wrong}");
    }
}
