//! Columns of an export that don't fit the policy.

use super::messages;

messages! {
    /// Above the lines that say which.
    unfit(): en "the export's columns don't fit the policy", ja "エクスポートの列がポリシーに合いません";
    present(columns: &str): en "columns present: {columns}", ja "ある列: {columns}";
    comma(): en ", ", ja "、";
    /// One that the policy names is not there.
    not_there(named: &str, section: &str, key: &str):
        en "no column `{named}`, which `[{section}] {key}` names",
        ja "`[{section}] {key}` の列 `{named}` がありません";
    meant(fault: &str, nearest: &str):
        en "{fault}; did you mean `{nearest}`?", ja "{fault}。`{nearest}` のことですか？";
    /// None has a usual name.
    none_known(key: &str, section: &str):
        en "no column is known to hold `{key}`; name it under `[{section}]`: {key} = \"…\"",
        ja "`{key}` の列が見つかりません。`[{section}]` で指定してください: {key} = \"…\"";
    none_known_but(key: &str, section: &str, nearest: &str):
        en "no column is known to hold `{key}`; name it under `[{section}]`, perhaps: {key} = \"{nearest}\"",
        ja "`{key}` の列が見つかりません。`[{section}]` で指定してください。おそらく: {key} = \"{nearest}\"";
    repeated(places: &str, name: &str, key: &str, section: &str):
        en "columns {places} all bear the name `{name}`, so that `{key}` has no one column; rename them or name \
            another under `[{section}]`",
        ja "{places} 列目がどれも `{name}` という名前なので、`{key}` の列が一つに決まりません。名前を変えるか、\
            `[{section}]` で別の列を指定してください";
}
