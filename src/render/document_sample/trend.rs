use crate::render::chart::{Chart, Picture, Trend, TrendLine, TrendPoint};
use crate::render::page::{Block, Cell, Column, Table, Tone, Value};

pub(super) fn trend(ja: bool) -> Block {
    let periods: Vec<String> = (0..12).map(|month| period(2025, 11, month)).collect();
    let line = |name: &str, goal: Option<f64>, shown: &str, rates: [Option<u64>; 12]| TrendLine {
        name: name.to_owned(),
        goal,
        goal_shown: shown.to_owned(),
        points: rates
            .into_iter()
            .map(|rate| {
                let rate = rate? as f64 / 1000.0;
                let shown = format!("{:.1}{}", rate * 100.0, if ja { "%" } else { " %" });
                Some(TrendPoint { rate, shown, reached: goal.map(|goal| rate >= goal) })
            })
            .collect(),
    };
    let some = |rates: [u64; 12]| rates.map(|rate| (rate > 0).then_some(rate));
    let name = |ja_text: &'static str, en: &'static str| if ja { ja_text } else { en };
    let percent = |number: &str| format!("{number}{}", if ja { "%" } else { " %" });
    Block::Picture(Box::new(Picture {
        title: name("目標ごとの達成率（月別）", "Rate of each objective by month").to_owned(),
        description: name(
            "直近 12 か月の達成率。一次対応完了は 3 回目標を下回りました。",
            "The rates of the last 12 months. First response was below its goal three times.",
        )
        .to_owned(),
        chart: Chart::Trend(Trend {
            periods,
            lines: vec![
                line(
                    name("一次対応完了", "first response"),
                    Some(0.95),
                    &percent("95"),
                    some([968, 971, 955, 962, 941, 958, 972, 966, 0, 948, 961, 925]),
                ),
                line(
                    name("復旧", "resolve"),
                    Some(0.999),
                    &percent("99.9"),
                    some([1000, 1000, 999, 1000, 999, 998, 1000, 1000, 999, 1000, 1000, 999]),
                ),
                line(
                    name("クローズ", "close"),
                    None,
                    "",
                    some([0, 0, 0, 610, 700, 850, 640, 720, 770, 810, 0, 905]),
                ),
            ],
        }),
    }))
}

pub(super) fn trend_table(ja: bool) -> Table {
    let mut columns = vec![Column::left(if ja { "目標" } else { "objective" })];
    columns.extend((0..12).map(|month| Column::named(period(2025, 11, month))));
    let name = if ja { "一次対応完了" } else { "first response" };
    let rates = [968, 971, 955, 962, 941, 958, 972, 966, 0, 948, 961, 925];
    let cells = rates.map(|rate: u64| match rate {
        0 => Cell::new("–").tone(Tone::Faint),
        _ => Cell::new(format!("{}.{}%", rate / 10, rate % 10))
            .value(Value::PerMille(rate))
            .tone(if rate < 950 { Tone::Bad } else { Tone::Plain }),
    });
    Table { columns, rows: vec![std::iter::once(Cell::new(name)).chain(cells).collect()], cut: None }
}

/// A month, so many after the first.
fn period(year: u32, month: u32, after: u32) -> String {
    let months = year * 12 + month - 1 + after;
    format!("{}-{:02}", months / 12, months % 12 + 1)
}
