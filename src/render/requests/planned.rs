use crate::render::page::{Block, Cell, Column, Table, Tone};
use crate::render::{RenderError, Style, table};
use crate::words::requests::Words;

/// What would be written for a request.
#[derive(Clone, Debug)]
pub struct Planned<'a> {
    /// The file, relative to the policy.
    pub file: String,
    /// What would be done with it.
    pub deed: PlannedDeed,
    /// The team that is asked.
    pub team: &'a str,
    /// The cause.
    pub cause: &'a str,
    /// What the titles have in common.
    pub problem: &'a str,
    /// The incidents that nobody asked about before.
    pub incidents: usize,
}

/// What would be done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlannedDeed {
    /// It would be written.
    Write,
    /// It would be made anew with what came since: nobody edited it.
    Remake,
    /// What came since would be added at its end: somebody edited it.
    Append,
    /// What came since would be written beside the draft, which was sent.
    WriteBeside,
    /// Nothing: it tells of all of it.
    Leave,
}

/// What would be written, as a table for people.
pub fn planned_table(rows: &[Planned<'_>], style: &Style) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    if rows.is_empty() {
        return Ok(bytes);
    }
    let words = Words::of(style.language);
    let columns = vec![
        Column::left(words.file),
        Column::left(words.deed),
        Column::left(words.team).at_least(14).left_out(1),
        Column::left(words.cause).at_least(12).left_out(2),
        Column::left(words.problem).at_least(14),
        Column::right(words.incidents),
    ];
    let row = |one: &Planned<'_>| {
        let tone = if one.deed == PlannedDeed::Leave { Tone::Faint } else { Tone::Plain };
        vec![
            Cell::new(&one.file).tone(Tone::Strong),
            Cell::new(word(one.deed, words)).tone(tone),
            Cell::new(one.team),
            Cell::new(one.cause),
            Cell::new(one.problem),
            Cell::new(one.incidents.to_string()),
        ]
    };
    let table = Table { columns, rows: rows.iter().map(row).collect(), cut: None };
    table::draw(&[Block::Table(table)], style, &mut bytes)?;
    Ok(bytes)
}

const fn word(deed: PlannedDeed, words: &Words) -> &'static str {
    match deed {
        PlannedDeed::Write => words.written,
        PlannedDeed::Remake => words.made_anew,
        PlannedDeed::Append => words.added_to,
        PlannedDeed::WriteBeside => words.beside,
        PlannedDeed::Leave => words.no_change,
    }
}
