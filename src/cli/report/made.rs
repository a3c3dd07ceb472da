use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

use super::Args;
use crate::assess::{
    Assessor, Backdrop, Chronicle, ChronicleTally, Chronicled, Course, GroupKey, LedgerState, PeriodReport,
    Question, Report, ReportRecord, Signature, Survey, Surveyed,
};
use crate::cli::population::{Population, ReadExports};
use crate::context::Context;
use crate::domain::{Condition, Instant, Period, Policy, RecordedBreach, Request, Verdict, Window};
use crate::ledger::recorded;
use crate::render::Style;

/// What all reports of a run are made with.
pub(super) struct Desk<'a> {
    pub(super) args: &'a Args,
    pub(super) policy: &'a Policy,
    pub(super) as_of: Instant,
    pub(super) exports: &'a [PathBuf],
    pub(super) filter: Condition,
    /// What the ledger says, where one is used.
    pub(super) state: Option<LedgerState>,
    pub(super) ledger: Option<PathBuf>,
    pub(super) style: Style,
    pub(super) context: &'a Context,
}

/// What the exports tell of a window of time.
pub(super) struct Found {
    /// What a check of the window tells.
    pub(super) report: Report,
    /// What one of all incidents tells.
    pub(super) whole: Report,
    pub(super) surveyed: Surveyed,
    pub(super) course: Course,
    /// The verdicts on the incidents that the ledger holds as breached.
    pub(super) verdicts: BTreeMap<String, Vec<Verdict>>,
}

impl Desk<'_> {
    /// What reads the exports for a report on a window of time.
    pub(super) fn chronicle(&self, window: Window, group_by: Vec<GroupKey>) -> Chronicle<'_> {
        let question = Question { filter: self.filter.clone(), ..Question::of(self.policy, self.as_of) };
        let period = Question { window, group_by, ..question.clone() };
        let watched = self.state.as_ref().map(LedgerState::watched).unwrap_or_default();
        let problems = self.requests().map(|request| Signature::from_parts(&request.signature)).collect();
        let survey = Survey::new(Assessor::new(Question { watched, ..question }), problems);
        Chronicle::new(survey, Assessor::new(period))
    }

    /// Reads the exports. Their digests tell the next report whether they changed.
    pub(super) fn read<T: Send>(
        &self,
        intake: &impl crate::assess::Intake<Tally = T>,
    ) -> anyhow::Result<Population<T>> {
        let digest = self.ledger.is_some();
        let reading = self.args.reading.quietly(self.args.quiet);
        Population::read(self.exports, self.policy, intake, self.as_of, digest, &reading)
    }

    /// What was found, with what people wrote about it.
    pub(super) fn found(
        &self,
        chronicle: &Chronicle<'_>,
        tally: ChronicleTally,
        exports: &ReadExports,
    ) -> Found {
        let Chronicled { surveyed, whole, period, course } = tally.finish();
        let filters = || self.args.filters.clone();
        let verdicts = Assessor::watched(&whole).clone();
        let whole = exports.clone().report(chronicle.whole(), whole, filters());
        let mut report = exports.clone().report(chronicle.period(), period, filters());
        if let Some(state) = &self.state {
            state.annotate(&mut report);
        }
        Found { report, whole, surveyed, course, verdicts }
    }

    /// The requests of the ledger.
    pub(super) fn requests(&self) -> impl Iterator<Item = &Request> {
        self.state.iter().flat_map(LedgerState::requests)
    }

    /// The breaches of a report as the ledger would keep them.
    pub(super) fn recorded(&self, report: &Report) -> Vec<RecordedBreach> {
        report.breaches.iter().filter_map(|reported| recorded(report, self.policy, reported)).collect()
    }

    /// The report on a period, held against the one before.
    pub(super) fn period_report<'r>(
        &self,
        period: Period,
        found: Found,
        (state, requests): (&'r LedgerState, Vec<&'r Request>),
        (last, seen): (Option<&'r ReportRecord>, &'r HashSet<String>),
    ) -> PeriodReport<'r>
    where
        Self: 'r,
    {
        let Found { report, whole, surveyed, course, .. } = found;
        let breaches = self.recorded(&report);
        let backdrop = Backdrop { policy: self.policy, state, requests, last, seen };
        PeriodReport::new(period, (report, whole), (&surveyed, course), &breaches, &backdrop)
    }
}
