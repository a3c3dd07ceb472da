use serde::Serialize;

use super::Setting;
use crate::assess::EarlierRequest;
use crate::render::request_words::status_word;

/// Another request on the same signature, and what became of it.
#[derive(Debug, Serialize)]
pub(super) struct Earlier<'a> {
    request: &'a str,
    cause: &'a str,
    team: &'a str,
    drafted: String,
    /// How far it got, as a word of the ledger and as people say it, and on which day.
    status: &'static str,
    status_text: &'static str,
    since: String,
    note: Option<&'a str>,
    /// How many incidents missed an objective since it was answered for the last time; none while
    /// it is open.
    recurred: Option<usize>,
}

impl<'a> Earlier<'a> {
    pub(super) fn of(earlier: &EarlierRequest<'a>, setting: &Setting<'a>) -> Self {
        let (request, policy) = (earlier.request, setting.policy);
        let day = |at| policy.zone.date(at).to_string();
        Self {
            request: &request.id,
            cause: policy.cause(&request.cause).map_or(&request.cause, |cause| &cause.title),
            team: policy.team(&request.team).map_or(&request.team, |team| &team.title),
            drafted: day(request.at),
            status: request.status().word(),
            status_text: status_word(request.status(), setting.language),
            since: day(request.since()),
            note: request.steps.last().and_then(|step| step.note.as_deref()),
            recurred: earlier.recurred,
        }
    }
}
