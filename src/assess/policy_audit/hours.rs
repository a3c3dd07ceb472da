use chrono::Datelike;

use super::PolicyFinding;
use crate::domain::{Instant, Policy, Span};

/// How long after the last incident was opened hours are looked for: an export of a weekend alone
/// says nothing against a calendar of weekdays.
const WEEK: Span = Span::from_nanos(7 * 24 * 3600 * 1_000_000_000);

/// The calendars that have no hours for incidents opened from one moment to another, and the tables
/// of holidays that don't speak of their years.
pub(super) fn findings(policy: &Policy, (first, last): (Instant, Instant)) -> Vec<PolicyFinding> {
    let mut found = Vec::new();
    for (place, calendar) in policy.calendars.iter().enumerate() {
        let until = last.plus(WEEK);
        if calendar.between(first, until) == Span::ZERO {
            found.push(PolicyFinding::NoHours(place, first, until));
        }
        let asked = (calendar.zone.date(first).year(), calendar.zone.date(last).year());
        for (source, table) in calendar.holidays.sources().iter().enumerate() {
            if let Some(known) = table.years()
                && (asked.0 < known.0 || asked.1 > known.1)
            {
                found.push(PolicyFinding::HolidayYears { calendar: place, source, known, asked });
            }
        }
    }
    found
}
