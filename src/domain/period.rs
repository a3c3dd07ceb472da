use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{Instant, Window, Zone};

/// How long the periods of a report are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodKind {
    /// A calendar day.
    Day,
    /// Monday to Sunday (ISO 8601).
    Week,
    /// A calendar month.
    Month,
    /// Twelve months from the month in which fiscal years begin.
    FiscalYear,
}

impl PeriodKind {
    /// The word in the ledger and in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::FiscalYear => "fiscal-year",
        }
    }

    /// The kind of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Day, Self::Week, Self::Month, Self::FiscalYear].into_iter().find(|kind| kind.word() == word)
    }
}

/// The month in which fiscal years begin: 1 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FiscalStart(u32);

impl FiscalStart {
    /// By the number of the month; `None` for a month that there isn't.
    #[must_use]
    pub const fn of_month(month: u32) -> Option<Self> {
        if matches!(month, 1..=12) { Some(Self(month)) } else { None }
    }

    /// The number of the month.
    #[must_use]
    pub const fn month(self) -> u32 {
        self.0
    }
}

/// April, as in Japan, where the fiscal year of the state and of most companies begins then.
impl Default for FiscalStart {
    fn default() -> Self {
        Self(4)
    }
}

/// A stretch of whole days that a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// How long it is.
    pub kind: PeriodKind,
    /// The first day in it.
    pub first: NaiveDate,
    /// The first day after it.
    pub end: NaiveDate,
}

impl Period {
    /// The period of a kind that a day belongs to; `None` at the ends of the calendar.
    #[must_use]
    pub fn containing(kind: PeriodKind, day: NaiveDate, fiscal: FiscalStart) -> Option<Self> {
        let month = |day: NaiveDate| day.with_day(1);
        let (first, end) = match kind {
            PeriodKind::Day => (day, day.succ_opt()?),
            PeriodKind::Week => {
                let first = day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))?;
                (first, first.checked_add_days(Days::new(7))?)
            }
            PeriodKind::Month => {
                let first = month(day)?;
                (first, first.checked_add_months(Months::new(1))?)
            }
            PeriodKind::FiscalYear => {
                let into = (day.month() + 12 - fiscal.month()) % 12;
                let first = month(day)?.checked_sub_months(Months::new(into))?;
                (first, first.checked_add_months(Months::new(12))?)
            }
        };
        Some(Self { kind, first, end })
    }

    /// The one before it.
    #[must_use]
    pub fn previous(&self) -> Option<Self> {
        let first = match self.kind {
            PeriodKind::Day => self.first.pred_opt()?,
            PeriodKind::Week => self.first.checked_sub_days(Days::new(7))?,
            PeriodKind::Month => self.first.checked_sub_months(Months::new(1))?,
            PeriodKind::FiscalYear => self.first.checked_sub_months(Months::new(12))?,
        };
        Some(Self { kind: self.kind, first, end: self.first })
    }

    /// The calendar months that it touches, the first day of each.
    pub fn months(&self) -> impl Iterator<Item = NaiveDate> {
        let last = self.end.pred_opt().unwrap_or(self.end);
        let first = self.first.with_day(1);
        std::iter::successors(first, |month| month.checked_add_months(Months::new(1)))
            .take_while(move |month| *month <= last)
    }

    /// Whether a day is in it.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        (self.first..self.end).contains(&day)
    }

    /// The same as moments.
    #[must_use]
    pub fn window(&self, zone: Zone) -> Window {
        Window { from: zone.midnight(self.first), to: zone.midnight(self.end) }
    }

    /// Whether it is not over at a moment.
    #[must_use]
    pub fn is_running(&self, at: Instant, zone: Zone) -> bool {
        zone.midnight(self.end).is_none_or(|end| at < end)
    }

    /// Reads the name of a period: `2026-11-03`, `2026-W45`, `2026-11`, `FY2026` (the fiscal year that
    /// begins in 2026).
    #[must_use]
    pub fn named(text: &str, fiscal: FiscalStart) -> Option<Self> {
        Self::read(text, fiscal).filter(|period| period.to_string() == text)
    }

    fn read(text: &str, fiscal: FiscalStart) -> Option<Self> {
        let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
        if let Some(day) = day(text) {
            return Self::containing(PeriodKind::Day, day, fiscal);
        }
        if let Some((year, week)) = text.split_once("-W") {
            let monday = NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, Weekday::Mon)?;
            return Self::containing(PeriodKind::Week, monday, fiscal);
        }
        if let Some(year) = text.strip_prefix("FY").filter(|year| year.len() == 4) {
            let first = NaiveDate::from_ymd_opt(year.parse().ok()?, fiscal.month(), 1)?;
            return Self::containing(PeriodKind::FiscalYear, first, fiscal);
        }
        Self::containing(PeriodKind::Month, day(&format!("{text}-01"))?, fiscal)
    }
}

