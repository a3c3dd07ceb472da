use std::fmt::Display;

use super::messages;
use super::suggestion::did_you_mean;

messages! {
    /// No export has the incident.
    not_in_exports(id: &str, exports: &str, seen: &dyn Display, hint: &str):
        en "there is no incident `{id}` in {exports}, which has {seen}{hint}",
        ja "インシデント `{id}` が {exports} にありません（インシデント {seen} 件）{hint}";
    perhaps(meant: &str): en "; {meant}", ja "。{meant}";
    rows_unreadable(rows: usize):
        en "; {rows} rows can't be read, as `slo check` tells",
        ja "。ほかに読み取れない行が {rows} 行あります（`slo check` が示します）";
    /// The ledger has nothing of the incident.
    not_in_ledger(path: &dyn Display, id: &str, advice: &str):
        en "the ledger `{path}` has no breach of `{id}`: {advice}",
        ja "台帳 `{path}` に `{id}` の未達がありません。{advice}";
    name_the_export():
        en "name the export that it stands in",
        ja "このインシデントを含むエクスポートを指定してください";
    or_name_the_export(meant: &str):
        en "{meant} Otherwise name the export that it stands in",
        ja "{meant}。違うなら、このインシデントを含むエクスポートを指定してください";
}

/// What may help to find an incident in the exports, behind [`not_in_exports`].
pub(crate) fn hint(alike: Option<&str>, unreadable: usize) -> String {
    match (alike, unreadable) {
        (Some(alike), _) => perhaps(&did_you_mean(&[alike])),
        (None, 0) => String::new(),
        (None, rows) => rows_unreadable(rows),
    }
}

/// What to do where the ledger doesn't have the incident.
pub(crate) fn advice<N: AsRef<str>>(near: &[N]) -> String {
    if near.is_empty() { name_the_export() } else { or_name_the_export(&did_you_mean(near)) }
}
