//! A small policy and its incidents, for tests of what is built on the assessor.

use std::collections::{BTreeMap, HashSet};

use super::{Assessor, Intake, LedgerState, Question, Report, SourceSummary};
use crate::domain::{
    Annotation, Cause, Condition, EntryId, FieldId, Fields, Fix, Incident, Instant, Objective, Pattern,
    Policy, Position, Promise, RecordedBreach, RecordedTarget, Request, RequestStatus, RequestStep,
    RequestWriting, Severity, SeverityScale, Span, StageId, Stages, Stamp, Target, Team, Verdict,
};

/// A minute of 1 November 2026 in Tokyo.
pub(crate) fn minute(minute: i64) -> Instant {
    Instant::from_epoch(1_793_458_800 + minute * 60, 0).unwrap()
}

/// So many minutes.
pub(crate) fn minutes(count: i64) -> Span {
    Span::from_seconds(count * 60).unwrap()
}

/// `first-response` within 30 minutes, three causes, one team for ACME.
pub(crate) fn policy() -> Policy {
    let stages = Stages::with([]);
    let cause = |id: &str, title: &str, fix, improvement: Option<&str>| Cause {
        id: id.into(),
        title: title.into(),
        fix,
        improvement: improvement.map(str::to_owned),
        owner: None,
    };
    let level = |name: &str| Severity { name: name.into(), values: Vec::new() };
    Policy {
        severities: SeverityScale::new(vec![level("critical"), level("high")]),
        objectives: vec![objective("first-response", "一次対応完了", 30)],
        causes: vec![
            cause(
                "runbook-missing",
                "手順書がない・古い",
                Fix::Required,
                Some("手順書を現状に合わせて整備する"),
            ),
            cause("customer-side", "顧客都合", Fix::NotRequired, None),
            cause("other", "その他", Fix::Review, None),
        ],
        teams: vec![Team {
            id: "acme-ops".into(),
            title: "ACME 運用チーム".into(),
            when: Condition::new(vec![(FieldId::CUSTOMER, vec![Pattern::new("ACME*")])]),
            contact: Some("#acme-ops".into()),
        }],
        ..Policy::for_tests(stages, Fields::with(["channel"]))
    }
}

/// An objective from `opened` to `responded`.
pub(crate) fn objective(id: &str, title: &str, within: i64) -> Objective {
    let stages = Stages::with([]);
    Objective {
        id: id.into(),
        title: title.into(),
        from: StageId::OPENED,
        to: stages.find("responded").unwrap(),
        goal: None,
        pauses: true,
        targets: vec![Target {
            when: Condition::default(),
            since: None,
            until: None,
            promise: Promise::Within(minutes(within)),
            calendar: None,
            line: 12,
        }],
        line: 10,
    }
}

/// One incident of an export: id, minute of `opened`, minute of `responded`, status.
pub(crate) type Ticket<'a> = (&'a str, i64, Option<i64>, &'a str);

