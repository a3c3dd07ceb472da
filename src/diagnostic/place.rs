use std::fmt;
use std::ops::Range;

/// A place in a text as people count it, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl Place {
    /// The place of a byte offset; the end of the text where the offset lies beyond it.
    #[must_use]
    pub fn of(text: &str, offset: usize) -> Self {
        let before = &text[..text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// The stretch of a line, from 1, without the white space around it, in bytes from the start of the
/// text. The end of the text where there is no such line.
#[must_use]
pub fn line_span(text: &str, line: usize) -> Range<usize> {
    let Some(found) = text.split('\n').nth(line.saturating_sub(1)) else { return text.len()..text.len() };
    let before: usize = text.split('\n').take(line.saturating_sub(1)).map(|line| line.len() + 1).sum();
    let from = before + (found.len() - found.trim_start().len());
    from..from + found.trim().len()
}

/// As `line:column`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_underlined_from_its_first_sign_to_its_last() {
        let text = "a = 1\r\n  \u{3000}二 = [ \r\n\n]";
        let line = |line| &text[line_span(text, line)];
        assert_eq!([line(1), line(2), line(3), line(4), line(5)], ["a = 1", "二 = [", "", "]", ""]);
        assert_eq!(line_span(text, 9), text.len()..text.len());
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let text = "一 = 1\r\n二三 = 2\n";
        assert_eq!(Place::of(text, 0).to_string(), "1:1");
        assert_eq!(Place::of(text, text.find('三').unwrap()).to_string(), "2:2");
        assert_eq!(Place::of(text, 9999).to_string(), "3:1");
        assert_eq!(Place::of(text, text.find('三').unwrap() + 1).to_string(), "2:2", "inside a character");
    }
}
