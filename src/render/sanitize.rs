use std::borrow::Cow;

/// What is shown where a character has no picture of its own.
const REPLACEMENT: char = '\u{FFFD}';
/// What is shown for the end of a line.
const LINE_END: char = '⏎';

/// The text on one line, with everything that would steer a terminal, or hide or reorder what
/// people read, replaced by something they see.
///
/// Control characters become their pictures (`␛`), the ends of lines `⏎`, tabs a space; C1
/// controls, bidirectional marks and overrides and invisible characters become `�`. The joiners
/// that emoji and some scripts need stay.
#[must_use]
pub fn sanitize(text: &str) -> Cow<'_, str> {
    if !hides(text) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        // A line that ends in the Windows way ends once.
        if character == '\r' && characters.peek() == Some(&'\n') {
            continue;
        }
        shown.push(picture(character));
    }
    Cow::Owned(shown)
}

/// The text line by line as [`sanitize`] shows it.
#[must_use]
pub fn sanitize_lines(text: &str) -> String {
    text.lines().map(sanitize).collect::<Vec<_>>().join("\n")
}

/// Whether a character must not be passed on as it is.
pub(super) fn is_hidden(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1F}'
            | '\u{7F}'..='\u{9F}'
            | '\u{AD}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'
            | '\u{200E}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// Whether the text has a character that [`is_hidden`].
pub(super) fn hides(text: &str) -> bool {
    // Long reports ask this of every text. Few, Japanese ones included, have any such byte.
    any_byte(text.as_bytes(), may_be_hidden) && text.chars().any(is_hidden)
}

/// Whether the UTF-8 of a character that [`is_hidden`] may begin with this byte.
#[expect(clippy::needless_bitwise_bool, reason = "lazy operators keep it from many bytes at once")]
pub(super) const fn may_be_hidden(byte: u8) -> bool {
    (byte < 0x20)
        | (byte == 0x7F)
        | (byte == 0xC2)
        | (byte == 0xD8)
        | (byte == 0xE1)
        | (byte == 0xE2)
        | (byte == 0xEF)
        | (byte == 0xF3)
}

/// Whether there is such a byte. Without a way out early, sixteen are looked at at once.
pub(super) fn any_byte(bytes: &[u8], such: impl Fn(u8) -> bool) -> bool {
    let Some(last) = bytes.last_chunk::<16>() else { return bytes.iter().any(|&byte| such(byte)) };
    let mut found = [false; 16];
    for block in bytes.as_chunks::<16>().0.iter().chain([last]) {
        for (found, &byte) in found.iter_mut().zip(block) {
            *found |= such(byte);
        }
    }
    found.contains(&true)
}

/// What is shown for a character.
fn picture(character: char) -> char {
    match character {
        '\t' => ' ',
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => LINE_END,
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or(REPLACEMENT),
        '\u{7F}' => '␡',
        hidden if is_hidden(hidden) => REPLACEMENT,
        seen => seen,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown_instead() {
        assert_eq!(sanitize("\u{1B}[31mred\u{7}"), "␛[31mred␇");
        assert_eq!(sanitize("\u{9B}2J"), "\u{FFFD}2J");
        assert_eq!(sanitize("a\r\nb\nc\rd\te"), "a⏎b⏎c⏎d e");
        assert_eq!(sanitize("invoice\u{202E}fdp.exe"), "invoice\u{FFFD}fdp.exe");
        assert_eq!(sanitize("\u{FEFF}\u{200B}id"), "\u{FFFD}\u{FFFD}id");
    }

    #[test]
    fn ordinary_text_stays_as_it_is() {
        for text in ["ディスク使用率 95%", "👩\u{200D}💻", "naïve – café", "Ａ社　監視"] {
            assert!(matches!(sanitize(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn every_hidden_character_is_found_by_its_first_byte() {
        for character in ('\0'..=char::MAX).filter(|&character| is_hidden(character)) {
            assert!(hides(character.encode_utf8(&mut [0; 4])), "{character:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left(text in any::<String>()) {
            let shown = sanitize(&text);
            prop_assert!(!shown.chars().any(is_hidden));
            prop_assert!(!shown.chars().any(char::is_control));
            prop_assert_eq!(sanitize(&shown), shown.as_ref());
        }
    }
}
