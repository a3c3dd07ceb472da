use anyhow::anyhow;
use chrono::Days;
use clap::ValueEnum;

use crate::assess::last_hours;
use crate::cli::moment::named_day;
use crate::domain::{Instant, Period, PeriodKind, Policy, Shift, Window};
use crate::words::report_choice as words;

/// How long periods are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PeriodArg {
    /// A day
    Day,
    /// Monday to Sunday
    Week,
    /// A calendar month
    Month,
    /// Twelve months from the policy's `fiscal_year_starts`
    FiscalYear,
}

impl From<PeriodArg> for PeriodKind {
    fn from(arg: PeriodArg) -> Self {
        match arg {
            PeriodArg::Day => Self::Day,
            PeriodArg::Week => Self::Week,
            PeriodArg::Month => Self::Month,
            PeriodArg::FiscalYear => Self::FiscalYear,
        }
    }
}

/// What a report is about.
pub(super) enum About<'a> {
    /// A period.
    Period(Period),
    /// A shift in its hours.
    Shift(Hours<'a>),
}

/// A shift in its hours on a day.
pub(super) struct Hours<'a> {
    pub(super) shift: &'a Shift,
    pub(super) window: Window,
}

impl<'a> About<'a> {
    /// What `--period`, `--for` and `--shift` mean.
    pub(super) fn of(
        kind: Option<PeriodArg>,
        which: Option<&str>,
        shift: Option<&str>,
        policy: &'a Policy,
        as_of: Instant,
    ) -> anyhow::Result<Self> {
        let Some(name) = shift else { return period(kind, which, policy, as_of).map(Self::Period) };
        let shift = policy.shifts.meant(name).ok_or_else(|| no_shift(name, policy))?;
        let day = which.map(|text| named(Some(PeriodArg::Day), text, policy, as_of)).transpose()?;
        let window = last_hours(shift, day.map(|day| day.first), as_of, policy.zone)
            .ok_or_else(|| anyhow!(words::no_shift_yet(name)))?;
        if window.from.is_some_and(|from| from > as_of) {
            return Err(anyhow!(words::shift_of_day_not_begun(name)));
        }
        Ok(Self::Shift(Hours { shift, window }))
    }
}

fn no_shift(name: &str, policy: &Policy) -> anyhow::Error {
    let known: Vec<&str> = policy.shifts.iter().map(|shift| shift.id.as_str()).collect();
    if known.is_empty() {
        anyhow!(words::no_shifts(name))
    } else {
        anyhow!(words::unknown_shift(name, &known.join(", ")))
    }
}

/// The period that is asked for; otherwise that of yesterday: in the morning it is the last whole day,
/// and on the first of a month the month that is over.
fn period(
    kind: Option<PeriodArg>,
    which: Option<&str>,
    policy: &Policy,
    as_of: Instant,
) -> anyhow::Result<Period> {
    let period = if let Some(text) = which {
        named(kind, text, policy, as_of)?
    } else {
        let today = policy.zone.date(as_of);
        let kind = kind.map_or(PeriodKind::Month, PeriodKind::from);
        today
            .checked_sub_days(Days::new(1))
            .and_then(|yesterday| Period::containing(kind, yesterday, policy.fiscal_start))
            .ok_or_else(|| anyhow!(words::nothing_before()))?
    };
    if policy.zone.midnight(period.first).is_none_or(|first| first > as_of) {
        return Err(anyhow!(words::not_begun(&period, &policy.zone.at(as_of).to_rfc3339())));
    }
    Ok(period)
}

/// A period by its name, or the one of a kind that a named day belongs to.
fn named(kind: Option<PeriodArg>, text: &str, policy: &Policy, as_of: Instant) -> anyhow::Result<Period> {
    let fiscal = policy.fiscal_start;
    let wanted = kind.map(PeriodKind::from);
    if let Some(day) = named_day(text, policy.zone.date(as_of)) {
        let own = if text.ends_with("-month") { PeriodKind::Month } else { PeriodKind::Day };
        return Period::containing(wanted.unwrap_or(own), day, fiscal)
            .ok_or_else(|| anyhow!(words::outside_calendar(text)));
    }
    let found = Period::named(text, fiscal).ok_or_else(|| anyhow!(words::no_period(text)))?;
    match wanted {
        Some(wanted) if wanted < found.kind => Err(anyhow!(words::longer_than_asked(text, wanted))),
        Some(wanted) => Period::containing(wanted, found.first, fiscal)
            .ok_or_else(|| anyhow!(words::outside_calendar(text))),
        None => Ok(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample;

    fn about(kind: Option<PeriodArg>, which: Option<&str>) -> String {
        // 2026-11-01 at 10:00 in Tokyo.
        period(kind, which, &sample::policy(), sample::minute(600))
            .map_or_else(|error| error.to_string(), |period| period.to_string())
    }

    #[test]
    fn the_period_of_yesterday_is_meant_unless_another_is_named() {
        assert_eq!(about(None, None), "2026-10", "a month that is over");
        assert_eq!(about(Some(PeriodArg::Day), None), "2026-10-31");
        assert_eq!(about(Some(PeriodArg::Week), None), "2026-W44");
        assert_eq!(about(Some(PeriodArg::FiscalYear), None), "FY2026");
        assert_eq!(about(None, Some("this-month")), "2026-11");
        assert_eq!(about(None, Some("yesterday")), "2026-10-31");
        assert_eq!(about(Some(PeriodArg::Week), Some("2026-10-20")), "2026-W43");
        assert_eq!(about(Some(PeriodArg::FiscalYear), Some("2026-03")), "FY2025");
    }

    #[test]
    fn what_is_no_period_or_has_not_begun_is_told() {
        assert!(about(None, Some("November")).starts_with("--for: `November` is no period"));
        assert!(about(None, Some("2026-12")).starts_with("--for: 2026-12 has not begun by"));
        assert!(about(Some(PeriodArg::Day), Some("2026-10")).contains("longer than a day"));
    }
}
