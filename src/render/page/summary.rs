use crate::assess::ObjectiveReport;
use crate::render::words::Words;

use super::{Block, Cell, Column, NOTHING, Subject, Table, Tone, count_cells, count_columns, percent, rate};

/// How each objective was kept.
pub(in crate::render) fn blocks(subject: &Subject<'_>) -> Vec<Block> {
    let Subject { report, words, .. } = subject;
    if report.objectives.is_empty() {
        return Vec::new();
    }
    let counts: Vec<_> = report.objectives.iter().map(|objective| &objective.counts).collect();
    let mut columns = vec![
        Column::left(words.objective).at_least(14),
        Column::right(words.goal),
        Column::right(words.rate),
        Column::right(words.worst_case),
        Column::left(words.result),
    ];
    // Narrow terminals get the shares and, below them, the numbers.
    let cut = Some(columns.len());
    columns.extend(count_columns(words, &counts));
    let rows = report.objectives.iter().map(|objective| row(words, objective)).collect();
    vec![Block::Heading(words.summary.to_owned()), Block::Table(Table { columns, rows, cut })]
}

fn row(words: &Words, objective: &ObjectiveReport) -> Vec<Cell> {
    let counts = &objective.counts;
    let goal = objective.goal.map_or_else(|| NOTHING.to_owned(), |goal| (words.percent)(&goal.to_string()));
    let worst =
        counts.worst_case().map_or_else(|| NOTHING.to_owned(), |worst| percent(words, worst.per_mille()));
    let result = match objective.goal_met() {
        Some(true) => Cell::new(words.goal_met).tone(Tone::Good),
        Some(false) => missed(words, objective).tone(Tone::Bad),
        None => Cell::new(NOTHING),
    };
    let mut cells = vec![
        Cell::new(&objective.title),
        Cell::new(goal),
        Cell::new(rate(words, counts)),
        Cell::new(worst),
        result,
    ];
    cells.extend(count_cells(counts));
    cells
}

/// That the goal was missed, and in which months where there are several.
pub(in crate::render) fn missed(words: &Words, objective: &ObjectiveReport) -> Cell {
    let several = objective.groups.iter().any(|grouping| grouping.by == "month" && grouping.rows.len() > 1);
    let months = objective.missed_months();
    match months.as_slice() {
        [first, ..] if several => {
            let more = if months.len() > 1 { format!(" +{}", months.len() - 1) } else { String::new() };
            Cell::new(format!("{} ({first}{more})", words.goal_missed)).short(words.goal_missed)
        }
        _ => Cell::new(words.goal_missed),
    }
}
