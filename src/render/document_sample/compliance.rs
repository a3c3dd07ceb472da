use super::{number, span, stretches};
use crate::render::page::{Block, Cell, Column, Table, Tone, Value};

pub(super) fn compliance(ja: bool) -> Vec<Block> {
    let columns = if ja {
        vec![
            Column::left("目標").at_least(12),
            Column::drawn("図"),
            Column::right("目標率"),
            Column::right("達成率"),
            Column::right("前月比"),
            Column::left("結果"),
            Column::right("達成"),
            Column::right("未達"),
            Column::right("中央値"),
        ]
    } else {
        vec![
            Column::left("objective").at_least(12),
            Column::drawn("bar"),
            Column::right("goal"),
            Column::right("rate"),
            Column::right("change"),
            Column::left("result"),
            Column::right("met"),
            Column::right("breached"),
            Column::right("median"),
        ]
    };
    let row =
        |title: &str, goal: u64, rate: Option<u64>, change: i64, met: u64, breached: u64, median: i64| {
            let percent = |per_mille: u64| {
                Cell::new(format!("{}.{}%", per_mille / 10, per_mille % 10)).value(Value::PerMille(per_mille))
            };
            let result = match rate {
                Some(rate) if rate >= goal => {
                    Cell::new(if ja { "目標率達成" } else { "goal met" }).tone(Tone::Good)
                }
                Some(_) => Cell::new(if ja { "目標率未達" } else { "goal missed" }).tone(Tone::Bad),
                None => Cell::new("–").tone(Tone::Faint),
            };
            vec![
                Cell::new(title),
                Cell::new("■■■■■□"),
                percent(goal),
                rate.map_or_else(|| Cell::new("–"), percent),
                Cell::new(format!("{change:+}")).value(Value::Difference(change)),
                result,
                number(met),
                number(breached).tone(if breached > 0 { Tone::Bad } else { Tone::Plain }),
                span(median, ja),
            ]
        };
    let rows = if ja {
        vec![
            row("一次対応完了", 950, Some(925), -12, 376, 30, 754),
            row("復旧", 999, Some(999), 1, 1999, 1, 7_260),
            row("クローズ", 900, None, 0, 0, 0, 187_200),
        ]
    } else {
        vec![
            row("first response", 950, Some(925), -12, 376, 30, 754),
            row("resolve", 999, Some(999), 1, 1999, 1, 7_260),
            row("close", 900, None, 0, 0, 0, 187_200),
        ]
    };
    let note = if ja {
        "達成率 = 達成 ÷ (達成 + 未達)。判定できないインシデントは含みません。"
    } else {
        "Rate = met ÷ (met + breached). Incidents without a verdict are not counted."
    };
    vec![
        Block::Table(Table { columns, rows, cut: None }),
        Block::Line(note.to_owned(), Tone::Faint),
        stretches(ja),
    ]
}
