use super::words::Words;
use crate::domain::Language;
use crate::render::page::{Block, Cell, Column, Table, Tone};
use crate::render::{RenderError, Style, table};

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
    New,
    /// It would be made anew with what came since: nobody edited it.
    Anew,
    /// What came since would be added at its end: somebody edited it.
    Below,
    /// It would be written beside the draft, which was sent.
    Beside,
    /// Nothing: nothing came since.
    Nothing,
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
        let tone = if one.deed == PlannedDeed::Nothing { Tone::Faint } else { Tone::Plain };
        vec![
            Cell::new(&one.file).tone(Tone::Strong),
            Cell::new(word(one.deed, style.language)).tone(tone),
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

const fn word(deed: PlannedDeed, language: Language) -> &'static str {
    match language {
        Language::Japanese => match deed {
            PlannedDeed::New => "新規",
            PlannedDeed::Anew => "作り直し",
            PlannedDeed::Below => "末尾に追記",
            PlannedDeed::Beside => "別ファイル",
            PlannedDeed::Nothing => "変更なし",
        },
        Language::English => match deed {
            PlannedDeed::New => "new",
            PlannedDeed::Anew => "made anew",
            PlannedDeed::Below => "added to",
            PlannedDeed::Beside => "beside it",
            PlannedDeed::Nothing => "no change",
        },
    }
}
