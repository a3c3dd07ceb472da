use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::{Instant, Resolved, Span, Zone, normal};

/// Hours of the day in which the same people are on duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The name in the policy.
    pub id: String,
    /// What people read.
    pub title: String,
    /// The minute of the day at which it begins: 0 to 1439.
    pub from: u16,
    /// The minute of the day at which it ends, which is not in it any more: 0 to [`Shift::DAY`].
    /// One before `from` is on the next day.
    pub to: u16,
}

impl Shift {
    /// The minutes of a day.
    pub const DAY: u16 = 24 * 60;

    /// Whether a minute of the day lies in its hours.
    #[must_use]
    pub const fn contains(&self, minute: u16) -> bool {
        if self.from < self.to {
            self.from <= minute && minute < self.to
        } else {
            self.from <= minute || minute < self.to
        }
    }
}

/// The shifts of a policy, in its order. They may overlap, as where one hands over to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shifts(Vec<Shift>);

/// A moment as the shifts see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShiftMoment<'a> {
    /// Who is on duty, if anybody is.
    pub shift: Option<&'a Shift>,
    /// The time since a shift last began or ended.
    pub since_change: Span,
    /// The time until one next begins or ends; never zero.
    pub to_change: Span,
}

impl Shifts {
    /// Shifts in this order.
    #[must_use]
    pub const fn new(shifts: Vec<Shift>) -> Self {
        Self(shifts)
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Shift> {
        self.0.iter()
    }

    /// The shift of this name.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Shift> {
        self.iter().find(|shift| shift.id == id)
    }

    /// The shift that a person means: by its name, else by its title. Case and width don't matter.
    #[must_use]
    pub fn meant(&self, text: &str) -> Option<&Shift> {
        let wanted = normal(text);
        self.find(text.trim())
            .or_else(|| self.iter().find(|shift| normal(&shift.id) == wanted))
            .or_else(|| self.iter().find(|shift| normal(&shift.title) == wanted))
    }

    /// Who is on duty at a moment: the first shift whose hours, in this zone, contain it.
    #[must_use]
    pub fn on_duty(&self, at: Instant, zone: Zone) -> Option<&Shift> {
        if self.is_empty() {
            return None;
        }
        let time = zone.at(at).time();
        let minute = u16::try_from(time.hour() * 60 + time.minute()).ok()?;
        self.iter().find(|shift| shift.contains(minute))
    }

