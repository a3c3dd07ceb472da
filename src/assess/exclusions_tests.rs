//! What exclusions take out, and what the report says it would be without them.

use super::clock_desk::{Ticket, exclusion, hour, minutes, policy, report};
use super::{Counts, ExclusionReport, Report};
use crate::domain::{
    Calendar, Condition, ExclusionEffect, FieldId, HolidayDays, HolidaySource, Holidays, Hours, Pattern,
    Pause, SeverityAt, Span, Week, Window,
};

fn counts(met: u64, breached: u64) -> Counts {
    Counts { met, breached, ..Counts::default() }
}

fn only(report: &Report) -> &ExclusionReport {
    assert_eq!(report.exclusions.len(), 1);
    &report.exclusions[0]
}

#[test]
fn a_drop_takes_out_what_was_met_and_what_was_breached() {
    let policy = policy(vec![exclusion(ExclusionEffect::Drop, "", 10, 20)]);
    let tickets = [
        Ticket::new("before", hour(9), Some(hour(40))),
        Ticket::new("met", hour(10), Some(hour(12))),
        Ticket::new("breached", hour(19), Some(hour(40))),
        Ticket::new("open", hour(11), None),
        Ticket::new("at the end", hour(20), Some(hour(21))),
    ];
    let report = report(&policy, &tickets);
    let dropped = Counts { excluded: 3, ..Counts::default() };
    assert_eq!(report.objectives[0].counts, Counts { excluded: 3, ..counts(1, 1) });
    let without = Counts { breached_open: 1, ..counts(2, 3) };
    assert_eq!(report.objectives[0].without_exclusions, Some(without));
    let exclusion = only(&report);
    assert_eq!((exclusion.incidents, exclusion.for_all, exclusion.line), (3, true, 40));
    let effects = exclusion.objectives[0];
    assert_eq!((effects.with, effects.dropped()), (dropped, 3));
    assert_eq!(effects.without, Counts { breached_open: 1, ..counts(1, 2) });
    assert_eq!(effects.stopped, Span::ZERO);
    assert_eq!(report.breaches.len(), 1);
}

#[test]
fn time_that_does_not_count_makes_a_breach_a_met_one() {
    let policy = policy(vec![exclusion(ExclusionEffect::StopClock, "web", 5, 8)]);
    let tickets = [
        Ticket::new("turned", hour(0), Some(hour(12))),
        Ticket::new("on time anyway", hour(7), Some(hour(9))),
        Ticket::new("still late", hour(0), Some(hour(14))),
        Ticket { service: "mail", ..Ticket::new("of another service", hour(0), Some(hour(12))) },
        Ticket::new("after it", hour(8), Some(hour(9))),
    ];
    let report = report(&policy, &tickets);
    assert_eq!(report.objectives[0].counts, counts(3, 2));
    assert_eq!(report.objectives[0].without_exclusions, Some(counts(2, 3)));
    let exclusion = only(&report);
    assert_eq!((exclusion.incidents, exclusion.for_all), (3, false));
    let effects = exclusion.objectives[0];
    assert_eq!((effects.with, effects.without, effects.dropped()), (counts(2, 1), counts(1, 2), 0));
    assert_eq!(effects.stopped, minutes((3 + 1 + 3) * 60));
    assert_eq!(exclusion.rate_without(0, &report.objectives[0]).unwrap().per_mille(), 400);
    let late = report.breaches.iter().find(|breach| breach.breach.incident.id() == "still late").unwrap();
    assert_eq!(late.breach.reading.elapsed, minutes(11 * 60));
    assert_eq!(late.breach.reading.stopped, minutes(3 * 60));
    assert_eq!(late.breach.deadline, hour(13));
}

#[test]
fn a_pause_during_an_exclusion_is_not_counted_twice() {
    let policy = policy(vec![exclusion(ExclusionEffect::StopClock, "", 5, 8)]);
    let pauses = vec![Pause { from: hour(6), to: Some(hour(9)) }];
    let ticket = Ticket { pauses, ..Ticket::new("paused", hour(0), Some(hour(15))) };
    let report = report(&policy, &[ticket]);
    // From 5 to 9 the clock stood still: 4 hours, of which the exclusion alone gave 1.
    let reading = report.breaches[0].breach.reading;
    assert_eq!((reading.elapsed, reading.stopped), (minutes(11 * 60), minutes(4 * 60)));
    assert_eq!(only(&report).objectives[0].stopped, minutes(60));
}

#[test]
fn each_exclusion_is_held_against_what_the_others_leave() {
    let policy = policy(vec![
        exclusion(ExclusionEffect::StopClock, "", 2, 4),
        exclusion(ExclusionEffect::StopClock, "", 3, 6),
        exclusion(ExclusionEffect::Drop, "", 900, 901),
    ]);
    let report = report(&policy, &[Ticket::new("A", hour(0), Some(hour(14)))]);
    let [first, second, idle] = &report.exclusions[..] else { panic!("not three") };
    assert_eq!(report.objectives[0].counts, counts(1, 0));
    assert_eq!(report.objectives[0].without_exclusions, Some(counts(0, 1)));
    assert_eq!(first.objectives[0].stopped, minutes(60));
    assert_eq!(second.objectives[0].stopped, minutes(2 * 60));
    assert_eq!((first.incidents, second.incidents, idle.incidents), (1, 1, 0));
    assert_eq!(idle.objectives[0].with, Counts::default());
}

