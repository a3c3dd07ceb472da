use crate::assess::{ExportWarning, SourceSheet, SourceSummary, UnsureHolidays};
use crate::domain::{Language, SkippedStage};

use super::{Words, count};
use crate::render::LocalTimes;

/// English.
pub(super) const WORDS: Words = Words {
    language: Language::English,
    policy: "policy",
    period: "period",
    as_of: "as of",
    exports: "exports",
    presets: "read as",
    preset,
    warnings: "warning",
    warning,
    never_reached: |objective, stage, columns| {
        format!(
            "{objective}: no incident has reached `{stage}`, which is read from {columns}; if the export has it elsewhere, name that column in [source.stages]"
        )
    },
    filters: "filters",
    measured: "measured",
    rules: "rules",
    span,
    export,
    form,
    incident_count: |count| number(count, "incident", "incidents"),
    after_as_of: |count| match count {
        "1" => "1 opened after as-of is left out".to_owned(),
        _ => format!("{count} opened after as-of are left out"),
    },
    rules_line,
    summary: "Compliance",
    objective: "objective",
    goal: "goal",
    rate: "rate",
    worst_case: "worst case",
    met: "met",
    breached: "breached",
    breached_open: "open",
    pending: "pending",
    unknown: "unknown",
    uncovered: "uncovered",
    excluded: "excluded",
    result: "result",
    goal_met: "goal met",
    goal_missed: "goal missed",
    percent: |number| format!("{number} %"),
    rate_of: |rate, base| format!("{rate} of {base}"),
    by: |objective, property| format!("{objective} by {property}"),
    month: "month",
    nothing: "(none)",
    more: |rest| format!("and {rest} more"),
    breaches: "Breaches, the worst first",
    incident: "incident",
    severity: "severity",
    customer: "customer",
    service: "service",
    title: "title",
    status: "status",
    assignee: "assignee",
    opened: "opened",
    elapsed: "elapsed",
    target: "target",
    over: "over",
    open_mark: "open",
    cause: "cause",
    showing: |shown, all| format!("showing {shown} of {all}; --all or --format csv for all"),
    none_breached: "no breach: every incident that could be judged kept its objectives",
    none_judged: "no breach, but no incident could be judged either",
    no_incident: "no incident in this period: there was nothing to judge",
    at_risk: "At risk: the least time left on the clock",
    deadline: "deadline",
    left: "clock left",
    near_misses: "Near misses: met with more than 90 % of the target used",
    near_count: "count",
    closest: "closest",
    used: "used",
    exclusions: "Excluded",
    without_exclusions: "without exclusions",
    exclusion: |reason, line, does, changed| format!("{reason} (policy line {line}): {does}; {changed}"),
    stops_clock: |from, to, for_all| format!("stops the clock of {} from {from} to {to}", incidents(for_all)),
    drops: |opened, for_all| format!("drops {} {opened}", incidents(for_all)),
    at_any_time: "opened at any time",
    stopped,
    dropped: |incidents| format!("{} dropped", number(incidents, "incident", "incidents")),
    changed_nothing: "changes nothing in these exports",
    unsure_holidays: "Holidays that are not known for all years",
    unsure,
    unreadable: |rows| format!("Unreadable rows: {rows}"),
    row,
    adjusted: |stamps| format!("Times at a change of the clock: {stamps}"),
    unknown_statuses: |rows| format!("Unknown statuses: {rows}"),
    unknown_status: "the tool is not known to have this status; the incident was judged by its times all the same",
    unended: |pauses| format!("Pauses that never ended: {pauses}"),
    never_ended: "this pause never ended; it lasts as long as the clock",
    gap: "this local time never happened; the earlier offset was taken",
    overlap: "this local time happened twice; the earlier offset was taken",
    since: |last_check| format!("Since the check as of {last_check}"),
    change_counts: |new, amended, withdrawn| format!("{new} new, {amended} amended, {withdrawn} withdrawn"),
    new: |incident, objective, over| format!("new: {incident}, {objective}, over by {over}"),
    amended: |incident, objective, before, now| {
        format!("amended: {incident}, {objective}, over by {now}; it was {before}")
    },
    withdrawn: |incident, objective, before, verdict| {
        format!("withdrawn: {incident}, {objective}, was over by {before}; now {verdict}")
    },
    objective_removed: "without this objective in the policy",
};

fn span(from: Option<&str>, to: Option<&str>, days: bool) -> String {
    match (from, to) {
        (None, None) => "all that the exports hold".to_owned(),
        (Some(from), None) => format!("opened from {from} on"),
        (None, Some(to)) if days => format!("opened up to and on {to}"),
        (None, Some(to)) => format!("opened before {to}"),
        (Some(from), Some(to)) if from == to => format!("opened on {from}"),
        (Some(from), Some(to)) if days => format!("opened from {from} to {to}"),
        (Some(from), Some(to)) => format!("opened from {from} until {to} (not included)"),
    }
}

