//! What could stand under a key that is missing, with what is to be filled in between angle brackets.

use super::messages;

messages! {
    column(key: &str): en "{key} = \"<column>\"", ja "{key} = \"<列>\"";
    columns(key: &str): en "{key} = [\"<column>\", \"<column>\"]", ja "{key} = [\"<列>\", \"<列>\"]";
    only_where():
        en "where = {{ column = \"<column>\", is = [\"<value>\"] }}",
        ja "where = {{ column = \"<列>\", is = [\"<値>\"] }}";
    is(): en "is = [\"<value>\"]", ja "is = [\"<値>\"]";
    any(): en "any = [\"<activity>\"]", ja "any = [\"<イベント>\"]";
    /// The value of `intervals`.
    intervals(): en "[{{ from = \"<column>\", to = \"<column>\" }}]", ja "[{{ from = \"<列>\", to = \"<列>\" }}]";
    activity(): en "activity = \"<column that says what happened>\"", ja "activity = \"<内容の列>\"";
    event_time(): en "at = \"<column that says when>\"", ja "at = \"<日時の列>\"";
    which(): en "which = \"<column that tells them apart>\"", ja "which = \"<障害と復旧を見分ける列>\"";
    recovery(): en "recovery = [\"<value in rows of recoveries>\"]", ja "recovery = [\"<復旧の行の値>\"]";
    refers(): en "refers = \"<column with the recovery's id>\"", ja "refers = \"<復旧の ID の列>\"";
    recovery_time(): en "at = \"<column of the recovery's time>\"", ja "at = \"<復旧の日時の列>\"";
    preset_title(): en "title = \"<tool: which export>\"", ja "title = \"<ツール: どのエクスポートか>\"";
    reason(): en "reason = \"planned maintenance CHG-1042\"", ja "reason = \"計画メンテナンス CHG-1042\"";
}
