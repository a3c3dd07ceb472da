use serde::Serialize;

use super::evidenced::{Evidenced, furthest};
use super::said::{Said, said};
use super::{ROWS, Setting};
use crate::assess::Evidence;
use crate::domain::{Instant, Language, Policy, Span};
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
    /// The view of what came later.
    pub(in crate::render) fn of(
        later: &Later<'a>,
        policy: &'a Policy,
        language: Language,
        as_of: Instant,
    ) -> Self {
        let &Later { problem, fresh, asked, alone } = later;
        let setting = Setting { policy, language, times: LocalTimes::new(policy.zone) };
        let listed = furthest(fresh, ROWS);
        let over = fresh.iter().fold(Span::ZERO, |sum, one| sum.plus(one.breach.over));
        let objective = fresh.first().map(|one| &one.breach.objective);
        Self {
            request: &problem.id,
            team: &problem.team.title,
            cause: &problem.cause.title,
            asked,
            incidents: Evidence::incidents(fresh).len(),
            breaches: fresh.len(),
            open: fresh.iter().filter(|one| one.breach.open).count(),
            over: duration(over, language),
            over_minutes: over.whole_seconds() / 60,
            reasons: said(fresh, |one| Some(&one.annotation.reason)),
            suggestions: said(fresh, |one| one.annotation.improvement.as_deref()),
            rows: listed
                .iter()
                .enumerate()
                .map(|(place, one)| Evidenced::of(place + 1, one, &setting))
                .collect(),
            rows_left_out: fresh.len() - listed.len(),
            several_objectives: fresh.iter().any(|one| Some(&one.breach.objective) != objective),
            written_at: setting.times.minute(as_of),
            timezone: policy.zone.name(),
            alone,
        }
    }
}
