use chrono::NaiveDate;

use super::{HOSTILE, number, span};
use crate::render::page::{Block, Cell, Column, Table, Tone, Value};

pub(super) fn breaches(ja: bool) -> Vec<Block> {
    let name = |ja_text: &'static str, en: &'static str| if ja { ja_text } else { en };
    let columns = vec![
        Column::left("ID"),
        Column::left(name("件名", "title")).at_least(16),
        Column::left(name("発生", "opened")),
        Column::left(name("期日", "due day")),
        Column::right(name("所要", "elapsed")),
        Column::right(name("超過", "over")),
        Column::left(name("担当", "team")).at_least(8),
    ];
    let titles = [
        "ディスク使用率 95% (web-01)",
        "VPN 接続不可: 大阪支店の利用者全員がログインできず、経路の切り替えを行った",
        "Mail queue is growing on mx-02",
    ];
    let rows = titles
        .iter()
        .chain(&HOSTILE)
        .zip(1_u32..)
        .map(|(title, number)| {
            let day = NaiveDate::from_ymd_opt(2026, 10, number).unwrap();
            let moment = day.and_hms_opt(9, number, if number == 2 { 30 } else { 0 }).unwrap();
            let opened = if number == 2 {
                "2026-10-02 09:02:30".to_owned()
            } else {
                moment.format("%Y-%m-%d %H:%M").to_string()
            };
            vec![
                Cell::new(format!("INC{:05}", 100 - number * 3)).tone(Tone::Strong),
                Cell::new(*title),
                Cell::new(opened).value(Value::Moment(moment)),
                Cell::new(day.to_string()).value(Value::Day(day)),
                span(i64::from(number) * 5_400 - 5_000, ja),
                span(i64::from(number) * 700 - 1_500, ja).tone(Tone::Bad),
                Cell::new(name("夜間運用", "night shift")),
            ]
        })
        .collect();
    let by_team = Table {
        columns: vec![Column::left(name("担当", "team")), Column::right(name("未達", "breached"))],
        rows: vec![
            vec![Cell::new(name("夜間運用", "night shift")), number(1_234_567)],
            vec![Cell::new(HOSTILE[3]), Cell::new("–")],
            vec![Cell::new(name("日勤", "day shift")), number(3)],
        ],
        cut: None,
    };
    vec![
        Block::Table(Table { columns, rows, cut: None }),
        Block::Line(name("ほか 19 件", "and 19 more").to_owned(), Tone::Faint),
        Block::Heading(name("担当別", "By team").to_owned()),
        Block::Table(by_team),
        Block::Table(Table { columns: vec![Column::left("ID")], rows: Vec::new(), cut: None }),
    ]
}
