use super::Parts;
use super::bars::bar;
use crate::assess::{Distribution, OverrunClass};
use crate::domain::Span;
use crate::render::chart::{Bar, Chart, Picture};
use crate::render::document::Section;
use crate::render::duration::short_duration;
use crate::render::page::breaches::length;
use crate::render::page::{Block, Cell, Column, NOTHING, Table, Tone, number};

/// How long things took, and how far over target, by what stands in the middle and near the end.
pub(super) fn section(parts: &Parts<'_>) -> Option<Section> {
    let Parts { report: told, words, subject, .. } = parts;
    if told.elapsed.iter().all(Option::is_none) {
        return None;
    }
    let columns = vec![
        Column::left(words.objective).at_least(10),
        Column::right(words.judged),
        Column::right(words.median),
        Column::right(words.ninetieth),
        Column::right(words.longest).left_out(1),
        Column::right(words.over_median),
        Column::right(words.over_ninetieth).left_out(2),
    ];
    let cell = |found: Option<Span>| found.map_or_else(|| Cell::new(NOTHING), |span| length(subject, span));
    let row = |(place, objective): (usize, &crate::assess::ObjectiveReport)| {
        let of = |all: &[Option<Distribution>]| all.get(place).copied().flatten();
        let (elapsed, over) = (of(&told.elapsed), of(&told.over));
        vec![
            Cell::new(&objective.title),
            number(elapsed.map_or(0, |found| found.count as u64)),
            cell(elapsed.map(|found| found.median)),
            cell(elapsed.map(|found| found.ninetieth)),
            cell(elapsed.map(|found| found.longest)),
            cell(over.map(|found| found.median)),
            cell(over.map(|found| found.ninetieth)),
        ]
    };
    let rows = told.report.objectives.iter().enumerate().map(row).collect();
    Some(Section::new("times", words.times, vec![Block::Table(Table { columns, rows, cut: Some(5) })]))
}

/// The breaches by how far they were over target.
pub(super) fn overruns(parts: &Parts<'_>) -> Option<Section> {
    let Parts { report: told, words, .. } = parts;
    let most = told.overruns.iter().map(|class| class.breaches).max().filter(|most| *most > 0)?;
    let columns = vec![Column::left(words.over_target), Column::right(words.breaches), Column::drawn("")];
    let named: Vec<(String, u64)> =
        told.overruns.iter().map(|class| (name(parts, class), class.breaches)).collect();
    let rows = named
        .iter()
        .map(|(name, breaches)| vec![Cell::new(name), number(*breaches), Cell::new(bar(*breaches, most))]);
    let table = Table { columns, rows: rows.collect(), cut: None };
    let bars = named.iter().map(|(name, breaches)| Bar {
        label: name.clone(),
        value: *breaches as f64,
        shown: breaches.to_string(),
        tone: Tone::Plain,
    });
    let picture = picture(parts, words.overruns, Chart::Histogram, bars.collect());
    Some(Section::new("overruns", words.overruns, vec![picture, Block::Table(table)]))
}

fn name(parts: &Parts<'_>, class: &OverrunClass) -> String {
    let (words, language) = (parts.words, parts.style.language);
    let text = |span: Span| short_duration(span, language);
    match class.up_to {
        Some(end) if class.above == Span::ZERO => (words.up_to)(&text(end)),
        Some(end) => (words.between)(&text(class.above), &text(end)),
        None => (words.above)(&text(class.above)),
    }
}

/// A picture of bars, told in words by them.
pub(super) fn picture(parts: &Parts<'_>, title: &str, chart: fn(Vec<Bar>) -> Chart, bars: Vec<Bar>) -> Block {
    let words = parts.words;
    let told: Vec<String> = bars.iter().map(|bar| (words.bar)(&bar.label, &bar.shown)).collect();
    let description = (words.bars_picture)(title, &told.join(words.and));
    Block::Picture(Box::new(Picture { title: title.to_owned(), description, chart: chart(bars) }))
}
