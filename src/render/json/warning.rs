use serde::Serialize;

use super::exact::Moment;
use crate::assess::{ExportWarning, Report};
use crate::render::LocalTimes;

/// What looks as if an export were not what it should be.
#[derive(Serialize)]
pub(super) struct WarningEntry<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rows_before: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    newest: Option<Moment<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    objective: Option<&'a str>,
}

impl<'a> WarningEntry<'a> {
    pub(super) fn of(report: &'a Report, times: &'a LocalTimes, warning: &ExportWarning) -> Self {
        let path = |source: usize| report.sources.get(source).map(|source| source.path.as_str());
        let none =
            Self { kind: "", path: None, rows: None, rows_before: None, newest: None, objective: None };
        match *warning {
            ExportWarning::RowCap { source, rows } => {
                Self { kind: "row-cap", path: path(source), rows: Some(rows), ..none }
            }
            ExportWarning::Shorter { source, rows, before, .. } => Self {
                kind: "shorter",
                path: path(source),
                rows: Some(rows),
                rows_before: Some(before),
                ..none
            },
            ExportWarning::NeverReached { objective, .. } => Self {
                kind: "never-reached",
                objective: report.objective(objective).map(|objective| objective.id.as_str()),
                ..none
            },
            ExportWarning::Stale { newest } => {
                Self { kind: "stale", newest: Some(Moment(times, newest)), ..none }
            }
        }
    }
}
