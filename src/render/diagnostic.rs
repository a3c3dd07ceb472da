//! Faults as people see them on a terminal: the line, what is at fault underlined, and help.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Shown, Renderer, Snippet};

use super::sanitize::is_hidden;
use crate::diagnostic::{Diagnostic, Level};
use crate::words;

/// Shows faults in `source_text`, the file they were found in, with an empty line between them.
/// Long lines of the file are cut to `width` columns; control characters of the file are shown as
/// visible signs.
#[must_use]
pub fn diagnostics(faults: &[Diagnostic], source_text: &str, colour: bool, width: usize) -> String {
    let source = harmless(source_text);
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(width.max(40));
    let mut shown = String::new();
    for (place, fault) in faults.iter().enumerate() {
        if place > 0 {
            shown.push('\n');
        }
        shown.push_str(&renderer.render(&[group(fault, &source)]));
        shown.push('\n');
    }
    shown
}

fn group<'s>(fault: &'s Diagnostic, source: &'s str) -> Group<'s> {
    let level = match fault.level {
        Level::Error => Shown::ERROR.with_name(words::diagnostics::error()),
        Level::Warning => Shown::WARNING.with_name(words::diagnostics::warning()),
    };
    let further = fault
        .further
        .iter()
        .map(|label| AnnotationKind::Context.span(within(source, &label.span)).label(harmless(&label.text)));
    let primary = AnnotationKind::Primary
        .span(within(source, &fault.primary.span))
        .label(harmless(&fault.primary.text));
    let snippet = Snippet::source(source)
        .path(harmless(&fault.path.to_string_lossy()))
        .annotation(primary)
        .annotations(further);
    let group = level.primary_title(harmless(&fault.message)).id(fault.code.id()).element(snippet);
    match &fault.help {
        Some(help) => {
            group.element(Shown::HELP.with_name(words::diagnostics::help()).message(harmless(help)))
        }
        None => group,
    }
}

/// A stretch that can be underlined: inside the text, at whole characters, and no further than
/// the first line, since what follows says nothing more.
fn within(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start);
    let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
    let line = text[start..end].find('\n').map_or(end, |newline| start + newline);
    start..line
}

/// The text with each character that a terminal would act on replaced by a visible one of the
/// same length in bytes, so that every place in it stays where it is.
fn harmless(text: &str) -> String {
    let mut chars = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    while let Some(char) = chars.next() {
        shown.push(match char {
            '\n' | '\t' => char,
            '\r' if chars.peek() == Some(&'\n') => char,
            _ if !is_hidden(char) => char,
            _ => match char.len_utf8() {
                1 => '?',
                2 => '¿',
                3 => '\u{fffd}',
                _ => '🛇',
            },
        });
    }
    shown
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diagnostic::{Code, Label};

    fn fault(span: Range<usize>) -> Diagnostic {
        let mut fault = Diagnostic::error(
            Code::UnknownKey,
            "unknown key `b`",
            "slo.toml",
            Label::new(span, "nothing has this key"),
        );
        fault.further.push(Label::new(0..1, "first"));
        fault.help = Some("did you mean `a`?".to_owned());
        fault
    }

    #[test]
    fn a_fault_shows_its_line_underlined_with_help() {
        let shown = diagnostics(&[fault(6..7)], "a = 1\nb = \"全角\"\n", false, 80);
        let expected = "\
error[unknown-key]: unknown key `b`
 --> slo.toml:2:1
  |
1 | a = 1
  | - first
2 | b = \"全角\"
  | ^ nothing has this key
  |
  = help: did you mean `a`?
";
        assert_eq!(shown, expected);
    }

    #[test]
    fn colour_is_used_only_on_demand() {
        assert!(diagnostics(&[fault(6..7)], "a = 1\nb = 2\n", true, 80).contains('\u{1b}'));
        assert!(!diagnostics(&[fault(6..7)], "a = 1\nb = 2\n", false, 80).contains('\u{1b}'));
    }

    #[test]
    fn control_characters_never_reach_the_terminal() {
        let text = "a = \"\u{1b}]0;x\u{7}\u{9b}31m\u{202e}\" # \r\u{feff}\r\nb = 2\r\n";
        let mut hostile = fault(0..text.len());
        hostile.message = "x\u{1b}[2J\u{9b}".to_owned();
        hostile.path = "slo\u{1b}[2J\n.toml".into();
        let shown = diagnostics(&[hostile], text, false, 80);
        assert!(!shown.chars().any(|char| char.is_control() && char != '\n'), "{shown:?}");
        assert!(!shown.contains('\u{202e}'));
    }

    #[test]
    fn places_outside_the_text_or_inside_a_character_do_no_harm() {
        for text in ["", "全", "a = 1"] {
            for span in [0..0, 1..2, 0..99, 50..60, Range { start: 3, end: 1 }] {
                assert!(diagnostics(&[fault(span)], text, false, 80).contains("unknown key"));
            }
        }
    }

    proptest! {
        #[test]
        fn any_places_in_any_text_can_be_shown(
            text in "[a全\u{1b}\u{301}\u{e0041}\t \r\n]{0,40}",
            places in prop::collection::vec((0..120_usize, 0..40_usize, "[a\n\u{9b}]{0,3}"), 1..5),
            width in 0..100_usize,
        ) {
            let mut labels = places.into_iter().map(|(start, length, text)| Label::new(start..start + length, text));
            let mut fault = fault(0..0);
            fault.primary = labels.next().unwrap();
            fault.further = labels.collect();
            let shown = diagnostics(&[fault], &text, false, width);
            prop_assert!(!shown.chars().any(|char| char.is_control() && char != '\n'), "{shown:?}");
        }
    }
}
