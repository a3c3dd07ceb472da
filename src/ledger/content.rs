use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::domain::EntryId;

/// The name that an entry's content gives: the first 128 bits of the SHA-256 of its canonical JSON
/// without `id`. Works on any entry, whatever further fields it has.
pub(super) fn content_id(mut entry: Value) -> EntryId {
    if let Value::Object(fields) = &mut entry {
        fields.remove("id");
    }
    let mut canonical = String::new();
    write_canonical(&entry, &mut canonical);
    let digest = Sha256::digest(canonical);
    let mut bytes = [0; EntryId::BYTES];
    for (byte, from) in bytes.iter_mut().zip(digest) {
        *byte = from;
    }
    EntryId::from_bytes(bytes)
}

/// Canonical JSON: no white space, the keys of every object in the order of their code points.
fn write_canonical(value: &Value, out: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut keys: Vec<&String> = fields.keys().collect();
            keys.sort_unstable();
            for (place, key) in keys.into_iter().enumerate() {
                out.push(if place == 0 { '{' } else { ',' });
                out.push_str(&Value::from(key.as_str()).to_string());
                out.push(':');
                write_canonical(&fields[key], out);
            }
            out.push_str(if fields.is_empty() { "{}" } else { "}" });
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                out.push(if place == 0 { '[' } else { ',' });
                write_canonical(item, out);
            }
            out.push_str(if items.is_empty() { "[]" } else { "]" });
        }
        plain => out.push_str(&plain.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_order_of_keys_and_the_id_do_not_matter() {
        let one: Value = serde_json::from_str(r#"{"b":[1,{"y":"ü\n","x":null}],"a":{}}"#).unwrap();
        let other: Value =
            serde_json::from_str(r#"{"id":"x","a":{}, "b":[1,{"x":null,"y":"\u00fc\n"}]}"#).unwrap();
        assert_eq!(content_id(one.clone()), content_id(other));
        assert_ne!(content_id(one), content_id(json!({ "a": {}, "b": [1] })));
        let mut text = String::new();
        write_canonical(&json!({ "b": [], "a": { "z": 0.5, "y": [true, "\""] } }), &mut text);
        assert_eq!(text, r#"{"a":{"y":[true,"\""],"z":0.5},"b":[]}"#);
    }
}
