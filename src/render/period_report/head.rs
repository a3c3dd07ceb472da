use chrono::Days;

use super::Parts;
use crate::assess::Report;
use crate::domain::Language;
use crate::render::document::Section;
use crate::render::export_warnings::warning_text;
use crate::render::page::{Block, Subject};
use crate::render::words::count;
use crate::words::exports;

/// What was looked at, when, and by which rules.
pub(super) fn section(parts: &Parts<'_>) -> Section {
    let Parts { report: told, words, subject, .. } = parts;
    let period = &told.period;
    let last = period.end.checked_sub_days(Days::new(1)).unwrap_or(period.end);
    let days = (words.days)(period.kind, &period.first.to_string(), &last.to_string(), told.running);
    let mut facts = vec![(words.period, vec![days])];
    if let Some(customer) = &told.customer {
        let name = if customer.is_empty() { words.no_customer } else { customer };
        facts.push((words.customer, vec![name.to_owned()]));
    }
    facts.extend(basis(subject, told.customer.is_none()));
    if let Some(restated) = &told.restated {
        facts.push((words.last_report, vec![subject.times.minute(restated.last_report)]));
    }
    Section::new("head", "", vec![Block::Facts(facts)])
}

/// By what, and from what, a report was made. What exports hold beside one customer's incidents is not
/// told where it is about one.
pub(super) fn basis(subject: &Subject<'_>, whole: bool) -> Vec<(&'static str, Vec<String>)> {
    let Subject { report, words, times, .. } = subject;
    let (policy, exports) = (&report.policy, exports::Words::of(words.language));
    let digest: String = policy.sha256.chars().take(8).collect();
    let mut facts = vec![
        (words.as_of, vec![times.minute(report.as_of)]),
        (words.policy, vec![format!("{} (sha256 {digest})", policy.path)]),
    ];
    if whole {
        facts.push((words.exports, report.sources.iter().map(|source| exports.export(source)).collect()));
        let presets: Vec<String> =
            report.sources.iter().filter_map(|source| exports.preset(source)).collect();
        facts.extend((!presets.is_empty()).then_some((words.presets, presets)));
    }
    if !report.filters.is_empty() {
        facts.push((words.filters, report.filters.clone()));
    }
    facts.push((words.measured, vec![(words.incident_count)(&count(report.incidents))]));
    facts.push((words.rules, vec![(words.rules_line)(policy.clock.skipped_stage, report.zone.name())]));
    if whole && !report.warnings.is_empty() {
        facts.push((words.warnings, warnings(report, subject)));
    }
    facts
}

fn warnings(report: &Report, subject: &Subject<'_>) -> Vec<String> {
    let language: Language = subject.words.language;
    report.warnings.iter().map(|warning| warning_text(report, warning, language, &subject.times)).collect()
}
