//! Moments as people type them: `--as-of`, `--since`, `--until`.

use anyhow::{anyhow, bail};
use chrono::{Datelike, Days, Months, NaiveDate};

use crate::domain::{Instant, Window, Zone};
use crate::source::{TimeCell, TimeReader};
use crate::words::moments as words;

/// A moment as typed for `option`. Days and months mean their first instant in `zone`;
/// `today` and its like are counted from `now`.
pub(super) fn parse(option: &str, text: &str, zone: Zone, now: Instant) -> anyhow::Result<Instant> {
    if let Some(day) = named_day(text, zone.date(now)).or_else(|| date(text)) {
        return zone.midnight(day).ok_or_else(|| anyhow!(words::outside_years(option, text)));
    }
    let reader = TimeReader::new(zone, None, &[], None)?;
    match reader.read(text) {
        TimeCell::At(at) | TimeCell::Gap(at) | TimeCell::Overlap(at) => Ok(at),
        TimeCell::Missing | TimeCell::Ambiguous | TimeCell::Unreadable(_) => {
            bail!(words::no_moment(option, text))
        }
    }
}

/// The window from `since` to before `until`.
pub(super) fn window(
    since: Option<&str>,
    until: Option<&str>,
    zone: Zone,
    now: Instant,
) -> anyhow::Result<Window> {
    let from = since.map(|text| parse("--since", text, zone, now)).transpose()?;
    let to = until.map(|text| parse("--until", text, zone, now)).transpose()?;
    if let (Some(from), Some(to)) = (from, to)
        && from >= to
    {
        bail!(words::empty_window(since.unwrap_or_default(), until.unwrap_or_default()));
    }
    Ok(Window { from, to })
}

pub(super) fn named_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    match text {
        "today" => Some(today),
        "yesterday" => today.checked_sub_days(Days::new(1)),
        "this-month" => Some(first),
        "last-month" => first.checked_sub_months(Months::new(1)),
        _ => None,
    }
}

fn date(text: &str) -> Option<NaiveDate> {
    let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    day(text).or_else(|| day(&format!("{text}-01")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> String {
        let zone = Zone::named("Asia/Tokyo").unwrap();
        let now = Instant::from_epoch(1_793_491_200, 0).unwrap(); // 2026-11-01T09:00:00+09:00
        parse("--since", text, zone, now)
            .map_or_else(|error| error.to_string(), |at| zone.at(at).to_rfc3339())
    }

    #[test]
    fn days_and_months_begin_at_midnight_in_the_zone() {
        assert_eq!(moment("2026-10"), "2026-10-01T00:00:00+09:00");
        assert_eq!(moment("2026-10-05"), "2026-10-05T00:00:00+09:00");
        assert_eq!(moment("today"), "2026-11-01T00:00:00+09:00");
        assert_eq!(moment("yesterday"), "2026-10-31T00:00:00+09:00");
        assert_eq!(moment("last-month"), "2026-10-01T00:00:00+09:00");
    }

    #[test]
    fn times_are_read_as_in_an_export() {
        assert_eq!(moment("2026-10-05 09:30"), "2026-10-05T09:30:00+09:00");
        assert_eq!(moment("2026-10-05T00:30:00Z"), "2026-10-05T09:30:00+09:00");
        assert!(moment("5/6/2026 10:00").contains("isn't a moment"));
        assert!(moment("2026-02-30").contains("isn't a moment"));
    }
}
