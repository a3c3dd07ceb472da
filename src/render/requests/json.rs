use serde::Serialize;

use crate::assess::RequestProgress;
use crate::domain::{Instant, Policy, RequestStep, RequestWriting};
use crate::render::RenderError;
use crate::render::json::exact::{Moment, Seconds};
use crate::render::json::head::Head;
use crate::render::json::pretty;
use crate::render::request_words::owner_key;
use crate::render::time::LocalTimes;

/// Requests as JSON, under the schema `slo.request-list/1`: fields may be added, none is removed or
/// changes its meaning. `program` is its name and version.
pub fn request_list_json(
    list: &[RequestProgress<'_>],
    policy: &Policy,
    as_of: Instant,
    program: &str,
) -> Result<Vec<u8>, RenderError> {
    let times = &LocalTimes::new(policy.zone);
    let document = Document {
        head: Head::new("slo.request-list/1", program, times, (as_of, policy.zone)),
        requests: list.iter().map(|one| RequestEntry::of(one, times)).collect(),
    };
    pretty(&document)
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    requests: Vec<RequestEntry<'a>>,
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
    incidents: &'a [String],
    drafted: Moment<'a>,
    since: Moment<'a>,
    age_s: Seconds,
    /// `desk` or `team`; none where nobody does.
    owner: Option<&'static str>,
    due: Option<Moment<'a>>,
    overdue_s: Option<Seconds>,
    files: Vec<&'a str>,
    steps: Vec<StepEntry<'a>>,
}

#[derive(Serialize)]
struct StepEntry<'a> {
    status: &'static str,
    happened: Moment<'a>,
    note: Option<&'a str>,
    by: &'a str,
    at: Moment<'a>,
}

impl<'a> RequestEntry<'a> {
    fn of(one: &RequestProgress<'a>, times: &'a LocalTimes) -> Self {
        let request = one.request;
        let [customer, service, title] = &request.signature;
        let mut files: Vec<&str> = Vec::new();
        for RequestWriting { file, .. } in &request.writings {
            if !files.contains(&file.as_str()) {
                files.push(file);
            }
        }
        Self {
            request: &request.id,
            status: request.status().word(),
            team: &request.team,
            cause: &request.cause,
            customer,
            service,
            title,
            incidents: &request.incidents,
            drafted: Moment(times, request.at),
            since: Moment(times, request.since()),
            age_s: Seconds(one.age),
            owner: one.next().map(|next| owner_key(next.owner())),
            due: one.due.map(|at| Moment(times, at)),
            overdue_s: one.overdue.map(Seconds),
            files,
            steps: request.steps.iter().map(|step| StepEntry::of(step, times)).collect(),
        }
    }
}

impl<'a> StepEntry<'a> {
    fn of(step: &'a RequestStep, times: &'a LocalTimes) -> Self {
        Self {
            status: step.status.word(),
            happened: Moment(times, step.happened),
            note: step.note.as_deref(),
            by: &step.by,
            at: Moment(times, step.at),
        }
    }
}
