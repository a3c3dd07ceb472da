use crate::assess::FixOutcome;
use crate::domain::Language;

/// The words of one language. Those with values in them are functions.
pub(super) struct Words {
    pub(super) as_of: &'static str,
    pub(super) source: fn(as_of: &str, zone: &str) -> String,
    pub(super) none: &'static str,
    pub(super) request: &'static str,
    pub(super) cause: &'static str,
    pub(super) problem: &'static str,
    pub(super) done: &'static str,
    pub(super) days: &'static str,
    pub(super) before: &'static str,
    pub(super) after: &'static str,
    pub(super) effect: &'static str,
    pub(super) outcome: fn(FixOutcome) -> &'static str,
    pub(super) change: fn(percent: i64) -> String,
    pub(super) recurred: &'static str,
    /// How often the problem came back.
    pub(super) came_back: &'static str,
    pub(super) incident: &'static str,
    pub(super) opened: &'static str,
    pub(super) no_cause: &'static str,
    pub(super) and_more: fn(usize) -> String,
    /// What the numbers are.
    pub(super) key: &'static str,
    pub(super) only_breached: &'static str,
    /// That so many days have no incident of any kind.
    pub(super) empty_days: fn(usize) -> String,
}

impl Words {
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Japanese => &JAPANESE,
            Language::English => &ENGLISH,
        }
    }
}

const JAPANESE: Words = Words {
    as_of: "基準日時",
    source: |as_of, zone| format!("{as_of} ({zone})"),
    none: "完了した改善依頼はありません",
    request: "依頼",
    cause: "原因",
    problem: "問題",
    done: "完了",
    days: "日数",
    before: "前",
    after: "後",
    effect: "効果",
    outcome: |outcome| match outcome {
        FixOutcome::TooEarly => "まだ比較不可",
        FixOutcome::TooFew => "件数不足で判断不可",
        FixOutcome::Fewer => "減少",
        FixOutcome::Same => "変化なし",
        FixOutcome::More => "増加",
    },
    change: |percent| format!("{percent:+} %"),
    recurred: "完了後の再発",
    came_back: "再発",
    incident: "ID",
    opened: "発生",
    no_cause: "（未記入）",
    and_more: |rest| format!("ほか {rest} 件"),
    key: "同じ問題のインシデントを、完了の前後の同じ日数で数えています。前と後は「SLO 未達の件数/全件数」\
          （かっこ内は 1 日あたり）、1 日は 24 時間です。合わせて 10 件に満たなければ判断せず、前の未達が 10 件に満たなければ割合を出しません。",
    empty_days: |days| {
        format!(
            "エクスポートにインシデントが一件もない日が、多いもので {days} 日あります。抜けたファイルがないか確かめてください。"
        )
    },
    only_breached: "台帳にあるのは SLO 未達だけです。全件数も数えるには、エクスポートを指定してください。",
};

const ENGLISH: Words = Words {
    as_of: "as of",
    source: |as_of, zone| format!("{as_of} ({zone})"),
    none: "no request is done",
    request: "request",
    cause: "cause",
    problem: "problem",
    done: "done",
    days: "days",
    before: "before",
    after: "after",
    effect: "effect",
    outcome: |outcome| match outcome {
        FixOutcome::TooEarly => "too early to tell",
        FixOutcome::TooFew => "too few to tell",
        FixOutcome::Fewer => "fewer",
        FixOutcome::Same => "the same",
        FixOutcome::More => "more",
    },
    change: |percent| format!("{percent:+} %"),
    recurred: "Came back after the fix",
    came_back: "came back",
    incident: "incident",
    opened: "opened",
    no_cause: "(nothing written)",
    and_more: |rest| format!("and {rest} more"),
    key: "Incidents of the same problem in as many days before it was done as after: before and after are breached \
          incidents / all incidents (in brackets a day), a day is 24 hours. Fewer than ten in all tell nothing, and fewer than ten breached \
          ones before make no percentage.",
    empty_days: |days| {
        format!("The exports have no incident at all on up to {days} of these days: is one of them missing?")
    },
    only_breached: "The ledger knows only what missed its SLO; name the exports to count all incidents.",
};
