use serde_json::value::RawValue;

use super::cursor::{Cursor, NoJson};
use super::element_fault::what_is_wrong;
use crate::words::unreadable_rows as words;

/// The value that stands under the key in an object; the last one if there are several.
pub(super) fn member<'t>(object: &'t str, key: &str) -> serde_json::Result<Option<&'t str>> {
    find(object, key).map_err(|NoJson| what_is_wrong(object))
}

fn find<'t>(object: &'t str, key: &str) -> Result<Option<&'t str>, NoJson> {
    let mut cursor = Cursor::new(object);
    let mut found = None;
    cursor.pass(b'{')?;
    let mut more = cursor.space() != b'}';
    if !more {
        cursor.pass(b'}')?;
    }
    while more {
        let start = cursor.at();
        let here = match cursor.text()? {
            Some(text) => text == key,
            None => serde_json::from_str::<String>(cursor.since(start)).is_ok_and(|text| text == key),
        };
        cursor.colon()?;
        let start = cursor.at();
        cursor.value()?;
        if here {
            found = Some(cursor.since(start));
        }
        more = cursor.comma(b'}')?;
    }
    if cursor.is_done() { Ok(found) } else { Err(NoJson) }
}

/// The elements of an array.
pub(super) fn elements_of(array: &str) -> serde_json::Result<Vec<&str>> {
    let values: Vec<&RawValue> = serde_json::from_str(array)?;
    Ok(values.into_iter().map(RawValue::get).collect())
}

/// The elements of the array that an object has under this key, which may be a path through objects such
/// as `data.results`. The error is a reason to refuse the object.
pub(in crate::source) fn rows_within<'t>(object: &'t str, key: &str) -> Result<Vec<&'t str>, String> {
    if !object.starts_with('{') {
        let found = beginning(object);
        return Err(words::no_object_with_array(key, found));
    }
    let invalid = |error: serde_json::Error| words::invalid_json(&error);
    let found = member(object, key).map_err(invalid)?;
    if found.is_none()
        && let Some((first, rest)) = key.split_once('.')
    {
        match member(object, first).map_err(invalid)? {
            Some(inner) if inner.starts_with('{') => return rows_within(inner, rest),
            Some(value) if value != "null" => {
                let found = beginning(value);
                return Err(words::no_inner_object(found, first, rest));
            }
            _ => {}
        }
    }
    match found {
        None => Err(words::no_key(key)),
        // What some languages write for an array of nothing.
        Some("null") => Ok(Vec::new()),
        Some(array) if array.starts_with('[') => elements_of(array).map_err(invalid),
        Some(value) => Err(words::no_array(beginning(value), key)),
    }
}

/// The first characters of a value.
pub(in crate::source) fn beginning(text: &str) -> &str {
    text.char_indices().nth(20).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_of_a_key_is_found() {
        assert_eq!(rows_within(r#"{"x":{"y.z":[{}]}}"#, "x.y.z").unwrap(), ["{}"]);
        assert_eq!(rows_within(r#"{"x":{"y":{"z":[{},1]}}}"#, "x.y.z").unwrap(), ["{}", "1"]);
        assert!(rows_within(r#"{"x":[{"y":[]}]}"#, "x.y").is_err());
        let found = |object| member(object, "a").map_err(|error| error.to_string());
        assert_eq!(found(r#"{"a":1,"b":{"a":2},"\u0061" : [3] }"#), Ok(Some("[3]")));
        assert_eq!(found("{}"), Ok(None));
        for wrong in [r#"{"a":1} x"#, r#"{"a":1"#, r#"{"a":1,}"#, "{", "[]"] {
            assert!(found(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn rows_stand_in_the_array_of_an_object() {
        assert_eq!(rows_within(r#"{"x":[],"alerts":[{"a":1}, 7]}"#, "alerts").unwrap(), [r#"{"a":1}"#, "7"]);
        assert!(rows_within(r#"{"alerts":[]}"#, "alerts").unwrap().is_empty());
        assert!(rows_within(r#"{"alerts":null}"#, "alerts").unwrap().is_empty());
        for (wrong, reason) in [
            ("7", "expected an object with an array under `alerts`, found `7`"),
            ("{}", "has no `alerts`; expected an array of incidents there, `[]` where there is none"),
            (r#"{"alerts":{"a":1}}"#, "has `{\"a\":1}` under `alerts`; expected an array of incidents there"),
        ] {
            assert_eq!(rows_within(wrong, "alerts").unwrap_err(), reason);
        }
        assert!(rows_within(r#"{"alerts":[1}"#, "alerts").unwrap_err().starts_with("is not valid JSON: "));
    }
}
