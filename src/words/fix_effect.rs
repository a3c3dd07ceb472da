use super::texts;
use crate::assess::FixOutcome;

texts! {
    /// The words of `slo escalate effect`.
    pub(crate) struct Words;
    as_of: en "as of", ja "基準日時";
    source(as_of: &str, zone: &str): en "{as_of} ({zone})", ja "{as_of} ({zone})";
    none: en "no request is done", ja "完了した改善依頼はありません";
    request: en "request", ja "依頼";
    cause: en "cause", ja "原因";
    problem: en "problem", ja "問題";
    done: en "done", ja "完了";
    days: en "days", ja "日数";
    before: en "before", ja "前";
    after: en "after", ja "後";
    effect: en "effect", ja "効果";
    outcome(outcome: FixOutcome) -> &'static str: en english_outcome, ja japanese_outcome;
    change(percent: i64): en "{percent:+} %", ja "{percent:+} %";
    recurred: en "Came back after the fix", ja "完了後の再発";
    /// How often the problem came back.
    came_back: en "came back", ja "再発";
    incident: en "incident", ja "ID";
    opened: en "opened", ja "発生";
    no_cause: en "(nothing written)", ja "（未記入）";
    and_more(rest: usize): en "and {rest} more", ja "ほか {rest} 件";
    /// What the numbers are.
    key:
        en "Incidents of the same problem in as many days before it was done as after: before and after are breached \
            incidents / all incidents (in brackets a day), a day is 24 hours. Fewer than 10 in all tell nothing, and fewer \
            than 10 breached ones before make no percentage.",
        ja "同じ問題のインシデントを、完了の前後の同じ日数で数えています。前と後は「SLO 未達の件数/全件数」\
            （かっこ内は一日あたり）、一日は 24 時間です。合わせて 10 件に満たなければ判断せず、前の未達が 10 件に満たなければ割合を出しません。";
    only_breached:
        en "The ledger knows only what missed its SLO; name the exports to count all incidents.",
        ja "台帳にあるのは SLO 未達だけです。全件数も数えるには、エクスポートを指定してください。";
    /// That so many days have no incident of any kind.
    empty_days(days: usize):
        en "The exports have no incident at all on up to {days} of these days: is one of them missing?",
        ja "エクスポートにインシデントが一件もない日が、多いもので {days} 日あります。抜けたファイルがないか確かめてください。";
}

fn english_outcome(outcome: FixOutcome) -> &'static str {
    match outcome {
        FixOutcome::TooEarly => "too early to tell",
        FixOutcome::TooFew => "too few to tell",
        FixOutcome::Fewer => "fewer",
        FixOutcome::Same => "the same",
        FixOutcome::More => "more",
    }
}

fn japanese_outcome(outcome: FixOutcome) -> &'static str {
    match outcome {
        FixOutcome::TooEarly => "まだ比較不可",
        FixOutcome::TooFew => "件数不足で判断不可",
        FixOutcome::Fewer => "減少",
        FixOutcome::Same => "変化なし",
        FixOutcome::More => "増加",
    }
}
