use std::fmt::Display;

use super::messages;

messages! {
    row(number: u64): en "row {number}", ja "{number} 行目";
    object(number: u64): en "object {number}", ja "{number} 番目のオブジェクト";
    /// A fault with its place in a worklist.
    in_row(path: &str, place: &str, reason: &dyn Display):
        en "`{path}` {place}: {reason}",
        ja "`{path}` の {place}: {reason}";
    in_cell(path: &str, place: &str, column: &str, reason: &dyn Display):
        en "`{path}` {place}, column `{column}`: {reason}",
        ja "`{path}` の {place}、列 `{column}`: {reason}";
    no_incident():
        en "is empty; say which incident the row is about",
        ja "空です。どのインシデントの行かを書いてください";
    several_incidents(cell: &str, ids: &str):
        en "`{cell}` may be any of {ids}; annotate it by `slo annotate ID`, with its id as the ledger has it",
        ja "`{cell}` は {ids} のどれとも読めます。台帳にあるとおりの ID を指定して `slo annotate ID` で記入してください";
    no_cause(known: &str):
        en "is empty; say why the response was slow by one of {known}",
        ja "空です。対応が遅れた原因を {known} のいずれかで書いてください";
    /// The last two are words that a Japanese worklist may have.
    no_fix(cell: &str, required: &str, not_required: &str):
        en "`{cell}` is neither yes nor no; write yes, no, {required} or {not_required}, or leave it empty: \
            then the cause decides",
        ja "`{cell}` は yes でも no でもありません。yes、no、{required}、{not_required}のいずれかを書くか、\
            空のままにしてください（空なら原因によって決まります）";
    no_moment(cell: &str):
        en "`{cell}` isn't a moment; write a time such as `2026-11-01 09:00` or 2026-11-01T09:00:00+09:00, \
            or a day such as 2026-11-01",
        ja "`{cell}` は日時ではありません。`2026-11-01 09:00` や 2026-11-01T09:00:00+09:00 のような日時か、\
            2026-11-01 のような日を書いてください";
    no_opening(cell: &str):
        en "`{cell}` isn't a time, so that nobody can tell whether the id is the right one; write when the \
            incident was opened, such as `2026-11-01 09:00`, or leave it empty",
        ja "`{cell}` は日時ではなく、ID が正しいか確かめられません。インシデントの発生日時を `2026-11-01 09:00` \
            のように書くか、空のままにしてください";
    unclear_date(cell: &str):
        en "day and month of `{cell}` can't be told apart; write the year first, such as 2026-11-01",
        ja "`{cell}` は日と月の区別がつきません。2026-11-01 のように年から書いてください";
    again(about: &str, place: &str):
        en "{about} stands in {place} already; leave one of them out",
        ja "{about} は {place}にもあります。どちらか一方を消してください";
    whole(incident: &str): en "`{incident}`", ja "`{incident}`";
    part(incident: &str, objective: &str):
        en "`{incident}` with the objective `{objective}`",
        ja "`{incident}` の SLO `{objective}`";
    part_and_whole(incident: &str, objective: &str, place: &str):
        en "`{incident}` is meant here with its objective `{objective}`, and as a whole in {place}; name the \
            objective in both",
        ja "`{incident}` は、ここでは SLO `{objective}` だけ、{place}では全体が対象です。両方に SLO を書いてください";
    answered(incident: &str, by: &str, cause: &str):
        en "`{incident}` has an answer meanwhile: `{cause}`, by `{by}`; leave the row out, or replace such \
            answers by --replace",
        ja "`{incident}` には、その間に `{by}` が原因 `{cause}` を記入しています。この行を消すか、--replace で\
            置き換えてください";
    taken_back(incident: &str, by: &str, why: &str):
        en "this answer about `{incident}` was taken back by `{by}`: {why}; leave the row out, or record it \
            again by --replace",
        ja "`{incident}` についてのこの記入は `{by}` が取り消しました（{why}）。この行を消すか、--replace で\
            もう一度記入してください";
    opened_elsewhere(cell: &str, incident: &str, opened: &str):
        en "`{cell}` isn't when `{incident}` was opened, which was {opened}; is the id the right one? \
            spreadsheets change some, such as 00042 or 1E5",
        ja "`{cell}` は `{incident}` の発生日時 {opened} と合いません。ID が正しいか確かめてください（表計算ソフトは \
            00042 や 1E5 のような ID を書き換えます）";
}
