use chrono::{NaiveDateTime, Weekday};

use super::*;
use crate::domain::Resolved;

const DESK: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

fn calendar(zone: &str, days: &[Weekday], hours: &[(u16, u16)]) -> Calendar {
    let mut week = Week::default();
    for &day in days {
        week.set(day, hours.iter().map(|&(from, to)| Hours { from, to }).collect());
    }
    let japan = HolidaySource { name: "japan".into(), days: HolidayDays::Japan, sha256: None };
    let holidays = Holidays::new(vec![japan]);
    Calendar::new("desk".into(), "desk".into(), Zone::named(zone).unwrap(), week, holidays, 1)
}

fn desk() -> Calendar {
    calendar("Asia/Tokyo", &DESK, &[(9 * 60, 12 * 60), (13 * 60, 18 * 60)])
}

fn local(calendar: &Calendar, text: &str) -> Instant {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    match calendar.zone.resolve(local) {
        Resolved::Once(at) | Resolved::Overlap(at) | Resolved::Gap(at) => at,
        Resolved::OutOfRange => panic!("{text}"),
    }
}

fn minutes(calendar: &Calendar, from: &str, to: &str) -> i64 {
    calendar.between(local(calendar, from), local(calendar, to)).whole_seconds() / 60
}

fn shown(calendar: &Calendar, at: Instant) -> String {
    calendar.zone.at(at).format("%Y-%m-%d %H:%M").to_string()
}

#[test]
fn only_hours_count_and_lunch_and_holidays_do_not() {
    let desk = desk();
    for (from, to, counted) in [
        ("2026-11-06 17:00", "2026-11-09 10:00", 120),
        ("2026-11-06 11:30", "2026-11-06 13:30", 60),
        // Culture Day is a Tuesday.
        ("2026-11-02 17:00", "2026-11-04 10:00", 120),
        ("2026-11-07 00:00", "2026-11-08 23:59", 0),
        ("2026-11-06 10:00", "2026-11-06 10:00", 0),
        ("2026-11-06 10:00", "2026-11-06 09:00", 0),
        // 261 weekdays less 17 holidays on weekdays.
        ("2026-01-01 00:00", "2027-01-01 00:00", (261 - 17) * 8 * 60),
    ] {
        assert_eq!(minutes(&desk, from, to), counted, "{from} to {to}");
    }
}

#[test]
fn a_deadline_is_the_first_moment_by_which_the_time_has_passed() {
    let desk = desk();
    for (from, minutes, deadline) in [
        ("2026-11-06 17:00", 60, "2026-11-06 18:00"),
        ("2026-11-06 17:00", 61, "2026-11-09 09:01"),
        ("2026-11-07 03:00", 180, "2026-11-09 12:00"),
        ("2026-11-06 11:00", 61, "2026-11-06 13:01"),
        ("2026-11-02 17:30", 60, "2026-11-04 09:30"),
    ] {
        let found = desk.after(local(&desk, from), Span::from_seconds(minutes * 60).unwrap());
        assert_eq!(shown(&desk, found), deadline, "{from} + {minutes}");
    }
    let empty = calendar("Asia/Tokyo", &[], &[]);
    assert_eq!(empty.after(local(&empty, "2026-11-06 17:00"), Span::from_nanos(1)), Instant::LAST);
}

#[test]
fn what_the_clocks_show_twice_counts_twice_and_what_they_skip_not_at_all() {
    let all = [Weekday::Sat, Weekday::Sun, Weekday::Mon];
    let night = calendar("America/New_York", &all, &[(60, 3 * 60)]);
    assert_eq!(minutes(&night, "2026-03-08 00:00", "2026-03-08 12:00"), 60);
    assert_eq!(minutes(&night, "2026-11-01 00:00", "2026-11-01 12:00"), 180);
    let skipped = calendar("America/New_York", &all, &[(2 * 60 + 15, 2 * 60 + 45)]);
    assert_eq!(minutes(&skipped, "2026-03-08 00:00", "2026-03-08 12:00"), 0);
    let twice = calendar("America/New_York", &all, &[(60 + 15, 60 + 45)]);
    assert_eq!(minutes(&twice, "2026-11-01 00:00", "2026-11-01 12:00"), 60);
    let began = local(&twice, "2026-11-01 00:00");
    let open = twice.open(began, local(&twice, "2026-11-01 12:00"));
    let open: Vec<_> = open.iter().map(|&(from, to)| (from.since(began), to.since(began))).collect();
    let minute = |minute: i64| Span::from_seconds(minute * 60).unwrap();
    assert_eq!(open, [(minute(75), minute(105)), (minute(135), minute(165))]);
}

