use std::fmt;
use std::io::{BufReader, Read};

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

/// The text under a key of the object around a list, wherever it stands before or behind the list and
/// however long that is: the first one, behind which nothing is read. `None` where no text stands there,
/// or where the JSON breaks off before it.
pub(in crate::source) fn envelope_text(json: impl Read, key: &str) -> Option<String> {
    let mut found = None;
    let mut json = serde_json::Deserializer::from_reader(BufReader::new(json));
    // Once the text is found, the object isn't read to its end, which is an error of no matter.
    let _ = json.deserialize_map(Search { key, found: &mut found });
    found
}

struct Search<'a> {
    key: &'a str,
    found: &'a mut Option<String>,
}

impl<'de> Visitor<'de> for Search<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(is_it) = map.next_key_seed(IsKey(self.key))? {
            if !is_it {
                map.next_value::<IgnoredAny>()?;
            } else if let Value::String(text) = map.next_value()? {
                *self.found = Some(text);
                return Ok(());
            }
        }
        Ok(())
    }
}

/// Tells whether a key is this one.
struct IsKey<'a>(&'a str);

impl<'de> DeserializeSeed<'de> for IsKey<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<bool, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for IsKey<'_> {
    type Value = bool;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<bool, E> {
        Ok(key == self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(json: &str) -> Option<String> {
        envelope_text(json.as_bytes(), "time_zone")
    }

    #[test]
    fn a_text_is_found_before_and_behind_a_list() {
        let utc = || Some("Etc/UTC".to_owned());
        let list = vec![r#"{"id":1,"time_zone":"Asia/Tokyo"}"#; 50_000].join(",");
        assert_eq!(zone(&format!(r#" {{"data":[{list}],"time_zone":"Etc\/UTC"}}"#)), utc());
        assert_eq!(zone(&format!(r#"{{"time\u005fzone":"Etc/UTC","data":[{list}]}}"#)), utc());
        // Nothing is read behind it.
        assert_eq!(zone(r#"{"time_zone":"Etc/UTC","data":[{"#), utc());
    }

    #[test]
    fn elsewhere_is_none() {
        for json in [
            r#"{"data":[{"time_zone":"Asia/Tokyo"}],"filters":{"time_zone":"Asia/Tokyo"}}"#,
            r#"{"time_zone":null,"data":[]}"#,
            r#"{"time_zone":["UTC"]}"#,
            r#"{"data":[{"id":1}"#,
            r#"[{"time_zone":"UTC"}]"#,
            "",
        ] {
            assert_eq!(zone(json), None, "{json}");
        }
    }
}
