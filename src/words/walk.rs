use super::texts;
use crate::domain::Fix;

texts! {
    /// What `slo annotate` says when it asks.
    pub(crate) struct Words;
    // The questions.
    cause: en "cause", ja "原因";
    reason: en "reason", ja "理由";
    /// Asks for what would help.
    improvement: en "what would help (optional)", ja "改善案（任意）";
    fix: en "is a fix needed", ja "修正要否";
    // The answers.
    fix_answer(fix: Fix) -> &'static str: en english_answer, ja japanese_answer;
    /// That an answer is what the cause leads to.
    by_default: en " (the cause's default)", ja "（この原因の既定）";
    /// What a cause leads to, beside it in the list.
    leads_to(fix: Fix) -> &'static str: en english_leads_to, ja japanese_leads_to;
    /// Leaves an incident as it is.
    skip: en "↓ skip this one", ja "↓ この件を飛ばす";
    /// Goes to the incident before.
    back: en "↑ back to the one before", ja "↑ 前の件に戻る";
    /// Has the questions asked again.
    again: en "↺ start again with the cause", ja "↺ 原因から選び直す";
    /// What stands behind a question that wasn't answered.
    left: en "(left)", ja "（中止）";
    // What is said beside them.
    /// Which keys do what in a list that can be searched.
    search_help:
        en "↑↓ to move, type to search, Enter to choose, Esc to leave without writing",
        ja "↑↓ 選択、文字を入力して検索、Enter 決定、Esc 記入せずに終了";
    /// Which keys do what in a line of text.
    line_help: en "Enter to go on, Esc to leave without writing", ja "Enter 決定、Esc 記入せずに終了";
    /// Which keys do what in a line of text with suggestions.
    suggestion_help:
        en "↓ for what was written before, Enter to go on, Esc to leave without writing",
        ja "↓ で以前の文を選択、Enter 決定、Esc 記入せずに終了";
    /// That a line can't be empty.
    empty: en "say in a sentence why the response took so long", ja "対応が遅れた理由を一文で書いてください";
    /// That what is said is about several incidents.
    about_all(count: usize): en "one answer for these {count}", ja "次の {count} 件に同じ内容を記入します";
    /// That somebody wrote about an incident while the person was asked.
    written_meanwhile(incident: &str, by: &str):
        en "{incident}: {by} wrote about it meanwhile; look at that and answer again",
        ja "{incident}: 入力中に {by} さんが記入しました。内容を確かめて、もう一度お答えください";
    /// That what was written before was taken back while the person was asked.
    retracted_meanwhile(incident: &str):
        en "{incident}: what stood was taken back meanwhile; answer again",
        ja "{incident}: 入力中に前の記入が取り消されました。もう一度お答えください";
    /// That the breach of an incident was withdrawn while the person was asked.
    withdrawn(incident: &str):
        en "{incident}: its breach was withdrawn meanwhile; nothing was written about it",
        ja "{incident}: 入力中に SLO 未達が取り消されたため、記入しませんでした";
    /// What came of a walk.
    summary(written: usize, left: usize):
        en "{written} written, {left} left as they are",
        ja "記入 {written} 件、未記入のまま {left} 件";
    /// That the person left before anything was written.
    nothing_written: en "nothing was written", ja "何も記入しませんでした";
}

fn english_answer(fix: Fix) -> &'static str {
    match fix {
        Fix::Required => "yes",
        Fix::NotRequired => "no",
        Fix::Review => "to be decided",
    }
}

fn japanese_answer(fix: Fix) -> &'static str {
    match fix {
        Fix::Required => "必要",
        Fix::NotRequired => "不要",
        Fix::Review => "判断待ち",
    }
}

fn english_leads_to(fix: Fix) -> &'static str {
    match fix {
        Fix::Required => "a fix is needed",
        Fix::NotRequired => "no fix is needed",
        Fix::Review => "to be decided",
    }
}

fn japanese_leads_to(fix: Fix) -> &'static str {
    match fix {
        Fix::Required => "修正が必要",
        Fix::NotRequired => "修正は不要",
        Fix::Review => "要否は判断待ち",
    }
}
