use super::page::Page;
use super::share::Wish;
use crate::assess::{WaitCount, WaitingGroup, WaitingGroups, WaitingKey};
use crate::render::page::{Block, Cell, Column, Table, Tone};
use crate::render::words::{self, count};

/// The room that the breakdowns want: an empty line, a heading, the names of the columns, a rule.
pub(super) fn wishes(page: &Page<'_>) -> Vec<Wish> {
    let wish = |groups: &WaitingGroups<'_>| Wish { around: 4, lists: vec![groups.rows.len()], spare: false };
    page.status.groups.iter().map(wish).collect()
}

/// The first rows of each breakdown.
pub(super) fn blocks(page: &Page<'_>, shares: &[Vec<usize>]) -> Vec<Block> {
    let shown = |(groups, share): (&WaitingGroups<'_>, &Vec<usize>)| {
        let rows = share.first().copied().unwrap_or_default();
        if rows == 0 { Vec::new() } else { table(page, groups, rows) }
    };
    page.status.groups.iter().zip(shares).flat_map(shown).collect()
}

fn table(page: &Page<'_>, groups: &WaitingGroups<'_>, rows: usize) -> Vec<Block> {
    let words = page.words;
    let property = match groups.key {
        WaitingKey::Shift => words.shift,
        WaitingKey::Field(_) => words::Words::of(page.style.language).property(groups.by),
    };
    let columns = vec![
        Column::left("").at_least(12),
        Column::right(words.incidents).left_out(1),
        Column::right(words.oldest),
        Column::right(words.to_annotate),
        Column::right(words.to_decide).left_out(2),
        Column::right(words.to_request).left_out(3),
    ];
    let row = |group: &WaitingGroup<'_>| {
        let value = match group.value {
            Some(value) => Cell::new(title(page, groups.key, value)).tone(Tone::Strong),
            None => Cell::new(words.none).tone(Tone::Faint),
        };
        let number = |counted: WaitCount| Cell::new(count(counted.all as u64));
        vec![
            value,
            Cell::new(count(group.all.incidents as u64)),
            Cell::new(group.all.longest.map(|span| page.length(span)).unwrap_or_default()),
            number(group.unannotated),
            number(group.reviews),
            number(group.unrequested),
        ]
    };
    let rows = groups.rows.iter().take(rows).map(row).collect();
    vec![Block::Heading((words.by)(property)), Block::Table(Table { columns, rows, cut: None })]
}

/// What people call a value: a shift by its title.
fn title<'a>(page: &'a Page<'_>, key: WaitingKey, value: &'a str) -> &'a str {
    match key {
        WaitingKey::Shift => page.policy.shifts.find(value).map_or(value, |shift| &shift.title),
        WaitingKey::Field(_) => value,
    }
}
