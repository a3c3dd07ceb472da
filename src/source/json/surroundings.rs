use std::fmt;
use std::io::{BufReader, Read};

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::envelope::{choose, count_before};
use crate::words::json_lists as words;

/// Sees whether what stands `before` a list and `behind` it makes whole JSON with it, however much
/// that is, and whether the list still is the likeliest to hold the incidents. `filled` tells
/// whether it has elements. The error says what is wrong.
pub(in crate::source) fn check_surroundings(
    before: &str,
    filled: bool,
    behind: impl Read,
) -> Result<(), String> {
    let list: &[u8] = if filled { b"[{}]" } else { b"[]" };
    let whole = BufReader::new(before.as_bytes().chain(list).chain(behind));
    let mut json = serde_json::Deserializer::from_reader(whole);
    let found = Kind::deserialize(&mut json).and_then(|kind| json.end().map(|()| kind));
    let lists = match found {
        Ok(Kind::Object(lists)) => lists,
        Ok(_) => return Ok(()),
        Err(error) => {
            return Err(if error.is_eof() { words::cut_off_behind() } else { words::else_behind() });
        }
    };
    let named: Vec<(&str, bool)> = lists.iter().map(|(key, filled)| (key.as_str(), *filled)).collect();
    let read = count_before(before);
    if choose(&named) == Some(read) {
        return Ok(());
    }
    let key = |place: usize| named.get(place).map_or("", |(key, _)| *key);
    let others: Vec<String> =
        named.iter().skip(read + 1).filter(|list| list.1).map(|list| format!("`{}`", list.0)).collect();
    Err(words::another_list(key(read), &others.join(&words::comma())))
}

/// What a value is, as far as it matters.
enum Kind {
    /// Its arrays of objects, with their keys, and whether they have any.
    Object(Vec<(String, bool)>),
    EmptyList,
    ListOfObjects,
    Other,
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(KindVisitor)
    }
}

struct KindVisitor;

impl<'de> Visitor<'de> for KindVisitor {
    type Value = Kind;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Kind, A::Error> {
        let mut lists = Vec::new();
        while let Some((key, kind)) = map.next_entry::<String, Kind>()? {
            match kind {
                Kind::ListOfObjects => lists.push((key, true)),
                Kind::EmptyList => lists.push((key, false)),
                Kind::Object(_) | Kind::Other => {}
            }
        }
        Ok(Kind::Object(lists))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Kind, A::Error> {
        let kind = match list.next_element::<Kind>()? {
            None => Kind::EmptyList,
            Some(Kind::Object(_)) => Kind::ListOfObjects,
            Some(_) => Kind::Other,
        };
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(kind)
    }

    fn visit_unit<E>(self) -> Result<Kind, E> {
        Ok(Kind::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Kind, E> {
        Ok(Kind::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Kind, E> {
        Ok(Kind::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Kind, E> {
        Ok(Kind::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Kind, E> {
        Ok(Kind::Other)
    }

    fn visit_str<E>(self, _: &str) -> Result<Kind, E> {
        Ok(Kind::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(before: &str, behind: &str) -> Result<(), String> {
        check_surroundings(before, true, behind.as_bytes())
    }

    #[test]
    fn a_list_that_another_is_likelier_than_is_refused() {
        let comments = r#"{"total":1,"none":[],"comments":"#;
        assert_eq!(check(comments, r#","next":null,"tags":[],"names":["x"]}"#), Ok(()));
        for other in ["incidents", "tickets"] {
            let error = check(comments, &format!(r#","{other}":[{{"id":1}}]}}"#)).unwrap_err();
            assert!(error.contains("`comments`") && error.contains(&format!("`{other}`")), "{error}");
        }
        assert_eq!(check(r#"{"incidents":"#, r#","events":[{}]}"#), Ok(()));
        assert!(check(r#"{"events":"#, r#","incidents":[{}]}"#).is_err());
        assert_eq!(check_surroundings(r#"{"data":"#, false, &b"}"[..]), Ok(()));
        assert_eq!(check(" ", " \n"), Ok(()));
        assert!(check("", " []").is_err());
        assert!(check(r#"{"data":"#, "").unwrap_err().contains("cut off"));
    }
}
