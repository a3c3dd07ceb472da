use super::PolicyFinding;
use crate::assess::UnsureHolidays;
use crate::domain::{Instant, Policy, Span};

/// How long after the last incident was opened hours are looked for: an export of a weekend alone
/// says nothing against a calendar of weekdays.
const WEEK: Span = Span::from_nanos(7 * 24 * 3600 * 1_000_000_000);

/// The calendars that have no hours for incidents opened from one moment to another, and the tables
/// of holidays that don't speak of all years; `unsure` are those that the report names.
pub(super) fn findings(
    policy: &Policy,
    (first, last): (Instant, Instant),
    unsure: &[UnsureHolidays],
) -> Vec<PolicyFinding> {
    let mut found = Vec::new();
    for (place, calendar) in policy.calendars.iter().enumerate() {
        let until = last.plus(WEEK);
        if calendar.between(first, until) == Span::ZERO {
            found.push(PolicyFinding::NoHours(place, first, until));
        }
        for (source, table) in calendar.holidays.sources().iter().enumerate() {
            let is_this = |one: &&UnsureHolidays| one.calendar == calendar.id && one.source == table.name;
            // As far as clocks ran; of those that never did, as far as incidents were opened.
            let by_clocks = unsure.iter().find(is_this).map(|one| (one.known, one.asked));
            let mut by_openings = calendar.unsure_sources(first, last);
            let by_openings =
                || by_openings.find(|(one, ..)| *one == table).map(|(_, known, asked)| (known, asked));
            if let Some((known, asked)) = by_clocks.or_else(by_openings) {
                found.push(PolicyFinding::HolidayYears { calendar: place, source, known, asked });
            }
        }
    }
    found
}
