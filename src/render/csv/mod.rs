//! The breaches as rows for spreadsheets and programs.

mod inert;
mod rows;

use std::io::Write;
use std::{panic, thread};

use crate::assess::{Report, ReportedBreach};
use crate::domain::{FieldId, Fields};

use super::{RenderError, Style};
use rows::Rows;

pub use inert::inert;

/// The columns that every report has; the policy's own attributes follow as `attribute.NAME`, and
/// after them [`LAST`].
const HEADER: [&str; 23] = [
    "incident",
    "objective",
    "title",
    "customer",
    "service",
    "severity",
    "status",
    "assignee",
    "opened",
    "reached",
    "deadline",
    "target_s",
    "elapsed_s",
    "over_s",
    "open",
    "cause",
    "fix",
    "reason",
    "improvement",
    "annotated_by",
    "annotated_at",
    "source",
    "row",
];

/// The column behind all others: it came later, and no column has moved since.
const LAST: &str = "stopped_s";

/// Writes the breaches as CSV, the worst first, one to a row.
///
/// Times are RFC 3339 and seconds exact, as in JSON. Lines end in LF, which Excel reads as well
/// as CRLF, and which leaves no stray CR in the last column of other tools.
pub(super) fn write(report: &Report, style: &Style, out: &mut dyn Write) -> Result<(), RenderError> {
    if style.csv_bom {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    let (attributes, names): (Vec<FieldId>, Vec<&str>) =
        report.policy.fields.iter().skip(Fields::BUILT_IN.len()).unzip();
    let names = names.iter().map(|name| format!("attribute.{name}"));
    let header: Vec<String> =
        HEADER.map(str::to_owned).into_iter().chain(names).chain([LAST.to_owned()]).collect();
    let mut rows = Rows::new(report, &attributes);
    rows.cells(&header)?;
    out.write_all(&rows.bytes()?)?;
    if report.breaches.len() <= BLOCK {
        out.write_all(&block(report, &attributes, &report.breaches)?)?;
        return Ok(());
    }
    // The number of workers shows in the time only, never in the bytes.
    let workers = thread::available_parallelism().map_or(1, usize::from).min(MOST_WORKERS);
    let blocks: Vec<&[ReportedBreach]> = report.breaches.chunks(BLOCK).collect();
    for round in blocks.chunks(workers) {
        for bytes in side_by_side(report, &attributes, round) {
            out.write_all(&bytes?)?;
        }
    }
    Ok(())
}

/// How many breaches a worker writes at once.
const BLOCK: usize = 8192;
/// How many workers there are at most.
const MOST_WORKERS: usize = 8;

/// The rows of each block, made at the same time.
fn side_by_side(
    report: &Report,
    attributes: &[FieldId],
    blocks: &[&[ReportedBreach]],
) -> Vec<Result<Vec<u8>, RenderError>> {
    thread::scope(|scope| {
        let workers: Vec<_> =
            blocks.iter().map(|breaches| scope.spawn(move || block(report, attributes, breaches))).collect();
        // A panic, which would be a bug, goes on as if there were no workers.
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|panic| panic::resume_unwind(panic)))
            .collect()
    })
}

/// The rows of some breaches.
fn block(
    report: &Report,
    attributes: &[FieldId],
    breaches: &[ReportedBreach],
) -> Result<Vec<u8>, RenderError> {
    let mut rows = Rows::new(report, attributes);
    for breach in breaches {
        rows.breach(breach)?;
    }
    rows.bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    fn csv(report: &Report, csv_bom: bool) -> String {
        let mut bytes = Vec::new();
        write(report, &Style { csv_bom, ..sample::style(crate::domain::Language::English) }, &mut bytes)
            .unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn every_row_has_every_column() {
        let report = sample::report();
        let text = csv(&report, false);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().unwrap().clone();
        assert_eq!(header.iter().take(HEADER.len()).collect::<Vec<_>>(), HEADER);
        assert_eq!(header.get(HEADER.len()), Some("attribute.channel"));
        assert_eq!(header.iter().next_back(), Some(LAST));
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), report.breaches.len());
        let over = header.iter().position(|name| name == "over_s").unwrap();
        for (row, breach) in rows.iter().zip(&report.breaches) {
            assert_eq!(row[over], breach.breach.reading.over().to_string());
            assert_eq!(row[header.len() - 1], breach.breach.reading.stopped.to_string());
        }
        assert!(!text.contains('\r'));
    }

    #[test]
    fn a_long_report_is_written_in_order() {
        let mut report = sample::report();
        let first = report.breaches[0].clone();
        report.breaches =
            (0..BLOCK as u64 * 3 + 5).map(|row| ReportedBreach { row, ..first.clone() }).collect();
        let text = csv(&report, false);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let row = HEADER.iter().position(|name| *name == "row").unwrap();
        let rows: Vec<u64> = reader.records().map(|record| record.unwrap()[row].parse().unwrap()).collect();
        assert!(rows.iter().copied().eq(0..BLOCK as u64 * 3 + 5));
    }

    #[test]
    fn the_mark_for_excel_comes_first_and_only_on_demand() {
        let report = sample::report();
        assert_eq!(csv(&report, true), format!("\u{FEFF}{}", csv(&report, false)));
    }
}
