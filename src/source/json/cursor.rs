use serde::de::IgnoredAny;

use super::plain::plain_end;

/// A place in a JSON text that moves on as values are passed over. All that it passes was seen to be
/// JSON by the rules of `serde_json`, which also says what is wrong where something is.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

/// Something that is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NoJson;

/// How deep brackets are followed before `serde_json` takes over, which needs no stack for it.
const DEEPEST: usize = 32;

impl<'t> Cursor<'t> {
    /// At the beginning of `text`.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// Where it is.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// What was passed since `start`.
    #[inline]
    pub(super) fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The byte here; 0, which no JSON has, at the end.
    #[inline]
    pub(super) fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// Moves on behind white space, and tells the byte there.
    #[inline]
    pub(super) fn space(&mut self) -> u8 {
        loop {
            match self.byte() {
                b' ' | b'\t' | b'\n' | b'\r' => self.at += 1,
                byte => return byte,
            }
        }
    }

    /// Passes a byte, which stands here if `expected` does.
    #[inline]
    pub(super) fn pass(&mut self, expected: u8) -> Result<(), NoJson> {
        if self.byte() != expected {
            return Err(NoJson);
        }
        self.at += 1;
        Ok(())
    }

    /// Passes this text if it stands here.
    #[inline]
    pub(super) fn pass_text(&mut self, text: &str) -> bool {
        let here = self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(text.as_bytes()));
        if here {
            self.at += text.len();
        }
        here
    }

    /// Whether nothing but white space follows.
    pub(super) fn is_done(&mut self) -> bool {
        self.space() == 0 && self.at == self.text.len()
    }

    /// Passes the string that begins here, and tells whether it stands there as it is, without a
    /// backslash.
    #[inline]
    pub(super) fn string(&mut self) -> Result<bool, NoJson> {
        let bytes = self.text.as_bytes();
        self.pass(b'"')?;
        self.at = plain_end::<true>(bytes, self.at);
        if self.byte() == b'"' {
            self.at += 1;
            return Ok(true);
        }
        self.escaped()?;
        Ok(false)
    }

    /// The same, giving what stands between the quotes where that is the text itself.
    #[inline]
    pub(super) fn text(&mut self) -> Result<Option<&'t str>, NoJson> {
        let start = self.at;
        let plain = self.string()?;
        Ok(if plain { self.text.get(start + 1..self.at - 1) } else { None })
    }

    /// Passes the rest of a string from its first backslash on.
    fn escaped(&mut self) -> Result<(), NoJson> {
        let bytes = self.text.as_bytes();
        loop {
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => match bytes.get(self.at + 1) {
                    Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 2,
                    Some(b'u') => {
                        let digits = bytes.get(self.at + 2..self.at + 6).ok_or(NoJson)?;
                        if !digits.iter().all(u8::is_ascii_hexdigit) {
                            return Err(NoJson);
                        }
                        self.at += 6;
                    }
                    _ => return Err(NoJson),
                },
                _ => return Err(NoJson),
            }
            self.at = plain_end::<true>(bytes, self.at);
        }
    }

    /// Passes the value that begins here.
    #[inline]
    pub(super) fn value(&mut self) -> Result<(), NoJson> {
        self.value_within(0)
    }

    fn value_within(&mut self, depth: usize) -> Result<(), NoJson> {
        match self.byte() {
            b'"' => self.string().map(|_| ()),
            b'{' | b'[' if depth == DEEPEST => self.deep(),
            b'{' => self.object(depth + 1),
            b'[' => self.array(depth + 1),
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            _ => Err(NoJson),
        }
    }

    fn object(&mut self, depth: usize) -> Result<(), NoJson> {
        self.pass(b'{')?;
        if self.space() == b'}' {
            return self.pass(b'}');
        }
        loop {
            self.string()?;
            self.colon()?;
            self.value_within(depth)?;
            if !self.comma(b'}')? {
                return Ok(());
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<(), NoJson> {
        self.pass(b'[')?;
        if self.space() == b']' {
            return self.pass(b']');
        }
        loop {
            self.value_within(depth)?;
            if !self.comma(b']')? {
                return Ok(());
            }
        }
    }

    /// Passes the colon behind a key, up to the value.
    #[inline]
    pub(super) fn colon(&mut self) -> Result<(), NoJson> {
        self.space();
        self.pass(b':')?;
        self.space();
        Ok(())
    }

    /// Passes a comma, up to what follows it, or the bracket that closes; tells whether it was a
    /// comma.
    #[inline]
    pub(super) fn comma(&mut self, close: u8) -> Result<bool, NoJson> {
        if self.space() == close {
            return self.pass(close).map(|()| false);
        }
        self.pass(b',')?;
        self.space();
        Ok(true)
    }

    fn number(&mut self) -> Result<(), NoJson> {
        if self.byte() == b'-' {
            self.at += 1;
        }
        if self.byte() == b'0' {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.byte() == b'.' {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), b'e' | b'E') {
            self.at += 1;
            if matches!(self.byte(), b'+' | b'-') {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), NoJson> {
        let start = self.at;
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(NoJson) }
    }

    fn word(&mut self, word: &str) -> Result<(), NoJson> {
        if self.pass_text(word) { Ok(()) } else { Err(NoJson) }
    }

    fn deep(&mut self) -> Result<(), NoJson> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<IgnoredAny>();
        match values.next() {
            Some(Ok(_)) => {
                self.at += values.byte_offset();
                Ok(())
            }
            _ => Err(NoJson),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn passes(text: &str) -> bool {
        let mut cursor = Cursor::new(text);
        cursor.space();
        cursor.value().is_ok() && cursor.is_done()
    }

    #[test]
    fn what_is_json_is_told_as_serde_json_does() {
        let deep = |count: usize, with: &str| format!("{}{with}{}", "[".repeat(count), "]".repeat(count));
        let texts = [
            "",
            " ",
            "0",
            "-0",
            "00",
            "01",
            "-",
            "1.",
            "1.5",
            ".5",
            "1e5",
            "1e",
            "1E+5",
            "1e-",
            "1e999999",
            "+1",
            "true",
            "tru",
            "truex",
            "null",
            "nul",
            "\"\\ud800\"",
            "\"\\u12\"",
            "\"\\u12G4\"",
            "\"\\x\"",
            "\"\t\"",
            "\"\u{7f}\u{80}\"",
            "\"a",
            "\"a\\",
            "\"a\\\"",
            "{}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{,}",
            "{a:1}",
            "[1,]",
            "[,]",
            "[1 2]",
            "[1}",
            "{\"a\":1]",
            "[]]",
            "\u{a0}1",
            "1\u{c}",
            "\0",
            "1\0",
            "\"\0\"",
        ];
        for text in texts.into_iter().map(str::to_owned).chain([
            deep(31, "1"),
            deep(32, "1"),
            deep(33, "{\"a\":[]}"),
            deep(5000, "\"x\""),
            deep(40, "01"),
            format!("{}1", "[".repeat(40)),
        ]) {
            let expected = serde_json::from_str::<IgnoredAny>(&text).is_ok();
            assert_eq!(passes(&text), expected, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn any_text_is_taken_as_serde_json_takes_it(
            text in r#"([\[\]{},:" ]|"[a\\顧"]{0,3}"|"a":|\\u00|-?[01]\.?|e[-+]?1|true|null){0,12}"#,
        ) {
            prop_assert_eq!(passes(&text), serde_json::from_str::<IgnoredAny>(&text).is_ok(), "{}", text);
        }
    }
}
