use super::compliance::share;
use super::{Parts, named};
use crate::assess::{ObjectiveReport, Rate};
use crate::render::document::Section;
use crate::render::page::notes::doubts as doubtful;
use crate::render::page::{Block, Cell, Column, Table, Tone, number};
use crate::render::words::count;

/// How many of the period's incidents the rates are made of, and what became of the others.
pub(super) fn section(parts: &Parts<'_>) -> Section {
    let Parts { report: told, words, .. } = parts;
    let columns = vec![
        Column::left(words.objective).at_least(10),
        Column::right(words.measured),
        Column::right(words.share),
        Column::right(words.pending),
        Column::right(words.unknown),
        Column::right(words.uncovered),
        Column::right(words.excluded),
    ];
    let row = |objective: &ObjectiveReport| {
        let counts = &objective.counts;
        let doubtful = |count: u64| number(count).tone(if count > 0 { Tone::Warning } else { Tone::Plain });
        vec![
            Cell::new(&objective.title),
            Cell::new((words.measured_of)(&count(counts.judged()), &count(counts.all()))),
            share(parts, Rate::of(counts.judged(), counts.all())),
            number(counts.pending),
            doubtful(counts.unknown),
            doubtful(counts.uncovered),
            number(counts.excluded),
        ]
    };
    let rows = told.report.objectives.iter().map(row).collect();
    let mut blocks = vec![Block::Table(Table { columns, rows, cut: None })];
    if told.customer.is_none() {
        let rows = (parts.subject.words.unreadable)(&count(told.report.unreadable_rows()));
        let tone = if told.report.unreadable_rows() > 0 { Tone::Warning } else { Tone::Plain };
        blocks.push(Block::Line(rows, tone));
    }
    Section::new("coverage", words.coverage, blocks)
}

/// What was read with doubts: a section for each kind.
pub(super) fn doubts(parts: &Parts<'_>) -> Vec<Section> {
    let mut sections = Vec::new();
    for block in doubtful(&parts.subject) {
        match (block, sections.last_mut()) {
            (Block::Heading(heading), _) => {
                sections.extend(named("doubts", vec![Block::Heading(heading)]));
            }
            (block, Some(Section { blocks, .. })) => blocks.push(block),
            (_, None) => {}
        }
    }
    for (section, id) in sections.iter_mut().zip(DOUBTS) {
        section.id = id;
    }
    sections
}

/// Names of these sections, in order; there are no more kinds.
const DOUBTS: [&str; 5] = ["doubts-1", "doubts-2", "doubts-3", "doubts-4", "doubts-5"];
