use super::count::count;
use super::texts;
use crate::domain::Fix;

texts! {
    /// The words of `slo ledger log`.
    pub(crate) struct Words;
    ledger: en "ledger", ja "台帳";
    /// How many entries there are, and the zone of their times.
    summary(path: &str, entries: &str, zone: &str):
        en "{path}: {entries}, times in {zone}",
        ja "{path}（{entries}、時刻は {zone}）";
    /// So many entries, of which so many are shown.
    entries(shown: usize, all: usize) -> String: en english_entries, ja japanese_entries;
    nothing: en "no entry fits", ja "条件に合う記録はありません";
    left_out(older: &str):
        en "{older} older not shown; --limit for more",
        ja "これより古い {older} 件は表示していません（--limit で増やせます）";
    at: en "at", ja "日時";
    by: en "by", ja "記入者";
    kind: en "kind", ja "種類";
    subject: en "about", ja "対象";
    text: en "what", ja "内容";
    superseded: en "superseded", ja "置き換え済み";
    retracted: en "retracted", ja "取り消し済み";
    /// Of an answer in whose place another one counts that was given apart.
    overruled: en "overruled", ja "不採用";
    fix(fix: Fix) -> &'static str: en english_fix, ja japanese_fix;
    breach(objective: &str, over: &str): en "{objective}: over by {over}", ja "{objective}: {over}超過";
    amended(objective: &str, over: &str): en "{objective}: now over by {over}", ja "{objective}: {over}超過に変更";
    /// Behind a breach of an incident that is not over.
    still_open: en ", still open", ja "（未完了）";
    withdrawn(objective: &str, verdict: &str):
        en "{objective}: now {verdict}",
        ja "{objective}: 今の判定は「{verdict}」";
    /// A cause that takes the place of what was annotated before.
    again(cause: &str): en "{cause} (again)", ja "{cause}（書き直し）";
    /// What is said about one objective alone.
    only(objective: &str, text: &str): en "{objective}, {text}", ja "{objective}、{text}";
    request(team: &str, cause: &str, incidents: usize) -> String: en english_request, ja japanese_request;
    /// What a request is about, but for these incidents.
    without(text: &str, incidents: &str):
        en "{text}, no longer about {incidents}",
        ja "{text}、対象外になったもの: {incidents}";
    check(exports: &str, incidents: &str, breaches: &str):
        en "{incidents} incidents, {breaches} breaches: {exports}",
        ja "インシデント {incidents} 件、SLO 未達 {breaches} 件: {exports}";
}

fn english_entries(shown: usize, all: usize) -> String {
    let entries = if all == 1 { "entry" } else { "entries" };
    let (shown, all) = (count(shown as u64), count(all as u64));
    let counted = if shown == all { all } else { format!("{shown} of {all}") };
    format!("{counted} {entries}")
}

fn japanese_entries(shown: usize, all: usize) -> String {
    let (shown, all) = (count(shown as u64), count(all as u64));
    if shown == all { format!("{shown} 件") } else { format!("全 {all} 件中 {shown} 件") }
}

fn english_fix(fix: Fix) -> &'static str {
    match fix {
        Fix::Required => "a fix is needed",
        Fix::NotRequired => "no fix is needed",
        Fix::Review => "a fix is to be decided on",
    }
}

fn japanese_fix(fix: Fix) -> &'static str {
    match fix {
        Fix::Required => "修正が必要",
        Fix::NotRequired => "修正は不要",
        Fix::Review => "修正要否の判断待ち",
    }
}

fn english_request(team: &str, cause: &str, incidents: usize) -> String {
    format!("{team}: {cause}, {incidents} incident{}", if incidents == 1 { "" } else { "s" })
}

fn japanese_request(team: &str, cause: &str, incidents: usize) -> String {
    format!("{team}: {cause}、インシデント {incidents} 件")
}
