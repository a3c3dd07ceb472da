use std::collections::BTreeMap;

use serde::Serialize;

use crate::assess::{Report, ReportedBreach};
use crate::domain::{Fields, Position};
use crate::render::time::LocalTimes;

use super::annotation::AnnotationEntry;
use super::exact::{Moment, Seconds};

/// A breach, or a pending incident that may become one.
#[derive(Serialize)]
pub(in crate::render) struct BreachEntry<'a> {
    incident: &'a str,
    objective: &'a str,
    title: Option<&'a str>,
    service: Option<&'a str>,
    customer: Option<&'a str>,
    severity: Option<&'a str>,
    status: Option<&'a str>,
    assignee: Option<&'a str>,
    attributes: BTreeMap<&'a str, &'a str>,
    opened: Moment<'a>,
    reached: Option<Moment<'a>>,
    deadline: Moment<'a>,
    target_s: Seconds,
    elapsed_s: Seconds,
    over_s: Seconds,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_s: Option<Seconds>,
    stopped_s: Seconds,
    open: bool,
    stages: BTreeMap<&'a str, Moment<'a>>,
    source: SourceRow<'a>,
    target: TargetLine,
    annotation: Option<AnnotationEntry<'a>>,
}

/// The row that an incident stands in.
#[derive(Serialize)]
pub(in crate::render) struct SourceRow<'a> {
    path: &'a str,
    row: u64,
}

impl<'a> SourceRow<'a> {
    /// The row of this number, in the export that the position names.
    pub(in crate::render) fn of(report: &'a Report, position: Position, row: u64) -> Self {
        Self { path: super::document::path(report, position.source as usize), row }
    }
}

/// The target that decided.
#[derive(Serialize)]
struct TargetLine {
    index: usize,
    line: usize,
}

impl<'a> BreachEntry<'a> {
    /// A breach.
    pub(in crate::render) fn breached(
        report: &'a Report,
        times: &'a LocalTimes,
        reported: &'a ReportedBreach,
    ) -> Self {
        let incident = &reported.breach.incident;
        let reading = &reported.breach.reading;
        let policy = &report.policy;
        let mut texts = incident.texts();
        let mut text = || texts.next().flatten();
        Self {
            incident: text().unwrap_or_default(),
            objective: report.objective(reported.breach.objective).map_or("", |objective| &objective.id),
            title: text(),
            service: text(),
            customer: text(),
            severity: text(),
            status: text(),
            assignee: text(),
            attributes: policy
                .fields
                .iter()
                .skip(Fields::BUILT_IN.len())
                .filter_map(|(_, name)| Some((name, text()?)))
                .collect(),
            opened: Moment(times, reported.breach.opened()),
            reached: reading.reached().map(|at| Moment(times, at)),
            deadline: Moment(times, reported.breach.deadline),
            target_s: Seconds(reading.target),
            elapsed_s: Seconds(reading.elapsed),
            over_s: Seconds(reading.over()),
            left_s: None,
            stopped_s: Seconds(reading.stopped),
            open: reading.is_open(),
            stages: policy
                .stages
                .iter()
                .filter_map(|(stage, name)| Some((name, Moment(times, incident.stamp(stage)?))))
                .collect(),
            source: SourceRow::of(report, incident.position(), reported.row),
            target: TargetLine { index: reported.breach.target, line: reported.target_line },
            annotation: reported
                .annotation
                .as_deref()
                .map(|annotation| AnnotationEntry::of(annotation, times)),
        }
    }

    /// The same; without the names of those who handled it and wrote about it unless they are wanted.
    pub(in crate::render) fn naming(self, names: bool) -> Self {
        if names {
            return self;
        }
        let annotation = self.annotation.map(AnnotationEntry::unnamed);
        Self { assignee: None, annotation, ..self }
    }

    /// A pending incident, with the time that is left to it.
    pub(in crate::render) fn pending(
        report: &'a Report,
        times: &'a LocalTimes,
        reported: &'a ReportedBreach,
    ) -> Self {
        let left = reported.breach.reading.left();
        Self { left_s: Some(Seconds(left)), ..Self::breached(report, times, reported) }
    }
}
