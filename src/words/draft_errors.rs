//! Why a draft of a request can't be made or written.

use std::fmt::Display;

use super::messages;

messages! {
    outside_folder(name: &str, folder: &dyn Display):
        en "`{name}` is not the name of a file in the folder of drafts `{folder}`",
        ja "`{name}` は下書きのフォルダー `{folder}` の中のファイルの名前ではありません";
    folder(folder: &dyn Display, source: &dyn Display):
        en "the folder of drafts `{folder}` can't be used: {source}; name another in the policy as `escalation.drafts`",
        ja "下書きのフォルダー `{folder}` を使えません: {source}。ポリシーの `escalation.drafts` で別のフォルダーを指定してください";
    not_read(path: &dyn Display, source: &dyn Display):
        en "the draft `{path}` can't be read: {source}", ja "下書き `{path}` を読めません: {source}";
    link_not_read(path: &dyn Display, source: &dyn Display):
        en "the draft `{path}` can't be read where its link leads: {source}",
        ja "下書き `{path}` のリンク先を読めません: {source}";
    not_compared(path: &dyn Display, source: &dyn Display):
        en "the draft `{path}` can't be compared: {source}", ja "下書き `{path}` を比べられません: {source}";
    not_written(path: &dyn Display, source: &dyn Display):
        en "the draft `{path}` can't be written: {source}", ja "下書き `{path}` を書けません: {source}";
    own_template(path: &dyn Display, line: usize, reason: &str):
        en "the template `{path}`, line {line}: {reason}", ja "テンプレート `{path}` の {line} 行目: {reason}";
    built_in_template(line: usize, reason: &str):
        en "the built-in template of requests, line {line}: {reason}",
        ja "組み込みの改善依頼のテンプレートの {line} 行目: {reason}";
    not_printable(kind: &dyn Display):
        en "`{kind}` can't be printed; expected a text or a number", ja "`{kind}` は出力できません。文字列か数が必要です";
}
