use super::words::Words;
use crate::assess::{FixEffect, Occurred, Recurrence};
use crate::domain::{Instant, Policy};
use crate::render::Style;
use crate::render::page::{Block, Cell, Column, Table, Tone};
use crate::render::time::LocalTimes;

/// How many recurrences of a request are listed.
const LISTED: usize = 5;

/// A line for each request that is done, those whose problem came back first, and then what came
/// back.
pub(super) fn page(effects: &[FixEffect<'_>], policy: &Policy, as_of: Instant, style: &Style) -> Vec<Block> {
    let words = Words::of(style.language);
    let times = LocalTimes::new(policy.zone);
    let source = (words.source)(&times.minute(as_of), policy.zone.name());
    let mut blocks = vec![Block::Facts(vec![(words.as_of, vec![source])])];
    if effects.is_empty() {
        blocks.push(Block::Line(words.none.to_owned(), Tone::Plain));
        return blocks;
    }
    blocks.push(gap());
    blocks.push(Block::Table(effect_table(effects, policy, words)));
    if effects.iter().any(|effect| !effect.recurrences.is_empty()) {
        blocks.push(Block::Heading(words.recurred.to_owned()));
        let (table, left_out) = recurrence_table(effects, policy, words, &times);
        blocks.push(Block::Table(table));
        if left_out > 0 {
            blocks.push(Block::Line((words.and_more)(left_out), Tone::Faint));
        }
    }
    blocks.push(gap());
    blocks.push(Block::Line(words.key.to_owned(), Tone::Faint));
    if effects.iter().any(|effect| !effect.counts_all) {
        blocks.push(Block::Line(words.only_breached.to_owned(), Tone::Warning));
    }
    blocks
}

fn effect_table(effects: &[FixEffect<'_>], policy: &Policy, words: &Words) -> Table {
    let columns = vec![
        Column::left(words.request),
        Column::left(words.cause).at_least(8).left_out(1),
        Column::left(words.problem).at_least(12).left_out(2),
        Column::left(words.done),
        Column::right(words.days),
        Column::right(words.before),
        Column::right(words.after),
        Column::left(words.effect).at_least(16),
    ];
    let row = |effect: &FixEffect<'_>| {
        let request = effect.request;
        let [_, _, title] = &request.signature;
        let counts = |occurred: Occurred| match effect.counts_all {
            true => format!("{}/{}", occurred.breached, occurred.incidents),
            false => format!("{}/–", occurred.breached),
        };
        vec![
            Cell::new(&request.id).tone(Tone::Strong),
            Cell::new(policy.cause(&request.cause).map_or(&request.cause, |cause| &cause.title)),
            Cell::new(title),
            Cell::new(policy.zone.date(effect.done).to_string()),
            Cell::new(effect.days.to_string()),
            Cell::new(counts(effect.before)),
            Cell::new(counts(effect.after)),
            told(effect, words),
        ]
    };
    Table { columns, rows: effects.iter().map(row).collect(), cut: None }
}

/// The effect in words, with what came back in front.
fn told(effect: &FixEffect<'_>, words: &Words) -> Cell {
    let outcome = (words.outcome)(effect.outcome());
    let outcome = match effect.change() {
        Some(percent) => format!("{outcome} ({})", (words.change)(percent)),
        None => outcome.to_owned(),
    };
    match effect.recurrences.len() {
        0 => Cell::new(outcome).tone(Tone::Good),
        count => Cell::new(format!("{}; {outcome}", (words.came_back)(count))).tone(Tone::Bad),
    }
}

/// The newest recurrences of each request, and how many there are besides.
fn recurrence_table(
    effects: &[FixEffect<'_>],
    policy: &Policy,
    words: &Words,
    times: &LocalTimes,
) -> (Table, usize) {
    let columns = vec![
        Column::left(words.request),
        Column::left(words.incident),
        Column::left(words.opened),
        Column::left(words.cause).at_least(12),
    ];
    let mut left_out = 0;
    let mut rows = Vec::new();
    for effect in effects {
        left_out += effect.recurrences.len().saturating_sub(LISTED);
        rows.extend(effect.recurrences.iter().rev().take(LISTED).map(|one: &Recurrence<'_>| {
            let cause = one
                .cause
                .map_or(words.no_cause, |id| policy.cause(id).map_or(id, |cause| cause.title.as_str()));
            vec![
                Cell::new(&effect.request.id).tone(Tone::Strong),
                Cell::new(&one.incident),
                Cell::new(times.minute(one.opened)),
                Cell::new(cause),
            ]
        }));
    }
    (Table { columns, rows, cut: None }, left_out)
}

/// An empty line.
fn gap() -> Block {
    Block::Line(String::new(), Tone::Plain)
}
