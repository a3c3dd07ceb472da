use crate::assess::{GroupRow, Grouping};

use super::{Block, Cell, Column, Subject, Table, Tone, count, count_cells, count_columns, rate};

/// Each objective by each property that was asked for.
pub(super) fn blocks(subject: &Subject<'_>) -> Vec<Block> {
    let objectives = subject.report.objectives.iter();
    objectives
        .flat_map(|objective| objective.groups.iter().map(move |grouping| (objective, grouping)))
        .filter(|(_, grouping)| !grouping.rows.is_empty())
        .flat_map(|(objective, grouping)| group(subject, &objective.title, grouping))
        .collect()
}

fn group(subject: &Subject<'_>, objective: &str, grouping: &Grouping) -> Vec<Block> {
    let words = subject.words;
    // The name of an attribute is the policy's and no text of ours: the heading tells it.
    let property = words.property(&grouping.by);
    let shown = grouping.rows.len().min(subject.limit.unwrap_or(usize::MAX));
    let rows = &grouping.rows[..shown];
    let mut columns = vec![Column::left("").at_least(8), Column::right(words.rate)];
    columns.extend(count_columns(words, rows.iter().map(|row| &row.counts)));
    let cells = |row: &GroupRow| {
        let key = match &row.key {
            Some(key) => Cell::new(key),
            None => Cell::new(words.nothing).tone(Tone::Faint),
        };
        let mut cells = vec![key, Cell::new(rate(words, &row.counts))];
        cells.extend(count_cells(&row.counts));
        cells
    };
    let mut blocks = vec![
        Block::Heading((words.by)(objective, property)),
        Block::Table(Table { columns, rows: rows.iter().map(cells).collect(), cut: None }),
    ];
    let rest = (grouping.rows.len() - shown) as u64;
    if rest > 0 {
        blocks.push(Block::Line((words.more)(&count(rest)), Tone::Faint));
    }
    blocks
}
