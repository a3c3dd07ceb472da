use maud::{Markup, html};

use super::place::{Across, Down, part};
use super::{Drawing, Safe, bars, labels};
use crate::render::chart::Bar;
use crate::render::{sanitize, table::shorten};

const TOP: f64 = 18.0;
const FOOT: f64 = 138.0;
/// The height of a line of labels.
const LINE: f64 = 15.0;
/// The room across on a phone, and in a box that moves.
const ROOMS: [f64; 2] = [320.0, 640.0];

/// A column for each class, with its value above and its name below.
pub(super) fn draw(drawing: &Drawing<'_>, bars: &[Bar]) -> Markup {
    let Layout { room, lines } = Layout::of(bars);
    let highest = bars.iter().map(bars::length).fold(0.0, f64::max);
    let slot = 1.0 / bars.len().max(1) as f64;
    let most = labels::columns(room * slot * lines as f64);
    let content = html! {
        @for (place, bar) in bars.iter().enumerate() {
            (column(bar, place, slot, part(bars::length(bar), highest), lines, most))
        }
        line.base x1="0" x2="100%" y1=(Down(FOOT)) y2=(Down(FOOT)) {}
    };
    let svg = drawing.svg("columns", FOOT + 6.0 + LINE * lines as f64, &content);
    if room > ROOMS[0] { drawing.wide(&svg) } else { svg }
}

/// How labels find room.
struct Layout {
    room: f64,
    lines: usize,
}

impl Layout {
    /// On one line where there is room, else on two in turn, else on two where the picture is wide.
    fn of(bars: &[Bar]) -> Self {
        let widest = bars.iter().map(|bar| labels::pixels(&bar.label)).fold(0.0, f64::max) + 6.0;
        let fits = |room: f64, lines: usize| widest * bars.len() as f64 <= room * lines as f64;
        let [phone, wide] = ROOMS;
        let layouts = [(phone, 1), (phone, 2), (wide, 1)];
        let (room, lines) =
            layouts.into_iter().find(|(room, lines)| fits(*room, *lines)).unwrap_or((wide, 2));
        Self { room, lines }
    }
}

fn column(bar: &Bar, place: usize, slot: f64, height: f64, lines: usize, most: usize) -> Markup {
    let middle = (place as f64 + 0.5) * slot;
    let high = height * (FOOT - TOP);
    let label = sanitize(&bar.label);
    let line = (place % lines) as f64;
    html! {
        g {
            title { (Safe(&bar.label)) ": " (Safe(&bar.shown)) }
            rect class=(bars::class(bar)) x=(Across(middle - slot * 0.32)) y=(Down(FOOT - high))
                width=(Across(slot * 0.64)) height=(Down(high)) {}
            text.small.middle x=(Across(middle)) y=(Down(FOOT - high - 5.0)) { (bars::mark(bar)) (Safe(&bar.shown)) }
            text.small.middle.faint x=(Across(middle)) y=(Down(FOOT + 15.0 + line * LINE)) {
                (Safe(&shorten(&label, most)))
            }
        }
    }
}
