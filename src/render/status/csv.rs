use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

use crate::assess::{Waiting, WaitingBreach};
use crate::domain::{Policy, WorklistColumn};
use crate::render::csv::inert;
use crate::render::short_text::ShortText;
use crate::render::time::LocalTimes;
use crate::render::{RenderError, Style};

/// The worklist: a row for each breach that waits for a cause, the longest first, with empty
/// columns to be filled in. Times and seconds are those of the CSV of a check.
pub fn status_csv(waiting: &Waiting<'_>, policy: &Policy, style: &Style) -> Result<Vec<u8>, RenderError> {
    let mark = if style.csv_bom { "\u{FEFF}" } else { "" };
    let mut out =
        WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(mark.as_bytes().to_vec());
    out.write_record(WorklistColumn::ALL.map(WorklistColumn::name))?;
    let times = LocalTimes::new(waiting.zone);
    let choices = choices(policy);
    for one in &waiting.unannotated {
        for column in WorklistColumn::ALL {
            out.write_field(text(column, one, &times, &choices).as_bytes())?;
        }
        out.write_record(None::<&[u8]>)?;
    }
    Ok(out.into_inner().map_err(csv::IntoInnerError::into_error)?)
}

fn text<'a>(
    column: WorklistColumn,
    one: &'a WaitingBreach<'_>,
    times: &LocalTimes,
    choices: &'a str,
) -> Cow<'a, str> {
    let breach = one.breach;
    let short = |text: ShortText| Cow::Owned(text.as_str().to_owned());
    match column {
        WorklistColumn::Incident => inert(&breach.incident),
        WorklistColumn::Objective => inert(&breach.objective),
        WorklistColumn::Title => inert(breach.field("title")),
        WorklistColumn::Customer => inert(breach.field("customer")),
        WorklistColumn::Service => inert(breach.field("service")),
        WorklistColumn::Severity => inert(breach.field("severity")),
        WorklistColumn::Assignee => inert(breach.field("assignee")),
        WorklistColumn::Opened => short(times.rfc3339_text(breach.opened())),
        WorklistColumn::Over => short(ShortText::of_span(breach.over)),
        WorklistColumn::Waiting => short(ShortText::of_span(one.age)),
        WorklistColumn::Cause
        | WorklistColumn::Reason
        | WorklistColumn::Improvement
        | WorklistColumn::Fix
        | WorklistColumn::Happened => Cow::Borrowed(""),
        WorklistColumn::Choices => inert(choices),
    }
}

/// The causes to choose from, as they may be written under `cause`.
fn choices(policy: &Policy) -> String {
    let choices = policy.causes.iter().map(|cause| format!("{} {}", cause.id, cause.title));
    choices.collect::<Vec<_>>().join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::{minute, policy, recorded, state};
    use crate::domain::Language;
    use crate::render::sample;

    fn csv(csv_bom: bool) -> String {
        let state = state([
            recorded("INC-2", "disk \"97%\"", 60),
            recorded("=1+1", "two\nlines, 二行", 0),
            recorded("'=1", "-", 120),
        ]);
        let policy = policy();
        let waiting = Waiting::of(&state, &policy, minute(1530));
        let style = Style { csv_bom, ..sample::style(Language::Japanese) };
        String::from_utf8(status_csv(&waiting, &policy, &style).unwrap()).unwrap()
    }

    #[test]
    fn a_row_waits_to_be_filled_in_for_each_breach_the_longest_first() {
        let choices = "runbook-missing 手順書がない・古い / customer-side 顧客都合 / other その他";
        let row = |incident: &str, title: &str, opened: &str, waiting: u32| {
            format!(
                "{incident},first-response,{title},ACME,web,high,山田,2026-11-01T{opened}:00+09:00,3600,{waiting},,,,,,{choices}\n"
            )
        };
        let header = "incident,objective,title,customer,service,severity,assignee,opened,over_s,waiting_s,\
            cause,reason,improvement,fix,happened,choices\n";
        assert_eq!(
            csv(false),
            [
                header,
                &row("'=1+1", "\"two\nlines, 二行\"", "00:00", 90_000),
                &row("INC-2", "\"disk \"\"97%\"\"\"", "01:00", 86_400),
                &row("''=1", "'-", "02:00", 82_800),
            ]
            .concat()
        );
    }

    #[test]
    fn the_mark_for_excel_comes_first_and_only_on_demand() {
        assert_eq!(csv(true), format!("\u{FEFF}{}", csv(false)));
    }
}
