use crate::assess::{Report, ReportedBreach};
use crate::domain::{FieldId, Fields, Policy, Promise, RecordedBreach, RecordedTarget};

/// A breach of a report with everything by name; `None` where the report has no such objective.
#[must_use]
pub fn recorded(report: &Report, policy: &Policy, reported: &ReportedBreach) -> Option<RecordedBreach> {
    let breach = &reported.breach;
    let incident = &breach.incident;
    let reading = &breach.reading;
    let objective = report.objectives.get(breach.objective)?.id.clone();
    let target =
        policy.objectives.get(breach.objective).and_then(|objective| objective.targets.get(breach.target));
    let by = match target.map(|target| &target.promise) {
        Some(Promise::By(stage)) => Some(policy.stages.name(*stage).to_owned()),
        _ => None,
    };
    let text = |field: FieldId| incident.field(field).filter(|text| !text.is_empty()).map(str::to_owned);
    Some(RecordedBreach {
        incident: incident.id().to_owned(),
        title: text(FieldId::TITLE),
        customer: text(FieldId::CUSTOMER),
        service: text(FieldId::SERVICE),
        severity: text(FieldId::SEVERITY),
        status: text(FieldId::STATUS),
        assignee: text(FieldId::ASSIGNEE),
        attributes: policy
            .fields
            .iter()
            .skip(Fields::BUILT_IN.len())
            .filter_map(|(field, name)| Some((name.to_owned(), text(field)?)))
            .collect(),
        stages: policy
            .stages
            .iter()
            .filter_map(|(stage, name)| Some((name.to_owned(), incident.stamp(stage)?)))
            .collect(),
        pauses: incident.pauses().collect(),
        paused: incident.sums().map(|(stage, sum)| (policy.stages.name(stage).to_owned(), sum)).collect(),
        severities: incident.severities().map(|(at, text)| (at, text.to_owned())).collect(),
        objective,
        target: RecordedTarget {
            within: reading.target,
            by,
            calendar: target
                .and_then(|target| target.calendar.as_deref())
                .map(|calendar| calendar.id.clone()),
            index: breach.target,
            line: reported.target_line,
        },
        from: reading.from,
        elapsed: reading.elapsed,
        stopped: reading.stopped,
        over: reading.over(),
        deadline: breach.deadline,
        last_in_time: breach.last_in_time,
        reached: reading.reached(),
        open: reading.is_open(),
        load: reported.load,
        policy: report.policy.sha256.clone(),
        source: report
            .sources
            .get(incident.position().source as usize)
            .map(|source| source.path.clone())
            .unwrap_or_default(),
        row: reported.row,
        as_of: report.as_of,
    })
}

/// Whether the arithmetic moved, or what a promise hangs on. That an open breach got older, or
/// that somebody else handles it now, or that another population shows another load, is nothing
/// new.
pub(super) fn moved(before: &RecordedBreach, now: &RecordedBreach) -> bool {
    let promise = |breach: &RecordedBreach| (breach.from, breach.target.within, breach.deadline);
    let reach = |breach: &RecordedBreach| (breach.open, breach.reached);
    promise(before) != promise(now)
        || reach(before) != reach(now)
        || (!now.open && before.elapsed != now.elapsed)
        || before.severity != now.severity
        || before.customer != now.customer
        || before.service != now.service
}
