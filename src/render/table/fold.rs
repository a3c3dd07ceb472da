use unicode_width::UnicodeWidthChar;

/// The text on lines of at most `width` columns. Breaks at spaces, and between characters that
/// need no space between words, as in Japanese; a longer word is broken where it must be.
pub(crate) fn fold(text: &str, width: Option<usize>) -> Vec<String> {
    /// The narrowest that is tried: below it nothing can be read anyway.
    const LEAST: usize = 16;
    let Some(width) = width.map(|width| width.max(LEAST)) else {
        return vec![text.to_owned()];
    };
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    // Where the line may be broken: how much stays on it.
    let mut chance = None;
    for character in text.chars() {
        let wide = character.width().unwrap_or(0);
        if line.chars().next_back().is_some_and(|last| parts(last, character)) {
            chance = Some(line.len());
        }
        if used + wide > width {
            let stays = chance.take().unwrap_or(line.len());
            let rest = line.split_off(stays);
            lines.push(line.trim_end().to_owned());
            rest.trim_start().clone_into(&mut line);
            used = line.chars().filter_map(UnicodeWidthChar::width).sum();
            if character == ' ' && line.is_empty() {
                continue;
            }
        }
        line.push(character);
        used += wide;
        if character == ' ' {
            chance = Some(line.len());
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// Whether a line may end between the two, which no space parts.
fn parts(last: char, next: char) -> bool {
    let ends = "、。，．：；）」』】〕".contains(last) && next != ' ';
    (next.width() == Some(2) || ends) && !may_not_begin(next) && !may_not_end(last)
}

/// Whether a line may not begin with this.
fn may_not_begin(character: char) -> bool {
    "、。，．・：；）」』】〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ".contains(character)
}

/// Whether a line may not end with this.
fn may_not_end(character: char) -> bool {
    "（「『【〔".contains(character)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn lines_break_at_spaces_and_between_japanese_characters() {
        assert_eq!(fold("one two three four five", Some(16)), ["one two three", "four five"]);
        assert_eq!(fold("これは長い文章です、たぶん。", Some(16)), ["これは長い文章で", "す、たぶん。"]);
        assert_eq!(fold("これは長い文章だ、たぶん。", Some(16)), ["これは長い文章", "だ、たぶん。"]);
        assert_eq!(fold("これは長い文だ（例えば", Some(16)), ["これは長い文だ", "（例えば"]);
        assert_eq!(fold("名前は、first, second", Some(16)), ["名前は、first,", "second"]);
        assert_eq!(fold("これは名前、unbroken", Some(16)), ["これは名前、", "unbroken"]);
        assert_eq!(fold("", Some(16)), [""]);
        assert_eq!(fold("as long as it is", None), ["as long as it is"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_nothing_is_lost(text in "[a-z 日本、]{0,80}", width in 16_usize..40) {
            let lines = fold(&text, Some(width));
            let dense = |text: &str| text.replace(' ', "");
            prop_assert!(lines.iter().all(|line| line.width() <= width), "{lines:?}");
            prop_assert_eq!(dense(&lines.concat()), dense(&text));
        }
    }
}