/// A run over one export.
pub(crate) fn run(
    policy: &Policy,
    watched: HashSet<String>,
    export: &str,
    tickets: &[Ticket<'_>],
    as_of: Instant,
) -> (Report, BTreeMap<String, Vec<Verdict>>) {
    let assessor = Assessor::new(Question { watched, load: true, ..Question::of(policy, as_of) });
    let mut tally = assessor.begin();
    let responded = policy.stages.find("responded").unwrap();
    for (row, &(id, opened, reached, status)) in (0..).zip(tickets) {
        let mut stamps = vec![Stamp::Absent; policy.stages.len()];
        stamps[0] = Stamp::At(minute(opened));
        stamps[responded.index()] = reached.map_or(Stamp::Absent, |at| Stamp::At(minute(at)));
        let fields = [
            Some("web0123 disk 91%"),
            Some("web"),
            Some("ACME"),
            Some("high"),
            Some(status),
            None,
            Some("mail"),
        ];
        let position = Position { source: 0, block: 0, row };
        let incident = Incident::new(id, &fields, &stamps, position);
        assessor.take(&mut tally, &incident);
    }
    let seen = Assessor::watched(&tally).clone();
    let source = SourceSummary {
        path: export.to_owned(),
        format: "csv",
        sheet: None,
        title_rows: 0,
        encoding: "utf-8".to_owned(),
        rows: tickets.len() as u64,
        incidents: tickets.len() as u64,
        sha256: Some(format!("{export} {tickets:?}")),
        ..SourceSummary::default()
    };
    let row = |position: Position| u64::from(position.row) + 2;
    (assessor.report(tally, vec![source], Vec::new(), Vec::new(), row), seen)
}

/// A breach of `first-response` by an hour, opened at this minute.
pub(crate) fn recorded(incident: &str, title: &str, opened: i64) -> RecordedBreach {
    let opened = minute(opened);
    RecordedBreach {
        incident: incident.into(),
        title: Some(title.into()),
        customer: Some("ACME".into()),
        service: Some("web".into()),
        severity: Some("high".into()),
        status: Some("closed".into()),
        assignee: Some("山田".into()),
        attributes: Vec::new(),
        stages: vec![("opened".into(), opened), ("responded".into(), opened.plus(minutes(90)))],
        pauses: Vec::new(),
        paused: Vec::new(),
        severities: Vec::new(),
        objective: "first-response".into(),
        target: RecordedTarget { within: minutes(30), by: None, calendar: None, index: 0, line: 12 },
        from: opened,
        elapsed: minutes(90),
        stopped: Span::ZERO,
        over: minutes(60),
        deadline: opened.plus(minutes(30)),
        last_in_time: opened.plus(minutes(30)),
        reached: Some(opened.plus(minutes(90))),
        open: false,
        load: None,
        policy: "0".repeat(64),
        source: "export.csv".into(),
        row: 2,
        as_of: minute(1000),
    }
}

/// An annotation of a whole incident, named by its reason.
pub(crate) fn annotation(incident: &str, cause: &str, fix: Fix, reason: &str) -> Annotation {
    Annotation {
        entry: named(reason),
        incident: incident.into(),
        objective: None,
        cause: cause.into(),
        reason: reason.into(),
        improvement: None,
        proposed: fix,
        happened: None,
        decision: None,
        by: "sato".into(),
        at: minute(1100),
    }
}

/// An entry's name that follows from a text.
pub(crate) fn named(text: &str) -> EntryId {
    let mut bytes = [0_u8; EntryId::BYTES];
    for (place, byte) in text.bytes().enumerate() {
        let sum = &mut bytes[place % EntryId::BYTES];
        *sum = sum.rotate_left(3) ^ byte;
    }
    EntryId::from_bytes(bytes)
}

/// A ledger of these breaches.
pub(crate) fn state(breaches: impl IntoIterator<Item = RecordedBreach>) -> LedgerState {
    let mut state = LedgerState::default();
    for (number, breach) in (0_u8..).zip(breaches) {
        state.take_breach(EntryId::from_bytes([number; 16]), breach);
    }
    state
}

/// A request about these incidents, drafted at minute 1100.
pub(crate) fn request(id: &str, incidents: &[&str]) -> Request {
    Request {
        id: id.into(),
        team: "acme-ops".into(),
        cause: "runbook-missing".into(),
        signature: ["acme".into(), "db".into(), "#".into()],
        incidents: incidents.iter().map(|&incident| incident.to_owned()).collect(),
        breaches: Vec::new(),
        writings: vec![RequestWriting {
            entry: named(id),
            at: minute(1100),
            file: format!("escalations/{id}.md"),
            incidents: incidents.iter().map(|&incident| incident.to_owned()).collect(),
            breaches: Vec::new(),
            left_out: Vec::new(),
            after: None,
            improvement: None,
        }],
        steps: Vec::new(),
        at: minute(1100),
    }
}

/// That a request got so far at this minute.
pub(crate) fn step(status: RequestStatus, at: i64) -> RequestStep {
    let entry = named(&format!("{status:?} {at}"));
    let (happened, at) = (minute(at), minute(at));
    RequestStep { entry, after: None, status, happened, note: None, by: "sato".into(), at }
}
