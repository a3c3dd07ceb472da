use super::Parts;
use super::compliance::rate_cell;
use crate::assess::{RestatedBreach, RestatedPeriod, Restatement};
use crate::domain::Span;
use crate::render::document::Section;
use crate::render::page::breaches::{length, moment};
use crate::render::page::{Block, Cell, Column, NOTHING, Table, Tone};

/// What is told otherwise about past days than the report before did.
pub(super) fn section(parts: &Parts<'_>) -> Option<Section> {
    let Parts { report: told, words, .. } = parts;
    let restated = told.restated.as_ref()?;
    let mut blocks = Vec::new();
    if let Some(before) = &restated.policy_before {
        let short = |digest: &str| digest.chars().take(8).collect::<String>();
        let line = (words.policy_edited)(&short(before), &short(&told.report.policy.sha256));
        blocks.push(Block::Line(line, Tone::Warning));
    }
    if restated.is_empty() {
        blocks.push(Block::Line(words.nothing_restated.to_owned(), Tone::Good));
    }
    if !restated.periods.is_empty() {
        blocks.push(Block::Table(periods(parts, restated)));
    }
    if !restated.breaches.is_empty() {
        blocks.push(Block::Table(breaches(parts, restated)));
    }
    Some(Section::new("restated", words.restated, blocks))
}

fn periods(parts: &Parts<'_>, restated: &Restatement) -> Table {
    let Parts { report: told, words, .. } = parts;
    let columns = vec![
        Column::left(words.period_column),
        Column::left(words.objective).at_least(10),
        Column::right(words.told),
        Column::right(words.now),
        Column::left(words.change).left_out(1),
    ];
    let row = |one: &RestatedPeriod| {
        let objective = told.report.objective(one.objective);
        let change = if one.is_progress() {
            Cell::new(words.pending_decided).tone(Tone::Faint)
        } else {
            Cell::new(moved(parts, one)).tone(Tone::Warning)
        };
        vec![
            Cell::new(one.period.to_string()),
            Cell::new(objective.map_or("", |objective| &objective.title)),
            rate_cell(parts, &one.before),
            rate_cell(parts, &one.now),
            change,
        ]
    };
    Table { columns, rows: restated.periods.iter().map(row).collect(), cut: None }
}

/// Which counts are others than they were.
fn moved(parts: &Parts<'_>, one: &RestatedPeriod) -> String {
    let words = parts.words;
    let (before, now) = (&one.before, &one.now);
    let counts = [
        (words.met, before.met, now.met),
        (words.breached, before.breached, now.breached),
        (words.pending, before.pending, now.pending),
        (words.unknown, before.unknown, now.unknown),
        (words.uncovered, before.uncovered, now.uncovered),
        (words.excluded, before.excluded, now.excluded),
    ];
    let told =
        |&(name, before, now): &(&str, u64, u64)| (before != now).then(|| format!("{name} {before} → {now}"));
    counts.iter().filter_map(told).collect::<Vec<_>>().join(words.and)
}

fn breaches(parts: &Parts<'_>, restated: &Restatement) -> Table {
    let Parts { report: told, words, subject, .. } = parts;
    let columns = vec![
        Column::left(words.incident),
        Column::left(words.objective).at_least(8),
        Column::left(words.opened),
        Column::left(words.change),
        Column::right(words.told),
        Column::right(words.now),
        Column::left(words.why),
    ];
    let row = |one: &RestatedBreach| {
        let objective = told.report.objectives.iter().find(|objective| objective.id == one.objective);
        let change = match (one.before, one.now) {
            (None, _) => Cell::new(words.now_breached).tone(Tone::Bad),
            (Some(_), Some(_)) => Cell::new(words.other_length),
            (Some(_), None) => {
                let verdict = one.verdict.as_deref().map(|verdict| subject.words.verdict(verdict));
                Cell::new(verdict.unwrap_or(words.now_none)).tone(Tone::Good)
            }
        };
        let over = |span: Option<Span>| span.map_or_else(|| Cell::new(NOTHING), |span| length(subject, span));
        vec![
            Cell::new(&one.incident).tone(Tone::Strong),
            Cell::new(objective.map_or(one.objective.as_str(), |objective| &objective.title)),
            moment(subject, one.opened),
            change,
            over(one.before),
            over(one.now),
            Cell::new((words.because)(one.why)),
        ]
    };
    Table { columns, rows: restated.breaches.iter().map(row).collect(), cut: None }
}
