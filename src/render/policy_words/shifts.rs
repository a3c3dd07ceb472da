use super::page::Page;
use super::sanitize;
use crate::domain::Policy;
use crate::words::policy_show_times::Words;

/// Who is on duty when. A policy need not say, and nothing is said then.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    let words = Words::of(page.language);
    if policy.shifts.is_empty() {
        return;
    }
    page.heading(words.shifts);
    for shift in policy.shifts.iter() {
        let (id, title) = (&shift.id, sanitize(&shift.title));
        let (from, to) = (Page::time_of_day(shift.from), Page::time_of_day(shift.to));
        let next_day = 0 < shift.to && shift.to < shift.from;
        let said = if next_day { words.shift_past_midnight } else { words.shift };
        page.line(said(&title, id, &from, &to));
    }
    let zone = policy.zone.name();
    page.line((words.shift_times)(&zone));
}
