use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::Status;
use crate::assess::{RequestProgress, WaitCount, WaitingBreach, WaitingGroup, WaitingKey};
use crate::domain::Policy;
use crate::render::RenderError;
use crate::render::json::annotation::AnnotationEntry;
use crate::render::json::exact::{Listed, Moment, Seconds};
use crate::render::json::pretty;
use crate::render::time::LocalTimes;

/// What waits as JSON, under the schema `slo.status/1`: fields may be added, none is removed or
/// changes its meaning. `program` is its name and version.
pub fn status_json(status: &Status<'_>, policy: &Policy, program: &str) -> Result<Vec<u8>, RenderError> {
    let waiting = status.waiting;
    let times = &LocalTimes::new(waiting.zone);
    let breach = |one| BreachEntry::of(one, policy, times);
    let request = |one| RequestEntry::of(one, times);
    let mut groups = BTreeMap::new();
    for one in status.groups {
        let rows = one.rows.iter().map(|row| GroupEntry::of(row, one.key, policy));
        groups.insert(one.by, rows.collect());
    }
    let document = Document {
        schema: "slo.status/1",
        program,
        as_of: Moment(times, waiting.as_of),
        timezone: waiting.zone.name(),
        ledger: status.ledger.to_string_lossy(),
        filters: &waiting.filters,
        newer_than_as_of: NewerEntry { breaches: waiting.newer.breaches, requests: waiting.newer.requests },
        unannotated: Listed(&waiting.unannotated, breach),
        reviews: Listed(&waiting.reviews, breach),
        fixes_not_requested: Listed(&waiting.unrequested, breach),
        drafts: Listed(&waiting.drafts, request),
        requests_unanswered: Listed(&waiting.requests_unanswered, request),
        requests_accepted: Listed(&waiting.requests_accepted, request),
        stale_annotations: waiting.stale.iter().map(|one| AnnotationEntry::of(one, times)).collect(),
        groups,
    };
    pretty(&document)
}

#[derive(Serialize)]
struct Document<'a, B, R> {
    schema: &'static str,
    program: &'a str,
    as_of: Moment<'a>,
    timezone: &'static str,
    ledger: Cow<'a, str>,
    filters: &'a [String],
    newer_than_as_of: NewerEntry,
    unannotated: B,
    reviews: B,
    fixes_not_requested: B,
    drafts: R,
    requests_unanswered: R,
    requests_accepted: R,
    stale_annotations: Vec<AnnotationEntry<'a>>,
    groups: BTreeMap<&'a str, Vec<GroupEntry<'a>>>,
}

/// How much is left out, since it began to wait only after as-of.
#[derive(Serialize)]
struct NewerEntry {
    breaches: usize,
    requests: usize,
}

#[derive(Serialize)]
struct BreachEntry<'a> {
    incident: &'a str,
    objective: &'a str,
    title: Option<&'a str>,
    service: Option<&'a str>,
    customer: Option<&'a str>,
    severity: Option<&'a str>,
    status: Option<&'a str>,
    assignee: Option<&'a str>,
    /// The name of the shift that was on duty when the clock started.
    shift: Option<&'a str>,
    opened: Moment<'a>,
    deadline: Moment<'a>,
    over_s: Seconds,
    open: bool,
    waiting_s: Seconds,
    annotation: Option<AnnotationEntry<'a>>,
}

impl<'a> BreachEntry<'a> {
    fn of(one: &WaitingBreach<'a>, policy: &'a Policy, times: &'a LocalTimes) -> Self {
        let breach = one.breach;
        Self {
            incident: &breach.incident,
            objective: &breach.objective,
            title: breach.title.as_deref(),
            service: breach.service.as_deref(),
            customer: breach.customer.as_deref(),
            severity: breach.severity.as_deref(),
            status: breach.status.as_deref(),
            assignee: breach.assignee.as_deref(),
            shift: policy.shifts.on_duty(breach.from, policy.zone).map(|shift| shift.id.as_str()),
            opened: Moment(times, breach.opened()),
            deadline: Moment(times, breach.deadline),
            over_s: Seconds(breach.over),
            open: breach.open,
            waiting_s: Seconds(one.age),
            annotation: one.annotation.map(|annotation| AnnotationEntry::of(annotation, times)),
        }
    }
}

#[derive(Serialize)]
struct RequestEntry<'a> {
    request: &'a str,
    status: &'static str,
    team: &'a str,
    cause: &'a str,
    incidents: &'a [String],
    draft: &'a str,
    /// When it was drafted.
    at: Moment<'a>,
    /// When it was sent or accepted.
    since: Moment<'a>,
    note: Option<&'a str>,
    due: Option<Moment<'a>>,
    overdue_s: Option<Seconds>,
    waiting_s: Seconds,
}

impl<'a> RequestEntry<'a> {
    fn of(one: &RequestProgress<'a>, times: &'a LocalTimes) -> Self {
        let request = one.request;
        Self {
            request: &request.id,
            status: request.status().word(),
            team: &request.team,
            cause: &request.cause,
            incidents: &request.incidents,
            draft: request.draft(),
            at: Moment(times, request.at),
            since: Moment(times, request.since()),
            note: request.steps.last().and_then(|step| step.note.as_deref()),
            due: one.due.map(|due| Moment(times, due)),
            overdue_s: one.overdue.map(Seconds),
            waiting_s: Seconds(one.age),
        }
    }
}

#[derive(Serialize)]
struct GroupEntry<'a> {
    key: Option<&'a str>,
    /// What people call it, where that isn't the key itself.
    title: Option<&'a str>,
    #[serde(flatten)]
    all: CountEntry,
    unannotated: CountEntry,
    reviews: CountEntry,
    fixes_not_requested: CountEntry,
}

impl<'a> GroupEntry<'a> {
    fn of(group: &WaitingGroup<'a>, key: WaitingKey, policy: &'a Policy) -> Self {
        let shift = group.value.filter(|_| key == WaitingKey::Shift).and_then(|id| policy.shifts.find(id));
        Self {
            key: group.value,
            title: shift.map(|shift| shift.title.as_str()),
            all: CountEntry::of(group.all),
            unannotated: CountEntry::of(group.unannotated),
            reviews: CountEntry::of(group.reviews),
            fixes_not_requested: CountEntry::of(group.unrequested),
        }
    }
}

#[derive(Serialize)]
struct CountEntry {
    breaches: usize,
    incidents: usize,
    longest_s: Option<Seconds>,
}

impl CountEntry {
    fn of(counted: WaitCount) -> Self {
        Self { breaches: counted.all, incidents: counted.incidents, longest_s: counted.longest.map(Seconds) }
    }
}
