use crate::assess::{AdjustedStamp, Change, Changes, ReportedBreach, UnreadableRow};
use crate::domain::{NoteKind, Span};
use crate::render::duration;

use super::breaches::{describing_cells, describing_columns, length, moment};
use super::{Block, Column, NOTHING, Subject, Table, Tone, count, exclusions, near_misses, rest};

/// How many deadlines are shown.
const DEADLINES: usize = 5;
/// How many unreadable rows, adjusted stamps, and changes of a kind are shown.
const LINES: usize = 10;

/// What a reader must know beside the breaches.
pub(super) fn blocks(subject: &Subject<'_>) -> Vec<Block> {
    let report = subject.report;
    let mut blocks = Vec::new();
    if !report.pending.is_empty() {
        blocks.extend(at_risk(subject, &report.pending));
    }
    blocks.extend(near_misses::blocks(subject));
    blocks.extend(exclusions::blocks(subject));
    blocks.extend(doubts(subject));
    if let Some(changes) = &report.since_last_check {
        blocks.extend(since(subject, changes));
    }
    blocks
}

/// What was read with doubts.
pub(in crate::render) fn doubts(subject: &Subject<'_>) -> Vec<Block> {
    let report = subject.report;
    let mut blocks = Vec::new();
    if !report.unsure_holidays.is_empty() {
        blocks.push(Block::Heading(subject.words.unsure_holidays.to_owned()));
        blocks.push(Block::List(report.unsure_holidays.iter().map(subject.words.unsure).collect()));
    }
    if !report.unreadable.is_empty() {
        blocks.extend(unreadable(subject, &report.unreadable));
    }
    let noted = |is: fn(&NoteKind) -> bool| {
        report.adjusted.iter().filter(|stamp| is(&stamp.note.kind)).collect::<Vec<_>>()
    };
    let shifted = noted(|kind| !matches!(kind, NoteKind::NeverEnded | NoteKind::UnknownStatus));
    blocks.extend(adjusted(subject, subject.words.adjusted, &shifted));
    let unended = noted(|kind| *kind == NoteKind::NeverEnded);
    blocks.extend(adjusted(subject, subject.words.unended, &unended));
    let strange = noted(|kind| *kind == NoteKind::UnknownStatus);
    blocks.extend(adjusted(subject, subject.words.unknown_statuses, &strange));
    blocks
}

fn at_risk(subject: &Subject<'_>, pending: &[Box<ReportedBreach>]) -> Vec<Block> {
    let words = subject.words;
    let mut columns = describing_columns(subject);
    columns.extend([Column::left(words.deadline), Column::right(words.left)]);
    let row = |pending: &ReportedBreach| {
        let reading = &pending.breach.reading;
        let mut cells = describing_cells(subject, pending);
        cells.push(moment(subject, pending.breach.deadline));
        cells.push(length(subject, reading.left()).tone(Tone::Warning));
        cells
    };
    let rows = pending.iter().take(DEADLINES).map(|pending| row(pending)).collect();
    let mut blocks =
        vec![Block::Heading(words.at_risk.to_owned()), Block::Table(Table { columns, rows, cut: None })];
    blocks.extend(rest(subject, pending.len(), DEADLINES));
    blocks
}

pub(in crate::render) fn unreadable(subject: &Subject<'_>, rows: &[UnreadableRow]) -> Vec<Block> {
    let words = subject.words;
    let line = |row: &UnreadableRow| {
        let place =
            (words.row)(path(subject, row.source), row.row, row.column.as_deref(), row.value.as_deref());
        format!("{place}: {}", row.reason)
    };
    let mut blocks = vec![
        Block::Heading((words.unreadable)(&count(subject.report.unreadable_rows()))),
        Block::List(rows.iter().take(LINES).map(line).collect()),
    ];
    blocks.extend(rest(subject, rows.len(), LINES));
    blocks
}

fn adjusted(subject: &Subject<'_>, heading: fn(&str) -> String, stamps: &[&AdjustedStamp]) -> Vec<Block> {
    if stamps.is_empty() {
        return Vec::new();
    }
    let words = subject.words;
    let line = |stamp: &&AdjustedStamp| {
        let note = &stamp.note;
        let place =
            (words.row)(path(subject, stamp.source), stamp.row, Some(&note.column), Some(&note.value));
        let why = match &note.kind {
            NoteKind::Gap => words.gap,
            NoteKind::Overlap => words.overlap,
            NoteKind::NeverEnded => words.never_ended,
            NoteKind::UnknownStatus => words.unknown_status,
            NoteKind::Unreadable(reason) => reason,
        };
        format!("{place}: {why}")
    };
    let mut blocks = vec![
        Block::Heading(heading(&count(stamps.len() as u64))),
        Block::List(stamps.iter().take(LINES).map(line).collect()),
    ];
    blocks.extend(rest(subject, stamps.len(), LINES));
    blocks
}

fn since(subject: &Subject<'_>, changes: &Changes) -> Vec<Block> {
    let words = subject.words;
    let [new, amended, withdrawn] = [&changes.new, &changes.amended, &changes.withdrawn];
    let number = |list: &[Change]| count(list.len() as u64);
    let mut blocks = vec![
        Block::Heading((words.since)(&subject.times.minute(changes.last_check))),
        Block::Line((words.change_counts)(&number(new), &number(amended), &number(withdrawn)), Tone::Plain),
    ];
    let over =
        |span: Option<Span>| span.map_or_else(|| NOTHING.to_owned(), |span| duration(span, words.language));
    let title = |change: &Change| {
        // An objective that the policy has no more is known by its name alone.
        let objective = subject.report.objectives.iter().find(|objective| objective.id == change.objective);
        objective.map_or_else(|| change.objective.clone(), |objective| objective.title.clone())
    };
    let new_line = |change: &Change| (words.new)(&change.incident, &title(change), &over(change.over_now));
    let amended_line = |change: &Change| {
        (words.amended)(&change.incident, &title(change), &over(change.over_before), &over(change.over_now))
    };
    let withdrawn_line = |change: &Change| {
        let verdict = change.verdict.as_deref().map_or(NOTHING, |verdict| words.verdict(verdict));
        (words.withdrawn)(&change.incident, &title(change), &over(change.over_before), verdict)
    };
    let mut items = Vec::new();
    let mut list = |changes: &[Change], line: &dyn Fn(&Change) -> String| {
        items.extend(changes.iter().take(LINES).map(line));
        let rest = changes.len().saturating_sub(LINES) as u64;
        items.extend((rest > 0).then(|| (words.more)(&count(rest))));
    };
    list(new, &new_line);
    list(amended, &amended_line);
    list(withdrawn, &withdrawn_line);
    if !items.is_empty() {
        blocks.push(Block::List(items));
    }
    blocks
}

/// The export that a row stands in.
fn path<'a>(subject: &Subject<'a>, source: usize) -> &'a str {
    subject.report.sources.get(source).map_or("", |source| &source.path)
}
