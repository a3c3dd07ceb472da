use std::io::Write;

use csv::{Terminator, WriterBuilder};

use super::csv::inert;
use super::document::Document;
use super::page::{Block, Table, Value};
use super::{RenderError, Style};

/// What Excel takes for the mark of UTF-8.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Writes every cell of every table of a document as a row of its own: which table, which of its rows
/// (by number and by the row's first cell), which column, what stands there, and what that is as a plain
/// number: counts as they are, shares from 0 to 1, lengths of time in seconds, times as
/// `2026-11-01T09:00:00`.
pub(super) fn write(document: &Document, style: &Style, out: &mut dyn Write) -> Result<(), RenderError> {
    if style.csv_bom {
        out.write_all(BOM)?;
    }
    let mut writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(out);
    writer.write_record(["table", "row", "key", "column", "text", "value"])?;
    for section in &document.sections {
        let tables = section.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        for (place, table) in tables.enumerate() {
            let name =
                if place == 0 { section.id.to_owned() } else { format!("{}-{}", section.id, place + 1) };
            rows(&name, table, &mut writer)?;
        }
    }
    writer.flush()?;
    Ok(())
}

fn rows<W: Write>(name: &str, table: &Table, writer: &mut csv::Writer<W>) -> Result<(), RenderError> {
    for (number, row) in (1_u64..).zip(&table.rows) {
        let key = row.first().map_or("", |cell| cell.text.as_str());
        for (column, cell) in table.columns.iter().zip(row).filter(|(column, _)| !column.drawn) {
            let value = cell.value.map(plain).unwrap_or_default();
            let number = number.to_string();
            let texts = [name, &number, key, &column.title, &cell.text].map(inert);
            // A number below nothing is no formula.
            let record = texts.iter().map(|text| text.as_bytes()).chain([value.as_bytes()]);
            writer.write_record(record)?;
        }
    }
    Ok(())
}

/// A value without unit and words.
fn plain(value: Value) -> String {
    match value {
        Value::Count(count) => count.to_string(),
        Value::Difference(difference) => difference.to_string(),
        Value::PerMille(share) => format!("{}.{:03}", share / 1000, share % 1000),
        Value::Span(span) => {
            let (seconds, rest) = (span.whole_seconds(), span.nanos() % 1_000_000_000);
            if rest == 0 { seconds.to_string() } else { format!("{seconds}.{:09}", rest.abs()) }
        }
        Value::Moment(at) => at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        Value::Day(day) => day.to_string(),
    }
}
