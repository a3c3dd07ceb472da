use crate::domain::{Fix, Language};
use crate::render::words::count;

/// The words of one language. Those with values in them are functions.
pub(super) struct Words {
    pub(super) ledger: &'static str,
    /// How many entries of all are shown, and the zone of their times.
    pub(super) summary: fn(path: &str, shown: usize, all: usize, zone: &str) -> String,
    pub(super) nothing: &'static str,
    pub(super) left_out: fn(usize) -> String,
    pub(super) at: &'static str,
    pub(super) by: &'static str,
    pub(super) kind: &'static str,
    pub(super) subject: &'static str,
    pub(super) text: &'static str,
    pub(super) superseded: &'static str,
    pub(super) retracted: &'static str,
    /// Of an answer in whose place another one counts that was given apart.
    pub(super) overruled: &'static str,
    pub(super) fix: fn(Fix) -> &'static str,
    pub(super) breach: fn(objective: &str, over: &str, open: bool) -> String,
    pub(super) amended: fn(objective: &str, over: &str, open: bool) -> String,
    pub(super) withdrawn: fn(objective: &str, verdict: &str) -> String,
    /// A cause that takes the place of what was annotated before.
    pub(super) again: fn(cause: &str) -> String,
    /// What is said about one objective alone.
    pub(super) only: fn(objective: &str, text: &str) -> String,
    pub(super) request: fn(team: &str, cause: &str, incidents: usize) -> String,
    /// What a request is about, but for these incidents.
    pub(super) without: fn(text: &str, incidents: &str) -> String,
    pub(super) check: fn(exports: &str, incidents: u64, breaches: u64) -> String,
}

impl Words {
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Japanese => &JAPANESE,
            Language::English => &ENGLISH,
        }
    }
}

const JAPANESE: Words = Words {
    ledger: "台帳",
    summary: |path, shown, all, zone| {
        let (shown, all) = (count(shown as u64), count(all as u64));
        let of_all = if shown == all { String::new() } else { format!("全 {all} 件中 ") };
        format!("{path}（{of_all}{shown} 件、時刻は {zone}）")
    },
    nothing: "条件に合う記録はありません",
    left_out: |older| {
        format!("これより古い {} 件は表示していません（--limit で増やせます）", count(older as u64))
    },
    at: "日時",
    by: "記入者",
    kind: "種類",
    subject: "対象",
    text: "内容",
    superseded: "置き換え済み",
    retracted: "取り消し済み",
    overruled: "不採用",
    fix: |fix| match fix {
        Fix::Required => "修正が必要",
        Fix::NotRequired => "修正は不要",
        Fix::Review => "修正要否の判断待ち",
    },
    breach: |objective, over, open| {
        format!("{objective}: {over}超過{}", if open { "（未完了）" } else { "" })
    },
    amended: |objective, over, open| {
        format!("{objective}: {over}超過に変更{}", if open { "（未完了）" } else { "" })
    },
    withdrawn: |objective, verdict| format!("{objective}: 今の判定は「{verdict}」"),
    again: |cause| format!("{cause}（書き直し）"),
    only: |objective, text| format!("{objective}、{text}"),
    request: |team, cause, incidents| format!("{team}: {cause}、インシデント {incidents} 件"),
    without: |text, incidents| format!("{text}、対象外になったもの: {incidents}"),
    check: |exports, incidents, breaches| {
        format!("インシデント {} 件、SLO 未達 {} 件: {exports}", count(incidents), count(breaches))
    },
};

const ENGLISH: Words = Words {
    ledger: "ledger",
    summary: |path, shown, all, zone| {
        let entries = if all == 1 { "entry" } else { "entries" };
        let (shown, all) = (count(shown as u64), count(all as u64));
        let counted = if shown == all { all } else { format!("{shown} of {all}") };
        format!("{path}: {counted} {entries}, times in {zone}")
    },
    nothing: "no entry fits",
    left_out: |older| format!("{} older not shown; --limit for more", count(older as u64)),
    at: "at",
    by: "by",
    kind: "kind",
    subject: "about",
    text: "what",
    superseded: "superseded",
    retracted: "retracted",
    overruled: "overruled",
    fix: |fix| match fix {
        Fix::Required => "a fix is needed",
        Fix::NotRequired => "no fix is needed",
        Fix::Review => "a fix is to be decided on",
    },
    breach: |objective, over, open| {
        format!("{objective}: over by {over}{}", if open { ", still open" } else { "" })
    },
    amended: |objective, over, open| {
        format!("{objective}: now over by {over}{}", if open { ", still open" } else { "" })
    },
    withdrawn: |objective, verdict| format!("{objective}: now {verdict}"),
    again: |cause| format!("{cause} (again)"),
    only: |objective, text| format!("{objective}, {text}"),
    request: |team, cause, incidents| {
        format!("{team}: {cause}, {incidents} incident{}", if incidents == 1 { "" } else { "s" })
    },
    without: |text, incidents| format!("{text}, no longer about {incidents}"),
    check: |exports, incidents, breaches| {
        format!("{} incidents, {} breaches: {exports}", count(incidents), count(breaches))
    },
};
