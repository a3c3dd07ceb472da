use super::{HOSTILE, picture};
use crate::render::chart::{Bar, Chart};
use crate::render::page::{Block, Cell, Column, Table, Tone};

pub(super) fn causes(ja: bool) -> Vec<Block> {
    let bars: Vec<Bar> = [
        (
            "夜間の一次対応要員が不足し、当番への引き継ぎに時間がかかった",
            "Too few people at night; handing over to the engineer on call took long",
            12,
            Tone::Bad,
        ),
        ("ディスク使用率の監視しきい値", "Thresholds of disk usage alerts", 8, Tone::Plain),
        (HOSTILE[0], HOSTILE[1], 5, Tone::Warning),
        ("外部ベンダーの回答待ち", "Waiting for the vendor", 3, Tone::Plain),
        ("未記入", "nothing written", 2, Tone::Faint),
    ]
    .into_iter()
    .map(|(ja_text, en, count, tone)| bar(if ja { ja_text } else { en }, count, ja, tone))
    .collect();
    let name = |ja_text: &'static str, en: &'static str| if ja { ja_text } else { en };
    let table = Table {
        columns: vec![
            Column::left(name("原因", "cause")).at_least(12),
            Column::right(name("未達", "breached")),
            Column::drawn(name("図", "bar")),
        ],
        rows: bars
            .iter()
            .map(|bar| vec![Cell::new(&bar.label), Cell::new(&bar.shown), Cell::new("■■■")])
            .collect(),
        cut: None,
    };
    let classes = ["–30m", "–1h", "–2h", "–4h", "–8h", "–1d", "1d–"];
    let overrun: Vec<Bar> = [9, 6, 7, 4, 0, 3, 1]
        .into_iter()
        .zip(classes)
        .map(|(count, class)| bar(class, count, ja, if count == 1 { Tone::Bad } else { Tone::Plain }))
        .collect();
    vec![
        picture(name("原因別の未達件数", "Breaches by cause"), Chart::Pareto(bars), ja),
        Block::Table(table),
        Block::Heading(name("超過時間の分布", "How long beyond the target").to_owned()),
        picture(name("超過時間", "Time beyond the target"), Chart::Histogram(overrun), ja),
    ]
}

fn bar(label: &str, count: u32, ja: bool, tone: Tone) -> Bar {
    let shown = if ja { format!("{count} 件") } else { count.to_string() };
    Bar { label: label.to_owned(), value: f64::from(count), shown, tone }
}
