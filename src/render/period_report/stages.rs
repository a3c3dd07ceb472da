use super::Parts;
use super::bars::bar;
use super::compliance::share;
use super::times::picture;
use crate::assess::{Rate, StageStep};
use crate::domain::Span;
use crate::render::chart::{Bar, Chart};
use crate::render::document::Section;
use crate::render::duration::short_duration;
use crate::render::page::breaches::length;
use crate::render::page::{Block, Cell, Column, NOTHING, Table, Tone, number};
use crate::words::names;

/// Between which stages the time of the breached incidents went.
pub(super) fn section(parts: &Parts<'_>) -> Option<Section> {
    let Parts { report: told, words, subject, .. } = parts;
    let steps = &told.stages.steps;
    let nanos = |span: Span| u64::try_from(span.nanos()).unwrap_or(0);
    let all: u64 = steps.iter().map(|step| nanos(step.total())).sum();
    if all == 0 {
        return None;
    }
    let columns = vec![
        Column::left(words.step).at_least(12),
        Column::right(words.median),
        Column::right(words.ninetieth).left_out(3),
        Column::right(words.time),
        Column::right(words.share),
        Column::drawn("").left_out(1),
        Column::right(words.crossed),
        Column::right(words.not_recorded).left_out(2),
    ];
    let most = steps.iter().map(|step| nanos(step.total())).max().unwrap_or(0);
    let spread = |step: &StageStep<'_>| crate::assess::Distribution::of(&step.took);
    let cell = |span: Option<Span>| span.map_or_else(|| Cell::new(NOTHING), |span| length(subject, span));
    let rows = steps.iter().map(|step| {
        let total = nanos(step.total());
        let tone = if step.crossed > 0 { Tone::Bad } else { Tone::Plain };
        vec![
            Cell::new(name(parts, step)),
            cell(spread(step).map(|found| found.median)),
            cell(spread(step).map(|found| found.ninetieth)),
            length(subject, step.total()),
            share(parts, Rate::of(total, all)),
            Cell::new(bar(total, most)),
            number(step.crossed as u64).tone(tone),
            number(step.unrecorded as u64),
        ]
    });
    let table = Table { columns, rows: rows.collect(), cut: None };
    let bars = steps.iter().map(|step| Bar {
        label: name(parts, step),
        value: nanos(step.total()) as f64,
        shown: short_duration(step.total(), parts.style.language),
        tone: if step.crossed > 0 { Tone::Bad } else { Tone::Plain },
    });
    let mut blocks =
        vec![picture(parts, words.stages, Chart::Stretches, bars.collect()), Block::Table(table)];
    if told.stages.untold > 0 {
        blocks.push(Block::Line((words.untold)(told.stages.untold as u64), Tone::Faint));
    }
    Some(Section::new("stages", words.stages, blocks))
}

fn name(parts: &Parts<'_>, step: &StageStep<'_>) -> String {
    let word = |stage| (names::Words::of(parts.style.language).stage)(stage).unwrap_or(stage).to_owned();
    (parts.words.from_to)(&word(step.from), &word(step.to))
}
