use super::exclusions::stops_clocks;
use super::page::Page;
use crate::domain::{PauseEnd, Policy, Rows};
use crate::words::policy_show_times::Words;

/// When clocks stand still because an incident waits. A policy need not say where that stands.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    let words = Words::of(page.language);
    if !are_told(policy) {
        return;
    }
    page.heading(words.pauses);
    for line in sources(policy, page) {
        page.line(format!("  {line}"));
    }
    for rule in rules(policy, page) {
        page.line(format!("  {rule}"));
    }
}

/// Whether the policy says where an export tells of pauses.
pub(super) fn are_told(policy: &Policy) -> bool {
    let columns = &policy.mapping.pauses;
    let by_events = matches!(&policy.mapping.rows, Rows::Events(events) if !events.pauses.is_empty());
    !columns.stretches.is_empty() || !columns.sums.is_empty() || by_events
}

fn sources(policy: &Policy, page: &Page) -> Vec<String> {
    let words = Words::of(page.language);
    let columns = &policy.mapping.pauses;
    let mut lines = Vec::new();
    for (from, to) in &columns.stretches {
        let (from, to) = (page.column(from), page.column(to));
        lines.push((words.stretch)(&from, &to));
    }
    if let Rows::Events(events) = &policy.mapping.rows {
        for (begin, end) in &events.pauses {
            let begin = page.event(begin);
            lines.push(match end {
                PauseEnd::Next => (words.event_to_next)(&begin),
                PauseEnd::Activities(ends) => {
                    let ends = page.any_of(ends.iter().map(|end| page.event(end)));
                    (words.event_to_event)(&begin, &ends)
                }
            });
        }
    }
    for (stage, column) in &columns.sums {
        let (stage, column) = (page.stage(policy, *stage), page.column(column));
        lines.push((words.sum)(&stage, &column));
    }
    lines
}

fn rules(policy: &Policy, page: &Page) -> Vec<&'static str> {
    let words = Words::of(page.language);
    let columns = &policy.mapping.pauses;
    let mut rules = Vec::new();
    if columns.sums.is_empty() {
        rules.push(if policy.calendars.is_empty() { words.taken_off } else { words.taken_off_in_hours });
        rules.push(if stops_clocks(policy) { words.overlap_with_exclusions } else { words.overlap });
        rules.push(words.no_end);
    } else {
        rules.push(if columns.sums_in_hours { words.sum_in_hours } else { words.sum_of_all });
        if stops_clocks(policy) {
            rules.push(words.sum_and_exclusions);
        }
    }
    rules
}
