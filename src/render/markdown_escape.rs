use std::iter::Peekable;
use std::str::Chars;

use super::sanitize;

/// Keeps `@name` from calling someone and `a@b.c` from becoming a link: no reader of Markdown
/// looks through it, and it has no width.
const BREAK: char = '\u{2060}';

/// The text as Markdown that shows exactly this text: on one line, without markup, links, HTML,
/// mentions or the edges of table cells, wherever it is put.
///
/// Punctuation that can mean something gets a backslash. Bare URLs are taken apart the same way
/// (`https:\//`), and behind an `@` stands an invisible word joiner, since mentions are looked
/// for after the backslashes are gone.
#[must_use]
pub fn markdown_escape(text: &str) -> String {
    let text = sanitize(text);
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    let mut characters = text.chars().peekable();
    let mut before = None;
    while let Some(character) = characters.next() {
        if needs_backslash(character, before, &mut characters, &escaped) {
            escaped.push('\\');
        }
        escaped.push(character);
        if character == '@' && characters.peek().is_some_and(|next| next.is_alphanumeric()) {
            escaped.push(BREAK);
        }
        before = Some(character);
    }
    escaped
}

/// Whether a character would mean something where it stands.
fn needs_backslash(
    character: char,
    before: Option<char>,
    rest: &mut Peekable<Chars<'_>>,
    written: &str,
) -> bool {
    let begins = before.is_none();
    let ends_word = rest.peek().is_none_or(|next| next.is_whitespace());
    match character {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '$' | '#' | '!' | '{' | '}' => {
            true
        }
        // The slashes of a URL.
        '/' => before == Some(':'),
        // A list, a rule, the underline of a heading; in a table the line below the header.
        '-' | '+' | '=' | ':' if begins => true,
        // `1.` and `1)` begin a list, `www.` a link.
        ')' => ends_word && number_only(written),
        '.' => (ends_word && number_only(written)) || ends_with_www(written),
        _ => false,
    }
}

fn number_only(written: &str) -> bool {
    !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit())
}

fn ends_with_www(written: &str) -> bool {
    let end = written.as_bytes();
    end.len() >= 3 && end[end.len() - 3..].eq_ignore_ascii_case(b"www")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn markup_is_taken_literally() {
        assert_eq!(markdown_escape("a|b"), r"a\|b");
        assert_eq!(markdown_escape("<script>&amp;"), r"\<script\>\&amp;");
        assert_eq!(markdown_escape("**b** _i_ `c`"), r"\*\*b\*\* \_i\_ \`c\`");
        assert_eq!(markdown_escape("[x](javascript:alert(1))"), r"\[x\](javascript:alert(1))");
        assert_eq!(markdown_escape("![i](http://x/y.png)"), r"\!\[i\](http:\//x/y.png)");
        assert_eq!(markdown_escape(r"a\|b"), r"a\\\|b");
    }

    #[test]
    fn nothing_becomes_a_link_or_calls_someone() {
        assert_eq!(markdown_escape("see https://evil.example"), r"see https:\//evil.example");
        assert_eq!(markdown_escape("WWW.evil.example"), r"WWW\.evil.example");
        assert_eq!(markdown_escape("@team"), "@\u{2060}team");
        assert_eq!(markdown_escape("a@b.c"), "a@\u{2060}b.c");
    }

    #[test]
    fn the_start_of_a_line_begins_no_block() {
        for (text, shown) in [
            ("# h", r"\# h"),
            ("- item", r"\- item"),
            ("+ item", r"\+ item"),
            ("> quote", r"\> quote"),
            ("1. item", r"1\. item"),
            ("12) item", r"12\) item"),
            ("--- ", r"\--- "),
            ("===", r"\==="),
        ] {
            assert_eq!(markdown_escape(text), shown);
        }
        assert_eq!(markdown_escape("one\n# two"), r"one⏎\# two");
    }

    #[test]
    fn plain_titles_stay_readable() {
        for text in ["ディスク使用率 95% (web-01.example.jp)", "CPU 1.5 over"] {
            assert_eq!(markdown_escape(text), text);
        }
    }

    proptest! {
        #[test]
        fn every_pipe_and_bracket_stands_behind_an_odd_number_of_backslashes(text in any::<String>()) {
            let escaped = markdown_escape(&text);
            let mut backslashes = 0;
            for character in escaped.chars() {
                if "|<>[]`*_&".contains(character) {
                    prop_assert!(backslashes % 2 == 1, "{escaped}");
                }
                backslashes = if character == '\\' { backslashes + 1 } else { 0 };
            }
            prop_assert!(!escaped.contains('\n'));
        }

        #[test]
        fn taking_the_escapes_away_gives_the_text_back(text in "[ -~]{0,40}") {
            let mut plain = String::new();
            let mut characters = markdown_escape(&text).replace(BREAK, "").chars().collect::<Vec<_>>().into_iter();
            while let Some(character) = characters.next() {
                plain.push(if character == '\\' { characters.next().unwrap() } else { character });
            }
            prop_assert_eq!(plain, text);
        }
    }
}
