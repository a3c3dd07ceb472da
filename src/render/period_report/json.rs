use std::io::Write;

use serde::Serialize;

use crate::assess::{
    Budget, CauseShare, Counts, Distribution, OverrunClass, PastPeriod, PeriodReport, RequestProgress,
    RestatedBreach, RestatedPeriod, Restatement, ShiftReport, StageStep, WaitingBreach, Why,
};
use crate::render::fix_effect::EffectEntry;
use crate::render::json::breach::BreachEntry;
use crate::render::json::counts::RatedCounts;
use crate::render::json::document::Document;
use crate::render::json::exact::{Moment, Seconds};
use crate::render::json::window::WindowEntry;
use crate::render::json::write_pretty;
use crate::render::request_words::owner_key;
use crate::render::time::LocalTimes;
use crate::render::{RenderError, Style};

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

/// Writes the report on a shift as JSON, under the schema `slo.shift-report/1`.
pub(super) fn write_shift(
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

#[derive(Serialize)]
struct TrendEntry {
    period: String,
    #[serde(flatten)]
    counts: RatedCounts,
}

impl TrendEntry {
    fn of(past: &PastPeriod, objective: usize) -> Option<Self> {
        let counts: &Counts = past.counts.get(objective)?;
        Some(Self { period: past.period.to_string(), counts: RatedCounts::of(counts) })
    }
}

#[derive(Serialize)]
struct BudgetEntry {
    month: String,
    judged: u64,
    allowed: u64,
    used: u64,
    left: i64,
    pending: u64,
}

impl BudgetEntry {
    fn of(budget: &Budget) -> Self {
        Self {
            month: budget.month.format("%Y-%m").to_string(),
            judged: budget.counts.judged(),
            allowed: budget.allowed,
            used: budget.used(),
            left: budget.left(),
            pending: budget.counts.pending,
        }
    }
}

#[derive(Serialize)]
struct SpreadEntry {
    count: usize,
    median_s: Seconds,
    p90_s: Seconds,
    longest_s: Seconds,
}

impl SpreadEntry {
    fn of(found: Distribution) -> Self {
        Self {
            count: found.count,
            median_s: Seconds(found.median),
            p90_s: Seconds(found.ninetieth),
            longest_s: Seconds(found.longest),
        }
    }
}

/// Over by more than the one and at most the other.
#[derive(Serialize)]
struct OverrunEntry {
    above_s: Seconds,
    up_to_s: Option<Seconds>,
    breaches: u64,
}

impl OverrunEntry {
    fn of(class: &OverrunClass) -> Self {
        Self { above_s: Seconds(class.above), up_to_s: class.up_to.map(Seconds), breaches: class.breaches }
    }
}

/// `cause` is null for breaches that nobody gave a cause for.
#[derive(Serialize)]
struct CauseEntry<'a> {
    cause: Option<&'a str>,
    breaches: u64,
    over_s: Seconds,
    customers: u64,
}

impl<'a> CauseEntry<'a> {
    fn of(share: &'a CauseShare) -> Self {
        Self {
            cause: share.cause.as_deref(),
            breaches: share.breaches,
            over_s: Seconds(share.over),
            customers: share.customers,
        }
    }
}

#[derive(Serialize)]
struct StageEntry<'a> {
    from: &'a str,
    to: &'a str,
    recorded: usize,
    unrecorded: usize,
    crossed: usize,
    total_s: Seconds,
    spread: Option<SpreadEntry>,
}

impl<'a> StageEntry<'a> {
    fn of(step: &StageStep<'a>) -> Self {
        Self {
            from: step.from,
            to: step.to,
            recorded: step.took.len(),
            unrecorded: step.unrecorded,
            crossed: step.crossed,
            total_s: Seconds(step.total()),
            spread: Distribution::of(&step.took).map(SpreadEntry::of),
        }
    }
}

#[derive(Serialize)]
struct RequestEntry<'a> {
    request: &'a str,
    status: &'static str,
    team: &'a str,
    cause: &'a str,
    customer: &'a str,
    service: &'a str,
    title: &'a str,
    incidents: usize,
    since: Moment<'a>,
    age_s: Seconds,
    owner: Option<&'static str>,
    due: Option<Moment<'a>>,
    overdue_s: Option<Seconds>,
}

impl<'a> RequestEntry<'a> {
    fn of(one: &RequestProgress<'a>, times: &'a LocalTimes) -> Self {
        let request = one.request;
        let [customer, service, title] = &request.signature;
        Self {
            request: &request.id,
            status: request.status().word(),
            team: &request.team,
            cause: &request.cause,
            customer,
            service,
            title,
            incidents: request.incidents.len(),
            since: Moment(times, request.since()),
            age_s: Seconds(one.age),
            owner: one.next().map(|next| owner_key(next.owner())),
            due: one.due.map(|at| Moment(times, at)),
            overdue_s: one.overdue.map(Seconds),
        }
    }
}

#[derive(Serialize)]
struct RestatedEntry<'a> {
    last_report: Moment<'a>,
    policy_before: Option<&'a str>,
    other_data: bool,
    periods: Vec<RestatedPeriodEntry<'a>>,
    breaches: Vec<RestatedBreachEntry<'a>>,
}

/// `progress`: only pending ones ended.
#[derive(Serialize)]
struct RestatedPeriodEntry<'a> {
    period: String,
    objective: &'a str,
    told: RatedCounts,
    now: RatedCounts,
    progress: bool,
}

/// Without `told_over_s` it was no breach then, without `over_s` it is none now.
#[derive(Serialize)]
struct RestatedBreachEntry<'a> {
    incident: &'a str,
    objective: &'a str,
    opened: Moment<'a>,
    told_over_s: Option<Seconds>,
    over_s: Option<Seconds>,
    verdict: Option<&'a str>,
    /// `data`, `policy` or `policy-or-data`.
    why: &'static str,
}

impl<'a> RestatedEntry<'a> {
    fn of(restated: &'a Restatement, times: &'a LocalTimes, id: &dyn Fn(usize) -> &'a str) -> Self {
        let period = |one: &'a RestatedPeriod| RestatedPeriodEntry {
            period: one.period.to_string(),
            objective: id(one.objective),
            told: RatedCounts::of(&one.before),
            now: RatedCounts::of(&one.now),
            progress: one.is_progress(),
        };
        let breach = |one: &'a RestatedBreach| RestatedBreachEntry {
            incident: &one.incident,
            objective: &one.objective,
            opened: Moment(times, one.opened),
            told_over_s: one.before.map(Seconds),
            over_s: one.now.map(Seconds),
            verdict: one.verdict.as_deref(),
            why: match one.why {
                Why::Data => "data",
                Why::Policy => "policy",
                Why::PolicyOrData => "policy-or-data",
            },
        };
        Self {
            last_report: Moment(times, restated.last_report),
            policy_before: restated.policy_before.as_deref(),
            other_data: restated.other_data,
            periods: restated.periods.iter().map(period).collect(),
            breaches: restated.breaches.iter().map(breach).collect(),
        }
    }
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
