//! The days of one event.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use super::Replaced;
use super::event::{Event, whole_day};
use super::length::whole_days;
use super::recurrence::{FIRST_YEAR, LAST_YEAR, Occurrences};
use crate::policy_file::holiday_file::day_set::{DaySet, MOST_DAYS};
use crate::policy_file::holiday_file::fault::FileFaults;
use crate::policy_file::wording::quoted;
use crate::words::holiday_files;

/// The most days that one event may last.
const LONGEST: u64 = 366;

/// What is wrong, and on which line.
type Fault = (usize, String);

/// Adds an event's days to those of the file; whether the file may go on.
pub(super) fn add(event: &Event, replaced: &Replaced, days: &mut DaySet, faults: &mut FileFaults) -> bool {
    // Working out a rule that never comes true takes long, and the file is refused already.
    let with_rule = !faults.is_full();
    match try_add(event, replaced, with_rule, days) {
        Ok(true) => true,
        Ok(false) => {
            faults.add(event.line, holiday_files::too_many_days(MOST_DAYS));
            false
        }
        Err((line, message)) => {
            faults.add(line, message);
            true
        }
    }
}

fn try_add(event: &Event, replaced: &Replaced, with_rule: bool, days: &mut DaySet) -> Result<bool, Fault> {
    let (first, name) = (first_day(event)?, event.name());
    let length = length(event, first)?;
    let left_out: HashSet<NaiveDate> = dates(event, "EXDATE")?.into_iter().collect();
    if let Some(rule) = event.get("EXRULE") {
        return Err((rule.number, holiday_files::exception_rules()));
    }
    let is_replacement = event.get("RECURRENCE-ID").is_some();
    let is_kept = |day: NaiveDate| {
        let is_replaced =
            || !replaced.is_empty() && replaced.contains(&(event.uid().to_owned(), day)) && !is_replacement;
        !left_out.contains(&day) && !is_replaced()
    };
    let mut add = |start: NaiveDate, is_near: bool| {
        let length = if is_near && is_kept(start) { length } else { 0 };
        start.iter_days().take(length).for_each(|day| days.add(day, &name));
        // Days that fall away take their time as well.
        days.pass(length.max(1))
    };
    match event.get("RRULE").filter(|_| !is_replacement) {
        None if !add(first, true) => return Ok(false),
        None => {}
        Some(_) if !with_rule => return Ok(true),
        Some(rule) => {
            let fault = |message| (rule.number, message);
            for day in Occurrences::new(&rule.value, first).map_err(fault)? {
                let day = day.map_err(fault)?;
                let is_near = (FIRST_YEAR..=LAST_YEAR).contains(&day.year());
                if !add(day, is_near) {
                    return Ok(false);
                }
            }
        }
    }
    Ok(dates(event, "RDATE")?.into_iter().all(|day| add(day, true)))
}

fn first_day(event: &Event) -> Result<NaiveDate, Fault> {
    let Some(start) = event.get("DTSTART") else {
        return Err((event.line, holiday_files::no_first_day()));
    };
    whole_day(start, &start.value).map_err(|message| (start.number, message))
}

/// How many days an event takes. `DTEND` is the day after the last one; where it is the first day
/// itself, as some calendars write it, the event takes that day.
fn length(event: &Event, first: NaiveDate) -> Result<usize, Fault> {
    let (number, days) = match (event.get("DTEND"), event.get("DURATION")) {
        (None, None) => return Ok(1),
        (Some(_), Some(duration)) => {
            return Err((duration.number, holiday_files::end_and_duration()));
        }
        (Some(end), None) => {
            let end_day = whole_day(end, &end.value).map_err(|message| (end.number, message))?;
            let days = u64::try_from((end_day - first).num_days())
                .map_err(|_| (end.number, holiday_files::end_before_first(end_day, first)))?;
            (end.number, days.max(1))
        }
        (None, Some(duration)) => {
            let days = whole_days(&duration.value)
                .filter(|&days| days > 0)
                .ok_or_else(|| (duration.number, holiday_files::no_whole_days(&quoted(&duration.value))))?;
            (duration.number, days)
        }
    };
    usize::try_from(days)
        .ok()
        .filter(|_| days <= LONGEST)
        .ok_or_else(|| (number, holiday_files::too_long(days, LONGEST)))
}

/// The days that a property lists.
fn dates(event: &Event, name: &str) -> Result<Vec<NaiveDate>, Fault> {
    let lines = event.all(name).flat_map(|line| line.value.split(',').map(move |value| (line, value)));
    lines.map(|(line, value)| whole_day(line, value).map_err(|message| (line.number, message))).collect()
}