/// The name by which [`Period::named`] knows it.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.first;
        match self.kind {
            PeriodKind::Day => write!(f, "{}", first.format("%Y-%m-%d")),
            PeriodKind::Week => write!(f, "{}", first.format("%G-W%V")),
            PeriodKind::Month => write!(f, "{}", first.format("%Y-%m")),
            PeriodKind::FiscalYear => write!(f, "FY{}", first.year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn holding(kind: PeriodKind, text: &str) -> [String; 3] {
        let period = Period::containing(kind, day(text), FiscalStart::default()).unwrap();
        [period.to_string(), period.first.to_string(), period.end.to_string()]
    }

    #[test]
    fn a_day_belongs_to_one_period_of_each_kind() {
        assert_eq!(holding(PeriodKind::Day, "2026-11-03"), ["2026-11-03", "2026-11-03", "2026-11-04"]);
        assert_eq!(holding(PeriodKind::Week, "2026-11-01"), ["2026-W44", "2026-10-26", "2026-11-02"]);
        assert_eq!(holding(PeriodKind::Week, "2027-01-01"), ["2026-W53", "2026-12-28", "2027-01-04"]);
        assert_eq!(holding(PeriodKind::Month, "2026-12-31"), ["2026-12", "2026-12-01", "2027-01-01"]);
        assert_eq!(holding(PeriodKind::FiscalYear, "2027-03-31"), ["FY2026", "2026-04-01", "2027-04-01"]);
        assert_eq!(holding(PeriodKind::FiscalYear, "2027-04-01"), ["FY2027", "2027-04-01", "2028-04-01"]);
    }

    #[test]
    fn every_period_is_found_by_its_name_and_follows_the_one_before() {
        let fiscal = FiscalStart::of_month(10).unwrap();
        for kind in [PeriodKind::Day, PeriodKind::Week, PeriodKind::Month, PeriodKind::FiscalYear] {
            for start in ["2024-02-29", "2026-01-01", "2026-12-31"] {
                let period = Period::containing(kind, day(start), fiscal).unwrap();
                assert!(period.contains(day(start)));
                assert_eq!(Period::named(&period.to_string(), fiscal), Some(period));
                let before = period.previous().unwrap();
                assert_eq!(
                    (before.end, before.contains(period.first.pred_opt().unwrap())),
                    (period.first, true)
                );
                assert_eq!(Period::containing(kind, before.first, fiscal), Some(before));
            }
        }
        for wrong in [
            "2026",
            "FY26",
            "2026-W5",
            "2026-W+5",
            "2026- 1- 3",
            "FY+202",
            "26-11",
            "2026-13",
            "2026-W54",
            "FY",
            "yesterday",
            "2026-11-31",
            "",
        ] {
            assert_eq!(Period::named(wrong, fiscal), None, "{wrong}");
        }
    }

    #[test]
    fn the_months_of_a_period_are_all_that_it_touches() {
        let months = |text: &str| -> Vec<String> {
            let period = Period::named(text, FiscalStart::default()).unwrap();
            period.months().map(|month| month.format("%Y-%m").to_string()).collect()
        };
        assert_eq!(months("2026-W40"), ["2026-09", "2026-10"]);
        assert_eq!(months("2026-W41"), ["2026-10"]);
        assert_eq!(months("2026-12"), ["2026-12"]);
        assert_eq!(months("FY2026").len(), 12);
    }
}
