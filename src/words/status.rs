use super::texts;
use crate::assess::Awaited;

texts! {
    /// The words of `slo status`.
    pub(crate) struct Words;
    as_of: en "as of", ja "基準日時";
    /// The instant that counts as now, and what was read.
    source(as_of: &str, zone: &str, ledger: &str):
        en "{as_of} ({zone}), ledger {ledger}",
        ja "{as_of} ({zone})、台帳 {ledger}";
    filters: en "filters", ja "絞り込み";
    nothing: en "nothing waits", ja "待っているものはありません";
    nothing_fits: en "nothing that fits waits", ja "絞り込みに当てはまるものは、何も待っていません";
    /// All that waits for this, in the overview.
    those(awaited: Awaited) -> &'static str: en english_those, ja japanese_those;
    stale: en "stale annotations", ja "無効になった記入";
    count: en "count", ja "件数";
    incidents: en "incidents", ja "インシデント";
    oldest: en "oldest", ja "最長";
    overdue: en "overdue", ja "期限超過";
    next: en "next", ja "次にすること";
    nothing_to_do: en "nothing: no breach any more", ja "なし（未達の取り消し）";
    by(property: &str): en "by {property}", ja "{property}別";
    shift: en "shift", ja "シフト";
    to_annotate: en "without cause", ja "原因未記入";
    to_decide: en "to decide", ja "要否判断待ち";
    to_request: en "to request", ja "依頼未作成";
    none: en "(none)", ja "（なし）";
    awaits: en "waits for", ja "待つもの";
    /// What one of them waits for, in a list.
    awaited(awaited: Awaited) -> &'static str: en english_awaited, ja japanese_awaited;
    incident: en "incident", ja "ID";
    objective: en "objective", ja "SLO";
    title: en "title", ja "件名";
    customer: en "customer", ja "顧客";
    cause: en "cause", ja "原因";
    over: en "over", ja "超過";
    waits: en "waits", ja "待ち時間";
    request: en "request", ja "依頼";
    team: en "team", ja "チーム";
    draft_or_due: en "draft, or answer due", ja "下書き・回答期限";
    due(at: &str): en "due {at}", ja "回答期限 {at}";
    overdue_by(length: &str): en "overdue by {length}", ja "回答期限を{length}超過";
    stale_heading: en "annotations of withdrawn breaches (not counted)", ja "未達が取り消され、無効になった記入（集計に入りません）";
    reason: en "reason", ja "理由";
    showing(shown: &str, all: &str):
        en "showing {shown} of {all}; --all for all",
        ja "{all} 件中 {shown} 件を表示（すべて見るには --all）";
}

fn english_those(awaited: Awaited) -> &'static str {
    match awaited {
        Awaited::Cause => "breaches without a cause",
        Awaited::Decision => "fixes to decide on",
        Awaited::Request => "fixes not requested",
        Awaited::Sending => "drafts not sent",
        Awaited::Answer => "requests not answered",
        Awaited::Completion => "requests not done",
    }
}

fn japanese_those(awaited: Awaited) -> &'static str {
    match awaited {
        Awaited::Cause => "原因が未記入の未達",
        Awaited::Decision => "修正要否の判断待ち",
        Awaited::Request => "改善依頼が未作成",
        Awaited::Sending => "改善依頼が未送付",
        Awaited::Answer => "改善依頼の回答待ち",
        Awaited::Completion => "改善依頼の完了待ち",
    }
}

fn english_awaited(awaited: Awaited) -> &'static str {
    match awaited {
        Awaited::Cause => "cause",
        Awaited::Decision => "decision",
        Awaited::Request => "request",
        Awaited::Sending => "sending",
        Awaited::Answer => "answer",
        Awaited::Completion => "completion",
    }
}

fn japanese_awaited(awaited: Awaited) -> &'static str {
    match awaited {
        Awaited::Cause => "原因の記入",
        Awaited::Decision => "要否の判断",
        Awaited::Request => "依頼の作成",
        Awaited::Sending => "依頼の送付",
        Awaited::Answer => "回答",
        Awaited::Completion => "完了",
    }
}
