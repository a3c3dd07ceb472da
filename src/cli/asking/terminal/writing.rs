use super::line::{Edit, Line, Reach, Side};
use super::press::Press;
use crate::domain::normal;

/// A line that is written, with lines below it that can be taken over.
pub(super) struct Writing<'a> {
    pub(super) line: Line,
    suggestions: &'a [String],
    /// The one that is chosen among those that fit.
    chosen: Option<usize>,
}

impl<'a> Writing<'a> {
    pub(super) fn new(initial: &str, suggestions: &'a [String]) -> Self {
        Self { line: Line::new(initial), suggestions, chosen: None }
    }

    /// What is answered by Enter.
    pub(super) fn text(&self) -> String {
        self.suggested().map_or_else(|| self.line.text(), str::to_owned)
    }

    /// The lines that fit what is written, and the place of the chosen one.
    pub(super) fn shown(&self) -> (Vec<&'a str>, Option<usize>) {
        (self.fitting(), self.chosen)
    }

    pub(super) fn take(&mut self, press: Press) {
        match press {
            Press::Up | Press::PageUp => self.chosen = self.chosen.and_then(|at| at.checked_sub(1)),
            Press::Down | Press::PageDown => {
                let last = self.fitting().len().checked_sub(1);
                self.chosen = last.map(|last| self.chosen.map_or(0, |at| (at + 1).min(last)));
            }
            Press::Take => {
                if let Some(text) = self.suggested() {
                    self.line = Line::new(text);
                    self.chosen = None;
                }
            }
            Press::Home => self.line.apply(Edit::Move(Side::Left, Reach::All)),
            Press::End => self.line.apply(Edit::Move(Side::Right, Reach::All)),
            Press::Edit(edit) => {
                let before = self.line.text();
                self.line.apply(edit);
                if self.line.text() != before {
                    self.chosen = None;
                }
            }
            Press::Submit | Press::Leave => {}
        }
    }

    fn suggested(&self) -> Option<&'a str> {
        self.fitting().get(self.chosen?).copied()
    }

    fn fitting(&self) -> Vec<&'a str> {
        let typed = self.line.text();
        let wanted = normal(&typed);
        self.suggestions.iter().map(String::as_str).filter(|line| normal(line).contains(&*wanted)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggestion_is_taken_over_and_can_be_edited() {
        let suggestions = ["alpha".to_owned(), "beta".to_owned(), "alphabet".to_owned()];
        let mut writing = Writing::new("", &suggestions);
        writing.take(Press::Edit(Edit::Insert("ＡＬ".into())));
        assert_eq!(writing.shown(), (vec!["alpha", "alphabet"], None));
        writing.take(Press::Down);
        assert_eq!(writing.text(), "alpha");
        writing.take(Press::Down);
        writing.take(Press::Down);
        assert_eq!(writing.text(), "alphabet");
        writing.take(Press::Take);
        writing.take(Press::Edit(Edit::Delete(Side::Left, Reach::Letter)));
        assert_eq!(writing.text(), "alphabe");
        writing.take(Press::Down);
        writing.take(Press::Up);
        assert_eq!(writing.text(), "alphabe");
    }
}
