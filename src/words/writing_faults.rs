//! Why what a person wants to write can't be recorded.

use super::messages;

messages! {
    /// What was asked for, and what may be meant.
    guessed(fault: &str, names: &str): en "{fault}; did you mean {names}?", ja "{fault}。{names} のことですか？";
    any_of(): en " or ", ja "、";
    comma(): en ", ", ja "、";
    unknown_incident(id: &str): en "the ledger has no incident `{id}`", ja "台帳にインシデント `{id}` がありません";
    no_breach(id: &str): en "incident `{id}` has no breach any more", ja "インシデント `{id}` の未達はもうありません";
    verdict_now(objective: &str, verdict: &str):
        en "`{objective}` is now `{verdict}`", ja "`{objective}` は今 `{verdict}`";
    unknown_objective(id: &str, objective: &str):
        en "incident `{id}` has no breach of an objective `{objective}`",
        ja "インシデント `{id}` に、SLO `{objective}` の未達はありません";
    unknown_cause(cause: &str): en "the policy has no cause `{cause}`", ja "ポリシーに原因 `{cause}` がありません";
    no_causes(fault: &str):
        en "{fault}; it lists none: add one as [causes.NAME]",
        ja "{fault}。原因が一つも定められていません。[causes.NAME] として加えてください";
    known_causes(fault: &str, names: &str): en "{fault}; it lists {names}", ja "{fault}。あるのは {names} です";
    empty_reason():
        en "the reason is empty; say in a sentence why the response took so long",
        ja "理由が空です。対応になぜ時間がかかったのかを一文で書いてください";
    empty_why(): en "nothing says why; say it in a sentence", ja "理由がありません。一文で書いてください";
    happened_later(happened: &str, now: &str):
        en "`{happened}` is later than now, `{now}`; nothing is written down before it happens",
        ja "`{happened}` は現在（`{now}`）より後です。これから起きることは記録できません";
    happened_before(happened: &str, id: &str, opened: &str):
        en "`{happened}` is before incident `{id}` was opened, `{opened}`; write when the reason was learnt, or leave it out",
        ja "`{happened}` は、インシデント `{id}` の発生（`{opened}`）より前です。理由が分かった日時を書くか、省いてください";
    by_meanwhile(by: &str, id: &str):
        en "`{by}` wrote about incident `{id}` meanwhile; look at it again",
        ja "その間に `{by}` さんがインシデント `{id}` について書きました。見直してください";
    retracted_meanwhile(id: &str):
        en "somebody took back what stood about incident `{id}` meanwhile; look at it again",
        ja "その間にインシデント `{id}` の記入が取り消されました。見直してください";
    not_annotated(id: &str):
        en "nothing is annotated about incident `{id}`; `slo annotate {id}` does that first",
        ja "インシデント `{id}` には何も記入されていません。先に `slo annotate {id}` で記入してください";
    objective_not_annotated(id: &str, objective: &str):
        en "nothing is annotated about incident `{id}` and objective `{objective}`; `slo annotate {id}` does that first",
        ja "インシデント `{id}` の SLO `{objective}` には何も記入されていません。先に `slo annotate {id}` で記入してください";
    decided_already(id: &str, fix: &str, by: &str):
        en "the fix for `{id}` is decided already: {fix}, by {by}",
        ja "`{id}` の修正要否は決定済みです: {fix}（{by}）";
    unknown_request(id: &str): en "the ledger has no request `{id}`", ja "台帳に改善依頼 `{id}` がありません";
    marked_already(id: &str, status: &str):
        en "request `{id}` is marked `{status}` already", ja "改善依頼 `{id}` はすでに `{status}` です";
    marked_before(happened: &str, id: &str, drafted: &str):
        en "`{happened}` is before request `{id}` was drafted, `{drafted}`; write when it happened, or leave --at out",
        ja "`{happened}` は、改善依頼 `{id}` が下書きされた日時（`{drafted}`）より前です。実際の日時を書くか、--at を省いてください";
}

/// A fault, with the names that may be meant where some are alike.
#[must_use]
pub(crate) fn with_guesses(fault: String, nearest: &[String]) -> String {
    if nearest.is_empty() { fault } else { guessed(&fault, &quoted(nearest, &any_of())) }
}

/// That there is no such cause, with those there are.
#[must_use]
pub(crate) fn no_such_cause(cause: &str, nearest: &[String], known: &[String]) -> String {
    let fault = unknown_cause(cause);
    match (nearest, known) {
        ([], []) => no_causes(&fault),
        ([], known) => known_causes(&fault, &quoted(known, &comma())),
        (nearest, _) => with_guesses(fault, nearest),
    }
}

/// That there is no breach any more, with the present verdict on each objective.
#[must_use]
pub(crate) fn no_breach_any_more(id: &str, verdicts: &[(String, String)]) -> String {
    let fault = no_breach(id);
    if verdicts.is_empty() {
        return fault;
    }
    let words: Vec<String> =
        verdicts.iter().map(|(objective, verdict)| verdict_now(objective, verdict)).collect();
    format!("{fault}: {}", words.join(&comma()))
}

fn quoted(names: &[String], between: &str) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(between)
}
