use super::{Parts, named};
use crate::assess::{Breaches, ReportedBreach};
use crate::domain::FieldId;
use crate::render::document::Section;
use crate::render::page::breaches::{blocks, describing_cells, describing_columns, length, moment};
use crate::render::page::{Block, Cell, Column, Subject, Table, Tone};
use crate::render::words::count;
use crate::words::period_report::Words;

/// The breaches of the period, the worst first.
pub(super) fn section(parts: &Parts<'_>) -> Section {
    let blocks = named_columns(blocks(&parts.subject), parts.words);
    named("breaches", blocks).unwrap_or_else(|| Section::new("breaches", parts.words.breaches, Vec::new()))
}

/// The same with a name for the column that marks open ones: cells are known by it in CSV and sheets.
pub(super) fn named_columns(mut blocks: Vec<Block>, words: &Words) -> Vec<Block> {
    for block in &mut blocks {
        if let Block::Table(table) = block {
            for column in table.columns.iter_mut().filter(|column| column.title.is_empty()) {
                column.title = words.open.into();
            }
        }
    }
    blocks
}

/// What is pending, whenever it was opened.
pub(super) fn at_risk(parts: &Parts<'_>) -> Option<Section> {
    let Parts { report: told, words, subject, .. } = parts;
    if told.at_risk.is_empty() {
        return None;
    }
    let blocks = pending(subject, words, &told.at_risk);
    Some(Section::new("at-risk", subject.words.at_risk, blocks))
}

/// Pending incidents, the least time left first.
pub(super) fn pending(subject: &Subject<'_>, words: &Words, pending: &Breaches) -> Vec<Block> {
    let mut columns = describing_columns(subject);
    columns.extend(assignee_column(subject, words));
    columns.extend([Column::left(words.deadline), Column::right(words.clock_left)]);
    let row = |pending: &ReportedBreach| {
        let mut cells = describing_cells(subject, pending);
        cells.extend(assignee_cell(subject, pending));
        cells.push(moment(subject, pending.breach.deadline));
        cells.push(length(subject, pending.breach.reading.left()).tone(Tone::Warning));
        cells
    };
    listed(subject, words, columns, pending, row)
}

/// Late ones that are still open, the furthest over target first.
pub(super) fn late(subject: &Subject<'_>, words: &Words, late: &Breaches) -> Vec<Block> {
    let mut columns = describing_columns(subject);
    columns.extend(assignee_column(subject, words));
    columns.extend([Column::left(words.opened), Column::right(words.over_target)]);
    let row = |late: &ReportedBreach| {
        let mut cells = describing_cells(subject, late);
        cells.extend(assignee_cell(subject, late));
        cells.push(moment(subject, late.breach.opened()));
        cells.push(length(subject, late.breach.reading.over()).tone(Tone::Bad));
        cells
    };
    listed(subject, words, columns, late, row)
}

/// As many rows as are to be shown, and that there are more.
fn listed(
    subject: &Subject<'_>,
    words: &Words,
    columns: Vec<Column>,
    all: &Breaches,
    row: impl Fn(&ReportedBreach) -> Vec<Cell>,
) -> Vec<Block> {
    let shown = all.len().min(subject.style.limit.unwrap_or(usize::MAX));
    let rows = all.iter().take(shown).map(|breach| row(breach)).collect();
    let mut blocks = vec![Block::Table(Table { columns, rows, cut: None })];
    if shown < all.len() {
        let line = (words.showing)(&count(shown as u64), &count(all.len() as u64));
        blocks.push(Block::Line(line, Tone::Faint));
    }
    blocks
}

/// Who handles them, where that is asked for.
fn assignee_column(subject: &Subject<'_>, words: &Words) -> Option<Column> {
    subject.style.names.then(|| Column::left(words.assignee).at_least(8))
}

fn assignee_cell(subject: &Subject<'_>, breach: &ReportedBreach) -> Option<Cell> {
    let name = || breach.breach.incident.field(FieldId::ASSIGNEE).unwrap_or("");
    subject.style.names.then(|| Cell::new(name()))
}
