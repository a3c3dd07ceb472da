use serde::Serialize;

use super::evidenced::Evidenced;
use super::said::{Said, said};
use super::{ROWS, Setting, whole_minutes};
use crate::assess::{Figures, furthest};
use crate::domain::{Instant, Language, Policy};
use crate::render::draft::Later;
use crate::render::duration;
use crate::render::time::LocalTimes;

/// What came of an open request since it was written.
#[derive(Debug, Serialize)]
pub(in crate::render) struct LaterView<'a> {
    request: &'a str,
    team: &'a str,
    cause: &'a str,
    asked: Option<&'a str>,
    incidents: usize,
    breaches: usize,
    open: usize,
    over: String,
    over_minutes: i64,
    reasons: Vec<Said<'a>>,
    suggestions: Vec<Said<'a>>,
    rows: Vec<Evidenced<'a>>,
    rows_left_out: usize,
    several_objectives: bool,
    written_at: String,
    timezone: &'static str,
    /// Whether it stands in a file of its own.
    alone: bool,
}

impl<'a> LaterView<'a> {
    /// The view of what came later; `None` if nothing did.
    pub(in crate::render) fn of(
        later: &Later<'a>,
        policy: &'a Policy,
        language: Language,
        as_of: Instant,
    ) -> Option<Self> {
        let &Later { problem, fresh, asked, alone } = later;
        let figures = Figures::of(fresh, policy)?;
        // Of an incident that is told already, the objective is all the news.
        let several_objectives = Figures::of(&problem.evidence, policy)?.several_objectives;
        let setting = Setting { policy, language, times: LocalTimes::new(policy.zone) };
        let listed = furthest(fresh, ROWS);
        Some(Self {
            request: &problem.id,
            team: &problem.team.title,
            cause: &problem.cause.title,
            asked,
            incidents: figures.incidents,
            breaches: figures.breaches,
            open: figures.open,
            over: duration(figures.over, language),
            over_minutes: whole_minutes(figures.over),
            reasons: said(fresh, |one| Some(&one.annotation.reason)),
            suggestions: said(fresh, |one| one.annotation.improvement.as_deref()),
            rows: (1..).zip(&listed).map(|(number, one)| Evidenced::of(number, one, &setting)).collect(),
            rows_left_out: fresh.len() - listed.len(),
            several_objectives,
            written_at: setting.times.minute(as_of),
            timezone: policy.zone.name(),
            alone,
        })
    }
}
