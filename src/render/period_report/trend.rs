use super::Told;
use super::compliance::rate_cell;
use crate::assess::{Counts, ObjectiveReport, Rate};
use crate::render::chart::{Chart, Picture, Trend, TrendLine, TrendPoint};
use crate::render::document::Section;
use crate::render::page::{Block, Cell, Column, NOTHING, Table, Tone, percent};

/// The rates of the period and of those before it.
pub(super) fn section(parts: &Told<'_>) -> Option<Section> {
    let Told { told, words, .. } = parts;
    if told.past.len() < 2 {
        return None;
    }
    let mut blocks = pictures(parts);
    let mut columns = vec![Column::left(words.period_column)];
    columns.extend(told.report.objectives.iter().map(|objective| Column::named(objective.title.clone())));
    let rows = told.past.iter().map(|past| {
        let mut cells = vec![Cell::new(past.period.to_string())];
        cells.extend(told.report.objectives.iter().zip(&past.counts).map(|(objective, counts)| {
            let tone = match reached(objective, counts) {
                Some(false) => Tone::Bad,
                Some(true) | None => Tone::Plain,
            };
            rate_cell(parts, counts).tone(tone)
        }));
        cells
    });
    blocks.push(Block::Table(Table { columns, rows: rows.collect(), cut: None }));
    Some(Section::new("trend", words.trend, blocks))
}

fn reached(objective: &ObjectiveReport, counts: &Counts) -> Option<bool> {
    counts.reaches(objective.goal?)
}

/// A picture for each objective.
fn pictures(parts: &Told<'_>) -> Vec<Block> {
    let Told { told, words, subject, .. } = parts;
    let periods: Vec<String> = told.past.iter().map(|past| past.period.to_string()).collect();
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return Vec::new() };
    let picture = |(place, objective): (usize, &ObjectiveReport)| {
        let point = |counts: &Counts| {
            let rate = counts.rate()?;
            let shown = percent(subject.words, rate.per_mille());
            Some(TrendPoint { rate: rate.quotient(), shown, reached: reached(objective, counts) })
        };
        let points: Vec<Option<TrendPoint>> =
            told.past.iter().map(|past| past.counts.get(place).and_then(point)).collect();
        let shown: Vec<&str> =
            points.iter().map(|point| point.as_ref().map_or(NOTHING, |point| &point.shown)).collect();
        let description = (words.trend_picture)(&objective.title, first, last, &shown.join(words.and));
        let goal = objective.goal;
        let goal_shown = goal
            .map_or_else(String::new, |goal| (words.goal_of)(&(subject.words.percent)(&goal.to_string())));
        let line = TrendLine {
            name: objective.title.clone(),
            goal: goal.map(crate::domain::Goal::share),
            goal_shown,
            points,
        };
        let trend = Trend { periods: periods.clone(), lines: vec![line] };
        let title = objective.title.clone();
        Block::Picture(Box::new(Picture { title, description, chart: Chart::Trend(trend) }))
    };
    let judged = |place: usize| {
        told.past.iter().any(|past| past.counts.get(place).and_then(Counts::rate).is_some_and(|_: Rate| true))
    };
    told.report.objectives.iter().enumerate().filter(|(place, _)| judged(*place)).map(picture).collect()
}
