use crate::assess::{Counts, GroupRow, Grouping};
use crate::render::words::Words;

use super::{Block, Cell, Column, Subject, Table, Tone, count, count_cells, count_columns, percent, rate};

/// How many rows a breakdown shows where not everything is asked for.
const LISTED: usize = 20;

/// Each objective by each property that was asked for.
pub(super) fn blocks(subject: &Subject<'_>) -> Vec<Block> {
    let objectives = subject.report.objectives.iter();
    objectives
        .flat_map(|objective| objective.groups.iter().map(move |grouping| (objective, grouping)))
        // A single row would only say again what the summary says.
        .filter(|(_, grouping)| grouping.rows.len() > 1 && subject.style.groups.contains(&grouping.by))
        .flat_map(|(objective, grouping)| group(subject, &objective.title, grouping))
        .collect()
}

fn group(subject: &Subject<'_>, objective: &str, grouping: &Grouping) -> Vec<Block> {
    let words = subject.words;
    // The name of an attribute is the policy's and no text of ours: the heading tells it.
    let property = words.property(&grouping.by);
    let most = subject.style.limit.map_or(usize::MAX, |_| LISTED);
    let shown = grouping.rows.len().min(most);
    let rows = &grouping.rows[..shown];
    let counts: Vec<_> = rows.iter().map(|row| &row.counts).collect();
    let mut columns = vec![Column::left("").at_least(8), Column::right(words.rate)];
    columns.extend(count_columns(words, &counts));
    let cells = |row: &GroupRow| {
        let key = match &row.key {
            Some(key) => Cell::new(key),
            None => Cell::new(words.nothing).tone(Tone::Faint),
        };
        let mut cells = vec![key, share(words, &row.counts)];
        cells.extend(count_cells(&row.counts));
        cells
    };
    let mut blocks = vec![
        Block::Heading((words.by)(objective, property)),
        Block::Table(Table { columns, rows: rows.iter().map(cells).collect(), cut: Some(2) }),
    ];
    let rest = (grouping.rows.len() - shown) as u64;
    if rest > 0 {
        blocks.push(Block::Line((words.more)(&count(rest)), Tone::Faint));
    }
    blocks
}

/// The rate with its base; in short without it, since what was met and breached stands beside it.
fn share(words: &Words, counts: &Counts) -> Cell {
    let cell = Cell::new(rate(words, counts));
    match counts.rate() {
        Some(rate) => cell.short(percent(words, rate.per_mille())),
        None => cell,
    }
}
