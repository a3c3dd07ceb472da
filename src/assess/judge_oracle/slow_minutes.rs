use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::plain::Minute;
use crate::domain::oracle::PlainCalendar;

/// The day whose hours hold in a minute, if any do.
#[derive(Clone, Copy)]
struct OpenDay(Option<NaiveDate>);

/// The minutes of a calendar, each looked up on the wall clock when it is first asked about.
pub(super) struct SlowMinutes<'a> {
    calendar: &'a PlainCalendar,
    first: Minute,
    known: RefCell<Vec<Option<OpenDay>>>,
}

impl<'a> SlowMinutes<'a> {
    /// Those of a calendar, from a minute on.
    pub(super) fn new(calendar: &'a PlainCalendar, first: Minute) -> Self {
        Self { calendar, first, known: RefCell::default() }
    }

    /// The day whose hours hold in the minute that begins then.
    pub(super) fn open_day(&self, minute: Minute) -> Option<NaiveDate> {
        let place = usize::try_from(minute - self.first).unwrap();
        let mut known = self.known.borrow_mut();
        if known.len() <= place {
            known.resize(place + 1000, None);
        }
        known[place].get_or_insert_with(|| OpenDay(self.calendar.open_day(minute * 60))).0
    }

    /// The minutes within hours until those of the `count`th day end that has any, after the day on
    /// which the clock starts. `None` where that isn't before `limit`.
    pub(super) fn until_business_day(&self, from: Minute, count: usize, limit: Minute) -> Option<i64> {
        let first = self.calendar.shown(from * 60).date();
        let mut days: BTreeSet<NaiveDate> = BTreeSet::new();
        // One more, as clocks may go back to the day before.
        let mut minute = from;
        while days.len() < count + 2 {
            if minute > limit {
                return None;
            }
            days.extend(self.open_day(minute).filter(|&day| day > first));
            minute += 1;
        }
        let day = days.into_iter().nth(count - 1);
        let last = (from..minute).rev().find(|&minute| self.open_day(minute) == day)?;
        let counted = (from..=last).filter(|&minute| self.open_day(minute).is_some()).count();
        Some(i64::try_from(counted).unwrap())
    }
}
