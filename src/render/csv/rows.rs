use crate::assess::{Report, ReportedBreach};
use crate::domain::{Fields, Instant};
use crate::render::short_text::ShortText;
use crate::render::time::LocalTimes;

use super::cells::{Cells, is_plain};

/// Rows on their way into bytes. There may be as many as in the export: nothing here takes memory
/// for a cell that is written as it stands.
pub(super) struct Rows<'a> {
    report: &'a Report,
    times: LocalTimes,
    cells: Cells,
}

impl<'a> Rows<'a> {
    /// No rows yet.
    pub(super) fn new(report: &'a Report) -> Self {
        Self { report, times: LocalTimes::new(report.zone), cells: Cells::default() }
    }

    /// The bytes of these rows.
    pub(super) fn of(&mut self, breaches: &[ReportedBreach]) -> Vec<u8> {
        for breach in breaches {
            self.breach(breach);
        }
        self.cells.take()
    }

    fn breach(&mut self, reported: &ReportedBreach) {
        let incident = &reported.breach.incident;
        let reading = &reported.breach.reading;
        let objective = self.report.objective(reported.breach.objective);
        let source = self.report.sources.get(incident.position().source as usize);
        let mut texts = incident.texts();
        let plain = is_plain(texts.run_together());
        let mut text = || texts.next().flatten().unwrap_or_default();
        let id = text();
        let [title, service, customer, severity, status, assignee] =
            [(); Fields::BUILT_IN.len()].map(|()| text());
        self.cells.text_of(id, plain);
        self.cells.text(objective.map_or("", |objective| &objective.id));
        for field in [title, customer, service, severity, status, assignee] {
            self.cells.text_of(field, plain);
        }
        self.time(Some(reported.breach.opened()));
        self.time(reading.reached());
        self.time(Some(reported.breach.deadline));
        for span in [reading.target, reading.elapsed, reading.over()] {
            self.cells.bytes(ShortText::of_span(span).as_bytes());
        }
        self.cells.bytes(if reading.is_open() { b"true" } else { b"false" });
        let annotation = reported.annotation.as_deref();
        self.cells.text(annotation.map_or("", |annotation| &annotation.cause));
        self.cells.text(annotation.map_or("", |annotation| annotation.fix().word()));
        self.cells.text(annotation.map_or("", |annotation| &annotation.reason));
        self.cells
            .text(annotation.and_then(|annotation| annotation.improvement.as_deref()).unwrap_or_default());
        self.cells.text(annotation.map_or("", |annotation| &annotation.by));
        self.time(annotation.map(|annotation| annotation.at));
        self.cells.text(source.map_or("", |source| &source.path));
        self.cells.bytes(ShortText::of_number(reported.row).as_bytes());
        for attribute in texts {
            self.cells.text_of(attribute.unwrap_or_default(), plain);
        }
        self.cells.bytes(ShortText::of_span(reading.stopped).as_bytes());
        self.cells.end();
    }

    fn time(&mut self, at: Option<Instant>) {
        let text = at.map_or(ShortText::new(), |at| self.times.rfc3339_text(at));
        self.cells.bytes(text.as_bytes());
    }
}
