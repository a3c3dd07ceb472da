use rust_xlsxwriter::{Worksheet, XlsxError};

use super::layout::{set_width, width, write_text};
use super::look::Look;
use super::plan::Notes;
use crate::render::document::Document;
use crate::render::page::{Block, Tone};

/// The first sheet.
pub(super) fn front(
    sheet: &mut Worksheet,
    document: &Document,
    parts: &[Notes<'_>],
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_screen_gridlines(false);
    write_text(sheet, (0, 0), &document.title, look.title())?;
    let mut row = 2;
    for Notes { heading, blocks } in parts {
        if !heading.is_empty() {
            row += 1;
            write_text(sheet, (row, 0), heading, look.heading())?;
            row += 1;
        }
        row = write(sheet, row, blocks, look)?;
    }
    let facts = parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
        Block::Facts(facts) => Some(facts),
        _ => None,
    });
    let names = facts.flatten().map(|(name, _)| width(name)).max().unwrap_or(0);
    set_width(sheet, 0, names.max(14))?;
    set_width(sheet, 1, 62)
}

/// Writes what is no table, from a row on, and gives the row behind it.
pub(super) fn write(
    sheet: &mut Worksheet,
    mut row: usize,
    blocks: &[&Block],
    look: &Look,
) -> Result<usize, XlsxError> {
    for (place, block) in blocks.iter().enumerate() {
        match block {
            Block::Title(title) => {
                write_text(sheet, (row, 0), title, look.heading())?;
                row += 1;
            }
            // A heading of a picture has nothing below it here.
            Block::Heading(_) if matches!(blocks.get(place + 1), None | Some(Block::Heading(_))) => {}
            Block::Heading(heading) => {
                write_text(sheet, (row, 0), heading, look.heading())?;
                row += 1;
            }
            Block::Line(line, tone) => {
                write_text(sheet, (row, 0), line, look.text(*tone))?;
                row += 1;
            }
            Block::List(items) => {
                for item in items {
                    write_text(sheet, (row, 0), item, look.text(Tone::Plain))?;
                    row += 1;
                }
            }
            Block::Facts(facts) => {
                for (name, values) in facts {
                    write_text(sheet, (row, 0), name, look.text(Tone::Faint))?;
                    for value in values {
                        write_text(sheet, (row, 1), value, look.text(Tone::Plain))?;
                        row += 1;
                    }
                    row += usize::from(values.is_empty());
                }
            }
            Block::Table(_) | Block::Picture(_) => {}
        }
    }
    Ok(row)
}
