use chrono::Timelike;

use super::{Earlier, LedgerState, Recurrences};
use crate::domain::{DayOff, Instant, Load, Policy, RecordedBreach, ShiftMoment, Zone};

/// What stood around a breach when its clock started: circumstances, not causes.
#[derive(Clone, Debug)]
pub struct Circumstances<'a> {
    /// When the clock started.
    pub at: Instant,
    /// What else was going on; `None` where the check that recorded the breach didn't measure it.
    pub load: Option<Load>,
    /// Whether it was night.
    pub night: bool,
    /// Whether it was a day on which most people don't work, and which.
    pub day_off: Option<DayOff>,
    /// Whether public holidays of that year are known. If not, it may have been one.
    pub holidays_known: bool,
    /// Who was on duty and how near a change of shifts was; `None` where the policy has no shifts.
    pub shift: Option<ShiftMoment<'a>>,
    /// Other incidents of the same problem in the 30 days before, the newest first.
    pub earlier: Vec<Earlier<'a>>,
}

impl<'a> Circumstances<'a> {
    /// What stood around one breach. For many in a row, see [`Circumstances::among`].
    #[must_use]
    pub fn of(state: &'a LedgerState, policy: &'a Policy, breach: &RecordedBreach) -> Self {
        Self::among(&Recurrences::around(state, breach), policy, breach)
    }

    /// The same, where the ledger was looked through before.
    #[must_use]
    pub fn among(recurrences: &Recurrences<'a>, policy: &'a Policy, breach: &RecordedBreach) -> Self {
        let (at, zone) = (breach.from, policy.zone);
        Self {
            at,
            load: breach.load,
            night: is_night(at, zone),
            day_off: DayOff::at(at, zone),
            holidays_known: DayOff::is_sure(at, zone),
            shift: policy.shifts.at(at, zone),
            earlier: recurrences.before(breach),
        }
    }
}

/// Night as the Labor Standards Act of Japan has it (Act No. 49 of 1947, article 37, paragraph 4):
/// from ten in the evening to five in the morning.
fn is_night(at: Instant, zone: Zone) -> bool {
    !(5..22).contains(&zone.at(at).hour())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::{annotation, minute, policy, recorded, state};
    use crate::domain::{Fix, Shift, Shifts, Span};

    fn minutes(span: Span) -> i64 {
        span.whole_seconds() / 60
    }

    #[test]
    fn what_stood_around_a_breach_is_put_together() {
        let day = Shift { id: "day".into(), title: "日勤".into(), from: 510, to: 1050 };
        let night = Shift { id: "night".into(), title: "夜勤".into(), from: 1050, to: 510 };
        let policy = Policy { shifts: Shifts::new(vec![day, night]), ..policy() };
        // 3 November 2026, 04:59 in Tokyo.
        let load = Some(Load { open: Some(12), before: 5 });
        let breach = RecordedBreach { load, ..recorded("B", "web1 disk", 2 * 24 * 60 + 4 * 60 + 59) };
        let mut ledger = state([recorded("A", "web2 disk", 0), breach.clone()]);
        ledger.take_annotation(annotation("A", "other", Fix::Review, "alert storm"), &[]);
        let seen = Circumstances::of(&ledger, &policy, &breach);
        assert_eq!((seen.at, seen.load, seen.night), (breach.from, load, true));
        assert!(matches!(seen.day_off, Some(DayOff::Holiday(_))) && seen.holidays_known);
        let moment = seen.shift.unwrap();
        assert_eq!(moment.shift.unwrap().id, "night");
        assert_eq!((minutes(moment.since_change), minutes(moment.to_change)), (11 * 60 + 29, 3 * 60 + 31));
        let [earlier] = seen.earlier.as_slice() else { panic!("{:?}", seen.earlier) };
        assert_eq!(earlier.annotation.unwrap().reason, "alert storm");
        let all = Recurrences::of(&ledger);
        assert_eq!(format!("{:?}", Circumstances::among(&all, &policy, &breach)), format!("{seen:?}"));
    }

    #[test]
    fn where_nothing_is_known_nothing_is_said() {
        let policy = policy();
        // 2 November 2026, a Monday, at noon.
        let breach = recorded("B", "disk", 36 * 60);
        let ledger = state([breach.clone()]);
        let seen = Circumstances::of(&ledger, &policy, &breach);
        assert_eq!((seen.load, seen.night, seen.day_off, seen.shift), (None, false, None, None));
        assert!(seen.earlier.is_empty());
    }

    #[test]
    fn night_is_from_ten_to_five() {
        let zone = policy().zone;
        for (at, night) in
            [(4 * 60 + 59, true), (5 * 60, false), (22 * 60 - 1, false), (22 * 60, true), (24 * 60, true)]
        {
            assert_eq!(is_night(minute(at), zone), night, "{at}");
        }
    }
}
