use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::assess::{Awaited, Breaches, Report, Waiting, WaitingBreach};
use crate::domain::{Instant, Resolved, Shift, Window, Zone};

/// What those of a shift leave to those who come after.
#[derive(Debug)]
pub struct ShiftReport<'a> {
    /// The shift.
    pub shift: &'a Shift,
    /// Its hours, on the day that it is about.
    pub window: Window,
    /// Whether they are not over yet.
    pub running: bool,
    /// What a check of the incidents opened in these hours tells.
    pub report: Report,
    /// All that is pending, whenever it was opened; the least time left first.
    pub pending: Breaches,
    /// All that is late and still open, the furthest over target first.
    pub late: Breaches,
    /// Breaches that began in hours of this shift and wait for a reason, the oldest first.
    /// `None` where no ledger is used.
    pub waiting: Option<Vec<WaitingBreach<'a>>>,
}

impl<'a> ShiftReport<'a> {
    /// Puts together what the exports and the ledger tell of a shift. `report` is about the incidents
    /// opened in its hours, `whole` about all, and `waiting` is what waits of the shift.
    #[must_use]
    pub fn new(
        (shift, window): (&'a Shift, Window),
        (report, whole): (Report, Report),
        waiting: Option<&Waiting<'a>>,
    ) -> Self {
        let as_of = report.as_of;
        let late = whole.breaches.into_iter().filter(|breach| breach.breach.reading.is_open()).collect();
        let waiting = waiting.map(|waiting| waiting.breaches(Awaited::Cause).to_vec());
        Self {
            shift,
            window,
            running: window.to.is_none_or(|end| as_of < end),
            report: Report { warnings: whole.warnings, ..report },
            pending: whole.pending,
            late,
            waiting,
        }
    }
}

/// The hours of a shift that began on a day, or else those that began last before `now`.
#[must_use]
pub fn last_hours(shift: &Shift, day: Option<NaiveDate>, now: Instant, zone: Zone) -> Option<Window> {
    let hours = |day: NaiveDate| {
        let at = |day: NaiveDate, minute: u16| {
            let local = NaiveDateTime::new(day, NaiveTime::MIN)
                .checked_add_signed(TimeDelta::minutes(minute.into()))?;
            match zone.resolve(local) {
                Resolved::Once(at) | Resolved::Overlap(at) | Resolved::Gap(at) => Some(at),
                Resolved::OutOfRange => None,
            }
        };
        let last = if shift.to > shift.from { day } else { day.succ_opt()? };
        Some(Window { from: Some(at(day, shift.from)?), to: Some(at(last, shift.to)?) })
    };
    if let Some(day) = day {
        return hours(day);
    }
    let today = zone.date(now);
    let began = |window: &Window| window.from.is_some_and(|from| from < now);
    [Some(today), today.pred_opt()].into_iter().flatten().filter_map(hours).find(began)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hours_that_began_last_are_meant_unless_a_day_is_named() {
        let zone = Zone::named("Asia/Tokyo").unwrap();
        let night = Shift { id: "night".into(), title: "夜勤".into(), from: 17 * 60 + 30, to: 8 * 60 + 30 };
        let day = Shift { id: "day".into(), title: "日勤".into(), from: 8 * 60 + 30, to: 17 * 60 + 30 };
        let at = |text: &str| {
            let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
            let Resolved::Once(at) = zone.resolve(local) else { panic!("{text}") };
            at
        };
        let told = |shift: &Shift, on: Option<&str>, now: &str| {
            let window = last_hours(shift, on.map(|day| day.parse().unwrap()), at(now), zone).unwrap();
            [window.from, window.to].map(|end| zone.at(end.unwrap()).format("%d %H:%M").to_string())
        };
        assert_eq!(told(&night, None, "2026-11-02 08:30"), ["01 17:30", "02 08:30"], "at the change");
        assert_eq!(told(&night, None, "2026-11-02 12:00"), ["01 17:30", "02 08:30"]);
        assert_eq!(told(&night, None, "2026-11-02 18:00"), ["02 17:30", "03 08:30"], "it is running");
        assert_eq!(told(&night, None, "2026-11-02 17:30"), ["01 17:30", "02 08:30"], "it has not begun");
        assert_eq!(told(&day, None, "2026-11-02 08:30"), ["01 08:30", "01 17:30"]);
        assert_eq!(told(&day, None, "2026-11-02 17:30"), ["02 08:30", "02 17:30"]);
        assert_eq!(told(&night, Some("2026-10-31"), "2026-11-02 17:30"), ["31 17:30", "01 08:30"]);
        let whole = Shift { from: 0, to: Shift::DAY, ..day };
        assert_eq!(told(&whole, None, "2026-11-02 00:00"), ["01 00:00", "02 00:00"]);
    }
}
