use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::ser::{Formatter, PrettyFormatter};

use crate::render::sanitize::{hides, is_hidden};

/// Pretty JSON in which characters that would steer a terminal or hide something are escaped,
/// beyond those that JSON asks for. A reader of JSON gets them back as they were.
pub(super) struct Escaping(PrettyFormatter<'static>);

impl Escaping {
    /// With two spaces for each level.
    pub(super) fn pretty() -> Self {
        Self(PrettyFormatter::new())
    }
}

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if !hides(fragment) {
            return writer.write_all(fragment.as_bytes());
        }
        let mut rest = fragment;
        while let Some((place, hidden)) = rest.char_indices().find(|&(_, character)| is_hidden(character)) {
            writer.write_all(&rest.as_bytes()[..place])?;
            for unit in hidden.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = &rest[place + hidden.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

/// JSON that was written elsewhere, with the characters escaped that [`Escaping`] escapes.
pub(in crate::render) fn escaped(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for character in json.chars() {
        // White space between the parts of JSON means nothing.
        if character.is_ascii_whitespace() {
            safe.push(' ');
        } else if is_hidden(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string doesn't fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(character);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Serialize;

    use super::*;

    fn written(text: &str) -> String {
        let mut bytes = Vec::new();
        text.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, Escaping::pretty())).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn what_steers_a_terminal_is_escaped() {
        assert_eq!(written("é\u{9B}2J\u{202E}\u{E0041}\u{1B}"), r#""é\u009b2J\u202e\udb40\udc41\u001b""#);
    }

    proptest! {
        #[test]
        fn every_text_comes_back_as_it_was(text in any::<String>()) {
            let json = written(&text);
            prop_assert!(!json.chars().any(is_hidden));
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