#[test]
fn without_exclusions_nothing_is_said_of_them() {
    let report = report(&policy(vec![]), &[Ticket::new("A", hour(0), Some(hour(1)))]);
    assert_eq!((report.objectives[0].without_exclusions, report.exclusions.len()), (None, 0));
}

#[test]
fn a_drop_without_ends_is_for_whatever_was_opened() {
    let mut always = exclusion(ExclusionEffect::Drop, "web", 0, 1);
    always.window = Window::default();
    let tickets =
        [Ticket::new("A", hour(500), None), Ticket { service: "mail", ..Ticket::new("B", hour(0), None) }];
    let report = report(&policy(vec![always]), &tickets);
    assert_eq!(report.objectives[0].counts, Counts { excluded: 1, breached_open: 1, ..counts(0, 1) });
}

#[test]
fn holiday_files_are_named_once_and_years_beyond_them_are_told() {
    let mut policy = policy(vec![]);
    let table = |name: &str, year, digest: Option<&str>| HolidaySource {
        name: name.to_owned(),
        days: HolidayDays::Table(
            [(chrono::NaiveDate::from_ymd_opt(year, 5, 1).unwrap(), String::new())].into(),
        ),
        sha256: digest.map(str::to_owned),
    };
    let calendar = |id: &str, sources| {
        let mut week = Week::default();
        week.set(chrono::Weekday::Thu, vec![Hours { from: 0, to: Hours::DAY }]);
        Calendar::new(id.to_owned(), id.to_owned(), policy.zone, week, Holidays::new(sources), 3)
    };
    let desk = calendar("desk", vec![table("b.csv", 2025, Some("bb")), table("a.csv", 2026, Some("aa"))]);
    let unused = calendar("unused", vec![table("b.csv", 2025, Some("bb")), table("2020", 2020, None)]);
    policy.calendars = vec![desk.into(), unused.into()];
    policy.objectives[0].targets[2].calendar = policy.calendars.first().cloned();
    let report = report(&policy, &[Ticket::new("A", hour(1), Some(hour(2)))]);
    let files: Vec<_> = report.policy.holiday_files.iter().map(|file| (&*file.path, &*file.sha256)).collect();
    assert_eq!(files, [("a.csv", "aa"), ("b.csv", "bb")]);
    let [unsure] = &report.unsure_holidays[..] else { panic!("{:?}", report.unsure_holidays) };
    assert_eq!((&*unsure.calendar, &*unsure.source), ("desk", "b.csv"));
    assert_eq!((unsure.known, unsure.asked), ((2025, 2025), (2026, 2026)));
}

#[test]
fn an_exclusion_that_makes_a_verdict_unknown_is_counted_for_that() {
    let policy = policy(vec![exclusion(ExclusionEffect::StopClock, "", 2, 6)]);
    let resolved = policy.stages.find("resolved").unwrap();
    let ticket = Ticket {
        severity: "low",
        sums: vec![(resolved, Some(minutes(180)))],
        ..Ticket::new("A", hour(0), Some(hour(10)))
    };
    let report = report(&policy, &[ticket]);
    let effects = report.exclusions[0].objectives[0];
    assert_eq!((effects.with.unknown, effects.without.breached), (1, 1));
    assert_eq!(report.objectives[0].without_exclusions.unwrap().breached, 1);
}

#[test]
fn without_an_exclusion_another_severity_may_decide() {
    let mut policy = policy(vec![exclusion(ExclusionEffect::StopClock, "", 9, 11)]);
    policy.exclusions[0].when = Condition::new(vec![(FieldId::SEVERITY, vec![Pattern::new("high")])]);
    policy.clock.severity_at = SeverityAt::Breach;
    let severities = vec![(hour(0), "high"), (hour(11), "critical")];
    let ticket = Ticket { severities, ..Ticket::new("A", hour(0), Some(hour(14))) };
    let report = report(&policy, &[ticket]);
    assert_eq!(report.breaches[0].breach.reading.target, minutes(60));
    let effects = report.exclusions[0].objectives[0];
    assert_eq!((report.exclusions[0].incidents, effects.with.breached, effects.without.breached), (1, 1, 1));
}

#[test]
fn a_holiday_table_must_reach_as_far_as_the_clock() {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 1).unwrap();
    let table = HolidayDays::Table([(day, String::new())].into());
    let source = HolidaySource { name: "days.csv".into(), days: table, sha256: None };
    let mut week = Week::default();
    week.set(chrono::Weekday::Fri, vec![Hours { from: 0, to: Hours::DAY }]);
    let holidays = Holidays::new(vec![source]);
    let zone = crate::domain::Zone::named("Asia/Tokyo").unwrap();
    let calendar = std::sync::Arc::new(Calendar::new("desk".into(), String::new(), zone, week, holidays, 1));
    let mut policy = policy(Vec::new());
    policy.objectives[0].targets[2].calendar = Some(calendar.clone());
    policy.calendars.push(calendar);
    let years = |opened: i64, resolved: Option<i64>| {
        let ticket = Ticket::new("A", hour(opened), resolved.map(hour));
        report(&policy, &[ticket]).unsure_holidays.first().map(|unsure| unsure.asked)
    };
    // 2026-01-02 is a Friday; the year has 8,760 hours.
    assert_eq!(years(24, Some(30)), None);
    assert_eq!(years(-2, Some(2)), Some((2025, 2026)));
    assert_eq!(years(-100, None), Some((2025, 2026)));
}
