//! What is wrong with a line of a ledger, by itself or beside the others.

use std::fmt::Display;

use super::messages;

messages! {
    /// A fault of a line, without the name of the ledger.
    at_line(line: u64, reason: &str): en "line {line}: {reason}", ja "{line} 行目: {reason}";
    byte_order_mark():
        en "a byte-order mark stands in front of the entry; save the ledger as UTF-8 without one",
        ja "記録の前にバイト順マークがあります。台帳をバイト順マークのない UTF-8 で保存してください";
    no_id(id: &str): en "`{id}` is not the id of an entry", ja "`{id}` は記録の ID ではありません";
    no_id_in(field: &str, id: &str):
        en "`{field}` is `{id}`, which is not the id of an entry",
        ja "`{field}` が `{id}` ですが、これは記録の ID ではありません";
    unknown_kind(kind: &str):
        en "this version doesn't know entries of the kind `{kind}`; use the version that wrote it",
        ja "このバージョンは種類 `{kind}` の記録を知りません。書いたバージョンを使ってください";
    /// What the reader of JSON says.
    at_byte(reason: &str, byte: usize): en "{reason}, at byte {byte}", ja "{reason}（{byte} バイト目）";
    unexpected(word: &str, expected: &str):
        en "`{word}` can't be meant here; expected {expected}", ja "ここに `{word}` は書けません。{expected} のいずれかが必要です";
    decided_fix(): en "`required` or `not-required`", ja "`required`、`not-required`";
    annotated_fix():
        en "`required`, `not-required` or `review`", ja "`required`、`not-required`、`review`";
    request_status():
        en "`sent`, `accepted`, `declined` or `done`", ja "`sent`、`accepted`、`declined`、`done`";
    /// How long the periods of a report can be.
    report_period():
        en "`day`, `week`, `month` or `fiscal-year`",
        ja "`day`、`week`、`month`、`fiscal-year`";
    newer(version: u64): en "the entry is of version {version}", ja "バージョン {version} の記録です";
    newer_than(version: u64, known: u64):
        en "the entry is of version {version}, and this program reads up to version {known}; use a newer `slo`",
        ja "バージョン {version} の記録ですが、このプログラムが読めるのはバージョン {known} までです。新しい `slo` を使ってください";
    conflict(): en "git left a conflict here", ja "git の競合が残っています";
    conflict_to_join(way_out: &str):
        en "git left a conflict here; join both sides by `{way_out}`",
        ja "git の競合が残っています。`{way_out}` で両方を統合してください";
    no_time(text: &str): en "`{text}` is not a time in RFC 3339", ja "`{text}` は RFC 3339 の日時ではありません";
    no_seconds(digits: &str): en "`{digits}` is not a number of seconds", ja "`{digits}` は秒数ではありません";
    too_many_seconds(): en "a time of more than 292 years", ja "292 年を超える時間です";

    torn():
        en "the line breaks off, perhaps as the machine stopped while it was written; everything before it is kept, \
            and the next command that writes puts it aside",
        ja "行が途切れています。書いている間にマシンが止まったのかもしれません。それより前はすべて無事で、\
            次に書くコマンドがこの行を取りのけます";
    other_content(id: &dyn Display, given: &dyn Display):
        en "the entry was changed after it was written, or its id was: it says {id} and its content gives {given}",
        ja "記録か ID が、書かれた後に変えられています。ID は {id} ですが、内容から求めると {given} です";
    own_place(): en "the entry takes its own place", ja "記録が自分自身を置き換えています";
    circle(lines: &str):
        en "the entries of the lines {lines} take each other's place in a circle",
        ja "{lines} 行目の記録が、互いを置き換えて循環しています";
    comma(): en ", ", ja "、";
    any_of(): en " or ", ja "、";
    no_request(request: &str):
        en "the request `{request}` is not in the ledger", ja "改善依頼 `{request}` が台帳にありません";
    request_without_breach(incidents: &str):
        en "the request is about {incidents}, without a breach in the ledger",
        ja "改善依頼の対象 {incidents} の未達が台帳にありません";
    no_breach(incident: &str):
        en "incident `{incident}` has no breach in the ledger", ja "インシデント `{incident}` の未達が台帳にありません";
    no_breach_of(incident: &str, objective: &str):
        en "incident `{incident}` has no breach of the objective `{objective}` in the ledger",
        ja "インシデント `{incident}` の、SLO `{objective}` の未達が台帳にありません";
    no_entry(field: &str, id: &dyn Display):
        en "`{field}` names the entry {id}, which is not in the ledger", ja "`{field}` の指す記録 {id} が台帳にありません";
    other_kind(field: &str, line: u64, kind: &str, kinds: &str):
        en "`{field}` names line {line}, a `{kind}`; expected {kinds}",
        ja "`{field}` の指す {line} 行目は `{kind}` ですが、{kinds} でなければなりません";
    other_incident(field: &str, line: u64, other: &str, own: &str):
        en "`{field}` names line {line}, which is about incident `{other}`, not `{own}`",
        ja "`{field}` の指す {line} 行目はインシデント `{other}` のもので、`{own}` のものではありません";
    other_objective(field: &str, line: u64, other: &str, own: &str):
        en "`{field}` names line {line}, which is about objective `{other}`, not `{own}`",
        ja "`{field}` の指す {line} 行目は SLO `{other}` のもので、`{own}` のものではありません";
}
