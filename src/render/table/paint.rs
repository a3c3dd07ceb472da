use anstyle::{AnsiColor, Style};

use crate::render::page::Tone;

/// Marks where a tone ends. All marks are invisible operators without width: a table can be laid
/// out with them in it, and none comes from an export, since `sanitize` takes them out.
const END: char = '\u{2064}';
/// The tones that have a colour, and the mark where each begins.
const BEGINNINGS: [(char, Tone, Style); 5] = [
    ('\u{2061}', Tone::Strong, Style::new().bold()),
    ('\u{2062}', Tone::Good, AnsiColor::Green.on_default()),
    ('\u{2063}', Tone::Bad, AnsiColor::Red.on_default()),
    ('\u{206A}', Tone::Warning, AnsiColor::Yellow.on_default()),
    ('\u{206B}', Tone::Faint, Style::new().dimmed()),
];

/// The text with the marks of its tone, to be made colours by [`paint`] after the layout.
pub(super) fn mark(text: &str, tone: Tone) -> String {
    match BEGINNINGS.iter().find(|(_, marked, _)| *marked == tone) {
        Some((begin, ..)) if !text.is_empty() => format!("{begin}{text}{END}"),
        _ => text.to_owned(),
    }
}

/// The line with colours in place of marks.
pub(super) fn paint(line: &str) -> String {
    let mut coloured = String::with_capacity(line.len() + 16);
    let mut open = Style::new();
    for character in line.chars() {
        if character == END {
            coloured.push_str(&open.render_reset().to_string());
        } else if let Some((.., style)) = BEGINNINGS.iter().find(|(begin, ..)| *begin == character) {
            open = *style;
            coloured.push_str(&open.render().to_string());
        } else {
            coloured.push(character);
        }
    }
    coloured
}

/// The text in the colour of its tone, if colours are wanted.
pub(super) fn painted(text: &str, tone: Tone, colour: bool) -> String {
    if colour { paint(&mark(text, tone)) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::render::sanitize;

    #[test]
    fn marks_have_no_width_and_cannot_come_from_an_export() {
        for (begin, ..) in BEGINNINGS {
            let mark = format!("{begin}{END}");
            assert_eq!(mark.width(), 0);
            assert!(!sanitize(&mark).contains([begin, END]));
        }
    }

    #[test]
    fn tones_become_colours() {
        assert_eq!(painted("late", Tone::Bad, true), "\u{1B}[31mlate\u{1B}[0m");
        assert_eq!(painted("late", Tone::Bad, false), "late");
        assert_eq!(painted("late", Tone::Plain, true), "late");
    }
}
