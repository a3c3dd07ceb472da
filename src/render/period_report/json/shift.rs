use std::io::Write;

use serde::Serialize;

use crate::assess::{ShiftReport, WaitingBreach};
use crate::render::json::breach::BreachEntry;
use crate::render::json::document::Document;
use crate::render::json::exact::{Moment, Seconds};
use crate::render::json::window::WindowEntry;
use crate::render::json::write_pretty;
use crate::render::time::LocalTimes;
use crate::render::{RenderError, Style};

/// Writes the report on a shift as JSON, under the schema `slo.shift-report/1`.
pub(in crate::render::period_report) fn write_shift(
    told: &ShiftReport<'_>,
    style: &Style,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let report = &told.report;
    let times = &LocalTimes::new(report.zone);
    let waiting = |one: &WaitingBreach<'_>| WaitingEntry {
        incident: one.breach.incident.clone(),
        objective: one.breach.objective.clone(),
        assignee: one.breach.assignee.clone().filter(|_| style.names),
        opened: Moment(times, one.breach.opened()),
        over_s: Seconds(one.breach.over),
        age_s: Seconds(one.age),
    };
    let root = ShiftRoot {
        schema: "slo.shift-report/1",
        shift: &told.shift.id,
        hours: WindowEntry::of(told.window, times),
        running: told.running,
        report: Document::of(report, &style.program).naming(style.names),
        open: told
            .pending
            .iter()
            .map(|one| BreachEntry::pending(report, times, one).naming(style.names))
            .collect(),
        late: told
            .late
            .iter()
            .map(|one| BreachEntry::breached(report, times, one).naming(style.names))
            .collect(),
        waiting: told.waiting.as_ref().map(|all| all.iter().map(waiting).collect()),
    };
    write_pretty(&root, out)
}

#[derive(Serialize)]
struct ShiftRoot<'a> {
    schema: &'static str,
    shift: &'a str,
    hours: WindowEntry<'a>,
    running: bool,
    report: Document<'a>,
    open: Vec<BreachEntry<'a>>,
    late: Vec<BreachEntry<'a>>,
    waiting: Option<Vec<WaitingEntry<'a>>>,
}

#[derive(Serialize)]
struct WaitingEntry<'a> {
    incident: String,
    objective: String,
    assignee: Option<String>,
    opened: Moment<'a>,
    over_s: Seconds,
    age_s: Seconds,
}
