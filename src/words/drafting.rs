use std::fmt::Display;

use super::texts;

texts! {
    /// What `slo escalate --draft` says beside what it writes.
    pub(crate) struct Words;
    /// That a file tells of it already, and it is only recorded.
    kept(path: &dyn Display):
        en "`{path}` tells of it already and is left as it is; it is recorded in the ledger",
        ja "`{path}` にすでに書かれているため、ファイルには触れず、台帳に記録しました";
    /// That a request that was chosen by name is declined or done.
    is_over(request: &str, status: &str):
        en "{request} is `{status}`; nothing is written for it",
        ja "{request} は「{status}」のため、何も書きませんでした";
    /// That no breach of an open request is left.
    no_breach_left(request: &str):
        en "{request} has no breach left that calls for a fix; `slo escalate mark {request} declined` ends it",
        ja "{request} には、修正が必要な未達が残っていません。取りやめるには `slo escalate mark {request} declined`";
    /// That the draft of an open request was not there any more.
    was_gone(path: &dyn Display): en "`{path}` was gone and is written again", ja "`{path}` がなくなっていたため、書き直しました";
    /// That a draft which nobody edited was made anew.
    made_anew(path: &dyn Display):
        en "`{path}`, which nobody had edited, is made anew",
        ja "`{path}` は編集されていないため、作り直しました";
    /// That it was made anew with these incidents.
    made_anew_with(path: &dyn Display, incidents: &str):
        en "`{path}`, which nobody had edited, is made anew with what came since: {incidents}",
        ja "`{path}` は編集されていないため、その後の未達を含めて作り直しました: {incidents}";
    /// That these incidents were added to a draft that somebody edited.
    added_to(path: &dyn Display, incidents: &str):
        en "`{path}` was edited and keeps its text; what came since stands in a marked block at its end: {incidents}",
        ja "`{path}` は編集されているため、本文には触れず、その後の未達を末尾の追記欄に加えました: {incidents}";
    /// That these incidents were written beside a draft that was sent, or can't be added to.
    beside(request: &str, path: &dyn Display, incidents: &str):
        en "the draft of {request} is left as it is; what came since stands in a file of its own, `{path}`: {incidents}",
        ja "{request} の下書きには触れず、その後の未達を別のファイル `{path}` に書きました: {incidents}";
    /// That nothing came of an open request since it was written.
    nothing_came(request: &str): en "{request}: nothing new since it was written", ja "{request}: 前回から新しい未達はありません";
    /// That no team answers for these incidents.
    without_team(incidents: &str):
        en "no team of the policy answers for {incidents}; mend `when` of a team, or add one",
        ja "担当するチームがありません: {incidents}。ポリシーの teams の `when` を見直すか、チームを追加してください";
    /// That so many problems have fewer incidents than were asked for.
    fewer_incidents(problems: usize) -> String: en english_fewer_incidents, ja japanese_fewer_incidents;
    /// That there is nothing new to ask for.
    no_request:
        en "no new request: no annotated breach calls for a fix that isn't asked for already",
        ja "新しい改善依頼はありません。修正が必要と記入された未達は、すべて依頼済みです";
    /// That there is nothing new to ask for in what was chosen.
    no_request_chosen: en "no new request among what you chose", ja "絞り込んだ中に、新しく依頼するものはありません";
}

fn english_fewer_incidents(problems: usize) -> String {
    match problems {
        1 => "1 problem has fewer incidents than --min-incidents and is left out".to_owned(),
        _ => format!("{problems} problems have fewer incidents than --min-incidents and are left out"),
    }
}

fn japanese_fewer_incidents(problems: usize) -> String {
    format!("件数が --min-incidents に満たない問題が {problems} 件あり、依頼にしていません")
}
