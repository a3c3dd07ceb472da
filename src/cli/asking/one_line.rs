use crate::render::sanitize;

/// A text on one line, as it can be edited: a space where a line ends, otherwise as it is shown.
pub(in crate::cli) fn one_line(text: &str) -> String {
    let lines = text.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(str::trim);
    let filled: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    sanitize(&filled.join(" ")).into_owned()
}

/// What a person means by a line that began as [`one_line`] of one of these: if they left it as it
/// was, the text itself, with its lines.
pub(in crate::cli) fn unfolded<'a>(line: String, texts: impl IntoIterator<Item = &'a str>) -> String {
    texts.into_iter().find(|text| one_line(text) == line).map_or(line, str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_lines_become_spaces_and_never_signs() {
        for text in ["L1\nL2", " L1 \r\n\n L2\n", "L1\rL2", "L1\u{2028}L2"] {
            assert_eq!(one_line(text), "L1 L2");
        }
        assert_eq!(one_line("\u{1b}[31m"), "␛[31m");
    }

    #[test]
    fn an_unchanged_line_is_the_text_that_it_stands_for() {
        let texts = ["a\nb", "c\nd"];
        assert_eq!(unfolded("c d".into(), texts), "c\nd");
        assert_eq!(unfolded("c d e".into(), texts), "c d e");
    }
}
