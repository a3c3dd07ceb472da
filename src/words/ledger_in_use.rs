use std::fmt::Display;

use super::texts;

texts! {
    /// What is said while somebody else writes the ledger.
    pub(crate) struct Words;
    /// Who writes it, and how long that is waited for.
    waiting(path: &dyn Display, who: &str, longest: f64):
        en "waiting for `{path}`, up to {longest} s (SLO_LOCK_WAIT changes that): {who}",
        ja "台帳 `{path}` は{who}。最長 {longest} 秒待ちます（SLO_LOCK_WAIT で変更可）";
    writes(by: &str): en "{by} is writing it", ja " {by} が書き込み中です";
    somebody_writes: en "somebody else is writing it", ja "ほかの人が書き込み中です";
    process(process: u32): en "process {process}", ja "プロセス {process}";
    since(since: &str): en "since {since}", ja "{since} から";
    /// What stands between the details.
    between: en ", ", ja "、";
    details(details: &str): en " ({details})", ja "（{details}）";
}
