use serde::Serialize;

use super::mark::unmarked;
use crate::render::RenderError;
use crate::render::json::write_line;

/// A request as a tracker takes it: what stands in its draft, people's edits included.
#[derive(Clone, Copy, Debug)]
pub struct Handover<'a> {
    /// The name of the request.
    pub request: &'a str,
    /// How far it got, as a word of the ledger.
    pub status: &'static str,
    /// The team by its name in the policy.
    pub team: &'a str,
    /// How to reach it.
    pub contact: Option<&'a str>,
    /// The file, relative to the policy.
    pub draft: &'a str,
    /// What stands in it.
    pub text: &'a str,
}

#[derive(Serialize)]
struct Line<'a> {
    request: &'a str,
    status: &'static str,
    team: &'a str,
    contact: Option<&'a str>,
    draft: &'a str,
    title: String,
    body: String,
}

/// One line of JSON with a title and a body: the draft's first heading without its markup, and all
/// that stands below it, but for the program's own marks. A draft that doesn't begin with a heading has the request's name for a
/// title.
pub fn handover_line(handover: &Handover<'_>, out: &mut Vec<u8>) -> Result<(), RenderError> {
    let &Handover { request, status, team, contact, draft, text } = handover;
    let (heading, body) = split(text);
    let body = unmarked(body);
    let title = heading.map_or_else(|| request.to_owned(), plain);
    write_line(&Line { request, status, team, contact, draft, title, body }, out)
}

/// The heading that a text begins with, and what stands below it.
fn split(text: &str) -> (Option<&str>, &str) {
    let text = text.trim_start();
    match text.strip_prefix("# ") {
        Some(rest) => {
            let (heading, body) = rest.split_once('\n').unwrap_or((rest, ""));
            (Some(heading.trim()), body.trim_start_matches(['\r', '\n']))
        }
        None => (None, text),
    }
}

/// A heading without the backslashes and joiners that keep it from meaning something in Markdown.
fn plain(heading: &str) -> String {
    let mut text = String::with_capacity(heading.len());
    let mut signs = heading.chars().filter(|sign| *sign != '\u{2060}').peekable();
    while let Some(sign) = signs.next() {
        match (sign, signs.peek()) {
            ('\\', Some(next)) if next.is_ascii_punctuation() => text.extend(signs.next()),
            _ => text.push(sign),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::render::{markdown_escape, sanitize};

    #[test]
    fn a_draft_is_a_title_and_a_body() {
        assert_eq!(split("# a \\# b\r\n\r\nc\n"), (Some("a \\# b"), "c\n"));
        assert_eq!(split("\n# a"), (Some("a"), ""));
        assert_eq!(split("a\n# b\n"), (None, "a\n# b\n"));
        assert_eq!(split("## a\nb"), (None, "## a\nb"));
    }

    proptest! {
        #[test]
        fn a_title_says_what_was_escaped(text in "[ -~ぁ-ん「」@]{0,40}") {
            prop_assume!(!text.contains('\u{2060}'));
            prop_assert_eq!(plain(&markdown_escape(&text)), sanitize(&text));
        }
    }
}
