use crate::domain::Language;

/// The words of one language. Those with numbers in them are functions.
pub(super) struct Words {
    pub(super) as_of: &'static str,
    pub(super) nothing: &'static str,
    pub(super) unannotated: &'static str,
    pub(super) reviews: &'static str,
    pub(super) unrequested: &'static str,
    pub(super) drafts: &'static str,
    pub(super) stale: &'static str,
    /// A list's title with how many it has, and how many incidents those are where that differs.
    pub(super) heading: fn(title: &str, count: usize, incidents: Option<usize>) -> String,
    pub(super) more: fn(usize) -> String,
    pub(super) incident: &'static str,
    pub(super) objective: &'static str,
    pub(super) title: &'static str,
    pub(super) customer: &'static str,
    pub(super) cause: &'static str,
    pub(super) reason: &'static str,
    pub(super) over: &'static str,
    pub(super) waits: &'static str,
    pub(super) request: &'static str,
    pub(super) team: &'static str,
    pub(super) incident_count: &'static str,
    pub(super) draft: &'static str,
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
    nothing: "待っているものはありません",
    unannotated: "原因が未記入の SLO 未達",
    reviews: "修正要否の判断待ち",
    unrequested: "改善依頼をまだ出していないもの",
    drafts: "送っていない改善依頼の下書き",
    stale: "未達が取り消され、無効になった記入（集計に入りません）",
    heading: |title, count, incidents| {
        let incidents = incidents.map(|incidents| format!("（インシデント {incidents} 件）"));
        format!("{title}: {count} 件{}", incidents.unwrap_or_default())
    },
    more: |rest| format!("ほか {rest} 件（すべて見るには --all）"),
    incident: "ID",
    objective: "SLO",
    title: "件名",
    customer: "顧客",
    cause: "原因",
    reason: "理由",
    over: "超過",
    waits: "待ち時間",
    request: "依頼",
    team: "チーム",
    incident_count: "件数",
    draft: "下書き",
};

const ENGLISH: Words = Words {
    as_of: "as of",
    nothing: "nothing waits",
    unannotated: "breaches without a cause",
    reviews: "fixes to decide on",
    unrequested: "fixes not requested",
    drafts: "drafts of requests not sent",
    stale: "annotations of withdrawn breaches (not counted)",
    heading: |title, count, incidents| {
        let incidents = incidents.map(|incidents| match incidents {
            1 => " (1 incident)".to_owned(),
            _ => format!(" ({incidents} incidents)"),
        });
        format!("{title}: {count}{}", incidents.unwrap_or_default())
    },
    more: |rest| format!("and {rest} more; --all for all"),
    incident: "incident",
    objective: "objective",
    title: "title",
    customer: "customer",
    cause: "cause",
    reason: "reason",
    over: "over",
    waits: "waits",
    request: "request",
    team: "team",
    incident_count: "incidents",
    draft: "draft",
};
