use std::fmt::Display;

use super::messages;
use super::suggestion::did_you_mean;

messages! {
    no_team_in_policy(policy: &dyn Display):
        en "`{policy}` names no team to ask; add one as [teams.NAME] with `title` and `when`",
        ja "`{policy}` に依頼先のチームがありません。`title` と `when` を添えて [teams.NAME] として追加してください";
    unknown_team(text: &str, known: &str):
        en "the policy has no team `{text}`; it has {known}",
        ja "ポリシーに `{text}` というチームはありません。あるのは {known} です";
    unknown_request(name: &str): en "the ledger has no request `{name}`", ja "台帳に改善依頼 `{name}` がありません";
    /// Neither written nor to be written.
    no_request(name: &str, advice: &str):
        en "--id: there is no request `{name}`, written or to be written; {advice}",
        ja "--id: 改善依頼 `{name}` は、書かれたものにもこれから書くものにもありません。{advice}";
    look_at_planned():
        en "`slo escalate --draft --dry-run` shows those that would be written",
        ja "これから書くものは `slo escalate --draft --dry-run` で確かめられます";
    nothing_for_one(option: &str):
        en "{option} is about one request, and there is none to write",
        ja "{option} は改善依頼を一つに絞って使いますが、書くものがありません";
    choose_one(option: &str, names: &str):
        en "{option} is about one request; choose one of {names} by --id",
        ja "{option} は改善依頼を一つに絞って使います。{names} のいずれかを --id で指定してください";
    no_evidence(request: &str):
        en "`{request}` has no breach left that calls for a fix, and can't be written",
        ja "`{request}` には修正を要する未達が残っておらず、書けません";
    draft_in_hands(path: &dyn Display):
        en "the draft `{path}` was edited or sent: --improvement can't be put into it; write it there",
        ja "下書き `{path}` は編集または送付済みのため、--improvement を入れられません。ファイルに直接書いてください";
    template_unreadable(path: &dyn Display):
        en "the template `{path}` can't be read; `slo escalate template` prints one to start from",
        ja "テンプレート `{path}` を読めません。元にするテンプレートは `slo escalate template` で表示できます";
    draft_gone(path: &dyn Display, request: &str):
        en "the draft `{path}` is gone; `slo escalate --draft --id {request}` writes it again",
        ja "下書き `{path}` がありません。`slo escalate --draft --id {request}` で書き直せます";
    draft_not_utf8(path: &dyn Display):
        en "the draft `{path}` is not UTF-8; save it as UTF-8",
        ja "下書き `{path}` が UTF-8 ではありません。UTF-8 で保存してください";
    draft_changed(path: &dyn Display):
        en "`{path}` was changed meanwhile and is left as it is; run again",
        ja "`{path}` がその間に変更されたため、そのまま残しました。もう一度実行してください";
    /// Only what is done can have helped.
    not_done(request: &str, status: &str):
        en "`{request}` is `{status}`: only what is done has an effect; `slo escalate mark {request} done` says that it is",
        ja "`{request}` は `{status}` です。効果が分かるのは完了したものだけです。完了は `slo escalate mark {request} done` で記録できます";
}

/// No request has this name, but perhaps one like it.
pub(crate) fn no_such_request<N: AsRef<str>>(name: &str, near: &[N]) -> String {
    no_request(name, &if near.is_empty() { look_at_planned() } else { did_you_mean(near) })
}
