use chrono::{Days, NaiveDate};

use crate::domain::Window;
use crate::render::export_warnings::warning_text;
use crate::words::exports;

use super::{Block, Subject, count};

/// What was looked at, when, and by which rules.
pub(super) fn blocks(subject: &Subject<'_>) -> Vec<Block> {
    let Subject { report, words, times, .. } = subject;
    let (policy, exports) = (&report.policy, exports::Words::of(words.language));
    let digest: String = policy.sha256.chars().take(8).collect();
    let mut facts = vec![
        (words.policy, vec![format!("{} (sha256 {digest})", policy.path)]),
        (words.period, vec![period(subject, report.window)]),
        (words.as_of, vec![times.minute(report.as_of)]),
        (words.exports, report.sources.iter().map(|source| exports.export(source)).collect()),
    ];
    let presets: Vec<String> = report.sources.iter().filter_map(|source| exports.preset(source)).collect();
    if !presets.is_empty() {
        facts.push((words.presets, presets));
    }
    if !report.filters.is_empty() {
        facts.push((words.filters, report.filters.clone()));
    }
    let mut measured = vec![(words.incident_count)(&count(report.incidents))];
    if report.after_as_of > 0 {
        measured.push((words.after_as_of)(&count(report.after_as_of)));
    }
    facts.push((words.measured, measured));
    facts.push((words.rules, vec![(words.rules_line)(policy.clock.skipped_stage, report.zone.name())]));
    let text = |warning| warning_text(report, warning, words.language, times);
    if !report.warnings.is_empty() {
        facts.push((words.warnings, report.warnings.iter().map(text).collect()));
    }
    vec![Block::Title(policy.name.clone()), Block::Facts(facts)]
}

/// The window in words: in whole days where it begins and ends with one.
pub(in crate::render) fn period(subject: &Subject<'_>, window: Window) -> String {
    let Subject { words, times, .. } = subject;
    let last = |end: NaiveDate| end.checked_sub_days(Days::new(1)).unwrap_or(end);
    let days =
        (window.from.map(|from| times.whole_day(from)), window.to.map(|to| times.whole_day(to).map(last)));
    if !matches!(days.0, Some(None)) && !matches!(days.1, Some(None)) {
        let text = |day: Option<Option<NaiveDate>>| day.flatten().map(|day| day.to_string());
        return (words.span)(text(days.0).as_deref(), text(days.1).as_deref(), true);
    }
    let [from, to] = [window.from, window.to].map(|end| end.map(|end| times.minute(end)));
    (words.span)(from.as_deref(), to.as_deref(), false)
}
