use memchr::memchr2;

use crate::words::json_lists as words;

/// Keys under which tools put their incidents, the likeliest first.
const USUAL: [&str; 12] = [
    "incidents",
    "alerts",
    "issues",
    "problems",
    "events",
    "records",
    "results",
    "result",
    "items",
    "values",
    "data",
    "alarmhistoryitems",
];

/// How the incidents stand in a JSON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) enum JsonShape {
    /// One object per line.
    Lines,
    /// In an array whose opening bracket ends before this place.
    Array(usize),
}

/// Recognises JSON by its beginning; `None` for other text. The error says what is there instead
/// of a list of incidents.
pub(in crate::source) fn detect_json(head: &str) -> Option<Result<JsonShape, String>> {
    let bytes = head.as_bytes();
    let start = skip_space(bytes, 0);
    match bytes.get(start)? {
        b'[' => match bytes.get(skip_space(bytes, start + 1)) {
            // A CSV header may begin with a bracket too.
            None | Some(b'{' | b'[' | b']' | b'"' | b'-' | b'0'..=b'9') => {
                Some(Ok(JsonShape::Array(start + 1)))
            }
            Some(_) => None,
        },
        b'{' => Some(of_object(head, start)),
        _ => None,
    }
}

fn of_object(head: &str, start: usize) -> Result<JsonShape, String> {
    let bytes = head.as_bytes();
    let end = skip_value(bytes, start);
    if let Some(end) = end
        && let Some(next) = bytes.get(skip_space(bytes, end))
    {
        let one_line = !bytes[start..end].contains(&b'\n');
        return match next {
            b'{' if one_line => Ok(JsonShape::Lines),
            b'{' => Err(words::several_objects()),
            _ => Err(words::something_behind()),
        };
    }
    let lists = lists(head, start);
    let filled: Vec<&List<'_>> = lists.iter().filter(|list| list.filled).collect();
    let named: Vec<(&str, bool)> = lists.iter().map(|list| (list.key, list.filled)).collect();
    let chosen = choose(&named).and_then(|place| lists.get(place)).map(|list| list.start);
    match (chosen, end) {
        (Some(start), _) => Ok(JsonShape::Array(start)),
        (None, _) if filled.len() > 1 => {
            let keys: Vec<String> = filled.iter().map(|list| format!("`{}`", list.key)).collect();
            Err(words::several_arrays(&keys.join(&words::comma())))
        }
        // One object alone is one incident, on however many lines.
        (None, Some(end)) if !bytes[start..end].contains(&b'\n') => Ok(JsonShape::Lines),
        (None, Some(_)) => Err(words::one_object()),
        (None, None) => Err(words::cut_off_object()),
    }
}

/// Which of an envelope's arrays of objects, each with its key and whether it has any, is the list
/// of incidents: the likeliest by its key, or the only one.
pub(super) fn choose(lists: &[(&str, bool)]) -> Option<usize> {
    let usual = |empty_too: bool| {
        let named = |key: &&str| {
            lists.iter().position(|(name, filled)| (*filled || empty_too) && name.eq_ignore_ascii_case(key))
        };
        USUAL.iter().find_map(named)
    };
    let mut filled = lists.iter().enumerate().filter(|(_, (_, filled))| *filled).map(|(place, _)| place);
    usual(false).or_else(|| match (filled.next(), filled.next()) {
        (Some(only), None) => Some(only),
        (None, _) => usual(true),
        _ => None,
    })
}

/// How many arrays of objects stand in an envelope before one that `before` ends at.
pub(super) fn count_before(before: &str) -> usize {
    lists(before, skip_space(before.as_bytes(), 0)).len()
}

/// The key of the array that begins at `start`, if only its being the first speaks for it: the text
/// ends within it, and the key isn't a usual one.
pub(in crate::source) fn unsure_key(head: &str, start: usize) -> Option<String> {
    let bytes = head.as_bytes();
    let outer = skip_space(bytes, 0);
    if bytes.get(outer) != Some(&b'{') || skip_value(bytes, start.checked_sub(1)?).is_some() {
        return None;
    }
    let key = lists(head, outer).into_iter().find(|list| list.start == start)?.key;
    (!USUAL.iter().any(|usual| usual.eq_ignore_ascii_case(key))).then(|| key.to_owned())
}

