//! What people read, in two languages. A text that one language lacks doesn't compile.

mod en;
mod ja;

use super::LocalTimes;
use crate::assess::{ExportWarning, SourceSheet, SourceSummary, UnsureHolidays};
use crate::domain::{Language, SkippedStage};

/// The texts of one language. Those with values in them are functions.
pub(super) struct Words {
    pub(super) language: Language,
    // The header.
    pub(super) policy: &'static str,
    pub(super) period: &'static str,
    pub(super) as_of: &'static str,
    pub(super) exports: &'static str,
    pub(super) presets: &'static str,
    /// By which preset an export was read and why, or which ones fit equally; `None` where none did.
    pub(super) preset: fn(&SourceSummary) -> Option<String>,
    pub(super) warnings: &'static str,
    /// What looks as if an export, given by its path, were not what it should be.
    pub(super) warning: fn(&ExportWarning, path: &str, &LocalTimes) -> String,
    /// That no incident has reached the end of an objective, which is read from these columns.
    pub(super) never_reached: fn(objective: &str, stage: &str, columns: &str) -> String,
    pub(super) filters: &'static str,
    pub(super) measured: &'static str,
    pub(super) rules: &'static str,
    /// From the first to the last, each a day or a moment, and whether they are days.
    pub(super) span: fn(from: Option<&str>, to: Option<&str>, days: bool) -> String,
    pub(super) export: fn(&SourceSummary) -> String,
    /// What an export is written as, and what of it was not read as rows: its format and encoding, its
    /// sheet, the number of its title rows.
    pub(super) form: fn(&str, &str, Option<&SourceSheet>, u32) -> String,
    pub(super) incident_count: fn(&str) -> String,
    pub(super) after_as_of: fn(&str) -> String,
    pub(super) rules_line: fn(SkippedStage, zone: &str) -> String,
    // The summary and the groups.
    pub(super) summary: &'static str,
    pub(super) objective: &'static str,
    pub(super) goal: &'static str,
    pub(super) rate: &'static str,
    pub(super) worst_case: &'static str,
    pub(super) met: &'static str,
    pub(super) breached: &'static str,
    pub(super) breached_open: &'static str,
    pub(super) pending: &'static str,
    pub(super) unknown: &'static str,
    pub(super) uncovered: &'static str,
    pub(super) excluded: &'static str,
    pub(super) result: &'static str,
    pub(super) goal_met: &'static str,
    pub(super) goal_missed: &'static str,
    /// A percentage, given its number.
    pub(super) percent: fn(&str) -> String,
    /// A rate and the number it is of.
    pub(super) rate_of: fn(rate: &str, base: &str) -> String,
    /// An objective broken down by a property, given by its name for people.
    pub(super) by: fn(objective: &str, property: &str) -> String,
    pub(super) month: &'static str,
    pub(super) nothing: &'static str,
    /// How many rows are not shown.
    pub(super) more: fn(&str) -> String,
    // The breaches.
    pub(super) breaches: &'static str,
    pub(super) incident: &'static str,
    pub(super) severity: &'static str,
    pub(super) customer: &'static str,
    pub(super) service: &'static str,
    pub(super) title: &'static str,
    pub(super) status: &'static str,
    pub(super) assignee: &'static str,
    pub(super) opened: &'static str,
    pub(super) elapsed: &'static str,
    pub(super) target: &'static str,
    pub(super) over: &'static str,
    pub(super) open_mark: &'static str,
    pub(super) cause: &'static str,
    pub(super) showing: fn(shown: &str, all: &str) -> String,
    pub(super) none_breached: &'static str,
    pub(super) none_judged: &'static str,
    pub(super) no_incident: &'static str,
    // What else must be known.
    pub(super) at_risk: &'static str,
    pub(super) deadline: &'static str,
    pub(super) left: &'static str,
    // What came close, and what doesn't count.
    pub(super) near_misses: &'static str,
    pub(super) near_count: &'static str,
    pub(super) closest: &'static str,
    pub(super) used: &'static str,
    pub(super) exclusions: &'static str,
    pub(super) without_exclusions: &'static str,
    /// Why, the line of the policy, what it does to which incidents, and what that changed.
    pub(super) exclusion: fn(reason: &str, line: usize, does: &str, changed: &str) -> String,
    pub(super) stops_clock: fn(from: &str, to: &str, for_all: bool) -> String,
    /// When the incidents were opened, as `span` or `at_any_time` says it.
    pub(super) drops: fn(opened: &str, for_all: bool) -> String,
    pub(super) at_any_time: &'static str,
    /// How many incidents, and by objective how long their clocks stood still.
    pub(super) stopped: fn(incidents: &str, by_objective: &[(&str, String)]) -> String,
    pub(super) dropped: fn(incidents: &str) -> String,
    pub(super) changed_nothing: &'static str,
    // What was read, and with what doubts.
    pub(super) unsure_holidays: &'static str,
    pub(super) unsure: fn(&UnsureHolidays) -> String,
    pub(super) unreadable: fn(rows: &str) -> String,
    pub(super) row: fn(path: &str, row: u64, column: Option<&str>, value: Option<&str>) -> String,
    pub(super) adjusted: fn(stamps: &str) -> String,
    pub(super) unknown_statuses: fn(&str) -> String,
    pub(super) unknown_status: &'static str,
    pub(super) unended: fn(pauses: &str) -> String,
    pub(super) never_ended: &'static str,
    pub(super) gap: &'static str,
    pub(super) overlap: &'static str,
    pub(super) since: fn(last_check: &str) -> String,
    pub(super) change_counts: fn(new: &str, amended: &str, withdrawn: &str) -> String,
    pub(super) new: fn(incident: &str, objective: &str, over: &str) -> String,
    pub(super) amended: fn(incident: &str, objective: &str, before: &str, now: &str) -> String,
    pub(super) withdrawn: fn(incident: &str, objective: &str, before: &str, verdict: &str) -> String,
    pub(super) objective_removed: &'static str,
}

impl Words {
    /// The texts of a language.
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Japanese => &ja::WORDS,
            Language::English => &en::WORDS,
        }
    }

    /// What people call a property that incidents are grouped by.
    pub(super) fn property<'a>(&self, name: &'a str) -> &'a str {
        match name {
            "month" => self.month,
            "severity" => self.severity,
            "customer" => self.customer,
            "service" => self.service,
            "title" => self.title,
            "status" => self.status,
            "assignee" => self.assignee,
            other => other,
        }
    }

    /// What people call a verdict; a word that isn't one stays as it is.
    pub(super) fn verdict<'a>(&self, name: &'a str) -> &'a str {
        match name {
            "met" => self.met,
            "breached" => self.breached,
            "pending" => self.pending,
            "unknown" => self.unknown,
            "uncovered" => self.uncovered,
            "excluded" => self.excluded,
            "objective-removed" => self.objective_removed,
            other => other,
        }
    }
}

/// A number with commas between its thousands, the same in both languages.
pub(super) fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in
            [(0, "0"), (999, "999"), (1000, "1,000"), (24_918, "24,918"), (1_234_567, "1,234,567")]
        {
            assert_eq!(count(number), text);
        }
    }
}
