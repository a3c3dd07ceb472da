use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, Weekday};

use super::*;
use crate::domain::{Calendar, Goal, HolidayDays, HolidaySource, Holidays, Hours, Week};

fn calendar(days: &[Weekday], source: HolidaySource) -> Calendar {
    let mut week = Week::default();
    for &day in days {
        week.set(day, vec![Hours { from: 540, to: 1080 }]);
    }
    let zone = crate::domain::Zone::named("Asia/Tokyo").unwrap();
    Calendar::new("desk".into(), "desk".into(), zone, week, Holidays::new(vec![source]), 7)
}

fn source(name: &str, days: HolidayDays) -> HolidaySource {
    HolidaySource { name: name.to_owned(), days, sha256: None }
}

#[test]
fn calendars_without_hours_and_holidays_of_other_years_are_told() {
    let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    // 2026-11-01 is a Sunday.
    let calendars = [
        calendar(&[Weekday::Mon], source("japan", HolidayDays::Japan)),
        calendar(&[], source("japan", HolidayDays::Japan)),
        calendar(&[Weekday::Mon], source("shut", HolidayDays::Dates(date(2026, 10, 1), date(2026, 12, 1)))),
        calendar(
            &[Weekday::Mon],
            source("old.csv", HolidayDays::Table(BTreeMap::from([(date(2025, 5, 1), String::new())]))),
        ),
    ];
    let policy = Policy { calendars: calendars.map(Arc::new).to_vec(), ..everything() };
    let until = minute(60 + 7 * 24 * 60);
    assert_eq!(
        audit(&policy, &[("ACME", "", 0), ("ACME", "", 60)]),
        [
            PolicyFinding::NoHours(1, minute(0), until),
            PolicyFinding::NoHours(2, minute(0), until),
            PolicyFinding::HolidayYears { calendar: 3, source: 0, known: (2025, 2025), asked: (2026, 2026) },
        ]
    );
}

#[test]
fn a_goal_without_room_for_a_miss_is_told_once_with_its_months() {
    let with = |goal: &str| {
        let mut policy = everything();
        policy.objectives[0].goal = Goal::parse(goal);
        policy
    };
    // Three in November and one in December.
    let rows = [("A", "", 0), ("A", "", 1), ("A", "", 2), ("A", "", 31 * 24 * 60)];
    let strict = |needed, judged, first: &str, count| PolicyFinding::StrictGoal {
        objective: 0,
        months: (first.to_owned(), "2026-12".to_owned()),
        count,
        judged,
        needed,
    };
    assert_eq!(audit(&with("75%"), &rows), [strict(4, (1, 3), "2026-11", (2, 2))]);
    assert_eq!(audit(&with("60%"), &rows), [strict(3, (1, 1), "2026-12", (1, 2))]);
    assert_eq!(audit(&with("100%"), &rows), [], "it says itself that none may");
}
