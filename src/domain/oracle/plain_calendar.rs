use std::cell::Cell;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeZone, Timelike, Utc, Weekday};
use chrono_tz::Tz;

use super::Dice;
use crate::domain::{
    Calendar, HolidayDays, HolidaySource, Holidays, Hours, Week, Zone, japanese_holiday_by_rule,
};

/// Zones and moments about which their clocks change, in seconds since the epoch: by an hour, by half
/// an hour, at midnight, to the day before, by a whole day; and three in which they don't.
const ZONES: [(&str, [i64; 2]); 13] = [
    ("America/New_York", [1_772_953_200, 1_793_512_800]),
    ("Europe/Berlin", [1_774_746_000, 1_792_890_000]),
    ("Europe/London", [1_774_746_000, 1_792_890_000]),
    ("Australia/Lord_Howe", [1_775_314_800, 1_791_041_400]),
    ("America/Sao_Paulo", [1_518_919_200, 1_541_300_400]),
    ("Africa/Casablanca", [1_771_120_800, 1_774_144_800]),
    ("Asia/Beirut", [1_774_735_200, 1_792_875_600]),
    // From 00:01 to 01:01, and from 00:01 to 23:01.
    ("America/St_Johns", [1_143_948_660, 1_162_089_060]),
    ("America/Havana", [1_772_946_000, 1_793_509_200]),
    // 2011-12-30 never was.
    ("Pacific/Apia", [1_325_239_200, 1_316_872_800]),
    // A holiday, and the turn of the year.
    ("Asia/Tokyo", [1_777_410_000, 1_798_700_000]),
    ("Asia/Kathmandu", [1_777_500_000, 1_798_700_000]),
    ("UTC", [1_777_500_000, 1_798_700_000]),
];

/// A calendar as mere data, and its hours as the wall clock of the zone shows them: it asks about
/// one moment at a time, and knows nothing of [`Calendar`] but how to make one.
#[derive(Clone, Debug)]
pub(crate) struct PlainCalendar {
    zone: Tz,
    /// From Monday on: from which minute to which.
    hours: [Vec<(u16, u16)>; 7],
    japan: bool,
    new_year: bool,
    /// The first and the last of some further days off.
    off: Option<(NaiveDate, NaiveDate)>,
    /// The last day that was asked about, and whether it was off.
    asked: Cell<Option<(NaiveDate, bool)>>,
}

impl PlainCalendar {
    /// A random one, and a moment at which something is odd in its zone.
    pub(crate) fn random(dice: &mut Dice) -> (Self, i64) {
        let (zone, odd) = dice.pick(&ZONES);
        let near = dice.pick(&odd);
        let day = |later: i64| DateTime::from_timestamp(near + later * 86_400, 0).unwrap().date_naive();
        let calendar = Self {
            zone: zone.parse().unwrap(),
            hours: hours(dice),
            japan: dice.once_in(2),
            new_year: dice.once_in(3),
            off: dice.once_in(4).then(|| {
                let first = dice.roll(3) - 1;
                (day(first), day(first + dice.roll(2)))
            }),
            asked: Cell::new(None),
        };
        (calendar, near)
    }

    /// What the clocks of the zone show, some seconds after the epoch.
    pub(crate) fn shown(&self, second: i64) -> NaiveDateTime {
        let utc: DateTime<Utc> = DateTime::from_timestamp(second, 0).unwrap();
        self.zone.from_utc_datetime(&utc.naive_utc()).naive_local()
    }

    /// The day whose hours hold then, if any do: the day that the clocks show, or the day before
    /// with hours past midnight.
    pub(crate) fn open_day(&self, second: i64) -> Option<NaiveDate> {
        let shown = self.shown(second);
        let (today, yesterday) = (shown.date(), shown.date().pred_opt().unwrap());
        let second = shown.num_seconds_from_midnight();
        [(today, second), (yesterday, second + 24 * 3600)].into_iter().find_map(|(day, second)| {
            let hours = &self.hours[day.weekday().num_days_from_monday() as usize];
            let holds =
                |&(from, to): &(u16, u16)| u32::from(from) * 60 <= second && second < u32::from(to) * 60;
            (hours.iter().any(holds) && !self.is_off(day)).then_some(day)
        })
    }

    fn is_off(&self, day: NaiveDate) -> bool {
        if let Some((asked, off)) = self.asked.get()
            && asked == day
        {
            return off;
        }
        let off = (self.japan && japanese_holiday_by_rule(day).is_some())
            || (self.new_year && matches!((day.month(), day.day()), (12, 29..=31) | (1, 1..=3)))
            || self.off.is_some_and(|(first, last)| first <= day && day <= last);
        self.asked.set(Some((day, off)));
        off
    }

    /// The same as the code under test has it.
    pub(crate) fn calendar(&self) -> Calendar {
        let mut week = Week::default();
        for (day, hours) in DAYS.into_iter().zip(&self.hours) {
            week.set(day, hours.iter().map(|&(from, to)| Hours { from, to }).collect());
        }
        assert_eq!(week.overlap(), None, "policy files refuse hours that overlap");
        let days = [
            self.japan.then_some(HolidayDays::Japan),
            self.new_year.then_some(HolidayDays::Yearly((12, 29), (1, 3))),
            self.off.map(|(first, last)| HolidayDays::Dates(first, last)),
        ];
        let sources = days.into_iter().flatten();
        let sources = sources.map(|days| HolidaySource { name: String::new(), days, sha256: None });
        let zone = Zone::named(self.zone.name()).unwrap();
        Calendar::new("c".into(), String::new(), zone, week, Holidays::new(sources.collect()), 1)
    }
}

const DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The hours of a random week. Some pass midnight, and end at the latest where those of the next day
/// begin: no two hold at once.
fn hours(dice: &mut Dice) -> [Vec<(u16, u16)>; 7] {
    const DAY: i64 = 24 * 60;
    let mut week: [Vec<(i64, i64)>; 7] = Default::default();
    for day in &mut week {
        let mut at = dice.roll(16) * 30;
        for _ in 0..dice.roll(4) {
            let to = (at + 15 + dice.roll(24) * 15).min(DAY);
            if at < to {
                day.push((at, to));
            }
            at = to + dice.roll(12) * 15;
        }
    }
    for day in 0..7 {
        let begins = week[day].last().map_or(20 * 60, |&(_, to)| to + 15);
        let next = week[(day + 1) % 7].first().map_or(10 * 60, |&(from, _)| from);
        let past = (dice.roll(20) * 30).min(next);
        if begins < DAY && past > 0 && dice.once_in(4) {
            week[day].push((begins, DAY + past));
        }
    }
    let minute = |minute: i64| u16::try_from(minute).unwrap();
    week.map(|day| day.into_iter().map(|(from, to)| (minute(from), minute(to))).collect())
}
