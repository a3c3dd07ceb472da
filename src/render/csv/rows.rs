use std::hint::black_box;

use crate::assess::{Report, ReportedBreach};
use crate::domain::{Annotation, FieldId, Fields, Instant};
use crate::render::short_text::ShortText;
use crate::render::time::LocalTimes;

use super::cells::{Cells, Look, cell};

/// The six cells of an annotation, all empty.
const NO_ANNOTATION: &[u8] = b",,,,,";

/// How many breaches are touched before they are needed: about as many as fit into the faster memories.
const TOUCHED_AT_ONCE: usize = 256;

/// Rows on their way into bytes. There may be as many as in the export: nothing here takes memory
/// for a cell that is written as it stands.
pub(super) struct Rows {
    /// The cells of objectives and exports, which come again and again.
    objectives: Vec<Vec<u8>>,
    sources: Vec<Vec<u8>>,
    times: LocalTimes,
    cells: Cells,
}

impl Rows {
    /// No rows yet.
    pub(super) fn new(report: &Report) -> Self {
        Self {
            objectives: report.objectives.iter().map(|objective| cell(&objective.id)).collect(),
            sources: report.sources.iter().map(|source| cell(&source.path)).collect(),
            times: LocalTimes::new(report.zone),
            cells: Cells::default(),
        }
    }

    /// The bytes of these rows.
    pub(super) fn of(&mut self, breaches: &[Box<ReportedBreach>]) -> Vec<u8> {
        for batch in breaches.chunks(TOUCHED_AT_ONCE) {
            touch(batch);
            for breach in batch {
                self.breach(breach);
            }
        }
        self.cells.take()
    }

    fn breach(&mut self, reported: &ReportedBreach) {
        let incident = &reported.breach.incident;
        let reading = &reported.breach.reading;
        let mut texts = incident.text_bytes();
        let look = Look::at(texts.run_together());
        let mut text = || texts.next().flatten().unwrap_or_default();
        let id = text();
        let fields = Fields::BUILT_IN.map(|_| text());
        self.cells.text_of(id, look);
        self.cells.bytes(self.objectives.get(reported.breach.objective).map_or(b"", Vec::as_slice));
        for field in [
            FieldId::TITLE,
            FieldId::CUSTOMER,
            FieldId::SERVICE,
            FieldId::SEVERITY,
            FieldId::STATUS,
            FieldId::ASSIGNEE,
        ] {
            self.cells.text_of(fields[field.index()], look);
        }
        self.time(Some(reported.breach.opened()));
        self.time(reading.reached());
        self.time(Some(reported.breach.deadline));
        for span in [reading.target, reading.elapsed, reading.over()] {
            self.cells.bytes(ShortText::of_span(span).as_bytes());
        }
        self.cells.bytes(if reading.is_open() { b"true" } else { b"false" });
        match reported.annotation.as_deref() {
            Some(annotation) => self.annotation(annotation),
            None => self.cells.bytes(NO_ANNOTATION),
        }
        let source = incident.position().source as usize;
        self.cells.bytes(self.sources.get(source).map_or(b"", Vec::as_slice));
        self.cells.bytes(ShortText::of_number(reported.row).as_bytes());
        for attribute in texts {
            self.cells.text_of(attribute.unwrap_or_default(), look);
        }
        self.cells.bytes(ShortText::of_span(reading.stopped).as_bytes());
        self.cells.end();
    }

    fn annotation(&mut self, annotation: &Annotation) {
        self.cells.text(&annotation.cause);
        self.cells.text(annotation.fix().word());
        self.cells.text(&annotation.reason);
        self.cells.text(annotation.improvement.as_deref().unwrap_or_default());
        self.cells.text(&annotation.by);
        self.time(Some(annotation.at));
    }

    fn time(&mut self, at: Option<Instant>) {
        let text = at.map_or(ShortText::new(), |at| self.times.rfc3339_text(at));
        self.cells.bytes(text.as_bytes());
    }
}

/// Touches the memory of breaches that will be needed. As they rank they lie all over the memory: asked
/// for all at once, they come side by side, where each would be waited for in its turn.
fn touch(breaches: &[Box<ReportedBreach>]) {
    let touches = breaches.iter().map(|reported| reported.row ^ u64::from(reported.breach.incident.touch()));
    black_box(touches.fold(0, |all, one| all ^ one));
}
