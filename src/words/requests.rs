use super::texts;

texts! {
    /// The words of `slo escalate` in its tables.
    pub(crate) struct Words;
    as_of: en "as of", ja "基準日時";
    source(as_of: &str, zone: &str): en "{as_of} ({zone})", ja "{as_of} ({zone})";
    none: en "there is no request", ja "改善依頼はありません";
    request: en "request", ja "依頼";
    status: en "status", ja "状態";
    team: en "team", ja "チーム";
    cause: en "cause", ja "原因";
    problem: en "problem", ja "問題";
    incidents: en "incidents", ja "件数";
    age: en "age", ja "経過";
    next: en "next", ja "次にすること";
    /// Who is to do what.
    to_do(who: &str, what: &str): en "{who}: {what}", ja "{who}: {what}";
    due: en "answer due", ja "回答期限";
    overdue_by(length: &str): en "overdue by {length}", ja "{length}超過";
    file: en "file", ja "ファイル";
    /// What would be done with a file.
    deed: en "action", ja "処理";
}
