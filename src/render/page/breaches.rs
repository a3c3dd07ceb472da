use crate::assess::ReportedBreach;
use crate::domain::{FieldId, Instant, Span};
use crate::render::duration::{duration, short_duration};

use super::{Block, Cell, Column, NOTHING, Subject, Table, Tone, Value, count};

/// The breaches, the worst first, or why there are none.
pub(in crate::render) fn blocks(subject: &Subject<'_>) -> Vec<Block> {
    let Subject { report, words, style, .. } = subject;
    let mut blocks = vec![Block::Heading(words.breaches.to_owned())];
    let all = report.breaches.len();
    if all == 0 {
        blocks.push(none(subject));
        return blocks;
    }
    let shown = all.min(style.limit.unwrap_or(usize::MAX));
    if shown > 0 {
        let rows = report.breaches[..shown].iter().map(|breach| row(subject, breach)).collect();
        blocks.push(Block::Table(Table { columns: columns(subject), rows, cut: None }));
    }
    if shown < all {
        let line = (words.showing)(&count(shown as u64), &count(all as u64));
        blocks.push(Block::Line(line, Tone::Faint));
    }
    blocks
}

fn none(subject: &Subject<'_>) -> Block {
    let Subject { report, words, .. } = subject;
    let (line, tone) = if report.incidents == 0 {
        (words.no_incident, Tone::Warning)
    } else if report.objectives.iter().all(|objective| objective.counts.judged() == 0) {
        (words.none_judged, Tone::Warning)
    } else {
        (words.none_breached, Tone::Good)
    };
    Block::Line(line.to_owned(), tone)
}

fn columns(subject: &Subject<'_>) -> Vec<Column> {
    let words = subject.words;
    let mut columns = describing_columns(subject);
    columns.extend([
        // Many an id tells the day; nothing else tells what it was about, or which promise was missed.
        Column::left(words.opened).left_out(6),
        Column::right(words.elapsed).left_out(2),
        Column::right(words.target).left_out(3),
        Column::right(words.over),
        Column::left(""),
        Column::left(words.cause).at_least(8).left_out(5),
    ]);
    columns
}

fn row(subject: &Subject<'_>, breach: &ReportedBreach) -> Vec<Cell> {
    let words = subject.words;
    let reading = &breach.breach.reading;
    let mut cells = describing_cells(subject, breach);
    let state = if reading.is_open() { words.open_mark } else { "" };
    let cause = match &breach.annotation {
        Some(annotation) => Cell::new(subject.report.policy.cause_title(&annotation.cause)),
        None => Cell::new(NOTHING).tone(Tone::Faint),
    };
    let (mut elapsed, target) = (length(subject, reading.elapsed), length(subject, reading.target));
    if elapsed.short == target.short {
        // In short the two would look the same though one is more.
        elapsed.short = None;
    }
    cells.extend([
        moment(subject, breach.breach.opened()),
        elapsed,
        target,
        length(subject, reading.over()).tone(Tone::Bad),
        Cell::new(state).tone(Tone::Warning),
        cause,
    ]);
    cells
}

/// The columns that say which incident, and which objective where there are several.
pub(in crate::render) fn describing_columns(subject: &Subject<'_>) -> Vec<Column> {
    let words = subject.words;
    let mut columns = vec![
        Column::left(words.incident),
        Column::left(words.severity).at_least(8),
        Column::left(words.customer).at_least(14).left_out(4),
        Column::left(words.service).at_least(14).left_out(1),
        Column::left(words.title).at_least(18).left_out(8),
    ];
    if subject.report.objectives.len() > 1 {
        columns.push(Column::left(words.objective).at_least(8).left_out(7));
    }
    columns
}

/// The cells below [`describing_columns`].
pub(in crate::render) fn describing_cells(subject: &Subject<'_>, breach: &ReportedBreach) -> Vec<Cell> {
    let incident = &breach.breach.incident;
    let mut cells = vec![Cell::new(incident.id()).tone(Tone::Strong)];
    let fields = [FieldId::SEVERITY, FieldId::CUSTOMER, FieldId::SERVICE, FieldId::TITLE];
    cells.extend(fields.map(|field| Cell::new(incident.field(field).unwrap_or(""))));
    if subject.report.objectives.len() > 1 {
        let objective = subject.report.objective(breach.breach.objective);
        cells.push(Cell::new(objective.map_or("", |objective| &objective.title)));
    }
    cells
}

/// A moment; in short without the year, which the header tells.
pub(in crate::render) fn moment(subject: &Subject<'_>, at: Instant) -> Cell {
    let text = subject.times.minute(at);
    let short = text.get(5..).unwrap_or_default().to_owned();
    Cell::new(text).short(short).value(Value::Moment(subject.report.zone.at(at).naive_local()))
}

/// A length of time.
pub(in crate::render) fn length(subject: &Subject<'_>, span: Span) -> Cell {
    let language = subject.words.language;
    Cell::new(duration(span, language)).short(short_duration(span, language)).value(Value::Span(span))
}
