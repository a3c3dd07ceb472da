use crate::assess::Awaited;
use crate::domain::Language;
use crate::render::words::count;

/// The words of one language. Those with values in them are functions.
pub(super) struct Words {
    pub(super) as_of: &'static str,
    /// The instant that counts as now, and what was read.
    pub(super) source: fn(as_of: &str, zone: &str, ledger: &str) -> String,
    pub(super) filters: &'static str,
    pub(super) nothing: &'static str,
    pub(super) nothing_fits: &'static str,
    /// All that waits for this, in the overview.
    pub(super) those: fn(Awaited) -> &'static str,
    pub(super) stale: &'static str,
    pub(super) count: &'static str,
    pub(super) incidents: &'static str,
    pub(super) oldest: &'static str,
    pub(super) overdue: &'static str,
    pub(super) next: &'static str,
    pub(super) nothing_to_do: &'static str,
    pub(super) by: fn(property: &str) -> String,
    pub(super) shift: &'static str,
    pub(super) to_annotate: &'static str,
    pub(super) to_decide: &'static str,
    pub(super) to_request: &'static str,
    pub(super) none: &'static str,
    pub(super) awaits: &'static str,
    /// What one of them waits for, in a list.
    pub(super) awaited: fn(Awaited) -> &'static str,
    pub(super) incident: &'static str,
    pub(super) objective: &'static str,
    pub(super) title: &'static str,
    pub(super) customer: &'static str,
    pub(super) cause: &'static str,
    pub(super) over: &'static str,
    pub(super) waits: &'static str,
    pub(super) request: &'static str,
    pub(super) team: &'static str,
    pub(super) draft_or_due: &'static str,
    pub(super) due: fn(at: &str) -> String,
    pub(super) overdue_by: fn(length: &str) -> String,
    pub(super) stale_heading: &'static str,
    pub(super) reason: &'static str,
    pub(super) showing: fn(shown: usize, all: usize) -> String,
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
    source: |as_of, zone, ledger| format!("{as_of} ({zone})、台帳 {ledger}"),
    filters: "絞り込み",
    nothing: "待っているものはありません",
    nothing_fits: "絞り込みに当てはまるものは、何も待っていません",
    those: |awaited| match awaited {
        Awaited::Cause => "原因が未記入の未達",
        Awaited::Decision => "修正要否の判断待ち",
        Awaited::Request => "改善依頼が未作成",
        Awaited::Sending => "改善依頼が未送付",
        Awaited::Answer => "改善依頼の回答待ち",
        Awaited::Completion => "改善依頼の完了待ち",
    },
    stale: "無効になった記入",
    count: "件数",
    incidents: "インシデント",
    oldest: "最長",
    overdue: "期限超過",
    next: "次にすること",
    nothing_to_do: "なし（未達の取り消し）",
    by: |property| format!("{property}別"),
    shift: "シフト",
    to_annotate: "原因未記入",
    to_decide: "要否判断待ち",
    to_request: "依頼未作成",
    none: "（なし）",
    awaits: "待つもの",
    awaited: |awaited| match awaited {
        Awaited::Cause => "原因の記入",
        Awaited::Decision => "要否の判断",
        Awaited::Request => "依頼の作成",
        Awaited::Sending => "依頼の送付",
        Awaited::Answer => "回答",
        Awaited::Completion => "完了",
    },
    incident: "ID",
    objective: "SLO",
    title: "件名",
    customer: "顧客",
    cause: "原因",
    over: "超過",
    waits: "待ち時間",
    request: "依頼",
    team: "チーム",
    draft_or_due: "下書き・回答期限",
    due: |at| format!("回答期限 {at}"),
    overdue_by: |length| format!("回答期限を{length}超過"),
    stale_heading: "未達が取り消され、無効になった記入（集計に入りません）",
    reason: "理由",
    showing: |shown, all| {
        let [shown, all] = [shown, all].map(|number| count(number as u64));
        format!("{all} 件中 {shown} 件を表示（すべて見るには --all）")
    },
};

const ENGLISH: Words = Words {
    as_of: "as of",
    source: |as_of, zone, ledger| format!("{as_of} ({zone}), ledger {ledger}"),
    filters: "filters",
    nothing: "nothing waits",
    nothing_fits: "nothing that fits waits",
    those: |awaited| match awaited {
        Awaited::Cause => "breaches without a cause",
        Awaited::Decision => "fixes to decide on",
        Awaited::Request => "fixes not requested",
        Awaited::Sending => "drafts not sent",
        Awaited::Answer => "requests not answered",
        Awaited::Completion => "requests not done",
    },
    stale: "stale annotations",
    count: "count",
    incidents: "incidents",
    oldest: "oldest",
    overdue: "overdue",
    next: "next",
    nothing_to_do: "nothing: no breach any more",
    by: |property| format!("by {property}"),
    shift: "shift",
    to_annotate: "without cause",
    to_decide: "to decide",
    to_request: "to request",
    none: "(none)",
    awaits: "waits for",
    awaited: |awaited| match awaited {
        Awaited::Cause => "cause",
        Awaited::Decision => "decision",
        Awaited::Request => "request",
        Awaited::Sending => "sending",
        Awaited::Answer => "answer",
        Awaited::Completion => "completion",
    },
    incident: "incident",
    objective: "objective",
    title: "title",
    customer: "customer",
    cause: "cause",
    over: "over",
    waits: "waits",
    request: "request",
    team: "team",
    draft_or_due: "draft, or answer due",
    due: |at| format!("due {at}"),
    overdue_by: |length| format!("overdue by {length}"),
    stale_heading: "annotations of withdrawn breaches (not counted)",
    reason: "reason",
    showing: |shown, all| {
        let [shown, all] = [shown, all].map(|number| count(number as u64));
        format!("showing {shown} of {all}; --all for all")
    },
};
