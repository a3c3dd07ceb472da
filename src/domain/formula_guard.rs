use std::borrow::Cow;

/// The text with a quote before it if a spreadsheet would compute it. A text that begins with
/// quotes and then like a formula gets one more, so that [`unguarded`] gives back every text.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if needs_guard(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that [`guarded`] made this of.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| needs_guard(rest)).unwrap_or(text)
}

/// Whether a spreadsheet would compute the text, but for quotes before it. Japanese ones take
/// full-width signs too.
fn needs_guard(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    match text.as_bytes().first() {
        Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n') => true,
        Some(0xEF) => text.starts_with(['＝', '＋', '－', '＠']),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_spreadsheet_would_compute_gets_a_quote() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＠x", "\t=1", "'=1", "''+1"] {
            assert_eq!(guarded(formula), format!("'{formula}"));
        }
        for plain in ["", "a=1", "'", "'a", "1-2", "''a"] {
            assert_eq!(guarded(plain), plain);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "['=+@＝a\t-]{0,6}|.*") {
            let written = guarded(&text);
            prop_assert_eq!(unguarded(&written), &text);
        }

        #[test]
        fn what_is_written_never_begins_a_formula(text in "['=+@＝a\t-]{0,6}|.*") {
            prop_assert!(!guarded(&text).starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']));
        }
    }
}
