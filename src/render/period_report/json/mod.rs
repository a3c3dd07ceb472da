//! The reports on periods and shifts for programs.

mod figures;
mod request;
mod restated;
mod shift;

use std::io::Write;

use serde::Serialize;

use self::figures::{BudgetEntry, CauseEntry, OverrunEntry, SpreadEntry, StageEntry, TrendEntry};
use self::request::RequestEntry;
use self::restated::RestatedEntry;
use crate::assess::{Distribution, PeriodReport};
use crate::render::fix_effect::EffectEntry;
use crate::render::json::breach::BreachEntry;
use crate::render::json::document::Document;
use crate::render::json::write_pretty;
use crate::render::time::LocalTimes;
use crate::render::{RenderError, Style};

pub(super) use shift::write_shift;

/// Writes the report on a period as JSON, under the schema `slo.period-report/1`: fields may be added,
/// none is removed or changes its meaning. `report` in it is what a check of the period's incidents
/// tells, under `slo.report/1`.
pub(super) fn write_period(
    told: &PeriodReport<'_>,
    style: &Style,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let report = &told.report;
    let times = &LocalTimes::new(report.zone);
    let id = |objective: usize| report.objective(objective).map_or("", |known| known.id.as_str());
    let spread = |all: &[Option<Distribution>], place: usize| all.get(place).copied().flatten();
    let objective = |place: usize| ObjectiveEntry {
        objective: id(place),
        trend: told.past.iter().filter_map(|past| TrendEntry::of(past, place)).collect(),
        budget: told.budgets.iter().filter(|one| one.objective == place).map(BudgetEntry::of).collect(),
        elapsed: spread(&told.elapsed, place).map(SpreadEntry::of),
        over: spread(&told.over, place).map(SpreadEntry::of),
    };
    let root = PeriodRoot {
        schema: "slo.period-report/1",
        period: PeriodEntry {
            kind: told.period.kind.word(),
            name: told.period.to_string(),
            first: told.period.first.to_string(),
            end: told.period.end.to_string(),
            running: told.running,
        },
        customer: told.customer.as_deref(),
        report: Document::of(report, &style.program).naming(style.names),
        objectives: (0..report.objectives.len()).map(objective).collect(),
        overruns: told.overruns.iter().map(OverrunEntry::of).collect(),
        causes: told.causes.iter().map(CauseEntry::of).collect(),
        stages: told.stages.steps.iter().map(StageEntry::of).collect(),
        stages_untold: told.stages.untold,
        week: (0..7)
            .map(|day| told.week.day(day).iter().map(|hour| [hour.incidents, hour.breached]).collect())
            .collect(),
        requests: told.requests.iter().map(|one| RequestEntry::of(one, times)).collect(),
        effects: told.effects.iter().map(|effect| EffectEntry::of(effect, times)).collect(),
        at_risk: told
            .at_risk
            .iter()
            .map(|pending| BreachEntry::pending(report, times, pending).naming(style.names))
            .collect(),
        since_last_report: told.restated.as_ref().map(|restated| RestatedEntry::of(restated, times, &id)),
    };
    write_pretty(&root, out)
}

#[derive(Serialize)]
struct PeriodRoot<'a> {
    schema: &'static str,
    period: PeriodEntry,
    customer: Option<&'a str>,
    report: Document<'a>,
    objectives: Vec<ObjectiveEntry<'a>>,
    overruns: Vec<OverrunEntry>,
    causes: Vec<CauseEntry<'a>>,
    stages: Vec<StageEntry<'a>>,
    /// Breaches of which it isn't known in which step the target was crossed.
    stages_untold: usize,
    /// By day, Monday first, then by hour: incidents opened, and those of them that missed an objective.
    week: Vec<Vec<[u64; 2]>>,
    requests: Vec<RequestEntry<'a>>,
    effects: Vec<EffectEntry<'a>>,
    /// All that is pending, whenever it was opened.
    at_risk: Vec<BreachEntry<'a>>,
    since_last_report: Option<RestatedEntry<'a>>,
}

/// Half-open: `end` is the first day after it.
#[derive(Serialize)]
struct PeriodEntry {
    kind: &'static str,
    name: String,
    first: String,
    end: String,
    running: bool,
}

#[derive(Serialize)]
struct ObjectiveEntry<'a> {
    objective: &'a str,
    trend: Vec<TrendEntry>,
    budget: Vec<BudgetEntry>,
    elapsed: Option<SpreadEntry>,
    over: Option<SpreadEntry>,
}
