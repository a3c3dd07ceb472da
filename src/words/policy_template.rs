use std::fmt::Debug;

use super::texts;

texts! {
    /// What a policy that `slo init` writes calls things, and what it leaves to a person. Its comments are
    /// in both languages at once and stand in the template.
    pub(crate) struct Words;
    /// What the policy is called where no export gives it a name.
    name: en "First-line SLO", ja "一次運用 SLO";
    // Titles of objectives.
    first_response: en "First response", ja "一次対応完了";
    acknowledgement: en "Acknowledgement", ja "受付";
    resolution: en "Resolution", ja "復旧";
    // What is unsure.
    unsure(doubt: &str): en "# unsure: {doubt}", ja "# 要確認: {doubt}";
    severity_left_out(severity: &dyn Debug):
        en "severity {severity:?} was left out: it can't be told from the others",
        ja "重大度 {severity:?} は、ほかのものと区別できないため使っていません";
    column_left_out(column: &dyn Debug, name: &str):
        en "column {column:?} was left out: it can't be `{name}`",
        ja "列 {column:?} は `{name}` にできないため使っていません";
    nothing_to_judge:
        en "no column of a stage after `opened` was found, so that nothing can be judged yet",
        ja "`opened` より後の段階の列が見つからず、判定できるものがありません";
    /// The objective goes to another stage than those that are usual.
    goes_to(stage: &str):
        en "neither a response nor a recovery was found; the objective goes to `{stage}`",
        ja "一次対応も復旧も見つからないため、SLO は `{stage}` までとしました";
}