    /// Who is on duty at a moment, and how near a change is: any beginning or end of a shift.
    /// `None` without shifts.
    #[must_use]
    pub fn at(&self, at: Instant, zone: Zone) -> Option<ShiftMoment<'_>> {
        let today = zone.date(at);
        let (mut last, mut next): (Option<Instant>, Option<Instant>) = (None, None);
        // Two days to each side, as a change of clocks can take a day's change away.
        for change in (-2..=2).flat_map(|day| self.changes(today, day, zone)) {
            if change <= at {
                last = last.max(Some(change));
            } else {
                next = Some(next.map_or(change, |next| next.min(change)));
            }
        }
        Some(ShiftMoment {
            shift: self.on_duty(at, zone),
            since_change: at.since(last?),
            to_change: next?.since(at),
        })
    }

    /// The changes of the day that is so many days after `date`.
    fn changes(&self, date: NaiveDate, days: i64, zone: Zone) -> impl Iterator<Item = Instant> {
        let midnight = date.checked_add_signed(TimeDelta::days(days));
        let midnight = midnight.map(|date| NaiveDateTime::new(date, NaiveTime::MIN));
        self.iter().flat_map(|shift| [shift.from, shift.to]).filter_map(move |minute| {
            let local = midnight?.checked_add_signed(TimeDelta::minutes(minute.into()))?;
            match zone.resolve(local) {
                Resolved::Once(at) | Resolved::Overlap(at) | Resolved::Gap(at) => Some(at),
                Resolved::OutOfRange => None,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shifts(hours: &[(&str, u16, u16)]) -> Shifts {
        let shift = |&(id, from, to): &(&str, u16, u16)| Shift { id: id.into(), title: id.into(), from, to };
        Shifts::new(hours.iter().map(shift).collect())
    }

    const fn time(hour: u16, minute: u16) -> u16 {
        hour * 60 + minute
    }

    fn tokyo() -> Zone {
        Zone::named("Asia/Tokyo").unwrap()
    }

    fn local(zone: Zone, text: &str) -> Instant {
        match zone.resolve(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap()) {
            Resolved::Once(at) => at,
            other => panic!("{other:?}"),
        }
    }

    /// The shift, and the seconds since and until a change.
    fn seen(shifts: &Shifts, zone: Zone, text: &str) -> (String, i64, i64) {
        let moment = shifts.at(local(zone, text), zone).unwrap();
        let name = moment.shift.map_or("-", |shift| &shift.id).to_owned();
        (name, moment.since_change.whole_seconds(), moment.to_change.whole_seconds())
    }

    #[test]
    fn a_shift_is_meant_by_its_name_or_its_title() {
        let shift = |id: &str, title: &str| Shift { id: id.into(), title: title.into(), from: 0, to: 60 };
        let shifts = Shifts::new(vec![shift("A", "b"), shift("b", "夜勤Ｂ")]);
        let meant = |text| shifts.meant(text).map(|shift| shift.id.as_str());
        assert_eq!(
            [meant("a"), meant(" B "), meant("夜勤b"), meant("c")],
            [Some("A"), Some("b"), Some("b"), None]
        );
    }

    #[test]
    fn hours_are_half_open_and_may_pass_midnight() {
        let two = shifts(&[("day", time(8, 30), time(17, 30)), ("night", time(17, 30), time(8, 30))]);
        for (at, shift, since, to) in [
            ("2026-11-01 08:30:00", "day", 0, 9 * 3600),
            ("2026-11-01 17:29:59", "day", 9 * 3600 - 1, 1),
            ("2026-11-01 17:30:00", "night", 0, 15 * 3600),
            ("2026-11-01 00:00:00", "night", 6 * 3600 + 1800, 8 * 3600 + 1800),
            ("2026-11-01 08:29:59", "night", 15 * 3600 - 1, 1),
        ] {
            assert_eq!(seen(&two, tokyo(), at), (shift.to_owned(), since, to), "{at}");
        }
    }

    #[test]
    fn the_first_of_overlapping_shifts_is_on_duty_and_each_end_is_a_change() {
        let two = shifts(&[("early", time(7, 0), time(15, 15)), ("late", time(15, 0), time(23, 0))]);
        assert_eq!(seen(&two, tokyo(), "2026-11-01 15:10:00"), ("early".to_owned(), 600, 300));
        assert_eq!(seen(&two, tokyo(), "2026-11-01 15:20:00").0, "late");
        assert_eq!(seen(&two, tokyo(), "2026-11-01 23:00:00"), ("-".to_owned(), 0, 8 * 3600));
        assert_eq!(seen(&two, tokyo(), "2026-11-02 03:00:00"), ("-".to_owned(), 4 * 3600, 4 * 3600));
    }

    #[test]
    fn a_shift_may_last_all_day_or_end_at_midnight() {
        let all_day = shifts(&[("desk", 0, Shift::DAY)]);
        assert_eq!(seen(&all_day, tokyo(), "2026-11-01 23:00:00"), ("desk".to_owned(), 23 * 3600, 3600));
        let evening = shifts(&[("evening", time(18, 0), 0)]);
        assert_eq!(seen(&evening, tokyo(), "2026-11-01 23:00:00"), ("evening".to_owned(), 5 * 3600, 3600));
        assert_eq!(seen(&evening, tokyo(), "2026-11-01 00:00:00"), ("-".to_owned(), 0, 18 * 3600));
    }

    #[test]
    fn time_to_a_change_is_counted_through_a_change_of_clocks() {
        let zone = Zone::named("America/New_York").unwrap();
        let night = shifts(&[("night", time(22, 0), time(6, 0))]);
        // Clocks went forward at 02:00, so that the night had seven hours.
        assert_eq!(seen(&night, zone, "2026-03-08 05:00:00"), ("night".to_owned(), 6 * 3600, 3600));
        assert_eq!(seen(&night, zone, "2026-11-01 05:00:00"), ("night".to_owned(), 8 * 3600, 3600));
    }

    #[test]
    fn without_shifts_there_is_nothing_to_tell() {
        assert_eq!(Shifts::default().at(local(tokyo(), "2026-11-01 09:00:00"), tokyo()), None);
        assert_eq!(Shifts::default().on_duty(local(tokyo(), "2026-11-01 09:00:00"), tokyo()), None);
    }
}
