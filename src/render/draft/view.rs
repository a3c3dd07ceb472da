use serde::Serialize;

use crate::assess::{Evidence, Figures, Problem};
use crate::domain::{Instant, Language, Policy};
use crate::render::duration;
use crate::render::time::LocalTimes;

/// What a template can print. A contract with templates: fields may be added.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    /// The name of the request.
    request: &'a str,
    /// The team that is asked.
    team: &'a str,
    contact: Option<&'a str>,
    /// The cause that its breaches share, and what the policy asks for where it is the cause.
    cause: &'a str,
    improvement: Option<&'a str>,
    policy: &'a str,
    customers: Vec<&'a str>,
    services: Vec<&'a str>,
    /// The most frequent titles, and how many further ones there are.
    titles: Vec<&'a str>,
    more_titles: usize,
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
    over_minutes: i64,
    worst: Worst<'a>,
    severities: Vec<Severity<'a>>,
    reasons: Vec<Said<'a>>,
    suggestions: Vec<Said<'a>>,
    rows: Vec<Row<'a>>,
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
}

#[derive(Debug, Serialize)]
struct Severity<'a> {
    name: Option<&'a str>,
    incidents: usize,
}

/// What people wrote, and about which incidents.
#[derive(Debug, Serialize)]
struct Said<'a> {
    text: &'a str,
    incidents: Vec<&'a str>,
}

/// One breach of the evidence.
#[derive(Debug, Serialize)]
struct Row<'a> {
    incident: &'a str,
    objective: &'a str,
    severity: Option<&'a str>,
    opened: String,
    target: String,
    actual: String,
    over: String,
    open: bool,
}

/// How many titles are named.
const TITLES: usize = 3;

impl<'a> View<'a> {
    /// The view of a problem; `None` without evidence.
    pub(super) fn of(
        problem: &'a Problem<'a>,
        policy: &'a Policy,
        language: Language,
        as_of: Instant,
    ) -> Option<Self> {
        let Figures {
            incidents,
            breaches,
            open,
            first,
            last,
            over,
            worst,
            severities,
            customers,
            services,
            mut titles,
        } = problem.figures(policy)?;
        let zone = policy.zone;
        let times = LocalTimes::new(zone);
        let more_titles = titles.len().saturating_sub(TITLES);
        titles.truncate(TITLES);
        let objective = |id: &'a str| {
            policy.objectives.iter().find(|known| known.id == id).map_or(id, |known| known.title.as_str())
        };
        let row = |one: &Evidence<'a>| Row {
            incident: &one.breach.incident,
            objective: objective(&one.breach.objective),
            severity: one.breach.severity.as_deref(),
            opened: times.minute(one.breach.opened()),
            target: duration(one.breach.target.within, language),
            actual: duration(one.breach.elapsed, language),
            over: duration(one.breach.over, language),
            open: one.breach.open,
        };
        let evidence = &problem.evidence;
        let several_objectives =
            evidence.iter().any(|one| one.breach.objective != evidence[0].breach.objective);
        let reply_within = policy.escalation.reply_within;
        Some(Self {
            request: &problem.id,
            team: &problem.team.title,
            contact: problem.team.contact.as_deref(),
            cause: &problem.cause.title,
            improvement: problem.cause.improvement.as_deref(),
            policy: &policy.name,
            customers,
            services,
            titles,
            more_titles,
            incidents,
            breaches,
            open,
            first_day: zone.date(first).to_string(),
            last_day: zone.date(last).to_string(),
            days: (zone.date(last) - zone.date(first)).num_days() + 1,
            over: duration(over, language),
            over_minutes: over.whole_seconds() / 60,
            worst: Worst { incident: &worst.incident, over: duration(worst.over, language) },
            severities: severities
                .into_iter()
                .map(|(name, incidents)| Severity { name, incidents })
                .collect(),
            reasons: said(evidence, |one| Some(&one.annotation.reason)),
            suggestions: said(evidence, |one| one.annotation.improvement.as_deref()),
            rows: evidence.iter().map(row).collect(),
            several_objectives,
            written_at: times.minute(as_of),
            timezone: zone.name(),
            reply_by: reply_within.map(|within| zone.date(as_of.plus(within)).to_string()),
        })
    }
}

/// Each thing that people wrote once, with the incidents it was written about.
fn said<'a>(evidence: &[Evidence<'a>], text: impl Fn(&Evidence<'a>) -> Option<&'a str>) -> Vec<Said<'a>> {
    let mut all: Vec<Said<'a>> = Vec::new();
    for one in evidence {
        let Some(text) = text(one) else { continue };
        let incident = one.breach.incident.as_str();
        match all.iter_mut().find(|said| said.text == text) {
            Some(said) if said.incidents.last() == Some(&incident) => {}
            Some(said) => said.incidents.push(incident),
            None => all.push(Said { text, incidents: vec![incident] }),
        }
    }
    all
}