/// An array of objects in an envelope.
struct List<'a> {
    key: &'a str,
    start: usize,
    filled: bool,
}

/// The arrays of objects directly in the object at `start`, as far as the text goes.
fn lists(head: &str, start: usize) -> Vec<List<'_>> {
    let bytes = head.as_bytes();
    let (mut found, mut at) = (Vec::new(), start + 1);
    loop {
        at = skip_space(bytes, at);
        match bytes.get(at) {
            Some(b',') => at += 1,
            Some(b'"') => {
                let Some(end) = skip_value(bytes, at) else { return found };
                let key = head.get(at + 1..end - 1).unwrap_or_default();
                let colon = skip_space(bytes, end);
                if bytes.get(colon) != Some(&b':') {
                    return found;
                }
                let value = skip_space(bytes, colon + 1);
                if bytes.get(value) == Some(&b'[') {
                    match bytes.get(skip_space(bytes, value + 1)) {
                        Some(b'{') => found.push(List { key, start: value + 1, filled: true }),
                        Some(b']') => found.push(List { key, start: value + 1, filled: false }),
                        _ => {}
                    }
                }
                let Some(end) = skip_value(bytes, value) else { return found };
                at = end;
            }
            _ => return found,
        }
    }
}

fn skip_space(bytes: &[u8], at: usize) -> usize {
    let blank = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    at + bytes.get(at..).map_or(0, |rest| rest.iter().take_while(blank).count())
}

/// Behind the value at `at`; `None` if the text ends within it.
fn skip_value(bytes: &[u8], mut at: usize) -> Option<usize> {
    let mut depth = 0usize;
    loop {
        match bytes.get(at)? {
            b'"' => at = skip_string(bytes, at)?,
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                at += 1;
            }
            b',' | b':' if depth > 0 => at += 1,
            _ => {
                let plain = |byte: &&u8| !b"\",:{}[] \t\r\n".contains(byte);
                at += 1 + bytes[at + 1..].iter().take_while(plain).count();
            }
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

fn skip_string(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    loop {
        at += memchr2(b'"', b'\\', bytes.get(at..)?)?;
        if bytes[at] == b'"' {
            return Some(at + 1);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> &str {
        match detect_json(text) {
            Some(Ok(JsonShape::Array(start))) => &text[start..],
            other => panic!("{other:?} for {text}"),
        }
    }

    #[test]
    fn the_list_is_found_in_usual_and_unusual_envelopes() {
        assert_eq!(list(r#" [ {"id":1}]"#), r#" {"id":1}]"#);
        assert_eq!(list(r#"{"next":null,"tags":[{"a":1}],"incidents":[{"id":1}]}"#), r#"{"id":1}]}"#);
        assert_eq!(list(r#"{"meta":{"x":[{}]},"tickets":[{"id":1}"#), r#"{"id":1}"#);
        assert_eq!(list(r#"{"total":0,"data":[]}"#), "]}");
        assert_eq!(list(r#"{"names":["a"],"rows":[ {"id":1}], "count": 1}"#), r#" {"id":1}], "count": 1}"#);
    }

    #[test]
    fn lines_and_other_texts_are_told_apart() {
        assert_eq!(detect_json("{\"id\":1}\n{\"id\":2}\n"), Some(Ok(JsonShape::Lines)));
        assert_eq!(detect_json("{\"id\":1}\n"), Some(Ok(JsonShape::Lines)));
        assert_eq!(detect_json("[CHART] Date,id\n"), None);
        assert_eq!(detect_json("id,opened\n"), None);
        let found = |text: &str| detect_json(text).unwrap().unwrap_err();
        assert_eq!(found(r#"{"a":[{}],"b":[{}]}"#), "several arrays of objects, under `a`, `b`");
        assert_eq!(found("{\n\"a\":1}\n"), "one object without an array of objects");
    }
}
