use chrono::SecondsFormat;
use serde::Serialize;

use crate::assess::{Waiting, WaitingBreach};
use crate::domain::{Annotation, Instant, Span};
use crate::render::RenderError;
use crate::render::json::write_pretty;

/// What waits as JSON, under the schema `slo.status/1`: fields may be added, none is removed or
/// changes its meaning. `program` is its name and version.
pub fn status_json(waiting: &Waiting<'_>, program: &str) -> Result<Vec<u8>, RenderError> {
    let document = Document {
        schema: "slo.status/1",
        program,
        as_of: time(waiting, waiting.as_of),
        timezone: waiting.zone.name(),
        unannotated: breaches(waiting, &waiting.unannotated),
        reviews: breaches(waiting, &waiting.reviews),
        fixes_not_requested: breaches(waiting, &waiting.unrequested),
        drafts: waiting
            .drafts
            .iter()
            .map(|one| WaitingDraft {
                request: &one.request.id,
                team: &one.request.team,
                cause: &one.request.cause,
                incidents: &one.request.incidents,
                draft: &one.request.draft,
                at: time(waiting, one.request.at),
                waiting_s: seconds(one.age),
            })
            .collect(),
        stale_annotations: waiting.stale.iter().map(|one| written(waiting, one)).collect(),
    };
    let mut bytes = Vec::new();
    write_pretty(&document, &mut bytes)?;
    Ok(bytes)
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    program: &'a str,
    as_of: String,
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
    opened: String,
    deadline: String,
    over_s: serde_json::Number,
    open: bool,
    waiting_s: serde_json::Number,
    annotation: Option<Written<'a>>,
}

#[derive(Serialize)]
struct Written<'a> {
    entry: &'a str,
    incident: &'a str,
    objective: Option<&'a str>,
    cause: &'a str,
    reason: &'a str,
    improvement: Option<&'a str>,
    fix: &'static str,
    by: &'a str,
    at: String,
}

#[derive(Serialize)]
struct WaitingDraft<'a> {
    request: &'a str,
    team: &'a str,
    cause: &'a str,
    incidents: &'a [String],
    draft: &'a str,
    at: String,
    waiting_s: serde_json::Number,
}

fn breaches<'a>(waiting: &Waiting<'_>, list: &[WaitingBreach<'a>]) -> Vec<Breach<'a>> {
    list.iter().map(|one| breach(waiting, one)).collect()
}

fn breach<'a>(waiting: &Waiting<'_>, one: &WaitingBreach<'a>) -> Breach<'a> {
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
        opened: time(waiting, breach.opened()),
        deadline: time(waiting, breach.deadline),
        over_s: seconds(breach.over),
        open: breach.open,
        waiting_s: seconds(one.age),
        annotation: one.annotation.map(|annotation| written(waiting, annotation)),
    }
}

fn written<'a>(waiting: &Waiting<'_>, annotation: &'a Annotation) -> Written<'a> {
    Written {
        entry: &annotation.entry,
        incident: &annotation.incident,
        objective: annotation.objective.as_deref(),
        cause: &annotation.cause,
        reason: &annotation.reason,
        improvement: annotation.improvement.as_deref(),
        fix: annotation.fix.word(),
        by: &annotation.by,
        at: time(waiting, annotation.at),
    }
}

fn time(waiting: &Waiting<'_>, at: Instant) -> String {
    waiting.zone.at(at).to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

/// An integer where it is whole, else a decimal number.
fn seconds(span: Span) -> serde_json::Number {
    const NANOS: i64 = 1_000_000_000;
    let decimal = (span.nanos() % NANOS != 0)
        .then(|| serde_json::Number::from_f64(span.nanos() as f64 / NANOS as f64))
        .flatten();
    decimal.unwrap_or_else(|| span.whole_seconds().into())
}
