use crate::assess::RequestProgress;
use crate::domain::{Instant, Policy, RequestStatus};
use crate::render::Style;
use crate::render::duration::short_duration;
use crate::render::page::{Block, Cell, Column, Table, Tone};
use crate::render::request_words::{next_word, owner_word, status_word};
use crate::render::time::LocalTimes;
use crate::words::requests::Words;

/// A line for each request: what it is about, for how long it stands where it stands, and who owes
/// the next step.
pub(super) fn page(
    list: &[RequestProgress<'_>],
    policy: &Policy,
    as_of: Instant,
    style: &Style,
) -> Vec<Block> {
    let (words, language) = (Words::of(style.language), style.language);
    let times = LocalTimes::new(policy.zone);
    let source = (words.source)(&times.minute(as_of), policy.zone.name());
    let mut blocks = vec![Block::Facts(vec![(words.as_of, vec![source])])];
    if list.is_empty() {
        blocks.push(Block::Line(words.none.to_owned(), Tone::Plain));
        return blocks;
    }
    let due = list.iter().any(|one| one.due.is_some());
    let mut columns = vec![
        Column::left(words.request),
        Column::left(words.status_heading),
        Column::left(words.cause).at_least(8).left_out(4),
        Column::left(words.team).at_least(14).left_out(1),
        Column::left(words.problem).at_least(14).left_out(3),
        Column::right(words.incidents).left_out(2),
        Column::right(words.age).left_out(5),
        Column::left(words.next),
    ];
    if due {
        columns.push(Column::left(words.due));
    }
    let row = |one: &RequestProgress<'_>| {
        let request = one.request;
        let team = policy.team(&request.team).map_or(&request.team, |team| &team.title);
        let next = one
            .next()
            .map(|next| (words.to_do)(owner_word(next.owner(), language), next_word(next, language)));
        let [_, _, title] = &request.signature;
        let tone = match request.status() {
            RequestStatus::Done => Tone::Good,
            RequestStatus::Declined => Tone::Faint,
            RequestStatus::Draft | RequestStatus::Sent | RequestStatus::Accepted => Tone::Plain,
        };
        let mut cells = vec![
            Cell::new(&request.id).tone(Tone::Strong),
            Cell::new(status_word(request.status(), language)).tone(tone),
            Cell::new(policy.cause(&request.cause).map_or(&request.cause, |cause| &cause.title)),
            Cell::new(team),
            Cell::new(title),
            Cell::new(request.incidents.len().to_string()),
            Cell::new(short_duration(one.age, language)),
            Cell::new(next.unwrap_or_default()),
        ];
        if due {
            cells.push(match (one.overdue, one.due) {
                (Some(late), _) => {
                    Cell::new((words.overdue_by)(&short_duration(late, language))).tone(Tone::Bad)
                }
                (None, Some(due)) => Cell::new(times.minute(due).get(5..).unwrap_or_default()),
                (None, None) => Cell::new(""),
            });
        }
        cells
    };
    let rows = list.iter().map(row).collect();
    blocks.push(Block::Line(String::new(), Tone::Plain));
    blocks.push(Block::Table(Table { columns, rows, cut: None }));
    blocks
}
