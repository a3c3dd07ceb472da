use serde::Serialize;

use crate::assess::RequestProgress;
use crate::render::json::exact::{Moment, Seconds};
use crate::render::request_words::owner_key;
use crate::render::time::LocalTimes;

#[derive(Serialize)]
pub(super) struct RequestEntry<'a> {
    request: &'a str,
    status: &'static str,
    team: &'a str,
    cause: &'a str,
    customer: &'a str,
    service: &'a str,
    title: &'a str,
    incidents: usize,
    since: Moment<'a>,
    age_s: Seconds,
    owner: Option<&'static str>,
    due: Option<Moment<'a>>,
    overdue_s: Option<Seconds>,
}

impl<'a> RequestEntry<'a> {
    pub(super) fn of(one: &RequestProgress<'a>, times: &'a LocalTimes) -> Self {
        let request = one.request;
        let [customer, service, title] = &request.signature;
        Self {
            request: &request.id,
            status: request.status().word(),
            team: &request.team,
            cause: &request.cause,
            customer,
            service,
            title,
            incidents: request.incidents.len(),
            since: Moment(times, request.since()),
            age_s: Seconds(one.age),
            owner: one.next().map(|next| owner_key(next.owner())),
            due: one.due.map(|at| Moment(times, at)),
            overdue_s: one.overdue.map(Seconds),
        }
    }
}
