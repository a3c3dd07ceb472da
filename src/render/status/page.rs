use super::words::Words;
use crate::assess::{Waiting, WaitingBreach};
use crate::domain::{Policy, Span};
use crate::render::Style;
use crate::render::duration::short_duration;
use crate::render::page::{Block, Cell, Column, Table, Tone};
use crate::render::time::LocalTimes;

/// What waits as blocks: of each list its length, then the oldest.
pub(super) fn page(waiting: &Waiting<'_>, policy: &Policy, style: &Style) -> Vec<Block> {
    let words = Words::of(style.language);
    let page = Page { policy, style, words };
    let as_of = format!("{} ({})", LocalTimes::new(waiting.zone).minute(waiting.as_of), waiting.zone.name());
    let mut blocks = vec![Block::Facts(vec![(words.as_of, vec![as_of])])];
    if waiting.is_empty() {
        blocks.push(Block::Line(words.nothing.to_owned(), Tone::Good));
    }
    for (title, list) in [
        (words.unannotated, &waiting.unannotated),
        (words.reviews, &waiting.reviews),
        (words.unrequested, &waiting.unrequested),
    ] {
        blocks.extend(page.breaches(title, list));
    }
    blocks.extend(page.drafts(waiting));
    blocks.extend(page.stale(waiting));
    blocks
}

struct Page<'a> {
    policy: &'a Policy,
    style: &'a Style,
    words: &'static Words,
}

impl Page<'_> {
    fn breaches(&self, title: &str, list: &[WaitingBreach<'_>]) -> Vec<Block> {
        let words = self.words;
        let annotated = list.first().is_some_and(|one| one.annotation.is_some());
        let columns = vec![
            Column::left(words.incident),
            Column::left(words.objective).at_least(8),
            Column::left(words.title).at_least(20),
            Column::left(if annotated { words.cause } else { words.customer }).at_least(8).left_out(1),
            Column::right(words.over).left_out(2),
            Column::right(words.waits),
        ];
        let row = |one: &WaitingBreach<'_>| {
            let breach = one.breach;
            let fourth = match one.annotation {
                Some(annotation) => self.cause(&annotation.cause),
                None => breach.customer.as_deref().unwrap_or_default(),
            };
            let more = if breach.open { "+" } else { "" };
            vec![
                Cell::new(&breach.incident).tone(Tone::Strong),
                Cell::new(self.objective(&breach.objective)),
                Cell::new(breach.title.as_deref().unwrap_or_default()),
                Cell::new(fourth),
                Cell::new(format!("{}{more}", self.length(breach.over))),
                Cell::new(self.length(one.age)),
            ]
        };
        let incidents = Some(
            list.iter()
                .map(|one| one.breach.incident.as_str())
                .collect::<std::collections::HashSet<_>>()
                .len(),
        )
        .filter(|incidents| *incidents != list.len());
        self.list(title, incidents, columns, list, row)
    }

    fn drafts(&self, waiting: &Waiting<'_>) -> Vec<Block> {
        let words = self.words;
        let columns = vec![
            Column::left(words.request),
            Column::left(words.team).at_least(8),
            Column::left(words.cause).at_least(8).left_out(1),
            Column::right(words.incident_count),
            Column::left(words.draft).at_least(16),
            Column::right(words.waits),
        ];
        self.list(words.drafts, None, columns, &waiting.drafts, |one| {
            let team = self.policy.teams.iter().find(|team| team.id == one.request.team);
            vec![
                Cell::new(&one.request.id).tone(Tone::Strong),
                Cell::new(team.map_or(&one.request.team, |team| &team.title)),
                Cell::new(self.cause(&one.request.cause)),
                Cell::new(one.request.incidents.len().to_string()),
                Cell::new(&one.request.draft),
                Cell::new(self.length(one.age)),
            ]
        })
    }

    fn stale(&self, waiting: &Waiting<'_>) -> Vec<Block> {
        let words = self.words;
        let columns = vec![
            Column::left(words.incident),
            Column::left(words.cause).at_least(8),
            Column::left(words.reason).at_least(16),
        ];
        self.list(words.stale, None, columns, &waiting.stale, |one| {
            vec![
                Cell::new(&one.incident).tone(Tone::Strong),
                Cell::new(self.cause(&one.cause)),
                Cell::new(&one.reason),
            ]
        })
    }

    /// A heading with how many there are, the first of them, and how many are not shown; nothing
    /// where there are none.
    fn list<T>(
        &self,
        title: &str,
        incidents: Option<usize>,
        columns: Vec<Column>,
        all: &[T],
        row: impl Fn(&T) -> Vec<Cell>,
    ) -> Vec<Block> {
        if all.is_empty() {
            return Vec::new();
        }
        let shown = all.len().min(self.style.limit.unwrap_or(usize::MAX));
        let rows = all[..shown].iter().map(row).collect();
        let mut blocks = vec![
            Block::Heading((self.words.heading)(title, all.len(), incidents)),
            Block::Table(Table { columns, rows, cut: None }),
        ];
        if shown < all.len() {
            blocks.push(Block::Line((self.words.more)(all.len() - shown), Tone::Faint));
        }
        blocks
    }

    fn length(&self, span: Span) -> String {
        short_duration(span, self.style.language)
    }

    fn objective<'a>(&'a self, id: &'a str) -> &'a str {
        self.policy.objectives.iter().find(|known| known.id == id).map_or(id, |known| &known.title)
    }

    fn cause<'a>(&'a self, id: &'a str) -> &'a str {
        self.policy.cause(id).map_or(id, |cause| &cause.title)
    }
}
