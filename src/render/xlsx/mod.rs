//! A document as a workbook: a sheet of what stands above all, then one for each table, with cells
//! that Excel can reckon with, sort and filter.

mod layout;
mod look;
mod notes;
mod plan;
mod sheet_name;
mod table_sheet;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::document::Document;
use super::{RenderError, sanitize};
use crate::words::html::Words;
use look::Look;
use plan::Plan;
use sheet_name::SheetNames;

/// A4.
const PAPER: u8 = 9;

/// Writes a document as an Excel workbook.
pub(in crate::render) fn write(document: &Document, out: &mut dyn Write) -> Result<(), RenderError> {
    // It is made in memory, so that an error of the workbook doesn't come from the receiver.
    let bytes = workbook(document).map_err(|error| RenderError::Write(io::Error::other(error)))?;
    out.write_all(&bytes)?;
    Ok(())
}

fn workbook(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The time of making is left out, so that the same report is the same file.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(text(&document.title)).set_creation_datetime(&made));
    let plan = Plan::of(document);
    let look = Look::of(document.language);
    let overview = Words::of(document.language).overview;
    let mut names = SheetNames::default();
    notes::front(page_sheet(&mut book, &names.next(overview))?, document, &plan.front, &look)?;
    for sheet in &plan.sheets {
        let heading = if sheet.section.heading.is_empty() { overview } else { &sheet.section.heading };
        table_sheet::write(page_sheet(&mut book, &names.next(heading))?, sheet, &look)?;
    }
    book.save_to_buffer()
}

/// A sheet that is printed as wide as the paper.
fn page_sheet<'a>(book: &'a mut Workbook, name: &str) -> Result<&'a mut Worksheet, XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(name)?.set_paper_size(PAPER).set_landscape().set_print_fit_to_pages(1, 0);
    Ok(sheet)
}

/// A text as a cell can hold it.
fn text(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 32_767;
    let text = sanitize(text);
    // No letter takes more units than bytes.
    if text.len() <= LONGEST {
        return text;
    }
    let mut units = 0;
    let fits = |character: &char| {
        units += character.len_utf16();
        units < LONGEST
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    Cow::Owned(cut)
}
