mod en;
mod ja;

use crate::domain::Language;

/// The words of one language. Those with something in them are functions.
pub(super) struct Words {
    pub(super) language: Language,
    pub(super) found: &'static str,
    pub(super) row: fn(path: &str, row: u64) -> String,
    pub(super) ledger: fn(entry: &str, as_of: &str, path: &str, row: u64) -> String,
    pub(super) policy: &'static str,
    pub(super) as_of: &'static str,
    pub(super) about: &'static str,
    pub(super) field: fn(&str) -> String,
    /// What stands between several things.
    pub(super) and: &'static str,
    pub(super) or: &'static str,
    pub(super) and_more: fn(usize) -> String,
    pub(super) severities: &'static str,
    pub(super) from: fn(severity: &str, at: &str) -> String,
    pub(super) course: &'static str,
    pub(super) unreadable: fn(stage: &str, written: &str) -> String,
    pub(super) later: &'static str,
    pub(super) gap: &'static str,
    pub(super) overlap: &'static str,
    pub(super) pauses: &'static str,
    pub(super) pause: fn(from: &str, to: Option<&str>) -> String,
    pub(super) not_readable: &'static str,
    pub(super) cell: fn(column: &str, value: &str, reason: &str) -> String,
    pub(super) not_yet_opened: &'static str,
    // An objective.
    pub(super) passed_over: &'static str,
    pub(super) line: fn(line: usize, text: &str) -> String,
    pub(super) other_field: fn(field: &str, wanted: &str, found: &str) -> String,
    pub(super) opened_before: fn(since: &str) -> String,
    pub(super) opened_after: fn(until: &str) -> String,
    pub(super) target: &'static str,
    pub(super) not_looked_at: fn(usize) -> String,
    pub(super) clock: &'static str,
    pub(super) from_to: fn(from: &str, to: &str, hours: &str) -> String,
    pub(super) day_and_night: &'static str,
    pub(super) hours_of: fn(calendar: &str, zone: &str) -> String,
    pub(super) deadline_stands: &'static str,
    pub(super) pauses_ignored: &'static str,
    pub(super) result: &'static str,
    pub(super) counted: fn(elapsed: &str, target: &str) -> String,
    pub(super) stopped: fn(&str) -> String,
    pub(super) deadline: fn(at: &str) -> String,
    pub(super) reached: fn(at: &str) -> String,
    // Verdicts.
    pub(super) met: fn(left: &str) -> String,
    pub(super) breached: fn(over: &str, open: bool) -> String,
    pub(super) missed: &'static str,
    pub(super) pending: fn(left: &str) -> String,
    pub(super) not_started: &'static str,
    pub(super) unknown: fn(why: &str) -> String,
    pub(super) stage_unreadable: fn(&str) -> String,
    pub(super) contradictory: fn(first: &str, second: &str) -> String,
    pub(super) skipped: fn(&str) -> String,
    pub(super) no_stage: fn(&str) -> String,
    pub(super) repeated: &'static str,
    pub(super) sum_wrong: &'static str,
    pub(super) pauses_unreadable: &'static str,
    pub(super) no_target: &'static str,
    pub(super) no_deadline: fn(&str) -> String,
    pub(super) exempt: &'static str,
    pub(super) dropped: fn(reason: &str, line: usize) -> String,
    // The clock.
    pub(super) begins: &'static str,
    pub(super) ends: &'static str,
    pub(super) what: &'static str,
    pub(super) lasted: &'static str,
    pub(super) counted_so_far: &'static str,
    pub(super) ran: &'static str,
    pub(super) ran_over: &'static str,
    pub(super) out_of_hours: &'static str,
    pub(super) paused: &'static str,
    pub(super) excluded: fn(reason: &str, line: usize) -> String,
    pub(super) stretches: fn(count: usize, ran: &str) -> String,
    pub(super) less_paused: fn(&str) -> String,
    // What the ledger says.
    pub(super) recorded: &'static str,
    pub(super) was_recorded: fn(objective: &str, elapsed: &str, target: &str, changed: bool) -> String,
    pub(super) withdrawn: fn(objective: &str, verdict: &str, as_of: &str) -> String,
}

impl Words {
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Japanese => &ja::JAPANESE,
            Language::English => &en::ENGLISH,
        }
    }
}
