use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use super::layout::{column, row, set_width, width, write_text};
use super::look::Look;
use super::notes;
use super::plan::TableSheet;
use crate::render::page::{Cell, Column, Value};

/// The room that the button of a filter takes.
const BUTTON: usize = 3;
/// The whole numbers that Excel keeps as they are.
const EXACT: u64 = 1 << 53;

/// Writes a table from the first row on, and below it what its section says.
pub(super) fn write(sheet: &mut Worksheet, of: &TableSheet<'_>, look: &Look) -> Result<(), XlsxError> {
    let table = of.table;
    let shown: Vec<(usize, &Column)> =
        table.columns.iter().enumerate().filter(|(_, column)| !column.drawn).collect();
    for (place, (of_table, title)) in shown.iter().enumerate() {
        write_text(sheet, (0, place), &title.title, look.column(title.align))?;
        let mut widest = width(&title.title) + BUTTON;
        for (below, cell) in (1..).zip(&table.rows) {
            let Some(cell) = cell.get(*of_table) else { continue };
            write_cell(sheet, (below, place), cell, look.cell(cell.tone, title.align))?;
            widest = widest.max(room(cell));
        }
        set_width(sheet, place, widest)?;
    }
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    if let Some(last) = shown.len().checked_sub(1) {
        sheet.autofilter(0, 0, row(table.rows.len()), column(last))?;
    }
    notes::write(sheet, table.rows.len() + 2, &of.notes, look)?;
    Ok(())
}

/// The columns that a cell takes.
fn room(cell: &Cell) -> usize {
    let least = match cell.value {
        Some(Value::Moment(_)) => 16,
        Some(Value::Span(_) | Value::Day(_)) => 10,
        _ => 0,
    };
    width(&cell.text).max(least)
}

/// Writes a cell as what it says, or as its text where Excel has no such value.
fn write_cell(
    sheet: &mut Worksheet,
    at: (usize, usize),
    cell: &Cell,
    format: Format,
) -> Result<(), XlsxError> {
    let number = |sheet: &mut Worksheet, number: f64, shown: &str| {
        let format = format.clone().set_num_format(shown);
        sheet.write_number_with_format(row(at.0), column(at.1), number, &format).map(|_| ())
    };
    match cell.value {
        Some(Value::Count(count)) if count <= EXACT => number(sheet, count as f64, "#,##0"),
        Some(Value::Difference(count)) if count.unsigned_abs() <= EXACT => {
            number(sheet, count as f64, "+#,##0;-#,##0;0")
        }
        Some(Value::PerMille(share)) if share <= EXACT => number(sheet, share as f64 / 1000.0, "0.0%"),
        // Excel shows lengths below nothing as hash signs.
        Some(Value::Span(span)) if span.nanos() >= 0 => {
            number(sheet, span.nanos() as f64 / 86_400e9, "[h]:mm:ss")
        }
        Some(Value::Moment(moment)) if excel(moment).is_some() => {
            let seconds = moment.second() > 0 || moment.nanosecond() > 0;
            write_time(
                sheet,
                at,
                moment,
                &format,
                if seconds { "yyyy-mm-dd hh:mm:ss" } else { "yyyy-mm-dd hh:mm" },
            )
        }
        Some(Value::Day(day)) if excel(midnight(day)).is_some() => {
            write_time(sheet, at, midnight(day), &format, "yyyy-mm-dd")
        }
        _ => write_text(sheet, at, &cell.text, format),
    }
}

fn write_time(
    sheet: &mut Worksheet,
    at: (usize, usize),
    moment: NaiveDateTime,
    format: &Format,
    shown: &str,
) -> Result<(), XlsxError> {
    let format = format.clone().set_num_format(shown);
    if let Some(time) = excel(moment) {
        sheet.write_datetime_with_format(row(at.0), column(at.1), &time, &format)?;
    }
    Ok(())
}

const fn midnight(day: NaiveDate) -> NaiveDateTime {
    NaiveDateTime::new(day, NaiveTime::MIN)
}

/// The time as Excel counts it, which begins in 1900.
fn excel(moment: NaiveDateTime) -> Option<ExcelDateTime> {
    let part = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(moment.year()).ok().filter(|year| (1900..=9999).contains(year))?;
    let day = ExcelDateTime::from_ymd(year, part(moment.month())?, part(moment.day())?).ok()?;
    let seconds = f64::from(moment.second()) + f64::from(moment.nanosecond()) / 1e9;
    day.and_hms(u16::try_from(moment.hour()).ok()?, part(moment.minute())?, seconds).ok()
}
