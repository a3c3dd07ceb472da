use std::fmt::Display;

use super::messages;

messages! {
    not_yet(path: &dyn Display):
        en "there is no ledger `{path}` yet: `slo check EXPORT` writes it, --ledger FILE names another",
        ja "台帳 `{path}` はまだありません。`slo check EXPORT` で作成するか、--ledger FILE で別の台帳を指定してください";
    nobody_named():
        en "nobody is named: say who you are by --by NAME, or set SLO_USER",
        ja "記入者が分かりません。--by NAME で名乗るか、環境変数 SLO_USER を設定してください";
    empty_name():
        en "--by is empty: name who writes, or leave --by out",
        ja "--by が空です。記入者の名前を指定するか、--by を付けずに実行してください";
    /// Somebody else recorded something while this run read.
    grown_nothing_recorded(path: &dyn Display):
        en "the ledger `{path}` has grown meanwhile, and nothing was recorded; run again",
        ja "その間に台帳 `{path}` に追記がありました。何も記録していません。もう一度実行してください";
    grown_nothing_written(path: &dyn Display):
        en "the ledger `{path}` has grown meanwhile, and nothing was written; run again",
        ja "その間に台帳 `{path}` に追記がありました。何も書き出していません。もう一度実行してください";
    no_subject(subject: &str):
        en "the ledger has no incident or request `{subject}`",
        ja "台帳に `{subject}` というインシデントも改善依頼もありません";
    unknown_kind(word: &str): en "there is no kind `{word}`", ja "`{word}` という種類はありません";
    /// What is wrong with a line of the ledger.
    line_fault(path: &dyn Display, line: &dyn Display, reason: &dyn Display):
        en "the ledger `{path}`, line {line}: {reason}",
        ja "台帳 `{path}` の {line} 行目: {reason}";
}
