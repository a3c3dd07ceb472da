use memchr::{memchr, memchr2};

/// What a line of the ledger begins with, told without reading it as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head<'a> {
    /// The name of the entry: 32 hex digits.
    pub(super) id: &'a str,
    /// When it was written.
    pub(super) at: &'a str,
    /// Who wrote it.
    pub(super) by: &'a str,
    /// What kind of entry it is.
    pub(super) kind: &'a str,
    /// The incident that it is about, if it is about one.
    pub(super) incident: Option<&'a str>,
}

impl<'a> Head<'a> {
    /// Reads the head of a line in the very form in which this program writes it. Anything else,
    /// be it good JSON or not, is `None`, and has to be read in full: another version, another
    /// order, white space, a text with a backslash in it, a line that doesn't end.
    pub(super) fn of(line: &'a [u8]) -> Option<Self> {
        let rest = line.strip_prefix(br#"{"v":1,"id":""#)?;
        if line.trim_ascii_end().last() != Some(&b'}') {
            return None;
        }
        let (id, rest) = text(rest)?;
        let (at, rest) = text(rest.strip_prefix(br#","at":""#)?)?;
        let (by, rest) = text(rest.strip_prefix(br#","by":""#)?)?;
        let (kind, rest) = text(rest.strip_prefix(br#","kind":""#)?)?;
        let incident = match rest.strip_prefix(br#","incident":""#) {
            Some(rest) => Some(text(rest)?.0),
            None => None,
        };
        Some(Self { id, at, by, kind, incident })
    }
}

/// The text up to the closing quotation mark, and what follows that; `None` where the text isn't
/// written as it reads.
pub(super) fn text(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = memchr2(b'"', b'\\', bytes)?;
    let (text, rest) = bytes.split_at(end);
    let rest = rest.strip_prefix(b"\"")?;
    Some((std::str::from_utf8(text).ok()?, rest))
}

/// The lines of a block, each with its end if it has one.
pub(super) fn lines(mut block: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        if block.is_empty() {
            return None;
        }
        let end = memchr(b'\n', block).map_or(block.len(), |end| end + 1);
        let (line, rest) = block.split_at(end);
        block = rest;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"v":1,"id":"0a","at":"2026-11-01T00:00:00Z","by":"佐藤","kind":"breach","incident":"INC-1","title":"x"}"#;

    fn head(line: &str) -> Option<Head<'_>> {
        Head::of(line.as_bytes())
    }

    #[test]
    fn the_head_of_a_line_is_told_apart_from_the_rest() {
        let found = Head {
            id: "0a",
            at: "2026-11-01T00:00:00Z",
            by: "佐藤",
            kind: "breach",
            incident: Some("INC-1"),
        };
        for end in ["", "\n", "\r\n"] {
            assert_eq!(head(&format!("{LINE}{end}")), Some(found));
        }
        let check = LINE.replace("incident", "after");
        assert_eq!(head(&check), Some(Head { incident: None, ..found }));
    }

    #[test]
    fn what_is_not_written_as_this_program_does_is_to_be_read_in_full() {
        for (from, to) in [
            (r#""v":1"#, r#""v":2"#),
            (r#""v":1"#, r#""v": 1"#),
            (r#"{"v":1,"#, r#"{"new":0,"v":1,"#),
            ("佐藤", r"\u4f50"),
            ("INC-1", r"INC\/1"),
            (r#""by""#, r#""who""#),
            (r#""x"}"#, r#""x""#),
            (r#""INC-1""#, "null"),
        ] {
            let line = LINE.replacen(from, to, 1);
            assert_ne!(line, LINE);
            let found = head(&line);
            assert!(found.is_none_or(|head| head.incident.is_none()), "{line}: {found:?}");
            assert!(found.is_none() || to == "null", "{line}");
        }
        assert_eq!(head(""), None);
        assert_eq!(Head::of(b"{\"v\":1,\"id\":\"\xff\"}"), None);
    }

    #[test]
    fn lines_keep_their_ends() {
        let found: Vec<&[u8]> = lines(b"a\n\nb\r\nc").collect();
        assert_eq!(found, [&b"a\n"[..], b"\n", b"b\r\n", b"c"]);
        assert_eq!(lines(b"").count(), 0);
    }
}
