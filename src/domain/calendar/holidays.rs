use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::domain::{Language, SURE_YEARS, japanese_holiday_by_rule};

/// The holidays of a calendar, from several sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays(Vec<HolidaySource>);

/// Where holidays come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidaySource {
    /// As the policy names it: `japan`, a file, a date.
    pub name: String,
    /// The days.
    pub days: HolidayDays,
    /// SHA-256 of the file, in lower-case hex, where it is one.
    pub sha256: Option<String>,
}

/// Which days a source names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HolidayDays {
    /// The public holidays of Japan.
    Japan,
    /// Those of a table, with what they are called.
    Table(BTreeMap<NaiveDate, String>),
    /// From a day to a day, both included.
    Dates(NaiveDate, NaiveDate),
    /// The same every year, from a month and day to a month and day, both included. One before the
    /// first is in the year after.
    Yearly((u32, u32), (u32, u32)),
}

impl Holidays {
    /// Holidays of these sources; the first that knows a day names it.
    #[must_use]
    pub const fn new(sources: Vec<HolidaySource>) -> Self {
        Self(sources)
    }

    /// The sources, in the order of the policy.
    #[must_use]
    pub fn sources(&self) -> &[HolidaySource] {
        &self.0
    }

    /// What the holiday on a day is called, if it is one.
    #[must_use]
    pub fn on(&self, date: NaiveDate, language: Language) -> Option<Cow<'_, str>> {
        self.0.iter().find_map(|source| source.days.on(date, language))
    }

    /// Whether a day is a holiday.
    #[must_use]
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.on(date, Language::English).is_some()
    }
}

impl HolidaySource {
    /// The first and the last year that the source speaks of; `None` where it is good for all.
    #[must_use]
    pub fn years(&self) -> Option<(i32, i32)> {
        match &self.days {
            HolidayDays::Japan => Some((*SURE_YEARS.start(), *SURE_YEARS.end())),
            HolidayDays::Table(days) => {
                Some((days.first_key_value()?.0.year(), days.last_key_value()?.0.year()))
            }
            HolidayDays::Dates(..) | HolidayDays::Yearly(..) => None,
        }
    }
}

impl HolidayDays {
    fn on(&self, date: NaiveDate, language: Language) -> Option<Cow<'_, str>> {
        match self {
            Self::Japan => japanese_holiday_by_rule(date).map(|holiday| holiday.name(language).into()),
            Self::Table(days) => days.get(&date).map(Into::into),
            Self::Dates(first, last) => (*first..=*last).contains(&date).then_some(Cow::Borrowed("")),
            Self::Yearly(first, last) => {
                let day = (date.month(), date.day());
                let within =
                    if first <= last { *first <= day && day <= *last } else { *first <= day || day <= *last };
                within.then_some(Cow::Borrowed(""))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn source(days: HolidayDays) -> HolidaySource {
        HolidaySource { name: String::new(), days, sha256: None }
    }

    #[test]
    fn the_days_off_around_new_year_pass_the_end_of_the_year() {
        let holidays = Holidays::new(vec![source(HolidayDays::Yearly((12, 29), (1, 3)))]);
        for (day, off) in [
            (date(2026, 12, 28), false),
            (date(2026, 12, 29), true),
            (date(2027, 1, 3), true),
            (date(2027, 1, 4), false),
        ] {
            assert_eq!(holidays.contains(day), off, "{day}");
        }
    }

    #[test]
    fn sources_add_up_and_the_first_names_the_day() {
        let table = BTreeMap::from([(date(2026, 5, 4), "創立記念日".to_owned())]);
        let holidays = Holidays::new(vec![
            source(HolidayDays::Table(table)),
            source(HolidayDays::Japan),
            source(HolidayDays::Dates(date(2026, 8, 13), date(2026, 8, 15))),
        ]);
        let name = |day| holidays.on(day, Language::Japanese);
        assert_eq!(name(date(2026, 5, 4)).as_deref(), Some("創立記念日"));
        assert_eq!(name(date(2026, 5, 5)).as_deref(), Some("こどもの日"));
        assert!(holidays.contains(date(2026, 8, 15)) && !holidays.contains(date(2026, 8, 16)));
        assert_eq!(holidays.sources()[0].years(), Some((2026, 2026)));
        assert_eq!(holidays.sources()[2].years(), None);
    }
}
