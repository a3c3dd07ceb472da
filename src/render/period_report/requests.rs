use super::Parts;
use crate::assess::RequestProgress;
use crate::domain::RequestStatus;
use crate::render::document::Section;
use crate::render::duration::short_duration;
use crate::render::page::breaches::{length, moment};
use crate::render::page::{Block, Cell, Column, Table, Tone, number};
use crate::render::request_words::{next_word, owner_word, status_word};

/// What was asked for: how many are open, overdue and done, and those that somebody owes something.
pub(super) fn section(parts: &Parts<'_>) -> Option<Section> {
    let Parts { report: told, words, .. } = parts;
    if told.requests.is_empty() {
        return None;
    }
    let count = |of: &dyn Fn(&RequestProgress<'_>) -> bool| {
        told.requests.iter().filter(|request| of(request)).count() as u64
    };
    let is = |status: RequestStatus| move |one: &RequestProgress<'_>| one.request.status() == status;
    let overdue = count(&|one| one.overdue.is_some());
    let rows = vec![
        vec![Cell::new(words.open), number(count(&|one| one.request.is_open()))],
        vec![
            Cell::new(words.overdue),
            number(overdue).tone(if overdue > 0 { Tone::Bad } else { Tone::Plain }),
        ],
        vec![Cell::new(words.done), number(count(&is(RequestStatus::Done)))],
        vec![Cell::new(words.declined), number(count(&is(RequestStatus::Declined)))],
    ];
    let columns = vec![Column::left(words.status), Column::right(words.count)];
    let mut blocks = vec![Block::Table(Table { columns, rows, cut: None })];
    let open: Vec<&RequestProgress<'_>> = told.requests.iter().filter(|one| one.request.is_open()).collect();
    if !open.is_empty() {
        blocks.push(Block::Table(list(parts, &open)));
    }
    Some(Section::new("requests", words.requests, blocks))
}

fn list(parts: &Parts<'_>, open: &[&RequestProgress<'_>]) -> Table {
    let Parts { report: told, words, policy, subject, style } = parts;
    let language = style.language;
    let columns = vec![
        Column::left(words.request),
        Column::left(words.status),
        Column::left(words.team).at_least(12).left_out(1),
        Column::left(words.cause).at_least(8).left_out(3),
        Column::left(words.problem).at_least(12).left_out(2),
        Column::right(words.incidents).left_out(4),
        Column::right(words.age),
        Column::left(words.next),
        Column::left(words.due),
    ];
    let row = |one: &&RequestProgress<'_>| {
        let request = one.request;
        let [_, _, title] = &request.signature;
        let next = one
            .next()
            .map(|next| (words.to_do)(owner_word(next.owner(), language), next_word(next, language)));
        let due = match (one.overdue, one.due) {
            (Some(late), _) => Cell::new((words.overdue_by)(&short_duration(late, language))).tone(Tone::Bad),
            (None, Some(due)) => moment(subject, due),
            (None, None) => Cell::new(""),
        };
        vec![
            Cell::new(&request.id).tone(Tone::Strong),
            Cell::new(status_word(request.status(), language)),
            Cell::new(policy.team(&request.team).map_or(&request.team, |team| &team.title)),
            Cell::new(told.report.policy.cause_title(&request.cause)),
            Cell::new(title),
            number(request.incidents.len() as u64),
            length(subject, one.age),
            Cell::new(next.unwrap_or_default()),
            due,
        ]
    };
    Table { columns, rows: open.iter().map(row).collect(), cut: None }
}
