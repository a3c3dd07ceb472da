//! The report on a period, and that on a shift: a document of sections, from which every form for people is
//! drawn, and JSON.

mod attention;
mod bars;
mod breaches;
mod causes;
mod compliance;
mod coverage;
mod effects;
mod head;
mod json;
mod requests;
mod restated;
mod shift;
mod stages;
mod times;
mod trend;
mod week;

use std::io::Write;

use super::document::{Document, Section};
use super::page::{Block, Subject};
use super::{RenderError, ReportForm, Style, document_forms};
use crate::assess::{PeriodReport, ShiftReport};
use crate::domain::Policy;
use crate::words::period_report::Words;

pub use attention::period_summary;
pub use shift::shift_summary;

/// What the sections are made from.
struct Parts<'a> {
    report: &'a PeriodReport<'a>,
    policy: &'a Policy,
    words: &'static Words,
    /// What a check of the period's incidents is drawn from.
    subject: Subject<'a>,
    style: &'a Style,
}

/// Writes the report on a period in a form.
pub fn write_period_report(
    told: &PeriodReport<'_>,
    policy: &Policy,
    form: ReportForm,
    style: &Style,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    match form {
        ReportForm::Json => json::write_period(told, style, out),
        _ => document_forms::write(&document(told, policy, style), form, style, out),
    }
}

/// Writes the report on a shift in a form.
pub fn write_shift_report(
    told: &ShiftReport<'_>,
    policy: &Policy,
    form: ReportForm,
    style: &Style,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    match form {
        ReportForm::Json => json::write_shift(told, style, out),
        _ => document_forms::write(&shift::document(told, policy, style), form, style, out),
    }
}

/// The report on a period as a document: what came back first, then how the goals were kept, why not,
/// and what is being done about it.
fn document(told: &PeriodReport<'_>, policy: &Policy, style: &Style) -> Document {
    let words = Words::of(style.language);
    let subject = Subject::new(&told.report, style);
    let parts = Parts { report: told, policy, words, subject, style };
    let mut sections = vec![head::section(&parts), attention::section(&parts)];
    let further = [
        effects::recurrences(&parts),
        Some(compliance::section(&parts)),
        compliance::budget(&parts),
        trend::section(&parts),
        restated::section(&parts),
        Some(breaches::section(&parts)),
        times::section(&parts),
        times::overruns(&parts),
    ];
    sections.extend(further.into_iter().flatten());
    sections.extend(causes::sections(&parts));
    let further = [
        stages::section(&parts),
        week::section(&parts),
        requests::section(&parts),
        effects::section(&parts),
        breaches::at_risk(&parts),
        named("near-misses", super::page::near_misses::blocks(&parts.subject)),
        named("exclusions", super::page::exclusions::blocks(&parts.subject)),
        Some(coverage::section(&parts)),
    ];
    sections.extend(further.into_iter().flatten());
    sections.extend(coverage::doubts(&parts));
    let title = (words.title)(&told.report.policy.name, &told.period.to_string());
    Document { title, language: style.language, sections }
}

/// A section of blocks that begin with their heading; `None` of none.
fn named(id: &'static str, mut blocks: Vec<Block>) -> Option<Section> {
    if blocks.is_empty() {
        return None;
    }
    let heading = match blocks.remove(0) {
        Block::Heading(heading) => heading,
        other => {
            blocks.insert(0, other);
            String::new()
        }
    };
    Some(Section { id, heading, blocks })
}
