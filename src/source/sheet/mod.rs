//! The sheets of workbooks: what a cell shows, which sheet is read, and the rows of one as the text
//! of a CSV, so that whatever is true of a CSV is true of a sheet.

#[cfg(test)]
pub(in crate::source) mod book;
mod cell;
mod choice;
mod clock_format;
mod error;
mod package;
mod reading;
mod rows;
#[cfg(test)]
mod tests;

pub(in crate::source) use cell::{SheetCell, cell_of};
pub(in crate::source) use choice::SheetList;
pub use error::SheetError;
pub(in crate::source) use package::begins_workbook;
pub(in crate::source) use reading::{Sheet, read_sheet};
