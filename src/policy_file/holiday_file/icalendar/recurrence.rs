//! Rules by which events are repeated (section 3.3.10), worked out by the crate `rrule`.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeZone};
use rrule::{RRule, RRuleSet, RRuleSetIter, Tz, Unvalidated};

use super::event::date;
use crate::policy_file::wording::quoted;
use crate::words::holiday_rules;

/// The years that repeated events are worked out for.
pub(super) const FIRST_YEAR: i32 = 2000;
pub(super) const LAST_YEAR: i32 = 2100;
/// What a rule for whole days may consist of.
const PARTS: [&str; 10] = [
    "FREQ",
    "INTERVAL",
    "COUNT",
    "BYMONTH",
    "BYMONTHDAY",
    "BYYEARDAY",
    "BYWEEKNO",
    "BYDAY",
    "BYSETPOS",
    "WKST",
];
const FREQUENCIES: [&str; 4] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

/// The days of a rule in their order, the first one first, up to the last year.
pub(super) struct Occurrences {
    days: RRuleSetIter,
    /// The day that `UNTIL` names with a time, so that it's unclear whether it is still one.
    unclear: Option<NaiveDate>,
}

impl Occurrences {
    /// Works out a rule for an event that happens first on `start`.
    pub(super) fn new(rule: &str, start: NaiveDate) -> Result<Self, String> {
        let (parts, until) = split(rule)?;
        let (until, unclear) = match until {
            None => (None, None),
            Some(text) => match text.split_once('T') {
                None => (Some(end(text)?), None),
                Some((day, _)) => {
                    let day = end(day)?;
                    (day.succ_opt(), Some(day))
                }
            },
        };
        if until.is_some_and(|until| until < start) {
            return Err(holiday_rules::ends_before());
        }
        let refused = |error: &dyn std::fmt::Display| {
            holiday_rules::refused(&quoted(rule), &one_line(&error.to_string()))
        };
        let mut parsed: RRule<Unvalidated> = parts.parse().map_err(|error| refused(&error))?;
        if let Some(until) = until {
            parsed = parsed.until(midnight(until));
        }
        let set: RRuleSet = parsed.build(midnight(start)).map_err(|error| refused(&error))?;
        let days = (&set.limit()).into_iter();
        let mut first = days.clone();
        if first.next().map(|first| first.date_naive()) != Some(start) {
            return Err(holiday_rules::not_on_first_day(&quoted(rule), start));
        }
        Ok(Self { days, unclear })
    }
}

impl Iterator for Occurrences {
    type Item = Result<NaiveDate, String>;

    fn next(&mut self) -> Option<Self::Item> {
        let day = self.days.next()?.date_naive();
        if self.unclear.is_some_and(|unclear| day >= unclear) {
            let until = day.format("%Y%m%d").to_string();
            return Some(Err(holiday_rules::ends_at_time(day, &until)));
        }
        (day.year() <= LAST_YEAR).then_some(Ok(day))
    }
}

/// The parts of a rule without `UNTIL`, which is taken out: what it means depends on a zone
/// otherwise.
fn split(rule: &str) -> Result<(String, Option<&str>), String> {
    let (mut parts, mut until) = (Vec::new(), None);
    let mut seen: Vec<String> = Vec::new();
    for part in rule.trim().trim_end_matches(';').split(';') {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let (name, value) = (name.trim().to_ascii_uppercase(), value.trim());
        if seen.contains(&name) {
            return Err(holiday_rules::twice(&quoted(rule), &quoted(&name)));
        }
        match name.as_str() {
            "UNTIL" => until = Some(value),
            "FREQ" if !FREQUENCIES.contains(&value.to_ascii_uppercase().as_str()) => {
                return Err(holiday_rules::too_often(&quoted(value)));
            }
            known if PARTS.contains(&known) => parts.push(format!("{name}={}", value.to_ascii_uppercase())),
            _ => {
                return Err(holiday_rules::unknown_part(&quoted(part)));
            }
        }
        seen.push(name);
    }
    Ok((parts.join(";"), until))
}

fn end(text: &str) -> Result<NaiveDate, String> {
    date(text).ok_or_else(|| holiday_rules::no_end(&quoted(text)))
}

/// A day as the crate has it. The zone is of no account, as all of them are days.
fn midnight(day: NaiveDate) -> chrono::DateTime<Tz> {
    Tz::UTC.from_utc_datetime(&day.and_time(NaiveTime::MIN))
}

fn one_line(text: &str) -> String {
    let text: String =
        text.chars().map(|char| if char.is_control() { ' ' } else { char }).take(200).collect();
    text.trim_end_matches('.').to_owned()
}
