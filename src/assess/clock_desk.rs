//! A desk with one objective, for tests of what makes its clock run: 10 hours to `resolved`, 4 for
//! `low`, 1 for `critical`.

use super::{Assessor, GroupKey, Intake, Question, Report, SourceSummary};
use crate::domain::{
    Condition, Exclusion, ExclusionEffect, FieldId, Fields, Incident, Instant, Objective, Pattern, Pause,
    Pauses, Policy, Position, Promise, Severity, SeverityScale, Span, StageId, Stages, Stamp, Target, Window,
};

const MINUTE: i64 = 60;

/// So many hours after 2026-01-01T00:00+09:00.
pub(super) fn hour(hour: i64) -> Instant {
    minute(hour * 60)
}

/// So many minutes after 2026-01-01T00:00+09:00.
pub(super) fn minute(minute: i64) -> Instant {
    Instant::from_epoch(1_767_193_200 + minute * MINUTE, 0).unwrap()
}

pub(super) fn minutes(count: i64) -> Span {
    Span::from_seconds(count * MINUTE).unwrap()
}

pub(super) fn policy(exclusions: Vec<Exclusion>) -> Policy {
    let mut policy = Policy::for_tests(Stages::with([]), Fields::with([]));
    policy.severities = SeverityScale::new(
        ["critical", "high", "low"].map(|name| Severity { name: name.into(), values: vec![] }).to_vec(),
    );
    policy.exclusions = exclusions;
    let target = |severity: &str, hours: i64| Target {
        when: Condition::new(vec![(FieldId::SEVERITY, vec![Pattern::new(severity)])]),
        since: None,
        until: None,
        promise: Promise::Within(minutes(hours * 60)),
        calendar: None,
        line: 7,
    };
    policy.objectives = vec![Objective {
        id: "resolve".into(),
        title: "resolve".into(),
        from: StageId::OPENED,
        to: policy.stages.find("resolved").unwrap(),
        goal: None,
        pauses: true,
        targets: vec![target("critical", 1), target("low", 4), target("*", 10)],
        line: 1,
    }];
    policy
}

/// An exclusion of the incidents of a service, from one hour to another.
pub(super) fn exclusion(effect: ExclusionEffect, service: &str, from: i64, to: i64) -> Exclusion {
    let when = match service {
        "" => Condition::default(),
        service => Condition::new(vec![(FieldId::SERVICE, vec![Pattern::new(service)])]),
    };
    let window = Window { from: Some(hour(from)), to: Some(hour(to)) };
    Exclusion { when, window, effect, reason: "maintenance".into(), line: 40 }
}

/// An incident on its way into an assessor.
#[derive(Clone, Debug)]
pub(super) struct Ticket {
    pub(super) id: String,
    pub(super) service: &'static str,
    pub(super) severity: &'static str,
    pub(super) opened: Instant,
    pub(super) resolved: Option<Instant>,
    pub(super) pauses: Vec<Pause>,
    pub(super) sums: Vec<(StageId, Option<Span>)>,
    pub(super) severities: Vec<(Instant, &'static str)>,
    pub(super) row: u32,
}

impl Ticket {
    /// One of severity `high`, of the service `web`.
    pub(super) fn new(id: &str, opened: Instant, resolved: Option<Instant>) -> Self {
        Self {
            id: id.to_owned(),
            service: "web",
            severity: "high",
            opened,
            resolved,
            pauses: Vec::new(),
            sums: Vec::new(),
            severities: Vec::new(),
            row: 0,
        }
    }

    /// The ticket as an incident of this policy.
    pub(super) fn look<R>(&self, policy: &Policy, look: impl FnOnce(&Incident<'_>) -> R) -> R {
        let stages = &policy.stages;
        let mut stamps = vec![Stamp::Absent; stages.len()];
        stamps[0] = Stamp::At(self.opened);
        if let Some(resolved) = self.resolved {
            stamps[stages.find("resolved").unwrap().index()] = Stamp::At(resolved);
        }
        let mut fields = vec![None; Fields::BUILT_IN.len()];
        fields[FieldId::SERVICE.index()] = Some(self.service);
        fields[FieldId::SEVERITY.index()] = Some(self.severity);
        look(&Incident {
            id: &self.id,
            fields: &fields,
            stamps: &stamps,
            written: &(),
            pauses: Pauses { stretches: Some(&self.pauses), sums: &self.sums },
            severities: &self.severities,
            notes: &[],
            position: Position { row: self.row, ..Position::default() },
        })
    }
}

/// What is asked as of the hour 1000.
pub(super) fn question(policy: &Policy) -> Question<'_> {
    Question { group_by: GroupKey::usual(), ..Question::of(policy, hour(1000)) }
}

/// The report as of the hour 1000 on tickets that were shared out to two tallies.
pub(super) fn report(policy: &Policy, tickets: &[Ticket]) -> Report {
    let assessor = Assessor::new(question(policy));
    let mut tallies = [assessor.begin(), assessor.begin()];
    for (place, ticket) in tickets.iter().enumerate() {
        let row = u32::try_from(place).unwrap();
        let tally = &mut tallies[place % 2];
        Ticket { row, ..ticket.clone() }.look(policy, |incident| assessor.take(tally, incident));
    }
    let [mut merged, other] = tallies;
    assessor.merge(&mut merged, other);
    let source = SourceSummary {
        path: "incidents.csv".into(),
        format: "csv",
        sheet: None,
        title_rows: 0,
        encoding: "utf-8".into(),
        stage_columns: vec![],
        pause_columns: vec![],
        ..SourceSummary::default()
    };
    assessor.report(merged, vec![source], vec![], vec![], |position| u64::from(position.row) + 2)
}
