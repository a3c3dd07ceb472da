use unicode_segmentation::UnicodeSegmentation;

/// A line of text that is being written, in two parts: the cursor stands between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) before: String,
    pub(super) after: String,
}

/// What happens to a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Edit {
    Insert(String),
    Move(Side, Reach),
    Delete(Side, Reach),
}

/// A side of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// How far from the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Letter,
    /// A word, with the spaces between it and the cursor.
    Word,
    All,
}

impl Line {
    /// A text with the cursor at its end.
    pub(super) fn new(text: &str) -> Self {
        Self { before: text.to_owned(), after: String::new() }
    }

    pub(super) fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    pub(super) fn apply(&mut self, edit: Edit) {
        match edit {
            Edit::Insert(text) => self.before.push_str(&text),
            Edit::Move(Side::Left, reach) => {
                let passed = self.before.split_off(left(&self.before, reach));
                self.after.insert_str(0, &passed);
            }
            Edit::Move(Side::Right, reach) => {
                let passed: String = self.after.drain(..right(&self.after, reach)).collect();
                self.before.push_str(&passed);
            }
            Edit::Delete(Side::Left, reach) => self.before.truncate(left(&self.before, reach)),
            Edit::Delete(Side::Right, reach) => drop(self.after.drain(..right(&self.after, reach))),
        }
    }
}

/// Where that begins which ends with the text.
fn left(text: &str, reach: Reach) -> usize {
    let last = match reach {
        Reach::Letter => text.grapheme_indices(true).next_back(),
        Reach::Word => text.trim_end().split_word_bound_indices().next_back(),
        Reach::All => None,
    };
    last.map_or(0, |(at, _)| at)
}

/// Where that ends which begins with the text.
fn right(text: &str, reach: Reach) -> usize {
    let spaces = text.len() - text.trim_start().len();
    match reach {
        Reach::Letter => text.graphemes(true).next().map_or(0, str::len),
        Reach::Word => spaces + text[spaces..].split_word_bounds().next().map_or(0, str::len),
        Reach::All => text.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(before: &str, after: &str, edit: Edit) -> String {
        let mut line = Line { before: before.into(), after: after.into() };
        line.apply(edit);
        format!("{}|{}", line.before, line.after)
    }

    #[test]
    fn a_letter_is_what_a_person_takes_for_one() {
        use Reach::Letter;
        use Side::{Left, Right};
        assert_eq!(edited("か\u{3099}", "x", Edit::Delete(Left, Letter)), "|x");
        assert_eq!(edited("a", "👩\u{200D}💻b", Edit::Delete(Right, Letter)), "a|b");
        assert_eq!(edited("夜間", "", Edit::Move(Left, Letter)), "夜|間");
        assert_eq!(edited("", "夜間", Edit::Move(Right, Letter)), "夜|間");
        assert_eq!(edited("", "", Edit::Delete(Left, Letter)), "|");
        assert_eq!(edited("", "", Edit::Move(Right, Letter)), "|");
    }

    #[test]
    fn words_end_at_spaces_and_where_the_script_changes() {
        use Reach::Word;
        use Side::{Left, Right};
        assert_eq!(edited("one two  ", "x", Edit::Delete(Left, Word)), "one |x");
        assert_eq!(edited("手順のアラート", "", Edit::Delete(Left, Word)), "手順の|");
        assert_eq!(edited("", "  one two", Edit::Delete(Right, Word)), "| two");
        assert_eq!(edited("one two", "", Edit::Move(Left, Word)), "one |two");
    }

    #[test]
    fn all_is_up_to_the_end() {
        use Reach::All;
        use Side::{Left, Right};
        assert_eq!(edited("ab", "cd", Edit::Delete(Left, All)), "|cd");
        assert_eq!(edited("ab", "cd", Edit::Delete(Right, All)), "ab|");
        assert_eq!(edited("ab", "cd", Edit::Move(Left, All)), "|abcd");
        assert_eq!(edited("ab", "cd", Edit::Move(Right, All)), "abcd|");
        assert_eq!(edited("ab", "cd", Edit::Insert("x".into())), "abx|cd");
    }
}