fn warning(warning: &ExportWarning, path: &str, times: &LocalTimes) -> String {
    match *warning {
        ExportWarning::RowCap { rows, .. } => format!(
            "{path} has just the {} at which the tool stops: there are probably more; export a shorter period",
            number(&count(rows), "row", "rows")
        ),
        ExportWarning::Shorter { rows, before, last_check, .. } => format!(
            "{path} has {}, and had {} at the check as of {}: it is perhaps cut off, or of another period",
            number(&count(rows), "row", "rows"),
            count(before),
            times.minute(last_check)
        ),
        ExportWarning::NeverReached { .. } => String::new(),
        ExportWarning::Stale { newest } => format!(
            "the newest incident was opened at {}, more than a day before as-of: the export is perhaps an old one",
            times.minute(newest)
        ),
    }
}

fn preset(source: &SourceSummary) -> Option<String> {
    let (path, preset) = (&source.path, &source.preset);
    match (&preset.name, &preset.evidence[..], &preset.tied[..]) {
        (Some(name), [], _) => Some(format!("{name} ({path}), as the policy says")),
        (Some(name), evidence, _) => Some(format!("{name} ({path}), by its columns {}", evidence.join(", "))),
        (None, _, []) => None,
        (None, _, tied) => Some(format!(
            "{path} fits {} equally well, so that none of these presets was used: name one as `preset` in [source]",
            tied.join(" and ")
        )),
    }
}

/// What an export is written as, and what of it was not read.
fn form(format: &str, encoding: &str, sheet: Option<&SourceSheet>, title_rows: u32) -> String {
    let mut parts = vec![format.to_owned()];
    match sheet {
        None => parts.push(encoding.to_owned()),
        Some(sheet) if sheet.of > 1 => parts.push(format!("sheet `{}` of {}", sheet.name, sheet.of)),
        Some(_) => {}
    }
    match title_rows {
        0 => {}
        1 => parts.push("1 title row above the header".to_owned()),
        rows => parts.push(format!("{rows} title rows above the header")),
    }
    parts.join(", ")
}

fn export(source: &SourceSummary) -> String {
    let order = match source.date_order {
        Some("day-first") => ", dates day first",
        Some("month-first") => ", dates month first",
        _ => "",
    };
    let outside = match source.outside {
        0 => String::new(),
        rows => format!(", {} outside incidents", number(&count(rows), "row", "rows")),
    };
    format!(
        "{} ({}{order}): {}, {}, {} replaced, {}{outside}",
        source.path,
        form(source.format, &source.encoding, source.sheet.as_ref(), source.title_rows),
        number(&count(source.rows), "row", "rows"),
        number(&count(source.incidents), "incident", "incidents"),
        count(source.replaced),
        number(&count(source.unreadable), "unreadable row", "unreadable rows"),
    )
}

fn stopped(incidents: &str, by_objective: &[(&str, String)]) -> String {
    let incidents = number(incidents, "incident", "incidents");
    let times: Vec<String> =
        by_objective.iter().map(|(objective, time)| format!("{objective} {time}")).collect();
    if times.is_empty() {
        incidents
    } else {
        format!("{incidents}, clock time stopped: {}", times.join(", "))
    }
}

/// Which incidents an exclusion is for.
const fn incidents(for_all: bool) -> &'static str {
    if for_all { "all incidents" } else { "some incidents" }
}

fn unsure(unsure: &UnsureHolidays) -> String {
    let UnsureHolidays { calendar, source, known, asked } = unsure;
    format!(
        "calendar {calendar}, holidays {source}: known for {}, but clocks ran in {}; add a newer file that has the other years",
        years(*known),
        years(*asked),
    )
}

fn years((first, last): (i32, i32)) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

/// A number of things.
fn number(count: &str, one: &str, several: &str) -> String {
    format!("{count} {}", if count == "1" { one } else { several })
}

fn rules_line(skipped: SkippedStage, zone: &str) -> String {
    let skipped = match skipped {
        SkippedStage::Unknown => "unknown",
        SkippedStage::Miss => "a breach",
        SkippedStage::NextStage => "reached when the next stage was",
    };
    format!("exactly on target is met; a skipped stage is {skipped}; times in {zone}")
}

fn row(path: &str, row: u64, column: Option<&str>, value: Option<&str>) -> String {
    let column = column.map(|column| format!(", column {column}")).unwrap_or_default();
    let value = value.map(|value| format!(", “{value}”")).unwrap_or_default();
    format!("{path}, row {row}{column}{value}")
}
