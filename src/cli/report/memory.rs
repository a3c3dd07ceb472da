use std::collections::HashSet;

use super::forms::FormArg;
use super::made::{Desk, Found};
use super::{conclude, write_out};
use crate::assess::{Awaited, GroupKey, LedgerState, ReportRecord, Waiting};
use crate::cli::fail_on::FailOn;
use crate::cli::ledger_access;
use crate::cli::population::Population;
use crate::domain::{FieldId, Instant, Period, PeriodKind, Request};
use crate::exit::Outcome;
use crate::ledger::{Kind, ReportBody, reconcile};
use crate::output::{OutputFile, say};
use crate::render;
use crate::words::period_report::Words;

/// The report on a period, of which the ledger remembers what was told.
pub(super) fn run(
    desk: &Desk<'_>,
    period: Period,
    files: Vec<(FormArg, OutputFile)>,
) -> anyhow::Result<Outcome> {
    let chronicle = desk.chronicle(period.window(desk.policy.zone), breakdowns(period.kind));
    let Population { tally, exports } = desk.read(&chronicle)?;
    let found = desk.found(&chronicle, tally, &exports);
    let empty = LedgerState::default();
    let state = desk.state.as_ref().unwrap_or(&empty);
    let requests: Vec<&Request> = desk.requests().collect();
    // What it tells doesn't hang on the report before, which is known only by what it tells.
    let body = ReportBody::of(period, &found.whole, &found.surveyed, desk.policy);
    let last = desk.report_before(state, period).filter(|_| desk.is_whole());
    let seen: HashSet<String> = found.verdicts.keys().cloned().collect();
    let unrecorded = if desk.is_whole() { unrecorded(desk, state, &found, (period, &body))? } else { 0 };
    let mut troubles: Vec<_> = desk.args.reading.distrust(&found.whole, "").into_iter().collect();
    let told = desk.period_report(period, found, (state, requests), (last, &seen));
    let write = |form, style: &_, out: &mut dyn std::io::Write| {
        render::write_period_report(&told, desk.policy, form, style, out)
    };
    troubles.extend(write_out(desk, files, write));
    // What nobody got to read was not told.
    if troubles.is_empty() && desk.is_whole() {
        troubles.extend(remember(desk, state, unrecorded, body).err());
    }
    conclude(desk, &troubles, &render::period_summary(&told, desk.style.language))?;
    let has_waited =
        |longest| Waiting::of(state, desk.policy, desk.as_of).is_longer_than(Awaited::Cause, longest);
    let holds = |condition: &FailOn| condition.holds(&told.report, &told.at_risk, has_waited);
    let outcome = desk.args.fail_on.iter().any(holds);
    // As in a check: to give back what was found one by one takes as long as to find it.
    std::mem::forget(told);
    Ok(if outcome { Outcome::ConditionHolds } else { Outcome::Answered })
}

impl Desk<'_> {
    /// The last report of an earlier day. Those of the same day told the same morning: a page made again
    /// takes their place, and has to tell what they told.
    fn report_before<'s>(&self, state: &'s LedgerState, about: Period) -> Option<&'s ReportRecord> {
        let zone = self.policy.zone;
        state.report_before(about, zone.midnight(zone.date(self.as_of))?)
    }

    /// Whether the ledger is used, and the report is about all incidents of the exports.
    fn is_whole(&self) -> bool {
        self.ledger.is_some() && self.args.filters.is_empty()
    }
}

/// How many breaches moved that no check has recorded yet, among those opened in the periods that are told
/// of. They could not be told apart from those that move later.
fn unrecorded(
    desk: &Desk<'_>,
    state: &LedgerState,
    found: &Found,
    (period, body): (Period, &ReportBody),
) -> anyhow::Result<usize> {
    let author = ledger_access::recorder(None, desk.as_of, desk.context)?;
    let entries = reconcile(state, &found.whole, &found.verdicts, desk.policy, &author)?.entries;
    let told = |opened: Instant| {
        let day = desk.policy.zone.date(opened);
        day < period.end && body.tells_of(day)
    };
    let moved = entries.iter().filter(|entry| match entry.kind() {
        Kind::Breach(breach) | Kind::BreachAmended(breach) => told(breach.opened()),
        Kind::BreachWithdrawn(gone) => {
            state.breach(&gone.incident, &gone.objective).is_some_and(|held| told(held.breach.opened()))
        }
        _ => false,
    });
    Ok(moved.count())
}

/// Keeps what was told, so that the next report can tell what is told otherwise by then, unless checks
/// have yet to record some of it.
fn remember(desk: &Desk<'_>, state: &LedgerState, unrecorded: usize, body: ReportBody) -> anyhow::Result<()> {
    let Some(path) = &desk.ledger else { return Ok(()) };
    if state.has_report(body.key()?) {
        return Ok(());
    }
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

/// How a report breaks its verdicts down. A goal is promised by the month: only what is about several of
/// them holds it against each.
pub(super) fn breakdowns(kind: PeriodKind) -> Vec<GroupKey> {
    match kind {
        PeriodKind::FiscalYear => GroupKey::usual(),
        PeriodKind::Day | PeriodKind::Week | PeriodKind::Month => vec![GroupKey::Field(FieldId::SEVERITY)],
    }
}
