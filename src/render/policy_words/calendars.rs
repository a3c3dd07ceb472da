use chrono::Weekday;

use super::page::Page;
use super::sanitize;
use crate::domain::{Calendar, HolidayDays, HolidaySource, Hours, Policy, Promise};

/// The hours in which clocks run, and the days without them. A policy need not have calendars.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    if policy.calendars.is_empty() {
        return;
    }
    page.heading(page.pick("■ カレンダー（時計が進む時間）", "Calendars (the hours in which clocks run)"));
    for calendar in &policy.calendars {
        write_calendar(calendar, page);
    }
    page.line(page.pick(
        "  終わりの時刻は含まない。翌日に続く時間は、始まった日のものとする。休日には時間がない。",
        "  The end of hours is not in them. Hours that pass midnight belong to the day on which they begin. A holiday has no hours.",
    ));
    let mut targets = policy.objectives.iter().flat_map(|objective| &objective.targets);
    if targets.any(|target| matches!(target.promise, Promise::BusinessDays(_))) {
        page.line(page.pick(
            "  営業日は、時間があり休日でない日。時計が始まった日は数えず、その後の営業日を数え、最後の営業日の時間が終わるまでとする（民法第 140〜142 条と同じ数え方）。",
            "  A business day has hours and is no holiday. The day on which the clock starts is not counted; the time ends with the hours of the last of the business days after it (as in articles 140 to 142 of the Civil Code of Japan).",
        ));
    }
}

/// What people call a calendar.
pub(super) fn name(calendar: &Calendar, page: &Page) -> String {
    let (id, title) = (&calendar.id, sanitize(&calendar.title));
    if *id == calendar.title {
        return page.pick(format!("「{id}」"), id.clone());
    }
    page.pick(format!("「{title}」（{id}）"), format!("{title} ({id})"))
}

fn write_calendar(calendar: &Calendar, page: &mut Page) {
    let (id, title, line) = (&calendar.id, sanitize(&calendar.title), calendar.line);
    let zone = calendar.zone.name();
    page.line(page.pick(
        format!("  {title}（{id}、{line} 行目）: {zone} の時刻と日付"),
        format!("  {title} ({id}, line {line}): times and days of {zone}"),
    ));
    for (first, last, hours) in runs(calendar) {
        let days = match (day(first, page), day(last, page)) {
            (first, last) if first == last => first.to_owned(),
            (first, last) => page.pick(format!("{first}〜{last}"), format!("{first} to {last}")),
        };
        let hours: Vec<_> = hours.iter().map(|hours| one(*hours, page)).collect();
        let hours = if hours.is_empty() {
            page.pick("なし", "none").to_owned()
        } else {
            hours.join(page.pick("、", " and "))
        };
        page.line(format!("    {days}: {hours}"));
    }
    for source in calendar.holidays.sources() {
        let source = holidays(source, page);
        page.line(page.pick(format!("    休日: {source}"), format!("    Holidays: {source}")));
    }
    if calendar.holidays.sources().is_empty() {
        page.line(page.pick("    休日: 定めていない", "    Holidays: none"));
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
    let from = Page::time_of_day(hours.from);
    if hours.to > Hours::DAY {
        let to = Page::time_of_day(hours.to - Hours::DAY);
        return page.pick(format!("{from}〜翌日 {to}"), format!("{from} to {to} of the next day"));
    }
    let to = Page::time_of_day(hours.to);
    page.pick(format!("{from}〜{to}"), format!("{from} to {to}"))
}

fn day(day: Weekday, page: &Page) -> &'static str {
    let (japanese, english) = match day {
        Weekday::Mon => ("月曜日", "Monday"),
        Weekday::Tue => ("火曜日", "Tuesday"),
        Weekday::Wed => ("水曜日", "Wednesday"),
        Weekday::Thu => ("木曜日", "Thursday"),
        Weekday::Fri => ("金曜日", "Friday"),
        Weekday::Sat => ("土曜日", "Saturday"),
        Weekday::Sun => ("日曜日", "Sunday"),
    };
    page.pick(japanese, english)
}

/// Where holidays come from, and for which years they are known.
fn holidays(source: &HolidaySource, page: &Page) -> String {
    let name = sanitize(&source.name);
    let said = match &source.days {
        HolidayDays::Japan => {
            page.pick("日本の祝日（japan）", "the public holidays of Japan (japan)").to_owned()
        }
        HolidayDays::Table(days) => {
            let (count, digest) = (days.len(), source.sha256.as_deref().unwrap_or_default());
            let plural = if count == 1 { "day" } else { "days" };
            page.pick(
                format!("ファイル {name} の {count} 日（SHA-256 {digest}）"),
                format!("the {count} {plural} of the file {name} (SHA-256 {digest})"),
            )
        }
        HolidayDays::Dates(first, last) if first == last => first.to_string(),
        HolidayDays::Dates(first, last) => {
            page.pick(format!("{first}〜{last}"), format!("{first} to {last}"))
        }
        HolidayDays::Yearly(first, last) if first == last => {
            let first = month_day(*first);
            page.pick(format!("毎年 {first}"), format!("{first} of every year"))
        }
        HolidayDays::Yearly(first, last) => {
            let (first, last) = (month_day(*first), month_day(*last));
            page.pick(format!("毎年 {first}〜{last}"), format!("{first} to {last} of every year"))
        }
    };
    let years = source.years().map(|(first, last)| {
        if first == last {
            page.pick(format!("。確かなのは {first} 年だけ"), format!("; known for {first} only"))
        } else {
            page.pick(format!("。確かなのは {first}〜{last} 年"), format!("; known for {first} to {last}"))
        }
    });
    let beyond = match source.days {
        HolidayDays::Japan => page.pick(
            "。ほかの年も法律の規則どおりに数え、そこに発生したものがあれば slo check で知らせる",
            ", other years by the rules of the law; slo check warns where incidents are opened in them",
        ),
        _ => "",
    };
    format!("{said}{}{beyond}", years.unwrap_or_default())
}

fn month_day((month, day): (u32, u32)) -> String {
    format!("{month:02}-{day:02}")
}
