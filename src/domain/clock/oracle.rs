//! A second clock, slow and obvious: it looks at each second, or each minute, in turn and asks the
//! wall clock of the zone what it shows. It knows nothing of how the first one works.

use chrono::{Datelike, Timelike, Weekday};

use crate::domain::{Calendar, Instant, Language, Stop};

/// Whether a clock runs in the tick that begins at this moment.
pub(super) fn runs(calendar: Option<&Calendar>, stops: &[Stop], at: Instant) -> bool {
    if stops.iter().any(|stop| stop.from <= at && at < stop.to) {
        return false;
    }
    let Some(calendar) = calendar else { return true };
    let shown = calendar.zone.at(at);
    let second = shown.num_seconds_from_midnight();
    let today = shown.date_naive();
    let yesterday = today.pred_opt().unwrap();
    let has = |weekday: Weekday, second: u32| {
        let hours = calendar.week.on(weekday).iter();
        hours
            .into_iter()
            .any(|hours| u32::from(hours.from) * 60 <= second && second < u32::from(hours.to) * 60)
    };
    let is_off = |date| calendar.holidays.on(date, Language::English).is_some();
    (!is_off(today) && has(today.weekday(), second))
        || (!is_off(yesterday) && has(yesterday.weekday(), second + 24 * 3600))
}

/// The ticks of so many seconds that a clock runs from one to another, both given in ticks. What
/// begins or ends at all must do so with a tick.
pub(super) fn elapsed(calendar: Option<&Calendar>, stops: &[Stop], tick: i64, from: i64, to: i64) -> i64 {
    let counts = |at: &i64| runs(calendar, stops, Instant::from_epoch(at * tick, 0).unwrap());
    i64::try_from((from..to).filter(counts).count()).unwrap()
}

/// The first tick by which so many have counted, if there is one up to `limit`.
pub(super) fn deadline(
    calendar: Option<&Calendar>,
    stops: &[Stop],
    tick: i64,
    (from, limit): (i64, i64),
    target: i64,
) -> Option<i64> {
    let mut counted = 0;
    for at in from..=limit {
        if counted == target {
            return Some(at);
        }
        counted += i64::from(runs(calendar, stops, Instant::from_epoch(at * tick, 0).unwrap()));
    }
    None
}
