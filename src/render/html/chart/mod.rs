//! Pictures as SVG within the page.
//!
//! Across, places are shares of the width, so that a picture is as wide as its screen or paper and
//! its letters stay as large as those of the text; downwards they are pixels. Colours come from
//! classes alone, and none says what a mark, a number or a label doesn't.

mod bars;
mod histogram;
mod labels;
mod pareto;
mod place;
mod scale;
mod stretches;
mod svg;
mod trend;
mod trend_point;
mod week;

use maud::{Markup, html};

use super::{Context, Safe};
use crate::render::chart::{Chart, Picture};

/// A picture with its name above it, which is not shown where the heading just said it.
pub(super) fn figure(context: &Context<'_>, id: &str, heading: &str, picture: &Picture) -> Markup {
    let drawing = Drawing { context, id, picture };
    let said = picture.title == heading;
    html! {
        figure.several[is_several(&picture.chart)] {
            figcaption.unseen[said] id={ (id) "-name" } { (Safe(&picture.title)) }
            @match &picture.chart {
                Chart::Trend(trend) => (trend::draw(&drawing, trend)),
                Chart::Pareto(bars) => (pareto::draw(&drawing, bars)),
                Chart::Histogram(bars) => (histogram::draw(&drawing, bars)),
                Chart::Week(grid) => (week::draw(&drawing, grid)),
                Chart::Stretches(bars) => (stretches::draw(&drawing, bars)),
            }
        }
    }
}

/// Whether it has plots in rows, between which paper may end.
fn is_several(chart: &Chart) -> bool {
    matches!(chart, Chart::Trend(trend) if trend.lines.len() > 2)
}

/// What the parts of a picture are drawn with.
struct Drawing<'a> {
    context: &'a Context<'a>,
    id: &'a str,
    picture: &'a Picture,
}

impl Drawing<'_> {
    /// A picture that is too dense for a phone moves in a box of its own.
    fn wide(&self, content: &Markup) -> Markup {
        html! {
            div.scroll role="region" tabindex="0" aria-labelledby={ (self.id) "-name" } {
                div.wide { (content) }
            }
        }
    }
}
