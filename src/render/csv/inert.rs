use std::borrow::Cow;

use crate::domain::guarded;
use crate::render::sanitize;
use crate::render::sanitize::hides;

/// A text that no spreadsheet takes for a formula and no terminal for a command: a quote stands
/// before what begins like a formula, and control characters are shown instead of sent. The ends
/// of lines stay, as cells may have several.
#[must_use]
pub fn inert(text: &str) -> Cow<'_, str> {
    let guarded = guarded(text);
    if !hides(text) {
        return guarded;
    }
    let mut safe = String::with_capacity(guarded.len());
    for (place, line) in guarded.split('\n').enumerate() {
        if place > 0 {
            safe.push('\n');
        }
        safe.push_str(&sanitize(line.strip_suffix('\r').unwrap_or(line)));
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_begin_like_a_formula_are_texts() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＠x"] {
            assert_eq!(inert(formula), format!("'{formula}"));
        }
        assert_eq!(inert("\t=1"), "' =1");
        assert_eq!(inert("a=1"), "a=1");
    }

    #[test]
    fn cells_keep_their_lines_and_lose_their_control_characters() {
        assert_eq!(inert("one\r\ntwo\n=3"), "one\ntwo\n=3");
        assert_eq!(inert("\u{1B}[2Jx\u{202E}"), "␛[2Jx\u{FFFD}");
    }
}
