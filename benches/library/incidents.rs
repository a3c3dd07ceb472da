//! Invented incidents as `bench/generate.py` makes them: of one year, in rising order of `opened`, most of them in time.

use std::fmt::Write as _;

use slo::domain::{Instant, Span, Zone};

const NAMES: [&str; 13] = [
    "id",
    "title",
    "customer",
    "service",
    "severity",
    "status",
    "assignee",
    "opened",
    "acknowledged",
    "responded",
    "resolved",
    "hold_from",
    "hold_to",
];
const TITLES: [&str; 3] = ["ping 応答なし", "HTTP 5xx rate 4%, threshold 1%", "Replication lag 17 s"];
const SEVERITIES: [(&str, i64); 4] =
    [("critical", 1_800), ("high", 3_600), ("medium", 14_400), ("low", 28_800)];
const YEAR: i64 = 365 * 86_400;

/// One incident.
pub(crate) struct Row {
    /// Its id, title, customer, service, severity, status and assignee.
    pub(crate) texts: [String; 7],
    /// When it was opened, acknowledged, responded to and resolved.
    pub(crate) stages: [Option<Instant>; 4],
    /// From when to when it was paused, as one in four was.
    pub(crate) hold: Option<(Instant, Instant)>,
}

/// So many incidents.
pub(crate) fn rows(count: u32) -> Vec<Row> {
    let first = Instant::from_epoch(1_772_290_800, 0).unwrap();
    let mut dice = Dice(1);
    (0..count)
        .map(|number| row(&mut dice, first, number, i64::from(number) * YEAR / i64::from(count)))
        .collect()
}

fn row(dice: &mut Dice, first: Instant, number: u32, opened: i64) -> Row {
    let (severity, target) = SEVERITIES[dice.below(4) as usize];
    let service = dice.below(500);
    let at = |seconds: i64| first.plus(Span::from_seconds(opened + seconds).unwrap());
    let late = if dice.below(16) == 0 { 2 * target } else { 0 };
    let responded = late + 60 + i64::from(dice.below(1_000)) * (target - 60) / 1_000;
    let resolved = responded + i64::from(dice.below(1_000)) * target / 250;
    let is_open = dice.below(32) == 0;
    let hold = i64::from(60 + dice.below(7_000));
    Row {
        texts: [
            format!("INC{number:07}"),
            format!("[web-{service:03}-1] {}", TITLES[dice.below(3) as usize]),
            format!("顧客{:03}", service % 200),
            format!("web-{service:03}"),
            severity.to_owned(),
            if is_open { "in_progress" } else { "closed" }.to_owned(),
            format!("operator{:02}", dice.below(60)),
        ],
        stages: [Some(at(0)), Some(at(responded / 3)), Some(at(responded)), (!is_open).then(|| at(resolved))],
        hold: (dice.below(4) == 0).then(|| (at(hold), at(hold + 3_000))),
    }
}

/// The incidents as an export in CSV.
pub(crate) fn csv(rows: &[Row]) -> String {
    let mut text = NAMES.join(",") + "\n";
    for row in rows {
        let cells = row.texts.iter().cloned().chain(times(row));
        let quoted = cells.map(|cell| if cell.contains(',') { format!("\"{cell}\"") } else { cell });
        text += &(quoted.collect::<Vec<_>>().join(",") + "\n");
    }
    text
}

/// The same as JSON Lines.
pub(crate) fn jsonl(rows: &[Row]) -> String {
    let mut text = String::new();
    for row in rows {
        let cells = row.texts.iter().cloned().chain(times(row));
        let pairs = NAMES.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        let pairs = pairs.map(|(name, cell)| format!("\"{name}\":\"{cell}\""));
        writeln!(text, "{{{}}}", pairs.collect::<Vec<_>>().join(",")).unwrap();
    }
    text
}

fn times(row: &Row) -> impl Iterator<Item = String> {
    let zone = Zone::named("Asia/Tokyo").unwrap();
    let moments = row.stages.into_iter().chain([row.hold.map(|hold| hold.0), row.hold.map(|hold| hold.1)]);
    moments.map(move |moment| moment.map(|at| zone.at(at).to_rfc3339()).unwrap_or_default())
}

/// The same numbers in every run (splitmix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `count`.
    pub(crate) fn below(&mut self, count: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let share = ((mixed >> 32) * u64::from(count)) >> 32;
        u32::try_from(share).unwrap()
    }
}
