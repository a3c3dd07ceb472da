use chrono::Weekday;

use super::page::Page;
use super::sanitize;
use crate::domain::{Calendar, HolidayDays, HolidaySource, Hours, Policy, Promise};
use crate::words::policy_show_times::Words;

/// The hours in which clocks run, and the days without them. A policy need not have calendars.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    let words = Words::of(page.language);
    if policy.calendars.is_empty() {
        return;
    }
    page.heading(words.calendars);
    for calendar in &policy.calendars {
        write_calendar(calendar, page);
    }
    page.line(words.ends_of_hours);
    let mut targets = policy.objectives.iter().flat_map(|objective| &objective.targets);
    if targets.any(|target| matches!(target.promise, Promise::BusinessDays(_))) {
        page.line(words.business_days);
    }
}

/// What people call a calendar.
pub(super) fn name(calendar: &Calendar, page: &Page) -> String {
    let words = Words::of(page.language);
    let (id, title) = (&calendar.id, sanitize(&calendar.title));
    if *id == calendar.title {
        return (words.short_name)(&id);
    }
    (words.name)(&title, &id)
}

fn write_calendar(calendar: &Calendar, page: &mut Page) {
    let words = Words::of(page.language);
    let (id, title, line) = (&calendar.id, sanitize(&calendar.title), calendar.line);
    let zone = calendar.zone.name();
    page.line((words.calendar)(&title, &id, &line, &zone));
    for (first, last, hours) in runs(calendar) {
        let days = match (day(first, page), day(last, page)) {
            (first, last) if first == last => first.to_owned(),
            (first, last) => (words.days)(&first, &last),
        };
        let hours: Vec<_> = hours.iter().map(|hours| one(*hours, page)).collect();
        let hours = if hours.is_empty() { words.no_hours.to_owned() } else { hours.join(words.and_hours) };
        page.line(format!("    {days}: {hours}"));
    }
    for source in calendar.holidays.sources() {
        let source = holidays(source, page);
        page.line((words.holidays)(&source));
    }
    if calendar.holidays.sources().is_empty() {
        page.line(words.no_holidays);
    }
}

/// The days of the week from Monday on, those with the same hours together.
fn runs(calendar: &Calendar) -> Vec<(Weekday, Weekday, &[Hours])> {
    let mut runs: Vec<(Weekday, Weekday, &[Hours])> = Vec::new();
    let mut day = Weekday::Mon;
    for _ in 0..7 {
        let hours = calendar.week.on(day);
        match runs.last_mut() {
            Some(last) if last.2 == hours => last.1 = day,
            _ => runs.push((day, day, hours)),
        }
        day = day.succ();
    }
    runs
}

fn one(hours: Hours, page: &Page) -> String {
    let words = Words::of(page.language);
    let from = Page::time_of_day(hours.from);
    if hours.to > Hours::DAY {
        let to = Page::time_of_day(hours.to - Hours::DAY);
        return (words.past_midnight)(&from, &to);
    }
    let to = Page::time_of_day(hours.to);
    (words.hours)(&from, &to)
}

fn day(day: Weekday, page: &Page) -> &'static str {
    (Words::of(page.language).day)(day)
}

/// Where holidays come from, and for which years they are known.
fn holidays(source: &HolidaySource, page: &Page) -> String {
    let words = Words::of(page.language);
    let name = sanitize(&source.name);
    let said = match &source.days {
        HolidayDays::Japan => words.japan.to_owned(),
        HolidayDays::Table(days) => {
            let digest = source.sha256.as_deref().unwrap_or_default();
            (words.file_of_holidays)(&name, days.len(), digest)
        }
        HolidayDays::Dates(first, last) if first == last => first.to_string(),
        HolidayDays::Dates(first, last) => (words.days)(&first, &last),
        HolidayDays::Yearly(first, last) if first == last => {
            let first = month_day(*first);
            (words.yearly)(&first)
        }
        HolidayDays::Yearly(first, last) => {
            let (first, last) = (month_day(*first), month_day(*last));
            (words.yearly_span)(&first, &last)
        }
    };
    let years = source.years().map(|(first, last)| {
        if first == last { (words.known_year)(&first) } else { (words.known_years)(&first, &last) }
    });
    let beyond = match source.days {
        HolidayDays::Japan => words.japan_beyond,
        _ => "",
    };
    format!("{said}{}{beyond}", years.unwrap_or_default())
}

fn month_day((month, day): (u32, u32)) -> String {
    format!("{month:02}-{day:02}")
}
