use unicode_width::UnicodeWidthChar;

/// Whether nothing of a text is seen: white space, control characters and what takes no room, such
/// as the zero width space and byte order marks that come along with what is copied.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    // These have a width: a soft hyphen is seen where a line ends, annotation marks are not at all.
    let is_unseen = |char: char| matches!(char, '\u{AD}' | '\u{FFF9}'..='\u{FFFB}');
    let is_wide = |char: char| char.width().is_some_and(|width| width > 0);
    let is_seen = |char: char| is_wide(char) && !char.is_whitespace() && !is_unseen(char);
    !text.chars().any(is_seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_no_text() {
        assert!(is_blank(""));
        let ranges = ['\0'..=' ', '\u{7F}'..='\u{A0}', '\u{200B}'..='\u{200F}', '\u{2028}'..='\u{202F}'];
        let more = [
            '\u{2060}'..='\u{206F}',
            '\u{FE00}'..='\u{FE0F}',
            '\u{FFF9}'..='\u{FFFB}',
            '\u{E0001}'..='\u{E007F}',
        ];
        let single = ['\u{AD}', '\u{61C}', '\u{180E}', '\u{3000}', '\u{3164}', '\u{FEFF}'];
        for char in ranges.into_iter().chain(more).flatten().chain(single) {
            assert!(is_blank(&format!(" {char}\u{200B}")), "{char:?}");
        }
    }

    #[test]
    fn one_sign_that_is_seen_is_a_text() {
        for text in ["x", "\u{200B}。", "原因", "👩\u{200D}💻", "か\u{3099}", "-", "ｱ"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }
}
