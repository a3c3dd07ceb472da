//! Values to bytes: the report as a table for people, JSON, CSV and Markdown; the policy in words;
//! faults with their places. In two languages.
//!
//! Knows no files and makes no numbers. What is written for people is first laid out as a page
//! of blocks, which the table and Markdown each draw in their own way, so that neither can say
//! something that the other doesn't.

mod chart;
mod confirmation;
mod csv;
mod diagnostic;
mod document;
mod document_csv;
mod document_forms;
mod dossier;
pub mod draft;
mod drafting_words;
mod duration;
pub mod explanation;
mod export_warnings;
pub mod fix_effect;
mod format;
mod html;
mod json;
mod kind_word;
mod ledger_in_use;
pub mod ledger_log;
pub mod ledger_verify;
mod markdown;
mod markdown_escape;
mod newer_than_as_of;
mod page;
mod period_report;
pub mod policy_diff;
pub mod policy_findings;
mod policy_words;
pub mod presets;
mod render_error;
mod report_form;
mod request_words;
pub mod requests;
mod sanitize;
mod short_text;
pub mod status;
mod style;
mod table;
mod time;
mod words;
mod worklist_words;
mod xlsx;

#[cfg(test)]
mod clock_tests;
#[cfg(test)]
mod document_sample;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

use std::io::Write;

use crate::assess::Report;

pub use confirmation::{
    annotated, answers_overruled, broken_line_left_out, broken_line_put_aside, decided, ledger_breaks_off,
    ledgers_joined, marked, nothing_waits_there, policy_is_right, policy_meets_exports, policy_written,
    recorded, retracted, superseded,
};
pub use csv::inert;
pub use diagnostic::diagnostics;
pub use dossier::{dossier, dossiers};
pub use drafting_words::{
    draft_added_to, draft_beside, draft_kept, draft_made_anew, draft_was_gone, fewer_incidents,
    no_breach_left, no_request, nothing_came, request_is_over, without_team,
};
pub use duration::duration;
pub use export_warnings::export_warnings;
pub use format::Format;
pub use ledger_in_use::ledger_in_use;
pub use markdown_escape::markdown_escape;
pub use newer_than_as_of::newer_than_as_of;
pub use period_report::{period_summary, shift_summary, write_period_report, write_shift_report};
pub use policy_words::policy_words;
pub use render_error::RenderError;
pub use report_form::ReportForm;
pub use sanitize::{sanitize, sanitize_lines};
pub use style::Style;
pub(crate) use table::fold;
pub use time::LocalTimes;
pub use worklist_words::{WorklistCounts, nothing_recorded, worklist_recorded};

/// Writes the report in a format, piece by piece: JSON and CSV of any length need little memory
/// beyond the report itself.
pub fn write_report(
    report: &Report,
    format: Format,
    style: &Style,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    match format {
        Format::Table => table::write(report, style, out),
        Format::Json => json::write(report, style, out),
        Format::Csv => csv::write(report, style, out),
        Format::Markdown => markdown::write(report, style, out),
    }
}
