use csv::{Terminator, WriterBuilder};

use super::ComparedPolicies;
use crate::assess::Mark;
use crate::domain::Span;
use crate::render::csv::inert;
use crate::render::time::LocalTimes;
use crate::render::{RenderError, Style};

/// The columns.
const HEADER: [&str; 14] = [
    "incident",
    "objective",
    "customer",
    "service",
    "severity",
    "opened",
    "before",
    "after",
    "target_before_s",
    "target_after_s",
    "elapsed_before_s",
    "elapsed_after_s",
    "over_before_s",
    "over_after_s",
];

/// The verdicts that change as CSV, one to a row. Times and seconds are those of the CSV of a check.
pub fn policy_diff_csv(compared: &ComparedPolicies<'_>, style: &Style) -> Result<Vec<u8>, RenderError> {
    let mark = if style.csv_bom { "\u{FEFF}" } else { "" };
    let mut out =
        WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(mark.as_bytes().to_vec());
    out.write_record(HEADER)?;
    let times = LocalTimes::new(compared.new.zone);
    for flip in &compared.diff.flips {
        let objective = compared.diff.objectives.get(flip.objective).map_or("", |objective| &objective.id);
        for text in [&*flip.incident, objective, &*flip.customer, &*flip.service, &*flip.severity] {
            out.write_field(inert(text).as_bytes())?;
        }
        let opened = flip.opened.map(|at| times.rfc3339(at)).unwrap_or_default();
        out.write_field(opened)?;
        let (before, after) = (flip.before, flip.after);
        out.write_field(before.verdict.word())?;
        out.write_field(after.verdict.word())?;
        let over = |mark: Mark| mark.target().map(|_| mark.over());
        let spans =
            [before.target(), after.target(), before.elapsed(), after.elapsed(), over(before), over(after)];
        for span in spans {
            out.write_field(span.as_ref().map(Span::to_string).unwrap_or_default())?;
        }
        out.write_record(None::<&[u8]>)?;
    }
    Ok(out.into_inner().map_err(csv::IntoInnerError::into_error)?)
}
