use crate::assess::{FixEffect, FixOutcome, Occurred, Recurrence};
use crate::domain::{Instant, Policy};
use crate::render::Style;
use crate::render::page::{Block, Cell, Column, Table, Tone};
use crate::render::time::LocalTimes;
use crate::words::fix_effect::Words;

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
    blocks.extend(effect_notes(effects, words));
    blocks
}

/// What must be known to read the numbers.
pub(in crate::render) fn effect_notes(effects: &[FixEffect<'_>], words: &Words) -> Vec<Block> {
    let mut blocks = vec![Block::Line(words.key.to_owned(), Tone::Faint)];
    if let Some(empty) = effects.iter().map(|effect| effect.empty_days).max().filter(|empty| *empty > 0) {
        blocks.push(Block::Line((words.empty_days)(empty), Tone::Warning));
    }
    if effects.iter().any(|effect| !effect.counts_all) {
        blocks.push(Block::Line(words.only_breached.to_owned(), Tone::Warning));
    }
    blocks
}

pub(in crate::render) fn effect_table(effects: &[FixEffect<'_>], policy: &Policy, words: &Words) -> Table {
    let columns = vec![
        Column::left(words.request),
        Column::left(words.cause).at_least(8).left_out(1),
        Column::left(words.problem).at_least(10).left_out(2),
        Column::left(words.done),
        Column::right(words.days),
        Column::right(words.before),
        Column::right(words.after),
        Column::right(words.came_back),
        Column::left(words.effect),
    ];
    let row = |effect: &FixEffect<'_>| {
        let request = effect.request;
        let [_, _, title] = &request.signature;
        let counts = |occurred: Occurred| {
            let all = effect.counts_all.then_some(occurred.incidents);
            let count = |count: Option<usize>| count.map_or("–".to_owned(), |count| count.to_string());
            let a_day = |count: Option<usize>| {
                let rate = count.and_then(|count| effect.per_day(count));
                rate.map_or("–".to_owned(), |rate| format!("{rate:.2}"))
            };
            let short = format!("{}/{}", occurred.breached, count(all));
            let rates = format!("{}/{}", a_day(Some(occurred.breached)), a_day(all));
            Cell::new(format!("{short} ({rates})")).short(short)
        };
        vec![
            Cell::new(&request.id).tone(Tone::Strong),
            Cell::new(policy.cause(&request.cause).map_or(&request.cause, |cause| &cause.title)),
            Cell::new(title),
            Cell::new(policy.zone.date(effect.done).to_string()),
            Cell::new(effect.days.to_string()),
            counts(effect.before),
            counts(effect.after),
            match effect.recurrences.len() {
                0 => Cell::new("0"),
                count => Cell::new(count.to_string()).tone(Tone::Bad),
            },
            told(effect, words),
        ]
    };
    Table { columns, rows: effects.iter().map(row).collect(), cut: None }
}

/// The effect in words.
fn told(effect: &FixEffect<'_>, words: &Words) -> Cell {
    let outcome = effect.outcome();
    let word = (words.outcome)(outcome);
    let tone = match outcome {
        FixOutcome::Fewer => Tone::Good,
        FixOutcome::More => Tone::Bad,
        FixOutcome::TooEarly | FixOutcome::TooFew | FixOutcome::Same => Tone::Plain,
    };
    match effect.change() {
        Some(percent) => Cell::new(format!("{word} ({})", (words.change)(percent))).tone(tone),
        None => Cell::new(word).tone(tone),
    }
}

/// The newest recurrences of each request, and how many there are besides.
pub(in crate::render) fn recurrence_table(
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
