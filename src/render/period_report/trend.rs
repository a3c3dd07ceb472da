use super::Parts;
use super::compliance::rate_cell;
use crate::assess::{Counts, ObjectiveReport};
use crate::domain::Goal;
use crate::render::chart::{Chart, Picture, Trend, TrendLine, TrendPoint};
use crate::render::document::Section;
use crate::render::page::{Block, Cell, Column, NOTHING, Table, Tone, percent};

/// The rates of the period and of those before it.
pub(super) fn section(parts: &Parts<'_>) -> Option<Section> {
    let Parts { report: told, words, .. } = parts;
    if told.past.len() < 2 {
        return None;
    }
    let mut blocks = Vec::from_iter(picture(parts));
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

/// A picture with a line for each objective that anything was judged under.
fn picture(parts: &Parts<'_>) -> Option<Block> {
    let Parts { report: told, words, subject, .. } = parts;
    let periods: Vec<String> = told.past.iter().map(|past| past.period.to_string()).collect();
    let (first, last) = (periods.first()?.clone(), periods.last()?.clone());
    let line = |(place, objective): (usize, &ObjectiveReport)| {
        let point = |counts: &Counts| {
            let rate = counts.rate()?;
            let shown = percent(subject.words, rate.per_mille());
            Some(TrendPoint { rate: rate.quotient(), shown, reached: reached(objective, counts) })
        };
        let points: Vec<Option<TrendPoint>> =
            told.past.iter().map(|past| past.counts.get(place).and_then(point)).collect();
        let goal = objective.goal;
        points.iter().any(Option::is_some).then(|| TrendLine {
            name: objective.title.clone(),
            goal: goal.map(Goal::share),
            goal_shown: goal.map_or_else(String::new, |goal| (subject.words.percent)(&goal.to_string())),
            points,
        })
    };
    let lines: Vec<TrendLine> = told.report.objectives.iter().enumerate().filter_map(line).collect();
    let told = |line: &TrendLine| {
        let shown =
            |point: &Option<TrendPoint>| point.as_ref().map_or(NOTHING, |point| &point.shown).to_owned();
        let rates: Vec<String> = line.points.iter().map(shown).collect();
        (words.trend_picture)(&line.name, &first, &last, &rates.join(words.and))
    };
    let description = lines.iter().map(told).collect::<Vec<_>>().join(" ");
    let picture = Picture {
        title: words.trend.to_owned(),
        description,
        chart: Chart::Trend(Trend { periods: periods.clone(), lines }),
    };
    Some(Block::Picture(Box::new(picture)))
}
