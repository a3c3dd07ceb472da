use super::page::Page;
use super::sanitize;
use crate::domain::Policy;

/// Who is on duty when. A policy need not say, and nothing is said then.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    if policy.shifts.is_empty() {
        return;
    }
    page.heading(page.pick(
        "■ シフト（重なる時間は先に書いたシフト）",
        "Shifts (where they overlap, the first one counts)",
    ));
    for shift in policy.shifts.iter() {
        let (id, title) = (&shift.id, sanitize(&shift.title));
        let (from, to) = (Page::time_of_day(shift.from), Page::time_of_day(shift.to));
        let next_day = 0 < shift.to && shift.to < shift.from;
        page.line(page.pick(
            format!("  {title}（{id}）: {from}〜{}{to}", if next_day { "翌日 " } else { "" }),
            format!("  {title} ({id}): {from} to {to}{}", if next_day { " of the next day" } else { "" }),
        ));
    }
    let zone = policy.zone.name();
    page.line(page.pick(
        format!("  時刻は {zone}。始まりの時刻を含み、終わりの時刻を含まない。"),
        format!("  Times are those of {zone}. A shift has the minute at which it begins, and not the one at which it ends."),
    ));
}
