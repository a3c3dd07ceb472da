use csv::{Terminator, Writer, WriterBuilder};

use crate::assess::{Report, ReportedBreach};
use crate::domain::{FieldId, Instant};
use crate::render::RenderError;
use crate::render::short_text::ShortText;
use crate::render::time::LocalTimes;

use super::inert::inert;

/// Rows on their way into bytes. There may be as many as in the export: nothing here takes memory
/// for a cell that is written as it stands.
pub(super) struct Rows<'a> {
    report: &'a Report,
    attributes: &'a [FieldId],
    times: LocalTimes,
    out: Writer<Vec<u8>>,
}

impl<'a> Rows<'a> {
    /// No rows yet.
    pub(super) fn new(report: &'a Report, attributes: &'a [FieldId]) -> Self {
        let out = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(Vec::new());
        Self { report, attributes, times: LocalTimes::new(report.zone), out }
    }

    /// The bytes of all rows.
    pub(super) fn bytes(self) -> Result<Vec<u8>, RenderError> {
        Ok(self.out.into_inner().map_err(csv::IntoInnerError::into_error)?)
    }

    /// Adds a row of these cells.
    pub(super) fn cells(&mut self, cells: &[impl AsRef<str>]) -> Result<(), RenderError> {
        for cell in cells {
            self.text(Some(cell.as_ref()))?;
        }
        self.end()
    }

    /// Adds the row of a breach.
    pub(super) fn breach(&mut self, reported: &ReportedBreach) -> Result<(), RenderError> {
        let incident = &reported.breach.incident;
        let reading = &reported.breach.reading;
        let objective = self.report.objective(reported.breach.objective);
        let source = self.report.sources.get(incident.position().source as usize);
        self.text(Some(incident.id()))?;
        self.text(objective.map(|objective| objective.id.as_str()))?;
        for field in [
            FieldId::TITLE,
            FieldId::CUSTOMER,
            FieldId::SERVICE,
            FieldId::SEVERITY,
            FieldId::STATUS,
            FieldId::ASSIGNEE,
        ] {
            self.text(incident.field(field))?;
        }
        self.time(Some(reported.breach.opened()))?;
        self.time(reading.reached())?;
        self.time(Some(reported.breach.deadline))?;
        for span in [reading.target, reading.elapsed, reading.over()] {
            self.out.write_field(ShortText::of_span(span).as_bytes())?;
        }
        self.out.write_field(if reading.is_open() { "true" } else { "false" })?;
        let annotation = reported.annotation.as_deref();
        self.text(annotation.map(|annotation| annotation.cause.as_str()))?;
        self.text(annotation.map(|annotation| annotation.fix().word()))?;
        self.text(annotation.map(|annotation| annotation.reason.as_str()))?;
        self.text(annotation.and_then(|annotation| annotation.improvement.as_deref()))?;
        self.text(annotation.map(|annotation| annotation.by.as_str()))?;
        self.time(annotation.map(|annotation| annotation.at))?;
        self.text(source.map(|source| source.path.as_str()))?;
        self.out.write_field(ShortText::of_number(reported.row).as_bytes())?;
        for &attribute in self.attributes {
            self.text(incident.field(attribute))?;
        }
        self.out.write_field(ShortText::of_span(reading.stopped).as_bytes())?;
        self.end()
    }

    fn text(&mut self, text: Option<&str>) -> Result<(), RenderError> {
        Ok(self.out.write_field(inert(text.unwrap_or("")).as_bytes())?)
    }

    fn time(&mut self, at: Option<Instant>) -> Result<(), RenderError> {
        let text = at.map_or(ShortText::new(), |at| self.times.rfc3339_text(at));
        Ok(self.out.write_field(text.as_bytes())?)
    }

    fn end(&mut self) -> Result<(), RenderError> {
        Ok(self.out.write_record(None::<&[u8]>)?)
    }
}
