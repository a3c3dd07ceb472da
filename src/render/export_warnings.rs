use std::collections::BTreeSet;

use super::sanitize_lines;
use crate::assess::{ExportWarning, Report};
use crate::domain::{IncidentPart, Language};
use crate::render::LocalTimes;
use crate::words::exports::Words;

/// What looks as if the exports were not what they should be, a line each; empty where nothing does.
#[must_use]
pub fn export_warnings(report: &Report, language: Language) -> String {
    let times = LocalTimes::new(report.zone);
    let words = Words::of(language);
    let line = |warning: &ExportWarning| (words.warning)(&warning_text(report, warning, language, &times));
    let lines: Vec<String> = report.warnings.iter().map(line).collect();
    sanitize_lines(&lines.join("\n"))
}

/// One such warning as a sentence.
pub(super) fn warning_text(
    report: &Report,
    warning: &ExportWarning,
    language: Language,
    times: &LocalTimes,
) -> String {
    let source = match *warning {
        ExportWarning::RowCap { source, .. } | ExportWarning::Shorter { source, .. } => Some(source),
        ExportWarning::Stale { .. } | ExportWarning::NeverReached { .. } => None,
    };
    let source = source.and_then(|source| report.sources.get(source));
    let words = Words::of(language);
    if let ExportWarning::NeverReached { objective, stage } = *warning {
        let title = report.objective(objective).map_or("", |objective| &objective.title);
        let columns: BTreeSet<&str> =
            report.sources.iter().filter_map(|source| source.column(IncidentPart::Stage(stage))).collect();
        let columns: Vec<&str> = columns.into_iter().collect();
        return (words.never_reached)(title, report.policy.stages.name(stage), &columns.join(", "));
    }
    let at = match *warning {
        ExportWarning::Shorter { last_check: at, .. } | ExportWarning::Stale { newest: at } => {
            times.minute(at)
        }
        ExportWarning::RowCap { .. } | ExportWarning::NeverReached { .. } => String::new(),
    };
    words.warning(warning, source.map_or("", |source| &source.path), &at)
}
