use std::collections::BTreeSet;

use super::breaches::{late, named_columns, pending};
use super::head::basis;
use crate::assess::{ShiftReport, WaitingBreach};
use crate::domain::{Language, Policy};
use crate::render::Style;
use crate::render::document::{Document, Section};
use crate::render::page::breaches::{blocks, length, moment};
use crate::render::page::{Block, Cell, Column, Subject, Table, Tone, percent, summary};
use crate::render::words::{self, count};
use crate::words::period_report::Words;

/// What a shift leaves to the next one.
pub(super) fn document(told: &ShiftReport<'_>, policy: &Policy, style: &Style) -> Document {
    let words = Words::of(style.language);
    let subject = Subject::new(&told.report, style);
    let [from, to] = [told.window.from, told.window.to]
        .map(|end| end.map_or_else(String::new, |at| subject.times.minute(at)));
    let mut facts = vec![(words.period, vec![(words.hours)(&from, &to, told.running)])];
    facts.extend(basis(&subject, true));
    let mut sections = vec![Section::new("head", "", vec![Block::Facts(facts)])];
    let mut handled = vec![Block::Line((words.handled_count)(told.report.incidents), Tone::Strong)];
    handled.extend(summary::blocks(&subject).into_iter().filter(|block| !matches!(block, Block::Heading(_))));
    sections.push(Section::new("handled", words.handled, handled));
    sections.push(if told.pending.is_empty() {
        Section::new("open", words.open_now, vec![Block::Line(words.none_open.to_owned(), Tone::Good)])
    } else {
        Section::new("open", words.open_now, pending(&subject, words, &told.pending))
    });
    if !told.late.is_empty() {
        sections.push(Section::new("late", words.late_now, late(&subject, words, &told.late)));
    }
    sections.push(awaiting(told, policy, &subject, words));
    if !told.report.breaches.is_empty() {
        sections.extend(super::named("breaches", named_columns(blocks(&subject), words)));
    }
    let day = from.get(..10).unwrap_or_default();
    let title = (words.shift_title)(&told.report.policy.name, &told.shift.title, day);
    Document { title, language: style.language, sections }
}

fn awaiting(told: &ShiftReport<'_>, policy: &Policy, subject: &Subject<'_>, words: &Words) -> Section {
    let Some(waiting) = &told.waiting else {
        let line = Block::Line(words.no_ledger.to_owned(), Tone::Warning);
        return Section::new("awaiting", words.awaiting, vec![line]);
    };
    if waiting.is_empty() {
        let line = Block::Line(words.none_awaiting.to_owned(), Tone::Good);
        return Section::new("awaiting", words.awaiting, vec![line]);
    }
    let names = subject.style.names;
    let shared = subject.words;
    let mut columns = vec![
        Column::left(words.incident),
        Column::left(words.objective).at_least(8),
        Column::left(shared.customer).at_least(12).left_out(2),
        Column::left(shared.title).at_least(14).left_out(3),
    ];
    columns.extend(names.then(|| Column::left(words.assignee).at_least(8)));
    columns.extend([
        Column::left(words.opened).left_out(1),
        Column::right(words.over_target),
        Column::right(words.waits),
    ]);
    let row = |one: &WaitingBreach<'_>| {
        let breach = one.breach;
        let objective = policy.objectives.iter().find(|known| known.id == breach.objective);
        let mut cells = vec![
            Cell::new(&breach.incident).tone(Tone::Strong),
            Cell::new(objective.map_or(breach.objective.as_str(), |known| &known.title)),
            Cell::new(breach.field("customer")),
            Cell::new(breach.field("title")),
        ];
        cells.extend(names.then(|| Cell::new(breach.field("assignee"))));
        cells.extend([
            moment(subject, breach.opened()),
            length(subject, breach.over).tone(Tone::Bad),
            length(subject, one.age),
        ]);
        cells
    };
    let shown = waiting.len().min(subject.style.limit.unwrap_or(usize::MAX));
    let rows = waiting.iter().take(shown).map(row).collect();
    let mut blocks = vec![Block::Table(Table { columns, rows, cut: None })];
    if shown < waiting.len() {
        let line = (words.showing)(&count(shown as u64), &count(waiting.len() as u64));
        blocks.push(Block::Line(line, Tone::Faint));
    }
    Section::new("awaiting", words.awaiting, blocks)
}

/// A report on a shift in a line.
#[must_use]
pub fn shift_summary(told: &ShiftReport<'_>, language: Language) -> String {
    let words = Words::of(language);
    let shared = words::Words::of(language);
    let mut parts = vec![(words.handled_count)(told.report.incidents)];
    parts.extend(told.report.objectives.iter().filter_map(|objective| {
        let rate = percent(shared, objective.counts.rate()?.per_mille());
        Some((words.rate_without_goal)(&objective.title, &rate))
    }));
    let open: BTreeSet<&str> = told.pending.iter().map(|one| one.breach.incident.id()).collect();
    parts.push((words.open_count)(open.len()));
    parts.extend(told.waiting.as_ref().map(|waiting| (words.waiting_count)(waiting.len())));
    format!("{}: {}", told.shift.title, parts.join("; "))
}
