use super::sanitize;
use crate::domain::{Fix, Language};

/// What `slo annotate` says when it asks.
#[derive(Clone, Copy, Debug)]
pub struct WalkWords(pub Language);

impl WalkWords {
    fn pick<T>(self, japanese: T, english: T) -> T {
        match self.0 {
            Language::Japanese => japanese,
            Language::English => english,
        }
    }

    /// Asks for the cause.
    #[must_use]
    pub fn cause(self) -> &'static str {
        self.pick("原因", "cause")
    }

    /// Asks for the reason.
    #[must_use]
    pub fn reason(self) -> &'static str {
        self.pick("理由", "reason")
    }

    /// Asks for what would help.
    #[must_use]
    pub fn improvement(self) -> &'static str {
        self.pick("改善案（任意）", "what would help (optional)")
    }

    /// Asks whether something must be fixed.
    #[must_use]
    pub fn fix(self) -> &'static str {
        self.pick("修正要否", "is a fix needed")
    }

    /// What a fix is called in a list of answers.
    #[must_use]
    pub fn fix_answer(self, fix: Fix) -> &'static str {
        match fix {
            Fix::Required => self.pick("必要", "yes"),
            Fix::NotRequired => self.pick("不要", "no"),
            Fix::Review => self.pick("判断待ち", "to be decided"),
        }
    }

    /// That an answer is what the cause leads to.
    #[must_use]
    pub fn by_default(self) -> &'static str {
        self.pick("（この原因の既定）", " (the cause's default)")
    }

    /// What a cause leads to, beside it in the list.
    #[must_use]
    pub fn leads_to(self, fix: Fix) -> &'static str {
        match fix {
            Fix::Required => self.pick("修正が必要", "a fix is needed"),
            Fix::NotRequired => self.pick("修正は不要", "no fix is needed"),
            Fix::Review => self.pick("要否は判断待ち", "to be decided"),
        }
    }

    /// Leaves an incident as it is.
    #[must_use]
    pub fn skip(self) -> &'static str {
        self.pick("↓ この件を飛ばす", "↓ skip this one")
    }

    /// Goes to the incident before.
    #[must_use]
    pub fn back(self) -> &'static str {
        self.pick("↑ 前の件に戻る", "↑ back to the one before")
    }

    /// Has the questions asked again.
    #[must_use]
    pub fn again(self) -> &'static str {
        self.pick("↺ 原因から選び直す", "↺ start again with the cause")
    }

    /// Which keys do what in a list that can be searched.
    #[must_use]
    pub fn search_help(self) -> &'static str {
        self.pick(
            "↑↓ 選択、文字を入力して検索、Enter 決定、Esc 記入せずに終了",
            "↑↓ to move, type to search, Enter to choose, Esc to leave without writing",
        )
    }

    /// Which keys do what in a line of text.
    #[must_use]
    pub fn line_help(self) -> &'static str {
        self.pick("Enter 決定、Esc 記入せずに終了", "Enter to go on, Esc to leave without writing")
    }

    /// Which keys do what in a line of text with suggestions.
    #[must_use]
    pub fn suggestion_help(self) -> &'static str {
        self.pick(
            "↓ で以前の文を選択、Enter 決定、Esc 記入せずに終了",
            "↓ for what was written before, Enter to go on, Esc to leave without writing",
        )
    }

    /// That a line can't be empty.
    #[must_use]
    pub fn empty(self) -> &'static str {
        self.pick("対応が遅れた理由を一文で書いてください", "say in a sentence why the response took so long")
    }

    /// That what is said is about several incidents.
    #[must_use]
    pub fn about_all(self, count: usize) -> String {
        self.pick(format!("次の {count} 件に同じ内容を記入します"), format!("one answer for these {count}"))
    }

    /// That somebody wrote about an incident while the person was asked.
    #[must_use]
    pub fn meanwhile(self, incident: &str, by: Option<&str>) -> String {
        let incident = sanitize(incident);
        match by.map(sanitize) {
            Some(by) => self.pick(
                format!(
                    "{incident}: 入力中に {by} さんが記入しました。内容を確かめて、もう一度お答えください"
                ),
                format!("{incident}: {by} wrote about it meanwhile; look at that and answer again"),
            ),
            None => self.pick(
                format!("{incident}: 入力中に前の記入が取り消されました。もう一度お答えください"),
                format!("{incident}: what stood was taken back meanwhile; answer again"),
            ),
        }
    }

    /// That the breach of an incident was withdrawn while the person was asked.
    #[must_use]
    pub fn withdrawn(self, incident: &str) -> String {
        let incident = sanitize(incident);
        self.pick(
            format!("{incident}: 入力中に SLO 未達が取り消されたため、記入しませんでした"),
            format!("{incident}: its breach was withdrawn meanwhile; nothing was written about it"),
        )
    }

    /// What came of a walk.
    #[must_use]
    pub fn summary(self, written: usize, left: usize) -> String {
        self.pick(
            format!("記入 {written} 件、未記入のまま {left} 件"),
            format!("{written} written, {left} left as they are"),
        )
    }

    /// What stands behind a question that wasn't answered.
    #[must_use]
    pub fn left(self) -> &'static str {
        self.pick("（中止）", "(left)")
    }

    /// That the person left before anything was written.
    #[must_use]
    pub fn nothing_written(self) -> &'static str {
        self.pick("何も記入しませんでした", "nothing was written")
    }
}
