//! A second clock, slow and obvious: it looks at each second, or each minute, in turn and asks the
//! wall clock of the zone what it shows. It knows nothing of how the first one works.

use super::SegmentKind;
use crate::domain::StopReason;
use crate::domain::oracle::PlainCalendar;

/// What makes a clock run or stand still, in ticks of so many seconds. What begins or ends at all
/// does so with a tick.
#[derive(Debug)]
pub(super) struct SlowClock {
    pub(super) tick: i64,
    pub(super) calendar: Option<PlainCalendar>,
    /// From which tick to which, and by which of the policy's exclusions.
    pub(super) exclusions: Vec<(i64, i64, usize)>,
    pub(super) pauses: Vec<(i64, i64)>,
}

impl SlowClock {
    /// What the clock does in the tick that begins at this one: out of hours nothing else is told,
    /// of several exclusions the first is, and a pause where no exclusion is.
    pub(super) fn does(&self, at: i64) -> SegmentKind {
        if self.calendar.as_ref().is_some_and(|calendar| calendar.open_day(at * self.tick).is_none()) {
            return SegmentKind::OutOfHours;
        }
        let holding = self.exclusions.iter().filter(|(from, to, _)| (*from..*to).contains(&at));
        if let Some(first) = holding.map(|(.., place)| *place).min() {
            return SegmentKind::Stopped(StopReason::Exclusion(first));
        }
        if self.pauses.iter().any(|&(from, to)| (from..to).contains(&at)) {
            return SegmentKind::Stopped(StopReason::Pause);
        }
        SegmentKind::Ran
    }

    /// What it does in each tick from one to another.
    pub(super) fn course(&self, from: i64, to: i64) -> Vec<SegmentKind> {
        (from..to).map(|at| self.does(at)).collect()
    }

    /// The first tick by which so many have counted, if there is one up to `limit`.
    pub(super) fn deadline(&self, from: i64, limit: i64, target: i64) -> Option<i64> {
        let mut counted = 0;
        for at in from..=limit {
            if counted == target {
                return Some(at);
            }
            counted += i64::from(self.does(at) == SegmentKind::Ran);
        }
        None
    }
}
