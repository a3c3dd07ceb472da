use maud::{Markup, html};

use super::place::{Across, part};
use super::{Drawing, Safe, bars};
use crate::render::chart::Bar;
use crate::render::page::Tone;

/// How many colours stretches have that aren't meant in a way.
const COLOURS: usize = 6;
/// The share below which a stretch has no room for its number.
const ROOM: f64 = 0.06;

/// One bar of numbered stretches, and what each number stands for.
pub(super) fn draw(drawing: &Drawing<'_>, stretches: &[Bar]) -> Markup {
    let language = drawing.context.document.language;
    let total = bars::total(stretches);
    let mut begin = 0.0;
    let parts: Vec<Markup> = stretches
        .iter()
        .enumerate()
        .map(|(place, stretch)| {
            let share = part(bars::length(stretch), total);
            let drawn = one(stretch, place, begin, share);
            begin += share;
            drawn
        })
        .collect();
    let content = html! {
        rect.track x="0" y="0" width="100%" height="30" {}
        @for part in parts { (part) }
    };
    html! {
        (drawing.svg("stretches", 30.0, &content))
        ol.legend {
            @for (place, stretch) in stretches.iter().enumerate() {
                li {
                    span class={ "swatch " (class(stretch, place)) } { (place + 1) }
                    span { (bars::mark(stretch)) (Safe(&stretch.label)) }
                    span.value { (Safe(&stretch.shown)) }
                    span.share { (bars::percentage(part(bars::length(stretch), total), language)) }
                }
            }
        }
    }
}

fn one(stretch: &Bar, place: usize, begin: f64, share: f64) -> Markup {
    html! {
        g class=(class(stretch, place)) {
            title { (Safe(&stretch.label)) ": " (Safe(&stretch.shown)) }
            rect x=(Across(begin)) y="0" width=(Across(share)) height="30" {}
            @if share >= ROOM {
                text.middle x=(Across(begin + share / 2.0)) y="20" { (place + 1) }
            }
        }
    }
}

/// The colour of a stretch: how it is meant, else the next one.
fn class(stretch: &Bar, place: usize) -> String {
    match stretch.tone {
        Tone::Plain => format!("stretch-{}", place % COLOURS + 1),
        _ => format!("stretch-{}", bars::class(stretch)),
    }
}
