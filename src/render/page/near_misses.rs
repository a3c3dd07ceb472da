use std::cmp::Reverse;

use crate::assess::NearMissGroup;

use super::breaches::length;
use super::{Block, Cell, Column, NOTHING, Subject, Table, Tone, Value, number, percentage, rest};

/// How many groups are shown.
const LISTED: usize = 5;

/// What was kept with little time left, those first of which there are most.
pub(in crate::render) fn blocks(subject: &Subject<'_>) -> Vec<Block> {
    let Subject { report, words, .. } = subject;
    if report.near_misses.is_empty() {
        return Vec::new();
    }
    let mut groups: Vec<&NearMissGroup> = report.near_misses.iter().collect();
    groups.sort_by_key(|group| Reverse(group.count));
    let several = report.objectives.len() > 1;
    let mut columns = vec![Column::left(words.service).at_least(12)];
    columns.extend(several.then(|| Column::left(words.objective).at_least(8)));
    columns.extend([
        Column::right(words.near_count),
        Column::left(words.closest),
        Column::right(words.used),
        Column::right(words.elapsed).left_out(1),
        Column::right(words.target).left_out(2),
    ]);
    let rows = groups.iter().take(LISTED).map(|group| row(subject, group, several)).collect();
    let mut blocks =
        vec![Block::Heading(words.near_misses.to_owned()), Block::Table(Table { columns, rows, cut: None })];
    blocks.extend(rest(subject, groups.len(), LISTED));
    blocks
}

fn row(subject: &Subject<'_>, group: &NearMissGroup, several: bool) -> Vec<Cell> {
    let Subject { report, words, .. } = subject;
    let closest = &group.closest;
    let mut cells = vec![match &group.service {
        Some(service) => Cell::new(service),
        None => Cell::new(words.nothing).tone(Tone::Faint),
    }];
    let objective = report.objective(group.objective);
    cells.extend(several.then(|| Cell::new(objective.map_or("", |objective| &objective.title))));
    let used = closest.used().map_or_else(
        || Cell::new(NOTHING),
        |used| Cell::new(percentage(words, used)).value(Value::PerMille(used.per_mille())),
    );
    cells.extend([
        number(group.count),
        Cell::new(&closest.incident).tone(Tone::Strong),
        used.tone(Tone::Warning),
        length(subject, closest.reading.elapsed),
        length(subject, closest.reading.target),
    ]);
    cells
}
