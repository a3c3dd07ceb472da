//! The forms that a document can take, but for JSON, which is made from the values themselves.

use std::io::Write;

use super::document::Document;
use super::page::Block;
use super::{RenderError, ReportForm, Style, document_csv, markdown, table};

/// Writes a document in a form.
pub(super) fn write(
    document: &Document,
    form: ReportForm,
    style: &Style,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    match form {
        ReportForm::Csv => document_csv::write(document, style, out),
        ReportForm::Markdown => markdown::draw(&blocks(document), out),
        ReportForm::Table => table::draw(&blocks(document), style, out),
        ReportForm::Html | ReportForm::Xlsx | ReportForm::Json => Ok(()),
    }
}

/// All of it one after the other. The sections of one kind of doubt have no heading of their own.
fn blocks(document: &Document) -> Vec<Block> {
    let mut blocks = vec![Block::Title(document.title.clone())];
    for section in &document.sections {
        if !section.heading.is_empty() {
            blocks.push(Block::Heading(section.heading.clone()));
        }
        let mut tables = 0;
        for block in &section.blocks {
            // Two tables in a row would look like one.
            if matches!(block, Block::Table(_)) {
                tables += 1;
                if tables > 1 {
                    blocks.push(Block::Line(String::new(), super::page::Tone::Plain));
                }
            }
            blocks.push(block.clone());
        }
    }
    blocks
}
