use maud::{Markup, html};

use super::place::{Across, Down};
use super::{Drawing, Safe};
use crate::render::chart::WeekGrid;
use crate::render::words::count;

const TOP: f64 = 20.0;
const ROW: f64 = 26.0;
/// The share of the width that the names of the days take.
const DAYS: f64 = 0.05;
const HOUR: f64 = (1.0 - DAYS) / 24.0;
/// How many shades there are.
const LEVELS: u64 = 5;

/// A cell for each hour of the week, the darker the more fell into it, with the number in it.
pub(super) fn draw(drawing: &Drawing<'_>, grid: &WeekGrid) -> Markup {
    let words = drawing.context.words;
    let most = grid.counts.iter().flatten().copied().max().unwrap_or(0);
    let content = html! {
        @for hour in (0..24).step_by(3) {
            text.small.faint x=(Across(DAYS + HOUR * hour as f64)) y="12" { ((words.hour)(hour)) }
        }
        @for (row, (day, counts)) in grid.days.iter().zip(&grid.counts).enumerate() {
            text.small x="0" y=(Down(TOP + ROW * row as f64 + 17.0)) { (Safe(day)) }
            @for (hour, &number) in counts.iter().enumerate() {
                (cell(&(words.in_hour)(day, hour, &count(number)), row, hour, number, most))
            }
        }
    };
    let picture = drawing.svg("week", TOP + ROW * 7.0, &content);
    html! {
        (drawing.wide(&picture))
        div.key {
            p { (words.shades) }
            ul {
                @for (level, range) in levels(most) {
                    li { span class={ "swatch level-" (level) } {} (range) }
                }
            }
        }
    }
}

fn cell(told: &str, row: usize, hour: usize, number: u64, most: u64) -> Markup {
    let left = DAYS + HOUR * hour as f64;
    let top = TOP + ROW * row as f64;
    let level = level(number, most);
    html! {
        g class={ "level-" (level) } {
            title { (Safe(told)) }
            rect x=(Across(left)) y=(Down(top)) width=(Across(HOUR - 0.002)) height=(Down(ROW - 2.0)) {}
            @if number > 0 {
                text.small.middle x=(Across(left + HOUR / 2.0 - 0.001)) y=(Down(top + 16.0)) { (brief(number)) }
            }
        }
    }
}

/// The highest number of a shade. The steps grow as squares do, since an hour in which all alarms
/// went off would leave one shade for all others.
fn end(level: u64, most: u64) -> u64 {
    let end = u128::from(most) * u128::from(level * level) / u128::from(LEVELS * LEVELS);
    u64::try_from(end).unwrap_or(most)
}

/// The shade of a number.
fn level(number: u64, most: u64) -> u64 {
    (0..LEVELS).find(|&level| number <= end(level, most)).unwrap_or(LEVELS)
}

/// The shades there are, with the numbers they stand for.
fn levels(most: u64) -> Vec<(u64, String)> {
    let shade = |level: u64| {
        let (from, to) = (end(level - 1, most) + 1, end(level, most));
        let range = if from == to { count(to) } else { format!("{}–{}", count(from), count(to)) };
        (from <= to).then_some((level, range))
    };
    std::iter::once((0, "0".to_owned())).chain((1..=LEVELS).filter_map(shade)).collect()
}

/// A number that has room in a cell.
fn brief(number: u64) -> String {
    if number < 10_000 { number.to_string() } else { format!("{}k", count(number / 1000)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_the_shade_that_the_key_tells() {
        for most in [0, 1, 2, 4, 5, 7, 23, 100, u64::MAX] {
            for number in (0..=most.min(200)).chain([most]) {
                let level = level(number, most);
                let range = levels(most).into_iter().find(|(of, _)| *of == level).unwrap().1.replace(',', "");
                let (from, to) = range.split_once('–').unwrap_or((&range, &range));
                let [from, to] = [from, to].map(|end| end.parse::<u64>().unwrap());
                assert!((from..=to).contains(&number), "{number} of {most} in {range}");
            }
        }
    }
}
