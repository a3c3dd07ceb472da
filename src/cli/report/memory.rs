use super::forms::FormArg;
use super::made::Desk;
use super::{conclude, write_out};
use crate::assess::{Awaited, LedgerState, PeriodReport, Waiting};
use crate::cli::fail_on::FailOn;
use crate::cli::ledger_access;
use crate::domain::{BreachRecord, Period, Request};
use crate::exit::Outcome;
use crate::ledger::ReportBody;
use crate::output::{OutputFile, say};
use crate::render;
use crate::words::period_report::Words;

/// The report on a period, of which the ledger remembers what was told.
pub(super) fn run(
    desk: &Desk<'_>,
    period: Period,
    files: Vec<(FormArg, OutputFile)>,
) -> anyhow::Result<Outcome> {
    let chronicle = desk.chronicle(period.window(desk.policy.zone));
    let found = desk.found(&chronicle, desk.read(&chronicle)?);
    let empty = LedgerState::default();
    let state = desk.state.as_ref().unwrap_or(&empty);
    let requests: Vec<&Request> = desk.requests().collect();
    // What it tells doesn't hang on the report before, which is known only by what it tells.
    let body = ReportBody::of(period, &found.whole, &found.surveyed, desk.policy);
    let last = state.report_before(period.kind, body.key()?, desk.as_of).filter(|_| desk.is_whole());
    let trusted: Vec<_> = desk.args.reading.distrust(&found.whole, "").into_iter().collect();
    let told = desk.period_report(period, found, (state, requests), last);
    let write = |form, style: &_, out: &mut dyn std::io::Write| {
        render::write_period_report(&told, desk.policy, form, style, out)
    };
    let mut troubles = trusted;
    let trusted = troubles.is_empty();
    troubles.extend(write_out(desk, files, write));
    if trusted && desk.is_whole() {
        troubles.extend(remember(desk, state, &told, body).err());
    }
    conclude(desk, &troubles, &render::period_summary(&told, desk.style.language))?;
    let holds = |&condition: &FailOn| holds(condition, &told, desk, state);
    let outcome = desk.args.fail_on.iter().any(holds);
    // As in a check: to give back what was found one by one takes as long as to find it.
    std::mem::forget(told);
    Ok(if outcome { Outcome::ConditionHolds } else { Outcome::Answered })
}

impl Desk<'_> {
    /// Whether the ledger is used, and the report is about all incidents of the exports.
    fn is_whole(&self) -> bool {
        self.ledger.is_some() && self.args.filters.is_empty()
    }
}

/// Keeps what was told, so that the next report can tell what is told otherwise by then. Breaches that
/// no check has recorded can't be told apart from those that come later; then nothing is kept.
fn remember(
    desk: &Desk<'_>,
    state: &LedgerState,
    told: &PeriodReport<'_>,
    body: ReportBody,
) -> anyhow::Result<()> {
    let Some(path) = &desk.ledger else { return Ok(()) };
    if state.has_report(body.key()?) {
        return Ok(());
    }
    let report = &told.report;
    let unrecorded = report
        .breaches
        .iter()
        .filter(|reported| {
            let objective = report.objective(reported.breach.objective).map_or("", |known| &known.id);
            !state.breach(reported.breach.incident.id(), objective).is_some_and(BreachRecord::is_active)
        })
        .count();
    if unrecorded > 0 {
        if !desk.args.quiet {
            say(&(Words::of(desk.style.language).unrecorded)(unrecorded));
        }
        return Ok(());
    }
    let author = ledger_access::recorder(None, desk.as_of, desk.context)?;
    let claim = ledger_access::claim(&author.by, desk.context);
    let file = ledger_access::open(path, &claim, desk.policy.zone, desk.style.language)?;
    ledger_access::commit(file, &[body.entry(&author)?], desk.style.language)?;
    Ok(())
}

fn holds(condition: FailOn, told: &PeriodReport<'_>, desk: &Desk<'_>, state: &LedgerState) -> bool {
    match condition {
        FailOn::Unannotated(longest) => {
            Waiting::of(state, desk.policy, desk.as_of).is_longer_than(Awaited::Cause, longest)
        }
        FailOn::AtRisk(_) => condition.is_at_risk(&told.at_risk),
        FailOn::Breach | FailOn::Goal => condition.holds(&told.report),
    }
}
