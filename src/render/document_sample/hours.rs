use super::picture;
use crate::render::chart::{Bar, Chart, WeekGrid};
use crate::render::page::{Block, Tone};

pub(super) fn week(ja: bool) -> Block {
    let days = if ja {
        ["月", "火", "水", "木", "金", "土", "日"]
    } else {
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    };
    let mut counts = [[0; 24]; 7];
    for (day, hours) in counts.iter_mut().enumerate() {
        for (hour, count) in hours.iter_mut().enumerate() {
            let busy = if day < 5 && (8..19).contains(&hour) { 9 } else { 1 };
            *count = ((day * 7 + hour * 5) % 4 + (hour * hour + day) % 3) as u64 * busy;
        }
    }
    counts[0][9] = 1_204;
    counts[1][9] = 412;
    picture(
        if ja { "曜日と時刻別の発生件数" } else { "Incidents by hour of the week" },
        Chart::Week(Box::new(WeekGrid { days, counts })),
        ja,
    )
}

pub(super) fn stretches(ja: bool) -> Block {
    let stretches = if ja {
        [
            ("検知から受付", 12, Tone::Plain),
            ("受付から一次対応", 33, Tone::Plain),
            ("顧客の回答待ち", 21, Tone::Faint),
            ("目標超過", 4, Tone::Bad),
        ]
    } else {
        [
            ("detection to acceptance", 12, Tone::Plain),
            ("acceptance to response", 33, Tone::Plain),
            ("waiting for the customer", 21, Tone::Faint),
            ("beyond the target", 4, Tone::Bad),
        ]
    };
    let bars = stretches.into_iter().map(|(label, hours, tone)| Bar {
        label: label.to_owned(),
        value: f64::from(hours),
        shown: if ja { format!("{hours}時間") } else { format!("{hours}h") },
        tone,
    });
    picture(if ja { "時間の内訳" } else { "Where the time went" }, Chart::Stretches(bars.collect()), ja)
}