#[test]
fn hours_past_midnight_belong_to_the_day_they_begin_on() {
    let night = calendar("Asia/Tokyo", &[Weekday::Fri], &[(22 * 60, 30 * 60)]);
    assert_eq!(minutes(&night, "2026-11-06 00:00", "2026-11-08 00:00"), 8 * 60);
    assert_eq!(minutes(&night, "2026-11-07 05:00", "2026-11-07 12:00"), 60);
    // The Friday is a holiday, and with it what would have come after its midnight.
    assert_eq!(minutes(&night, "2027-04-30 00:00", "2027-05-01 12:00"), 8 * 60);
    assert_eq!(minutes(&night, "2026-02-20 00:00", "2026-02-21 12:00"), 8 * 60);
    assert_eq!(minutes(&night, "2026-03-20 00:00", "2026-03-21 12:00"), 0);
}

#[test]
fn a_business_day_ends_with_its_hours_and_the_first_day_is_not_counted() {
    let desk = desk();
    for (from, count, end) in [
        ("2026-11-05 10:00", 1, "2026-11-06 18:00"),
        ("2026-11-05 23:00", 1, "2026-11-06 18:00"),
        ("2026-11-05 03:00", 1, "2026-11-06 18:00"),
        ("2026-11-06 10:00", 3, "2026-11-11 18:00"),
        ("2026-11-07 10:00", 1, "2026-11-09 18:00"),
        ("2026-11-02 10:00", 1, "2026-11-04 18:00"),
    ] {
        let found = desk.end_of_business_day(local(&desk, from), count).unwrap();
        assert_eq!(shown(&desk, found), end, "{from} + {count}bd");
    }
    let empty = calendar("Asia/Tokyo", &[], &[]);
    assert_eq!(empty.end_of_business_day(local(&empty, "2026-11-06 17:00"), 1), None);
}

#[test]
fn a_day_whose_hours_the_clocks_skip_is_no_business_day() {
    // In Samoa no 30 December 2011, a Friday, came after the 29th. The Monday after it is a holiday.
    let samoa = calendar("Pacific/Apia", &DESK, &[(9 * 60, 18 * 60)]);
    let end = |calendar: &Calendar, from| {
        shown(calendar, calendar.end_of_business_day(local(calendar, from), 1).unwrap())
    };
    assert_eq!(end(&samoa, "2011-12-29 10:00"), "2012-01-03 18:00");
    let all = [Weekday::Sat, Weekday::Sun, Weekday::Mon];
    let skipped = calendar("America/New_York", &all, &[(2 * 60 + 15, 2 * 60 + 45)]);
    assert_eq!(end(&skipped, "2026-03-07 10:00"), "2026-03-09 02:45");
    let partly = calendar("America/New_York", &all, &[(2 * 60 + 15, 2 * 60 + 45), (3 * 60, 3 * 60 + 5)]);
    assert_eq!(end(&partly, "2026-03-07 10:00"), "2026-03-08 03:05");
}

#[test]
fn the_ends_of_time_can_be_asked_for() {
    let desk = desk();
    let all = desk.between(Instant::from_nanos(i64::MIN), Instant::LAST);
    assert!(all > Span::ZERO);
    assert_eq!(desk.after(Instant::LAST, Span::from_nanos(i64::MAX)), Instant::LAST);
    assert_eq!(desk.end_of_business_day(Instant::LAST, 1), None);
}
