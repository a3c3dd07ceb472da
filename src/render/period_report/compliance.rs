use super::Parts;
use super::bars::sparkline;
use crate::assess::{Counts, ObjectiveReport, Rate};
use crate::render::document::Section;
use crate::render::page::summary::missed;
use crate::render::page::{Block, Cell, Column, NOTHING, Table, Tone, Value, number, percent, rate};

/// How each objective was kept in the period, and along which line it got there.
pub(super) fn section(parts: &Parts<'_>) -> Section {
    let Parts { report: told, words, .. } = parts;
    let mut columns = vec![
        Column::left(words.objective).at_least(12),
        Column::right(words.goal),
        Column::right(words.rate),
        Column::right(words.worst_case),
        Column::left(words.result),
    ];
    if told.past.len() > 1 {
        columns.push(Column::drawn(words.trend_column).left_out(1));
    }
    let cut = Some(columns.len());
    columns.extend([
        Column::right(words.met),
        Column::right(words.breached),
        Column::right(words.pending),
        Column::right(words.unknown),
    ]);
    let objectives = told.report.objectives.iter().enumerate();
    let rows = objectives.map(|(place, objective)| row(parts, place, objective)).collect();
    Section::new("compliance", words.compliance, vec![Block::Table(Table { columns, rows, cut })])
}

fn row(parts: &Parts<'_>, place: usize, objective: &ObjectiveReport) -> Vec<Cell> {
    let Parts { report: told, subject, .. } = parts;
    let (words, counts) = (subject.words, &objective.counts);
    let goal = objective.goal.map_or_else(|| NOTHING.to_owned(), |goal| (words.percent)(&goal.to_string()));
    let result = match objective.goal_met() {
        Some(true) => Cell::new(words.goal_met).tone(Tone::Good),
        Some(false) => missed(words, objective).tone(Tone::Bad),
        None => Cell::new(NOTHING),
    };
    let mut cells = vec![
        Cell::new(&objective.title),
        Cell::new(goal),
        rate_cell(parts, counts),
        share(parts, counts.worst_case()),
        result,
    ];
    if told.past.len() > 1 {
        let rates = told.past.iter().map(|past| past.counts.get(place).and_then(Counts::rate));
        cells.push(Cell::new(sparkline(&rates.map(|rate| rate.map(Rate::per_mille)).collect::<Vec<_>>())));
    }
    let tone = if counts.breached > 0 { Tone::Bad } else { Tone::Plain };
    cells.extend([
        number(counts.met),
        number(counts.breached).tone(tone),
        number(counts.pending),
        number(counts.unknown),
    ]);
    cells
}

/// The rate with its base, rounded down.
pub(super) fn rate_cell(parts: &Parts<'_>, counts: &Counts) -> Cell {
    let cell = Cell::new(rate(parts.subject.words, counts));
    match counts.rate() {
        Some(rate) => cell
            .short(percent(parts.subject.words, rate.per_mille()))
            .value(Value::PerMille(rate.per_mille())),
        None => cell,
    }
}

/// A share of a base, rounded down.
pub(super) fn share(parts: &Parts<'_>, rate: Option<Rate>) -> Cell {
    rate.map_or_else(
        || Cell::new(NOTHING),
        |rate| {
            let per_mille = rate.per_mille();
            Cell::new(percent(parts.subject.words, per_mille)).value(Value::PerMille(per_mille))
        },
    )
}

/// How many misses the goals allow in the months of the period, and what is left of them.
pub(super) fn budget(parts: &Parts<'_>) -> Option<Section> {
    let Parts { report: told, words, .. } = parts;
    let columns = vec![
        Column::left(words.month),
        Column::left(words.objective).at_least(12),
        Column::right(words.judged),
        Column::right(words.allowed),
        Column::right(words.used),
        Column::right(words.left),
        Column::right(words.pending).left_out(1),
    ];
    let row = |budget: &crate::assess::Budget| {
        let objective = told.report.objective(budget.objective);
        let left = budget.left();
        let tone = if left < 0 { Tone::Bad } else { Tone::Plain };
        vec![
            Cell::new(budget.month.format("%Y-%m").to_string()),
            Cell::new(objective.map_or("", |objective| &objective.title)),
            number(budget.counts.judged()),
            number(budget.allowed),
            number(budget.used()),
            Cell::new(left.to_string()).tone(tone).value(Value::Difference(left)),
            number(budget.counts.pending),
        ]
    };
    let rows: Vec<Vec<Cell>> = told.budgets.iter().map(row).collect();
    let table = Block::Table(Table { columns, rows, cut: None });
    (!told.budgets.is_empty()).then(|| Section::new("budget", words.budget, vec![table]))
}
