use std::fmt::Display;

use super::texts;

texts! {
    /// Causes, teams, requests and the ledger of a policy.
    pub(crate) struct Words;
    requests: en "Requests and the ledger", ja "■ 改善依頼と台帳";
    drafts(drafts: &dyn Display): en "  Folder of the drafts: {drafts}", ja "  下書きのフォルダー: {drafts}";
    reply_within(span: &dyn Display): en "  An answer is wanted within {span}", ja "  回答を待つ期間: 依頼から {span}";
    template(template: &dyn Display):
        en "  Template of the requests: {template}",
        ja "  改善依頼のテンプレート: {template}";
    ledger(ledger: &dyn Display): en "  Ledger: {ledger}", ja "  台帳: {ledger}";
    causes: en "Causes (why a response was slow)", ja "■ 原因の分類（対応がなぜ遅れたか）";
    none: en "  None are listed.", ja "  定めていない。";
    required: en "a fix is required", ja "修正が必要";
    not_required: en "no fix is required", ja "修正は不要";
    review: en "a person decides whether to fix it", ja "修正要否の判断待ち（人が判断する）";
    cause(title: &dyn Display, id: &dyn Display, fix: &dyn Display):
        en "  {title} ({id}): {fix}",
        ja "  {title}（{id}）: {fix}";
    improvement(line: &dyn Display): en "    asked for: {line}", ja "    改善依頼: {line}";
    owner(owner: &dyn Display): en "    remedy by: {owner}", ja "    対処の担当: {owner}";
    teams: en "Teams (the first that matches is asked)", ja "■ 改善依頼の宛先（最初に当てはまったチーム）";
    every_incident: en "every incident", ja "すべてのインシデント";
    contact(contact: &dyn Display): en ", contact {contact}", ja "、連絡先 {contact}";
    team(number: &dyn Display, title: &dyn Display, id: &dyn Display, when: &dyn Display, contact: &dyn Display):
        en "  {number}. {title} ({id}): {when}{contact}",
        ja "  {number}. {title}（{id}）: {when}{contact}";
}
