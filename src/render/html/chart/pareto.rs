use maud::{Markup, html};

use super::place::{Across, Down, part};
use super::{Drawing, Safe, bars, labels};
use crate::render::chart::Bar;
use crate::render::sanitize;
use crate::render::table::shorten;

/// The height of a bar with its label above.
const ROW: f64 = 36.0;
/// The room across that a row has at least, and where there is more.
const ROOMS: [f64; 2] = [320.0, 560.0];

/// A row for each bar: its share of all, on the band that it makes together with those above.
pub(super) fn draw(drawing: &Drawing<'_>, bars: &[Bar]) -> Markup {
    let total = bars::total(bars);
    let mut together = 0.0;
    let rows: Vec<Markup> = bars
        .iter()
        .enumerate()
        .map(|(place, bar)| {
            together += bars::length(bar);
            row(drawing, bar, place as f64 * ROW, total, together)
        })
        .collect();
    let content = html! { @for row in rows { (row) } };
    html! {
        (drawing.svg("bars", (bars.len() as f64 * ROW).max(1.0), &content))
        div.key {
            ul {
                li { span.swatch.share {} (drawing.context.words.share) }
                li { span.swatch.band {} (drawing.context.words.so_far) }
            }
        }
    }
}

fn row(drawing: &Drawing<'_>, bar: &Bar, top: f64, total: f64, together: f64) -> Markup {
    let context = drawing.context;
    let share = part(bars::length(bar), total);
    let so_far = part(together, total);
    let percent = (context.words.together)(&bars::percentage(so_far, context.document.language));
    let numbers = format!("{}  {percent}", bar.shown);
    let label = format!("{}{}", bars::mark(bar), bar.label);
    let [narrow, roomy] = ROOMS.map(|room| shortened(&label, room - labels::pixels(&numbers)));
    html! {
        g {
            title { (Safe(&bar.label)) }
            @if narrow == roomy {
                text x="0" y=(Down(top + 13.0)) { (Safe(&roomy)) }
            } @else {
                text.if-narrow x="0" y=(Down(top + 13.0)) { (Safe(&narrow)) }
                text.if-roomy x="0" y=(Down(top + 13.0)) { (Safe(&roomy)) }
            }
            text.end x="100%" y=(Down(top + 13.0)) {
                tspan.strong { (Safe(&bar.shown)) }
                tspan.faint dx="10" { (percent) }
            }
            rect.track x="0" y=(Down(top + 19.0)) width="100%" height="9" {}
            rect.band x="0" y=(Down(top + 19.0)) width=(Across(so_far)) height="9" {}
            rect class=(bars::class(bar)) x="0" y=(Down(top + 19.0)) width=(Across(share)) height="9" {}
        }
    }
}

/// A label that has room; the whole of it stands in the title.
fn shortened(label: &str, room: f64) -> String {
    shorten(&sanitize(label), labels::columns(room)).into_owned()
}
