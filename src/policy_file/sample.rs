//! Policies for tests: a sound one with some lines more.

use std::path::Path;

use super::read_policy;
use crate::diagnostic::{Code, Diagnostic};
use crate::domain::Policy;

/// The folder of a policy that names no file.
pub(super) fn no_files(_: &Path) -> Result<Vec<u8>, String> {
    Err("no such file".to_owned())
}

/// A sound policy with these targets, and with these lines behind it.
pub(super) fn text(targets: &str, lines: &str) -> String {
    format!(
        "schema = 1\ntimezone = \"Asia/Tokyo\"\n[objectives.first]\nfrom = \"opened\"\nto = \"responded\"\n\
         targets = [{targets}]\n{lines}"
    )
}

/// All that is said about a text.
pub(super) fn all(text: &str) -> Vec<Diagnostic> {
    read_policy(Path::new("team/slo.toml"), text, String::new(), &no_files)
        .map_or_else(|faults| faults, |(_, warnings)| warnings)
}

/// A sound policy but for these lines, and all that is said about it.
pub(super) fn told(lines: &str) -> (String, Vec<Diagnostic>) {
    let text = text("{ within = \"4h\" }", lines);
    let told = all(&text);
    (text, told)
}

/// The only thing that is said about a text: its kind, what it underlines, and its help.
pub(super) fn only(text: &str) -> (Code, String, String) {
    let told = all(text);
    let [fault] = told.as_slice() else { panic!("{text}\n{told:#?}") };
    let help = fault.help.clone().unwrap_or_default();
    (fault.code, text[fault.primary.span.clone()].to_owned(), help)
}

/// What a text without any fault means.
pub(super) fn sound(text: &str) -> Policy {
    match read_policy(Path::new("team/slo.toml"), text, String::new(), &no_files) {
        Ok((policy, warnings)) if warnings.is_empty() => policy,
        told => panic!("{text}\n{told:#?}"),
    }
}

/// What clocks can be told, to stand behind another policy.
pub(super) const EVERY_CLOCK: &str = r#"[calendars.desk]
title = "受付時間"
timezone = "Asia/Tokyo"
hours = { mon-fri = ["09:00-12:00", "13:00-18:00"], sat = "22:00-06:00" }
holidays = ["japan", "12-29/01-03", 2026-08-14, "2026-12-24/2026-12-25"]
[objectives.acknowledge]
from = "opened"
to = "acknowledged"
pauses = "ignored"
targets = [
  { when = { severity = "critical" }, within = "3bd", calendar = "desk" },
  { within = "8h", calendar = "desk" },
]
[[exclusions]]
when = { service = "web-*" }
from = 2026-05-01T01:00:00+09:00
to = "2026-05-02"
effect = "stop-clock"
reason = "CHG-1042"
[[exclusions]]
to = "2026-04-01"
effect = "drop"
reason = "before the contract"
[source.pauses]
intervals = { from = "hold_start", to = "hold_end" }
"#;
