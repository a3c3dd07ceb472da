use std::borrow::Cow;
use std::io::Write;

use csv::{Terminator, Writer, WriterBuilder};

use crate::assess::{Report, ReportedBreach};
use crate::domain::{FieldId, Fields, Instant};

use super::sanitize::is_hidden;
use super::short_text::ShortText;
use super::time::LocalTimes;
use super::{RenderError, Style, sanitize};

/// The columns that every report has; the policy's own attributes follow as `attribute.NAME`.
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

/// Writes the breaches as CSV, the worst first, one to a row.
///
/// Times are RFC 3339 and seconds exact, as in JSON. Lines end in LF, which Excel reads as well
/// as CRLF, and which leaves no stray CR in the last column of other tools.
pub(super) fn write(report: &Report, style: &Style, out: &mut dyn Write) -> Result<(), RenderError> {
    if style.csv_bom {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    let mut rows = Rows {
        report,
        times: LocalTimes::new(report.zone),
        out: WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(out),
    };
    for name in HEADER {
        rows.out.write_field(name)?;
    }
    let attributes = || report.policy.fields.iter().skip(Fields::BUILT_IN.len());
    for (_, name) in attributes() {
        rows.out.write_field(format!("attribute.{name}"))?;
    }
    rows.end()?;
    let attributes: Vec<FieldId> = attributes().map(|(field, _)| field).collect();
    for breach in &report.breaches {
        rows.breach(breach, &attributes)?;
    }
    rows.out.flush()?;
    Ok(())
}

/// The rows as they are written. Their count is of the size of the export: nothing here takes
/// memory for a cell that is written as it stands.
struct Rows<'a, W: Write> {
    report: &'a Report,
    times: LocalTimes,
    out: Writer<W>,
}

impl<W: Write> Rows<'_, W> {
    fn breach(&mut self, reported: &ReportedBreach, attributes: &[FieldId]) -> Result<(), RenderError> {
        let incident = &reported.breach.incident;
        let reading = &reported.breach.reading;
        let objective = self.report.objective(reported.breach.objective);
        let source = self.report.sources.get(incident.position.source as usize);
        self.text(Some(&incident.id))?;
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
        self.time(incident.stamps.first().copied().flatten().or(Some(reading.from)))?;
        self.time(reading.reached())?;
        self.time(Some(reading.deadline))?;
        for span in [reading.target, reading.elapsed, reading.over()] {
            self.out.write_field(ShortText::of_span(span).as_bytes())?;
        }
        self.out.write_field(if reading.is_open() { "true" } else { "false" })?;
        let annotation = reported.annotation.as_ref();
        self.text(annotation.map(|annotation| annotation.cause.as_str()))?;
        self.text(annotation.map(|annotation| annotation.fix.word()))?;
        self.text(annotation.map(|annotation| annotation.reason.as_str()))?;
        self.text(annotation.and_then(|annotation| annotation.improvement.as_deref()))?;
        self.text(annotation.map(|annotation| annotation.by.as_str()))?;
        self.time(annotation.map(|annotation| annotation.at))?;
        self.text(source.map(|source| source.path.as_str()))?;
        self.out.write_field(ShortText::of_number(reported.row).as_bytes())?;
        for &attribute in attributes {
            self.text(incident.field(attribute))?;
        }
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

/// A text that no spreadsheet takes for a formula and no terminal for a command: a quote stands
/// before what begins like a formula, and control characters are shown instead of sent. The ends
/// of lines stay, as cells may have several.
fn inert(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| (b' '..=b'~').contains(&byte);
    let begins_formula =
        |text: &str| text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if !begins_formula(text) && (text.bytes().all(plain) || !text.chars().any(is_hidden)) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 4);
    if begins_formula(text) {
        safe.push('\'');
    }
    for (place, line) in text.split('\n').enumerate() {
        if place > 0 {
            safe.push('\n');
        }
        safe.push_str(&sanitize(line.strip_suffix('\r').unwrap_or(line)));
    }
    Cow::Owned(safe)
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
    fn cells_that_begin_like_a_formula_are_texts() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＠x"] {
            assert_eq!(inert(formula), format!("'{formula}"));
        }
        assert_eq!(inert("\t=1"), "' =1");
        assert_eq!(inert("a=1"), "a=1");
    }

    #[test]
    fn cells_keep_their_lines_and_lose_their_control_characters() {
        assert_eq!(inert("one\r\ntwo\n=3"), "one\ntwo\n=3");
        assert_eq!(inert("\u{1B}[2Jx\u{202E}"), "␛[2Jx\u{FFFD}");
    }

    #[test]
    fn every_row_has_every_column() {
        let report = sample::report();
        let text = csv(&report, false);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().unwrap().clone();
        assert_eq!(header.iter().take(HEADER.len()).collect::<Vec<_>>(), HEADER);
        assert_eq!(header.get(HEADER.len()), Some("attribute.channel"));
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), report.breaches.len());
        let over = header.iter().position(|name| name == "over_s").unwrap();
        for (row, breach) in rows.iter().zip(&report.breaches) {
            assert_eq!(row[over], breach.breach.reading.over().to_string());
        }
        assert!(!text.contains('\r'));
    }

    #[test]
    fn the_mark_for_excel_comes_first_and_only_on_demand() {
        let report = sample::report();
        assert_eq!(csv(&report, true), format!("\u{FEFF}{}", csv(&report, false)));
    }
}
