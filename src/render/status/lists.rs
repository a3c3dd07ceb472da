use unicode_width::UnicodeWidthStr;

use super::page::{Page, gap};
use super::share::Wish;
use crate::assess::{Awaited, RequestProgress, WaitingBreach};
use crate::domain::Annotation;
use crate::render::page::{Block, Cell, Column, Table, Tone};

/// The room that the lists want: of breaches, of requests, and of stale annotations. The last is
/// told only where all the others have room.
pub(super) fn wishes(page: &Page<'_>) -> Vec<Wish> {
    let waiting = page.status.waiting;
    let breaches = Awaited::BY_BREACHES.map(|awaited| waiting.breaches(awaited).len());
    let requests = Awaited::BY_REQUESTS.map(|awaited| waiting.requests(awaited).len());
    // An empty line, the names of the columns, a rule; a heading above annotations.
    vec![
        Wish { around: 3, lists: breaches.into(), spare: false },
        Wish { around: 3, lists: requests.into(), spare: false },
        Wish { around: 4, lists: vec![waiting.stale.len()], spare: true },
    ]
}

/// The first of each list.
pub(super) fn blocks(page: &Page<'_>, shares: &[Vec<usize>]) -> Vec<Block> {
    let waiting = page.status.waiting;
    let share =
        |table: usize, list: usize| shares.get(table).and_then(|lists| lists.get(list)).copied().unwrap_or(0);
    let breaches = (0..).zip(Awaited::BY_BREACHES).flat_map(|(list, awaited)| {
        waiting.breaches(awaited).iter().take(share(0, list)).map(move |one| (awaited, one))
    });
    let requests = (0..).zip(Awaited::BY_REQUESTS).flat_map(|(list, awaited)| {
        waiting.requests(awaited).iter().take(share(1, list)).map(move |one| (awaited, one))
    });
    let mut blocks = Vec::new();
    blocks.extend(breach_table(page, &breaches.collect::<Vec<_>>()));
    blocks.extend(request_table(page, &requests.collect::<Vec<_>>()));
    blocks.extend(stale_table(page, share(2, 0)));
    blocks
}

fn breach_table(page: &Page<'_>, list: &[(Awaited, &WaitingBreach<'_>)]) -> Vec<Block> {
    if list.is_empty() {
        return Vec::new();
    }
    let words = page.words;
    let mut columns = vec![
        Column::left(words.awaits),
        Column::left(words.incident),
        Column::left(words.objective).at_least(8).left_out(4),
        Column::left(words.title).at_least(20).at_worst(8),
        Column::left(words.customer).at_least(8).left_out(2),
    ];
    let annotated = list.iter().any(|(_, one)| one.annotation.is_some());
    if annotated {
        columns.push(Column::left(words.cause).at_least(8).left_out(3));
    }
    columns.extend([Column::right(words.over).left_out(1), Column::right(words.waits)]);
    let row = |(awaited, one): &(Awaited, &WaitingBreach<'_>)| {
        let breach = one.breach;
        let mut cells = vec![
            Cell::new((words.awaited)(*awaited)),
            Cell::new(&breach.incident).tone(Tone::Strong),
            Cell::new(page.objective(&breach.objective)),
            Cell::new(breach.field("title")),
            Cell::new(breach.field("customer")),
        ];
        if annotated {
            cells.push(Cell::new(one.annotation.map_or("", |annotation| page.cause(&annotation.cause))));
        }
        let more = if breach.open { "+" } else { "" };
        cells.push(Cell::new(format!("{}{more}", page.length(breach.over))));
        cells.push(Cell::new(page.length(one.age)));
        cells
    };
    let rows = list.iter().map(row).collect();
    vec![gap(), Block::Table(Table { columns, rows, cut: None })]
}

fn request_table(page: &Page<'_>, list: &[(Awaited, &RequestProgress<'_>)]) -> Vec<Block> {
    if list.is_empty() {
        return Vec::new();
    }
    let words = page.words;
    // A path may be cut, what is due may not.
    let due = list.iter().filter_map(|(_, one)| Some(answer_due(page, one)?.text.width())).max();
    let columns = vec![
        Column::left(words.awaits),
        Column::left(words.request),
        Column::left(words.team).at_least(8).left_out(3),
        Column::left(words.cause).at_least(8).left_out(2),
        Column::right(words.incidents).left_out(1),
        Column::left(words.draft_or_due).at_least(due.unwrap_or(0).max(16)).left_out(4),
        Column::right(words.waits),
    ];
    let row = |(awaited, one): &(Awaited, &RequestProgress<'_>)| {
        let request = one.request;
        let draft = if *awaited == Awaited::Sending { request.draft() } else { "" };
        let team = page.policy.team(&request.team);
        vec![
            Cell::new((words.awaited)(*awaited)),
            Cell::new(&request.id).tone(Tone::Strong),
            Cell::new(team.map_or(&request.team, |team| &team.title)),
            Cell::new(page.cause(&request.cause)),
            Cell::new(request.incidents.len().to_string()),
            answer_due(page, one).unwrap_or_else(|| Cell::new(draft)),
            Cell::new(page.length(one.age)),
        ]
    };
    let rows = list.iter().map(row).collect();
    vec![gap(), Block::Table(Table { columns, rows, cut: None })]
}

/// Until when an answer is wanted, if one is.
fn answer_due(page: &Page<'_>, one: &RequestProgress<'_>) -> Option<Cell> {
    let words = page.words;
    let overdue = |span| Cell::new((words.overdue_by)(&page.length(span))).tone(Tone::Bad);
    let due = |at| Cell::new((words.due)(&page.moment(at)));
    one.overdue.map(overdue).or_else(|| one.due.map(due))
}

fn stale_table(page: &Page<'_>, rows: usize) -> Vec<Block> {
    if rows == 0 {
        return Vec::new();
    }
    let words = page.words;
    let columns = vec![
        Column::left(words.incident),
        Column::left(words.cause).at_least(8).left_out(1),
        Column::left(words.reason).at_least(16),
    ];
    let row = |one: &&Annotation| {
        vec![
            Cell::new(&one.incident).tone(Tone::Strong),
            Cell::new(page.cause(&one.cause)),
            Cell::new(&one.reason),
        ]
    };
    let rows = page.status.waiting.stale.iter().take(rows).map(row).collect();
    vec![Block::Heading(words.stale_heading.to_owned()), Block::Table(Table { columns, rows, cut: None })]
}
