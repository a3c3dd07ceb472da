use crate::render::document::{Document, Section};
use crate::render::page::{Block, Table};

/// What goes onto which sheet.
pub(super) struct Plan<'a> {
    /// The first sheet: what stands above, and the sections that have no table.
    pub(super) front: Vec<Notes<'a>>,
    /// A sheet for each table.
    pub(super) sheets: Vec<TableSheet<'a>>,
}

/// Sentences, facts and lists below a heading, which may be empty.
pub(super) struct Notes<'a> {
    pub(super) heading: &'a str,
    pub(super) blocks: Vec<&'a Block>,
}

/// A table, and what its section says around it.
pub(super) struct TableSheet<'a> {
    pub(super) section: &'a Section,
    pub(super) table: &'a Table,
    pub(super) notes: Vec<&'a Block>,
}

impl<'a> Plan<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let mut plan = Self { front: Vec::new(), sheets: Vec::new() };
        for (place, section) in document.sections.iter().enumerate() {
            plan.take_in(document, section, place == 0);
        }
        plan
    }

    fn take_in(&mut self, document: &'a Document, section: &'a Section, first: bool) {
        let begin = self.sheets.len();
        // What waits for the table that it introduces.
        let mut waiting = Vec::new();
        for block in section.blocks.iter().filter(|block| says_something(document, block)) {
            match block {
                Block::Table(table) => {
                    // What stands above all tables of the page stays on the first sheet.
                    let notes = if first { Vec::new() } else { std::mem::take(&mut waiting) };
                    self.sheets.push(TableSheet { section, table, notes });
                }
                // A heading begins what belongs to the next table.
                Block::Heading(_) => waiting.push(block),
                _ => match self.sheets.get_mut(begin..).and_then(<[_]>::last_mut) {
                    Some(sheet) if waiting.is_empty() && !first => sheet.notes.push(block),
                    _ => waiting.push(block),
                },
            }
        }
        match self.sheets.get_mut(begin..).and_then(<[_]>::last_mut) {
            Some(sheet) if !first => sheet.notes.extend(waiting),
            _ if waiting.is_empty() => {}
            _ => self.front.push(Notes { heading: &section.heading, blocks: waiting }),
        }
    }
}

/// Whether a block has anything for a sheet.
fn says_something(document: &Document, block: &Block) -> bool {
    match block {
        Block::Title(title) => *title != document.title,
        Block::Line(line, _) => !line.is_empty(),
        // Each number of a picture stands in a table.
        Block::Picture(_) => false,
        _ => true,
    }
}
