//! Writing TOML: whatever a text holds, what is written here can be read back.

use std::fmt::Write;

/// A text in double quotes.
pub(super) fn string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for char in text.chars() {
        match char {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            _ if char.is_control() || is_deceptive(char) => {
                // Writing to a string can't fail.
                let _ = write!(quoted, "\\U{:08X}", u32::from(char));
            }
            _ => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}

/// Texts as a list.
pub(super) fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let texts: Vec<_> = texts.into_iter().map(string).collect();
    format!("[{}]", texts.join(", "))
}

/// A key: bare where it can be.
pub(super) fn key(name: &str) -> String {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if !name.is_empty() && name.bytes().all(bare) { name.to_owned() } else { string(name) }
}

/// The text of a comment: one line of at most a hundred characters.
pub(super) fn comment(text: &str) -> String {
    one_line(text, 100)
}

/// The text of a comment that stands beside another: at most forty characters.
pub(super) fn short_comment(text: &str) -> String {
    one_line(text, 40)
}

fn one_line(text: &str, most: usize) -> String {
    let line = |char: char| if char.is_control() || is_deceptive(char) { ' ' } else { char };
    let mut shown: String = text.chars().take(most).map(line).collect();
    if text.chars().nth(most).is_some() {
        shown.push('…');
    }
    shown.trim().to_owned()
}

/// Characters that make a line read other than it is.
const fn is_deceptive(char: char) -> bool {
    matches!(
        char,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}
