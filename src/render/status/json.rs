use serde::Serialize;

use crate::assess::{Waiting, WaitingBreach};
use crate::domain::Annotation;
use crate::render::RenderError;
use crate::render::json::exact::{Moment, Seconds};
use crate::render::json::write_pretty;
use crate::render::time::LocalTimes;

/// What waits as JSON, under the schema `slo.status/1`: fields may be added, none is removed or
/// changes its meaning. `program` is its name and version.
pub fn status_json(waiting: &Waiting<'_>, program: &str) -> Result<Vec<u8>, RenderError> {
    let times = &LocalTimes::new(waiting.zone);
    let document = Document {
        schema: "slo.status/1",
        program,
        as_of: Moment(times, waiting.as_of),
        timezone: waiting.zone.name(),
        unannotated: breaches(times, &waiting.unannotated),
        reviews: breaches(times, &waiting.reviews),
        fixes_not_requested: breaches(times, &waiting.unrequested),
        drafts: waiting
            .drafts
            .iter()
            .map(|one| WaitingDraft {
                request: &one.request.id,
                team: &one.request.team,
                cause: &one.request.cause,
                incidents: &one.request.incidents,
                draft: &one.request.draft,
                at: Moment(times, one.request.at),
                waiting_s: Seconds(one.age),
            })
            .collect(),
        stale_annotations: waiting.stale.iter().map(|one| written(times, one)).collect(),
    };
    let mut bytes = Vec::new();
    write_pretty(&document, &mut bytes)?;
    Ok(bytes)
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    program: &'a str,
    as_of: Moment<'a>,
    timezone: &'static str,
    unannotated: Vec<Breach<'a>>,
    reviews: Vec<Breach<'a>>,
    fixes_not_requested: Vec<Breach<'a>>,
    drafts: Vec<WaitingDraft<'a>>,
    stale_annotations: Vec<Written<'a>>,
}

#[derive(Serialize)]
struct Breach<'a> {
    incident: &'a str,
    objective: &'a str,
    title: Option<&'a str>,
    service: Option<&'a str>,
    customer: Option<&'a str>,
    severity: Option<&'a str>,
    status: Option<&'a str>,
    assignee: Option<&'a str>,
    opened: Moment<'a>,
    deadline: Moment<'a>,
    over_s: Seconds,
    open: bool,
    waiting_s: Seconds,
    annotation: Option<Written<'a>>,
}

#[derive(Serialize)]
struct Written<'a> {
    entry: String,
    incident: &'a str,
    objective: Option<&'a str>,
    cause: &'a str,
    reason: &'a str,
    improvement: Option<&'a str>,
    fix: &'static str,
    by: &'a str,
    at: Moment<'a>,
}

#[derive(Serialize)]
struct WaitingDraft<'a> {
    request: &'a str,
    team: &'a str,
    cause: &'a str,
    incidents: &'a [String],
    draft: &'a str,
    at: Moment<'a>,
    waiting_s: Seconds,
}

fn breaches<'a>(times: &'a LocalTimes, list: &[WaitingBreach<'a>]) -> Vec<Breach<'a>> {
    list.iter().map(|one| breach(times, one)).collect()
}

fn breach<'a>(times: &'a LocalTimes, one: &WaitingBreach<'a>) -> Breach<'a> {
    let breach = one.breach;
    Breach {
        incident: &breach.incident,
        objective: &breach.objective,
        title: breach.title.as_deref(),
        service: breach.service.as_deref(),
        customer: breach.customer.as_deref(),
        severity: breach.severity.as_deref(),
        status: breach.status.as_deref(),
        assignee: breach.assignee.as_deref(),
        opened: Moment(times, breach.opened()),
        deadline: Moment(times, breach.deadline),
        over_s: Seconds(breach.over),
        open: breach.open,
        waiting_s: Seconds(one.age),
        annotation: one.annotation.map(|annotation| written(times, annotation)),
    }
}

fn written<'a>(times: &'a LocalTimes, annotation: &'a Annotation) -> Written<'a> {
    Written {
        entry: annotation.entry.to_string(),
        incident: &annotation.incident,
        objective: annotation.objective.as_deref(),
        cause: &annotation.cause,
        reason: &annotation.reason,
        improvement: annotation.improvement.as_deref(),
        fix: annotation.fix().word(),
        by: &annotation.by,
        at: Moment(times, annotation.at),
    }
}
