mod earlier;
mod evidenced;
mod later;
mod recent;
mod said;
mod steps;

use serde::Serialize;

use self::earlier::Earlier;
use self::evidenced::Evidenced;
pub(in crate::render) use self::later::LaterView;
use self::recent::Recent;
use self::said::{Said, said};
use self::steps::{Step, WorstStep};
use crate::assess::{Figures, RequestCase, furthest};
use crate::domain::{Instant, Language, Policy, Span};
use crate::render::duration;
use crate::render::json::exact::Seconds;
use crate::render::time::LocalTimes;

/// What a template can print, and what is told of a request as JSON. A contract: fields may be
/// added, none is removed or changes its meaning.
#[derive(Debug, Serialize)]
pub(in crate::render) struct View<'a> {
    /// The name of the request.
    request: &'a str,
    /// The team that is asked.
    team: &'a str,
    team_id: &'a str,
    contact: Option<&'a str>,
    /// The cause that its breaches share, and what the policy asks for where it is the cause.
    cause: &'a str,
    cause_id: &'a str,
    improvement: Option<&'a str>,
    /// What the person who drafted it asks for.
    asked: Option<&'a str>,
    policy: &'a str,
    customers: Vec<&'a str>,
    services: Vec<&'a str>,
    /// The most frequent titles, and how many further ones there are.
    titles: Vec<&'a str>,
    more_titles: usize,
    /// What the titles have in common, `#` standing for what differs.
    signature: &'a str,
    incidents: usize,
    breaches: usize,
    /// Breaches that were open when they were last recorded.
    open: usize,
    /// The days of the first and the last incident, and how many days that is with both.
    first_day: String,
    last_day: String,
    days: i64,
    /// The time over target together, as a length and in whole minutes.
    over: String,
    over_s: Seconds,
    over_minutes: i64,
    worst: Worst<'a>,
    severities: Vec<Severity<'a>>,
    /// Where the time went, from stage to stage.
    steps: Vec<Step>,
    /// The step in which most targets were crossed.
    worst_step: Option<WorstStep>,
    /// Breaches of which it can't be told in which step that was.
    untold: usize,
    reasons: Vec<Said<'a>>,
    suggestions: Vec<Said<'a>>,
    /// What the problem did in the last 30 and 90 days.
    recent: Vec<Recent<'a>>,
    earlier: Vec<Earlier<'a>>,
    rows: Vec<Evidenced<'a>>,
    /// Breaches that are not among the rows, which are the furthest over target.
    rows_left_out: usize,
    /// Whether the breaches are of several objectives.
    several_objectives: bool,
    written_at: String,
    timezone: &'static str,
    reply_by: Option<String>,
}

#[derive(Debug, Serialize)]
struct Worst<'a> {
    incident: &'a str,
    over: String,
    over_s: Seconds,
}

#[derive(Debug, Serialize)]
struct Severity<'a> {
    name: Option<&'a str>,
    incidents: usize,
}

/// How many titles are named.
const TITLES: usize = 3;
/// How many breaches are listed.
const ROWS: usize = 50;

/// A length in whole minutes, as templates print it.
fn whole_minutes(span: Span) -> i64 {
    span.whole_seconds() / 60
}

/// What stands in all views alike.
struct Setting<'a> {
    policy: &'a Policy,
    language: Language,
    times: LocalTimes,
}

impl<'a> View<'a> {
    /// The view of a case.
    pub(in crate::render) fn of(
        case: &'a RequestCase<'a>,
        policy: &'a Policy,
        language: Language,
        as_of: Instant,
    ) -> Self {
        let Figures { first, last, days, over, worst, several_objectives, .. } = case.figures;
        let Figures { severities, titles, .. } = &case.figures;
        let setting = Setting { policy, language, times: LocalTimes::new(policy.zone) };
        let (zone, problem) = (policy.zone, case.problem);
        let evidence = &problem.evidence;
        let listed = furthest(evidence, ROWS);
        Self {
            request: &problem.id,
            team: &problem.team.title,
            team_id: &problem.team.id,
            contact: problem.team.contact.as_deref(),
            cause: &problem.cause.title,
            cause_id: &problem.cause.id,
            improvement: problem.cause.improvement.as_deref(),
            asked: case.asked,
            policy: &policy.name,
            customers: case.figures.customers.clone(),
            services: case.figures.services.clone(),
            titles: titles.iter().copied().take(TITLES).collect(),
            more_titles: titles.len().saturating_sub(TITLES),
            signature: &problem.signature.title,
            incidents: case.figures.incidents,
            breaches: case.figures.breaches,
            open: case.figures.open,
            first_day: zone.date(first).to_string(),
            last_day: zone.date(last).to_string(),
            days,
            over: duration(over, language),
            over_s: Seconds(over),
            over_minutes: whole_minutes(over),
            worst: Worst {
                incident: &worst.incident,
                over: duration(worst.over, language),
                over_s: Seconds(worst.over),
            },
            severities: severities.iter().map(|&(name, incidents)| Severity { name, incidents }).collect(),
            steps: case.times.steps.iter().map(|step| Step::of(step, language)).collect(),
            worst_step: WorstStep::of(&case.times, language),
            untold: case.times.untold,
            reasons: said(evidence, |one| Some(&one.annotation.reason)),
            suggestions: said(evidence, |one| one.annotation.improvement.as_deref()),
            recent: case.expected.iter().map(|effect| Recent::of(effect, language)).collect(),
            earlier: case.earlier.iter().map(|earlier| Earlier::of(earlier, &setting)).collect(),
            rows: listed
                .iter()
                .enumerate()
                .map(|(place, one)| Evidenced::of(place + 1, one, &setting))
                .collect(),
            rows_left_out: evidence.len() - listed.len(),
            several_objectives,
            written_at: setting.times.minute(as_of),
            timezone: zone.name(),
            reply_by: policy.escalation.reply_within.map(|within| zone.date(as_of.plus(within)).to_string()),
        }
    }
}
