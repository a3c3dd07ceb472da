//! What a report says to people, as blocks that don't know yet how they will look.
//!
//! Texts stand here as they came, hostile ones too: whatever draws a page makes them safe.

mod block;
pub(in crate::render) mod breaches;
pub(in crate::render) mod exclusions;
mod groups;
pub(in crate::render) mod header;
pub(in crate::render) mod near_misses;
pub(in crate::render) mod notes;
pub(in crate::render) mod summary;

use super::Style;
use super::time::LocalTimes;
use super::words::{Words, count};
use crate::assess::{Counts, Rate, Report};

pub(super) use block::{Align, Block, Cell, Column, Table, Tone, Value};

/// What stands where there is nothing to say.
pub(in crate::render) const NOTHING: &str = "–";

/// What the parts of a page are made from.
pub(in crate::render) struct Subject<'a> {
    pub(in crate::render) report: &'a Report,
    pub(in crate::render) words: &'static Words,
    pub(in crate::render) times: LocalTimes,
    pub(in crate::render) style: &'a Style,
}

impl<'a> Subject<'a> {
    /// A report and how it is to look.
    pub(in crate::render) fn new(report: &'a Report, style: &'a Style) -> Self {
        let words = Words::of(style.language);
        Self { report, words, times: LocalTimes::new(report.zone), style }
    }
}

/// The page of a report.
pub(super) fn page(report: &Report, style: &Style) -> Vec<Block> {
    let subject = Subject::new(report, style);
    let mut blocks = header::blocks(&subject);
    blocks.extend(summary::blocks(&subject));
    blocks.extend(groups::blocks(&subject));
    blocks.extend(breaches::blocks(&subject));
    blocks.extend(notes::blocks(&subject));
    blocks
}

/// The columns that say how many incidents got which verdict. Where a table is too wide, those
/// that `of` has nothing for are left out first.
pub(in crate::render) fn count_columns(words: &Words, of: &[&Counts]) -> Vec<Column> {
    let all_zero = |get: fn(&Counts) -> u64| of.iter().all(|counts| get(counts) == 0);
    let column = |title, get| {
        let column = Column::right(title);
        if all_zero(get) { column.left_out(Column::EMPTY) } else { column }
    };
    vec![
        Column::right(words.met),
        Column::right(words.breached),
        column(words.breached_open, |counts| counts.breached_open),
        column(words.pending, |counts| counts.pending),
        column(words.unknown, |counts| counts.unknown),
        column(words.uncovered, |counts| counts.uncovered),
        column(words.excluded, |counts| counts.excluded),
    ]
}

/// The cells below [`count_columns`].
pub(in crate::render) fn count_cells(counts: &Counts) -> Vec<Cell> {
    let tone = if counts.breached > 0 { Tone::Bad } else { Tone::Plain };
    let mut cells = vec![number(counts.met), number(counts.breached).tone(tone)];
    let rest = [counts.breached_open, counts.pending, counts.unknown, counts.uncovered, counts.excluded];
    cells.extend(rest.map(number));
    cells
}

/// A number of things.
pub(in crate::render) fn number(number: u64) -> Cell {
    Cell::new(count(number)).value(Value::Count(number))
}

/// The rate with its base, rounded down.
pub(in crate::render) fn rate(words: &Words, counts: &Counts) -> String {
    counts.rate().map_or_else(
        || NOTHING.to_owned(),
        |rate| (words.rate_of)(&percent(words, rate.per_mille()), &count(rate.base)),
    )
}

/// How many of a list are not shown.
pub(in crate::render) fn rest(subject: &Subject<'_>, all: usize, shown: usize) -> Option<Block> {
    let rest = all.saturating_sub(shown);
    (rest > 0).then(|| Block::Line((subject.words.more)(&count(rest as u64)), Tone::Faint))
}

/// A share of a base as a percentage, rounded down.
pub(super) fn percentage(words: &Words, rate: Rate) -> String {
    percent(words, rate.per_mille())
}

/// Tenths of a percent as a percentage.
pub(in crate::render) fn percent(words: &Words, per_mille: u64) -> String {
    (words.percent)(&format!("{}.{}", per_mille / 10, per_mille % 10))
}
