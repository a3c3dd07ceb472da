use crate::domain::Language;

/// The words of one language. Those with values in them are functions.
pub(super) struct Words {
    pub(super) as_of: &'static str,
    pub(super) source: fn(as_of: &str, zone: &str) -> String,
    pub(super) none: &'static str,
    pub(super) request: &'static str,
    pub(super) status: &'static str,
    pub(super) team: &'static str,
    pub(super) cause: &'static str,
    pub(super) problem: &'static str,
    pub(super) incidents: &'static str,
    pub(super) age: &'static str,
    pub(super) next: &'static str,
    /// Who is to do what.
    pub(super) to_do: fn(who: &str, what: &str) -> String,
    pub(super) due: &'static str,
    pub(super) overdue_by: fn(length: &str) -> String,
    pub(super) file: &'static str,
    /// What would be done with a file.
    pub(super) deed: &'static str,
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
    none: "改善依頼はありません",
    request: "依頼",
    status: "状態",
    team: "チーム",
    cause: "原因",
    problem: "問題",
    incidents: "件数",
    age: "経過",
    next: "次にすること",
    to_do: |who, what| format!("{who}: {what}"),
    due: "回答期限",
    overdue_by: |length| format!("{length}超過"),
    file: "ファイル",
    deed: "処理",
};

const ENGLISH: Words = Words {
    as_of: "as of",
    source: |as_of, zone| format!("{as_of} ({zone})"),
    none: "there is no request",
    request: "request",
    status: "status",
    team: "team",
    cause: "cause",
    problem: "problem",
    incidents: "incidents",
    age: "age",
    next: "next",
    to_do: |who, what| format!("{who}: {what}"),
    due: "answer due",
    overdue_by: |length| format!("overdue by {length}"),
    file: "file",
    deed: "action",
};
