use super::texts;

texts! {
    /// What a proposed policy says that a person should look at, in the language of the policy.
    pub(crate) struct Words;
    unsure(doubt: &str): en "unsure: {doubt}", ja "要確認: {doubt}";
    /// The column and what it was meant for.
    left_out_column(column: &str, name: &str):
        en "column {column} was left out: it can't be `{name}`",
        ja "列 {column} は `{name}` にできないため、省きました";
    left_out_severity(severity: &str):
        en "severity {severity} was left out: it can't be told from the others",
        ja "重大度 {severity} はほかと区別できないため、省きました";
    nothing_after_opened:
        en "no column of a stage after `opened` was found, so that nothing can be judged yet",
        ja "`opened` より後の段階の列が見つからず、まだ何も判定できません";
    /// The stage that is measured instead.
    no_response_or_recovery(stage: &str):
        en "neither a response nor a recovery was found; the objective goes to `{stage}`",
        ja "一次対応も復旧も見つからないため、SLO は `{stage}` までとしました";
}
