use maud::{Markup, html};

use super::place::{Across, Down};
use super::scale::Scale;
use super::svg::Svg;
use super::trend_point::{Kind, key, marker};
use super::{Drawing, Safe, labels};
use crate::render::chart::{Trend, TrendLine, TrendPoint};
use crate::render::words::Words;

const TOP: f64 = 18.0;
const FOOT: f64 = 132.0;
const HEIGHT: f64 = 156.0;
/// The room across that a plot has at least, which is that of a phone less its margins.
const NARROWEST: f64 = 200.0;
/// The share of the width that stays free to the left and right.
const MARGIN: f64 = 0.07;

/// A small plot for each line, so that none hides another and each has the axis it needs.
pub(super) fn draw(drawing: &Drawing<'_>, trend: &Trend) -> Markup {
    let words = drawing.context.words;
    let plots: Vec<Plot<'_>> = trend
        .lines
        .iter()
        .map(|line| Plot { drawing, periods: &trend.periods, line, scale: scale(line) })
        .collect();
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| plots.iter().flat_map(Plot::points).any(|(_, _, point)| Kind::of(point) == *kind));
    let note = match plots.as_slice() {
        [] => None,
        plots if plots.iter().all(|plot| plot.scale.from == 0.0) => None,
        [plot] => Some((words.axis)(&plot.rate(plot.scale.from))),
        _ => Some(words.axes.to_owned()),
    };
    html! {
        div.plots {
            @for (part, plot) in plots.iter().enumerate() { (plot.draw(part)) }
        }
        div.key {
            (key(words, kinds))
            @if let Some(note) = note { p { (note) } }
        }
    }
}

/// The axis that holds the points and the goal.
fn scale(line: &TrendLine) -> Scale {
    let points = line.points.iter().flatten().map(|point| point.rate);
    Scale::of(points.chain(line.goal), TOP, FOOT)
}

/// The rates of one objective.
struct Plot<'a> {
    drawing: &'a Drawing<'a>,
    periods: &'a [String],
    line: &'a TrendLine,
    scale: Scale,
}

impl Plot<'_> {
    /// The points there are, with where they stand.
    fn points(&self) -> impl Iterator<Item = (usize, &String, &TrendPoint)> {
        let places = self.periods.iter().zip(&self.line.points).enumerate();
        places.filter_map(|(place, (period, point))| Some((place, period, point.as_ref()?)))
    }

    fn across(&self, place: usize) -> f64 {
        let last = self.periods.len().saturating_sub(1);
        if last == 0 { 0.5 } else { MARGIN + (1.0 - 2.0 * MARGIN) * place as f64 / last as f64 }
    }

    fn draw(&self, part: usize) -> Markup {
        let description = self.description();
        let svg =
            Svg { part, title: &self.line.name, description: &description, height: HEIGHT, class: "plot" };
        let content = html! {
            (self.axis())
            (self.goal())
            (self.periods())
            (self.segments())
            @for (place, period, point) in self.points() {
                (marker(point, &self.told(period, point), self.across(place), self.scale.down(point.rate)))
            }
            @for (place, point) in self.named_points() { (self.name(place, point)) }
        };
        html! {
            div.trend {
                p.plot-name { (Safe(&self.line.name)) }
                div.plot-box { (svg.around(self.drawing, &content)) }
            }
        }
    }

    /// The lines across, each with its rate.
    fn axis(&self) -> Markup {
        html! {
            @for rate in self.scale.ticks() {
                line.grid x1="0" x2="100%" y1=(Down(self.scale.down(rate))) y2=(Down(self.scale.down(rate))) {}
                text.small.end x="-6" y=(Down(self.scale.down(rate) + 4.0)) { (self.rate(rate)) }
            }
        }
    }

    fn goal(&self) -> Markup {
        let down = |goal: f64| self.scale.down(goal);
        html! {
            @if let Some(goal) = self.line.goal {
                line.goal x1="0" x2="100%" y1=(Down(down(goal))) y2=(Down(down(goal))) {}
                svg.beside x="100%" y=(Down(down(goal))) {
                    text.small x="5" y="-3" { (self.drawing.context.words.goal) }
                    text.small x="5" y="10" { (Safe(&self.line.goal_shown)) }
                }
            }
        }
    }

    /// As many names of periods as there is room for, the newest among them.
    fn periods(&self) -> Markup {
        let slot = NARROWEST / self.periods.len().max(1) as f64;
        let every = labels::every(self.periods, slot);
        let newest = self.periods.len().saturating_sub(1);
        html! {
            @for (place, period) in self.periods.iter().enumerate() {
                @if (newest - place).is_multiple_of(every) {
                    text.small.middle x=(Across(self.across(place))) y=(Down(HEIGHT - 6.0)) { (Safe(period)) }
                }
            }
        }
    }

    /// Between points that follow each other; where there is none the line has a gap.
    fn segments(&self) -> Markup {
        let points: Vec<_> = self.points().collect();
        html! {
            @for pair in points.windows(2) {
                @if let [(from, _, begin), (to, _, end)] = pair {
                    @if from + 1 == *to {
                        line.rate x1=(Across(self.across(*from))) y1=(Down(self.scale.down(begin.rate)))
                            x2=(Across(self.across(*to))) y2=(Down(self.scale.down(end.rate))) {}
                    }
                }
            }
        }
    }

    /// The newest point, and those that missed the goal where there is room for their rates.
    fn named_points(&self) -> Vec<(usize, &TrendPoint)> {
        let slot = NARROWEST / self.periods.len().max(1) as f64;
        let mut named: Vec<(usize, &TrendPoint)> = Vec::new();
        let newest = self.points().last().map(|(place, ..)| place);
        let points: Vec<_> = self.points().collect();
        for (place, _, point) in points.into_iter().rev() {
            let room = named
                .last()
                .is_none_or(|(last, _)| (last - place) as f64 * slot >= labels::pixels(&point.shown) + 4.0);
            if room && (Some(place) == newest || point.reached == Some(false)) {
                named.push((place, point));
            }
        }
        named
    }

    fn name(&self, place: usize, point: &TrendPoint) -> Markup {
        let down = self.scale.down(point.rate);
        // Below the point where it is under its goal, so that the line of the goal stays free.
        let beneath = point.reached == Some(false) && down < FOOT - 14.0;
        let y = if beneath { down + 17.0 } else { down - 8.0 };
        let class = if point.reached == Some(false) { "small middle bad halo" } else { "small middle halo" };
        html! { text class=(class) paint-order="stroke" x=(Across(self.across(place))) y=(Down(y)) { (Safe(&point.shown)) } }
    }

    fn rate(&self, rate: f64) -> String {
        let number = format!("{:.2}", rate * 100.0);
        let number = number.trim_end_matches('0').trim_end_matches('.');
        (Words::of(self.drawing.context.document.language).percent)(number)
    }

    /// A point in words.
    fn told(&self, period: &str, point: &TrendPoint) -> String {
        let words = self.drawing.context.words;
        (words.point)(period, &point.shown, Kind::of(point).word(words))
    }

    /// All of it in words.
    fn description(&self) -> String {
        let words = self.drawing.context.words;
        let points: Vec<String> = self
            .periods
            .iter()
            .zip(&self.line.points)
            .map(|(period, point)| match point {
                Some(point) => self.told(period, point),
                None => (words.gap)(period, words.no_point),
            })
            .collect();
        format!("{} {}", self.drawing.picture.description, (words.between)(&points))
    }
}
