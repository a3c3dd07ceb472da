//! The breaches as rows for spreadsheets and programs.

mod cells;
mod inert;
mod rows;

use std::io::Write;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use crate::assess::{Report, ReportedBreach};
use crate::domain::Fields;

use super::{RenderError, Style};
use cells::Cells;
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
    out.write_all(&header(report))?;
    let blocks: Vec<&[Box<ReportedBreach>]> = report.breaches.chunks(BLOCK).collect();
    // The number of workers shows in the time only, never in the bytes.
    let workers = thread::available_parallelism().map_or(1, usize::from).min(MOST_WORKERS).min(blocks.len());
    if workers < 2 {
        let mut rows = Rows::new(report);
        return blocks.into_iter().try_for_each(|block| Ok(out.write_all(&rows.of(block))?));
    }
    thread::scope(|scope| {
        let blocks = &blocks;
        let work = |first: usize| {
            let (made, next) = mpsc::sync_channel(AHEAD);
            scope.spawn(move || {
                let mut rows = Rows::new(report);
                let mut own = blocks.iter().skip(first).step_by(workers);
                // Where a block can't be written nobody waits for those behind it.
                own.try_for_each(|block| made.send(rows.of(block)))
            });
            next
        };
        let queues: Vec<Receiver<Vec<u8>>> = (0..workers).map(work).collect();
        // A queue ends early only with a panic of its worker, which the scope passes on.
        queues
            .iter()
            .cycle()
            .take(blocks.len())
            .map_while(|queue| queue.recv().ok())
            .try_for_each(|block| Ok(out.write_all(&block)?))
    })
}

/// How many breaches a worker makes into bytes at once: with many, workers and writer wait for one another
/// less often.
const BLOCK: usize = 4096;
/// How many workers there are at most.
const MOST_WORKERS: usize = 8;
/// How many blocks of each worker wait to be written.
const AHEAD: usize = 2;

/// The first row.
fn header(report: &Report) -> Vec<u8> {
    let attributes = report.policy.fields.iter().skip(Fields::BUILT_IN.len());
    let mut cells = Cells::default();
    for name in HEADER {
        cells.text(name);
    }
    for (_, name) in attributes {
        cells.text(&format!("attribute.{name}"));
    }
    cells.text(LAST);
    cells.end();
    cells.take()
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
        report.breaches = (0..BLOCK as u64 * 3 + 5)
            .map(|row| Box::new(ReportedBreach { row, ..(*first).clone() }))
            .collect();
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
