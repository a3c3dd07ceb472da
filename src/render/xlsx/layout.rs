use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::text;

/// A row by its place; one that no sheet has is refused where it is written.
pub(super) fn row(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// A column by its place.
pub(super) fn column(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

/// Writes a text. One that looks like a formula is marked as a text, so that it stays one when
/// somebody edits the cell.
pub(super) fn write_text(
    sheet: &mut Worksheet,
    at: (usize, usize),
    what: &str,
    format: Format,
) -> Result<(), XlsxError> {
    let what = text(what);
    let format = if what.starts_with(['=', '+', '-', '@']) { format.set_quote_prefix() } else { format };
    sheet.write_string_with_format(row(at.0), column(at.1), what, &format)?;
    Ok(())
}

/// The columns that a text takes, where wide letters take two.
pub(super) fn width(what: &str) -> usize {
    text(what).width()
}

/// Makes a column wide enough for what stands in it, within reason.
pub(super) fn set_width(sheet: &mut Worksheet, place: usize, widest: usize) -> Result<(), XlsxError> {
    sheet.set_column_width(column(place), widest.saturating_add(2).clamp(8, 64) as f64)?;
    Ok(())
}
