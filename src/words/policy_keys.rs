use super::{language, messages};
use crate::domain::Language;

messages! {
    /// A key that must be there is missing.
    missing(part: &str, key: &str): en "{part} has no {key}", ja "{part}に {key} がありません";
    needs(key: &str): en "needs `{key}`", ja "`{key}` が必要です";
    add(example: &str): en "add `{example}`", ja "`{example}` を追加してください";
    unknown(key: &str, part: &str):
        en "unknown key {key} in {part}",
        ja "{part}に不明なキー {key} があります";
    nothing_has(): en "nothing has this key", ja "このようなキーはありません";
    duplicate(key: &str): en "duplicate key {key}", ja "キー {key} が重複しています";
    first_here(): en "first here", ja "一度目はここです";
    again_here(): en "and again here", ja "二度目はここです";
    write_once(): en "write the key once", ja "キーは一度だけ書いてください";
    empty(key: &str): en "{key} is empty", ja "{key} が空です";
    empty_list(key: &str): en "{key} is an empty list", ja "{key} が空のリストです";
    nothing_in_it(): en "nothing in it", ja "中身がありません";
    name_one():
        en "name at least one, or leave the key out",
        ja "少なくとも一つ書くか、キーごと省いてください";
    /// What a value names, or a key is, is near this name.
    did_you_mean(name: &str): en "did you mean {name}?", ja "{name} の間違いではありませんか？";
    known_here(names: &str): en "known here: {names}", ja "ここで使えるのは {names}です";
    expected_one_of(names: &str): en "expected {names}", ja "{names}を指定してください";
    changes_nothing(): en "changes nothing", ja "何も変わりません";
}

/// Names in back-ticks of which any may be meant: `` `a`, `b` or `c` ``. In Japanese ready for a
/// particle, as the names of parts are.
pub(crate) fn any_of(mut names: Vec<String>) -> String {
    let last = names.pop().unwrap_or_default();
    match (names.is_empty(), language()) {
        (true, Language::English) => last,
        (true, Language::Japanese) => format!("{last} "),
        (false, Language::English) => format!("{} or {last}", names.join(", ")),
        (false, Language::Japanese) => format!("{}、{last} のいずれか", names.join("、")),
    }
}
