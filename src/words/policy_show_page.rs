use std::fmt::Display;

use super::texts;

texts! {
    /// The head of a policy in words, and what all of its parts use.
    pub(crate) struct Words;
    // The head.
    title(name: &dyn Display): en "SLO policy: {name}", ja "SLO ポリシー: {name}";
    file(path: &dyn Display, sha256: &str): en "File: {path} (SHA-256 {sha256})", ja "ファイル: {path}（SHA-256 {sha256}）";
    zone(zone: &dyn Display):
        en "Time zone: {zone} (of times that have none, and of days and months)",
        ja "タイムゾーン: {zone}（タイムゾーンのない日時と、日・月の区切りに使う）";
    fiscal_years(month: u32): en "Fiscal years start in month {month}", ja "年度の始まり: {month} 月";
    japanese: en "Japanese", ja "日本語";
    english: en "English", ja "英語";
    language(named: &dyn Display): en "Language of the output: {named}", ja "出力の言語: {named}";
    // What all parts use.
    column(name: &dyn Display): en "column \"{name}\"", ja "列「{name}」";
    event(activity: &dyn Display): en "\"{activity}\"", ja "「{activity}」";
    or: en " or ", ja " または ";
    and: en ", ", ja "、";
}
