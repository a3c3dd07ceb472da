use maud::{Escaper, Render};
use std::fmt::Write;

use crate::render::sanitize;

/// A text from outside: one line, with nothing in it that hides or reorders, escaped.
pub(super) struct Safe<'a>(pub(super) &'a str);

impl Render for Safe<'_> {
    fn render_to(&self, buffer: &mut String) {
        let text = sanitize(self.0);
        if text.chars().any(is_no_character) {
            let shown: String =
                text.chars().map(|c| if is_no_character(c) { '\u{FFFD}' } else { c }).collect();
            // Writing to a string doesn't fail.
            let _ = Escaper::new(buffer).write_str(&shown);
        } else {
            let _ = Escaper::new(buffer).write_str(&text);
        }
    }
}

/// Whether Unicode promises that it never is a character, which HTML doesn't allow.
fn is_no_character(character: char) -> bool {
    let code = u32::from(character);
    code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code)
}
