//! One document that shows what every form of it must cope with: each block, each kind of value, each
//! picture, and texts that would do harm where they weren't made safe.

mod breaches;
mod causes;
mod compliance;
mod hours;
mod trend;

use super::chart::{Chart, Picture};
use super::document::{Document, Section};
use super::page::{Block, Cell, Tone, Value};
use crate::domain::{Language, Span};
use breaches::breaches;
use causes::causes;
use compliance::compliance;
use hours::{stretches, week};
use trend::{trend, trend_table};

/// What would be markup, a formula, a way out of a style or an order of its own.
pub(super) const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</style></title></script><b>out</b>",
    "=HYPERLINK(\"x\",\"y\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "invoice\u{202E}fdp.exe",
    "bell\u{7}\u{1B}[31m \u{0}end\r\nnext\u{FFFE}",
    "'; -- & &amp; _x0041_",
];

/// The sample in a language.
pub(super) fn document(language: Language) -> Document {
    let ja = language == Language::Japanese;
    let say = |ja_text: &str, en: &str| if ja { ja_text.to_owned() } else { en.to_owned() };
    let section = |id, heading: String, blocks| Section { id, heading, blocks };
    Document {
        title: say("SLO 月次報告: サポートデスク 2026年10月", "SLO report: Support desk, October 2026"),
        language,
        sections: vec![
            section("above", String::new(), above(ja)),
            section("compliance", say("SLO 達成状況", "Compliance"), compliance(ja)),
            section(
                "trend",
                say("達成率の推移", "Rates over time"),
                vec![trend(ja), Block::Table(trend_table(ja))],
            ),
            section("causes", say("未達の原因", "Causes of breaches"), causes(ja)),
            section("hours", say("発生の時間帯", "When incidents begin"), vec![week(ja)]),
            section(
                "breaches",
                say("未達インシデント一覧 [全件]: 対応/復旧", "Breached incidents [all]: response/resolve"),
                breaches(ja),
            ),
            section("notes", say("注記", "Notes"), notes(ja)),
        ],
    }
}

fn above(ja: bool) -> Vec<Block> {
    let facts: Vec<(&'static str, Vec<String>)> = if ja {
        vec![
            ("ポリシー", vec!["サポートデスク SLO (slo.toml, sha256 3f9a2c11d0e4)".to_owned()]),
            ("対象期間", vec!["2026-10-01 – 2026-10-31 (Asia/Tokyo)".to_owned()]),
            ("データ", vec!["exports/10月.csv (419 件)".to_owned(), "exports/late.csv (4 件)".to_owned()]),
        ]
    } else {
        vec![
            ("policy", vec!["Support desk SLO (slo.toml, sha256 3f9a2c11d0e4)".to_owned()]),
            ("window", vec!["2026-10-01 – 2026-10-31 (Asia/Tokyo)".to_owned()]),
            (
                "data",
                vec!["exports/october.csv (419 rows)".to_owned(), "exports/late.csv (4 rows)".to_owned()],
            ),
        ]
    };
    let line = if ja {
        "3 つの目標のうち 1 つが未達です: 一次対応完了 92.5%（目標 95%）。"
    } else {
        "One of 3 objectives missed its goal: first response 92.5 % (goal 95 %)."
    };
    let faint = if ja { "率は切り捨てて表示しています。" } else { "Rates are rounded down." };
    let title = if ja {
        "SLO 月次報告: サポートデスク 2026年10月"
    } else {
        "SLO report: Support desk, October 2026"
    };
    vec![
        Block::Title(title.to_owned()),
        Block::Facts(facts),
        Block::Line(String::new(), Tone::Plain),
        Block::Line(line.to_owned(), Tone::Bad),
        Block::Line(faint.to_owned(), Tone::Faint),
    ]
}

fn notes(ja: bool) -> Vec<Block> {
    let warning = if ja { "2 行を読めませんでした。" } else { "2 rows could not be read." };
    vec![
        Block::Line(warning.to_owned(), Tone::Warning),
        Block::List(HOSTILE.iter().map(|&text| text.to_owned()).collect()),
    ]
}

fn picture(title: &str, chart: Chart, ja: bool) -> Block {
    let description = if ja { format!("{title}を示す図。") } else { format!("A picture of: {title}.") };
    Block::Picture(Box::new(Picture { title: title.to_owned(), description, chart }))
}

fn number(number: u64) -> Cell {
    Cell::new(super::words::count(number)).value(Value::Count(number))
}

fn span(seconds: i64, ja: bool) -> Cell {
    let span = Span::from_seconds(seconds).unwrap();
    let language = if ja { Language::Japanese } else { Language::English };
    Cell::new(super::duration(span, language)).value(Value::Span(span))
}
