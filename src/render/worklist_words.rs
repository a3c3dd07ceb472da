use super::sanitize;
use crate::domain::Language;
use crate::words::worklist::Words;

/// What became of the rows of a worklist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WorklistCounts {
    /// Those that were recorded.
    pub recorded: usize,
    /// Those among them that took the place of something that stood.
    pub replaced: usize,
    /// Those that say what stands already.
    pub unchanged: usize,
    /// Those that nobody filled in.
    pub not_filled_in: usize,
    /// Those that are wrong, and were not recorded.
    pub wrong: usize,
}

/// What became of the rows of the worklist at `path`.
#[must_use]
pub fn worklist_recorded(path: &str, counts: &WorklistCounts, language: Language) -> String {
    let words = Words::of(language);
    let WorklistCounts { recorded, replaced, unchanged, not_filled_in, wrong } = *counts;
    let done = match (replaced, wrong) {
        (0, 0) => (words.recorded)(recorded),
        (0, wrong) => (words.recorded_but)(recorded, wrong),
        (replaced, 0) => (words.replaced)(recorded, replaced),
        (replaced, wrong) => (words.replaced_but)(recorded, replaced, wrong),
    };
    (words.summary)(&sanitize(path), &done, unchanged, not_filled_in)
}

/// That a worklist was not recorded, as some rows are wrong; `right` others are not.
#[must_use]
pub fn nothing_recorded(right: usize, language: Language) -> String {
    (Words::of(language).nothing_recorded)(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_counted_and_what_did_not_happen_is_left_out() {
        let counts = WorklistCounts { recorded: 7, unchanged: 2, not_filled_in: 3, ..Default::default() };
        let told = |counts, language| worklist_recorded("a.csv", counts, language);
        assert_eq!(told(&counts, Language::English), "`a.csv`: 7 recorded; 2 unchanged, 3 not filled in");
        assert_eq!(
            told(&counts, Language::Japanese),
            "`a.csv`: 7 件を記入しました。変更なし 2 件、未記入 3 件"
        );
        let counts = WorklistCounts { replaced: 1, wrong: 4, ..counts };
        assert_eq!(
            told(&counts, Language::English),
            "`a.csv`: 7 recorded (1 in place of what stood), 4 not; 2 unchanged, 3 not filled in"
        );
        assert_eq!(
            told(&counts, Language::Japanese),
            "`a.csv`: 7 件（うち書き換え 1 件）を記入し、4 件は記入しませんでした。変更なし 2 件、未記入 3 件"
        );
    }
}
