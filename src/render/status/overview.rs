use super::page::Page;
use crate::assess::{Awaited, WaitCount};
use crate::render::page::{Block, Cell, Column, Table, Tone};
use crate::render::words::count;

/// What there is to do about it. Commands are the same in all languages.
const fn command(awaited: Awaited) -> &'static str {
    match awaited {
        Awaited::Cause => "slo annotate",
        Awaited::Decision => "slo decide ID --fix yes|no",
        Awaited::Request => "slo escalate --draft",
        Awaited::Sending => "slo escalate mark REQ sent",
        Awaited::Answer => "slo escalate mark REQ accepted",
        Awaited::Completion => "slo escalate mark REQ done",
    }
}

/// A line for each list that isn't empty: how much is in it, for how long, what to do next.
pub(super) fn block(page: &Page<'_>) -> Block {
    let (words, waiting) = (page.words, page.status.waiting);
    let overdue = waiting.overdue();
    let mut columns = vec![
        Column::left("").at_least(16),
        Column::right(words.count),
        Column::right(words.incidents).left_out(1),
        Column::right(words.oldest).left_out(3),
    ];
    if overdue > 0 {
        columns.push(Column::right(words.overdue));
    }
    // A command that is cut is none.
    columns.push(Column::left(words.next).left_out(2));
    let row = |name, counted: WaitCount, late: usize, next: Cell| {
        let oldest = counted.longest.map(|span| page.length(span)).unwrap_or_default();
        let tone = if late > 0 { Tone::Bad } else { Tone::Strong };
        let mut cells = vec![
            Cell::new(name).tone(tone),
            Cell::new(count(counted.all as u64)),
            Cell::new(count(counted.incidents as u64)),
            Cell::new(oldest),
        ];
        if overdue > 0 {
            let late = if late > 0 { count(late as u64) } else { String::new() };
            cells.push(Cell::new(late).tone(Tone::Bad));
        }
        cells.push(next);
        cells
    };
    let mut rows = Vec::new();
    for awaited in Awaited::all() {
        let counted = waiting.count(awaited);
        if counted.all > 0 {
            let late = if awaited == Awaited::Answer { overdue } else { 0 };
            rows.push(row((words.those)(awaited), counted, late, Cell::new(command(awaited))));
        }
    }
    let stale = WaitCount::of_annotations(&waiting.stale);
    if stale.all > 0 {
        rows.push(row(words.stale, stale, 0, Cell::new(words.nothing_to_do).tone(Tone::Faint)));
    }
    Block::Table(Table { columns, rows, cut: None })
}
