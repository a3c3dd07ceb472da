use std::path::Path;

use chrono::{NaiveDate, Weekday};

use super::*;
use crate::diagnostic::Diagnostic;
use crate::domain::{HolidayDays, Hours};
use crate::policy_file::read_policy;
use crate::policy_file::sample::{EVERY_CLOCK, all, only, sound, text};

const DESK: &str = "{ within = \"4h\", calendar = \"desk\" }";

/// A sound policy with a calendar of these lines.
fn desk(lines: &str) -> String {
    text(DESK, &format!("[calendars.desk]\n{lines}\n"))
}

/// The only fault, with what it and its further labels underline.
fn labelled(text: &str) -> (Code, Vec<&str>) {
    let told = all(text);
    let [fault] = told.as_slice() else { panic!("{text}\n{told:#?}") };
    let labels = std::iter::once(&fault.primary).chain(&fault.further);
    (fault.code, labels.map(|label| &text[label.span.clone()]).collect())
}

#[test]
fn a_calendar_is_read_as_it_is_written() {
    let severities = "severities = [{ name = \"critical\" }]\n[objectives.first]";
    let text = text("{ within = \"4h\" }", EVERY_CLOCK).replace("[objectives.first]", severities);
    let policy = sound(&text);
    let [calendar] = policy.calendars.as_slice() else { panic!("{:?}", policy.calendars) };
    assert_eq!((calendar.id.as_str(), calendar.title.as_str(), calendar.line), ("desk", "受付時間", 8));
    assert_eq!(calendar.zone.name(), "Asia/Tokyo");
    let hours = |from: u16, to: u16| Hours { from: from * 60, to: to * 60 };
    for (day, wanted) in [
        (Weekday::Mon, vec![hours(9, 12), hours(13, 18)]),
        (Weekday::Fri, vec![hours(9, 12), hours(13, 18)]),
        (Weekday::Sat, vec![hours(22, 30)]),
        (Weekday::Sun, vec![]),
    ] {
        assert_eq!(calendar.week.on(day), wanted, "{day}");
    }
    let date = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let sources: Vec<_> =
        calendar.holidays.sources().iter().map(|one| (one.name.as_str(), &one.days)).collect();
    assert_eq!(
        sources,
        [
            ("japan", &HolidayDays::Japan),
            ("12-29/01-03", &HolidayDays::Yearly((12, 29), (1, 3))),
            ("2026-08-14", &HolidayDays::Dates(date(8, 14), date(8, 14))),
            ("2026-12-24/2026-12-25", &HolidayDays::Dates(date(12, 24), date(12, 25))),
        ]
    );
    let objective = &policy.objectives[1];
    assert!(!objective.pauses && policy.objectives[0].pauses);
    assert_eq!(objective.targets[1].calendar.as_ref(), Some(calendar));
}

#[test]
fn hours_may_be_a_text_and_take_the_zone_of_the_policy() {
    let calendar =
        sound(&desk("hours = { sat-mon = \"00:00-24:00\" }\nholidays = 2026-05-01")).calendars.remove(0);
    assert_eq!((calendar.zone.name(), calendar.title.as_str()), ("Asia/Tokyo", "desk"));
    assert_eq!(calendar.week.on(Weekday::Mon), [Hours { from: 0, to: 1440 }]);
    assert!(calendar.week.on(Weekday::Tue).is_empty());
    assert!(calendar.holidays.contains(NaiveDate::from_ymd_opt(2026, 5, 1).unwrap()));
}

#[test]
fn each_fault_underlines_its_place() {
    const HOURS: &str = "hours = { mon-fri = \"09:00-18:00\" }\n";
    for (lines, code, place) in [
        (String::new(), Code::MissingKey, "desk"),
        ("hours = {}".to_owned(), Code::Empty, "{}"),
        ("hours = \"09:00-18:00\"".to_owned(), Code::WrongType, "\"09:00-18:00\""),
        ("hours = { mon = [] }".to_owned(), Code::Empty, "[]"),
        ("hours = { mon = \"9-18\" }".to_owned(), Code::BadValue, "\"9-18\""),
        ("hours = { mon = \"09:00-09:00\" }".to_owned(), Code::BadValue, "\"09:00-09:00\""),
        ("hours = { monday = \"09:00-18:00\" }".to_owned(), Code::UnknownKey, "monday"),
        ("hours = { weekdays = \"09:00-18:00\" }".to_owned(), Code::UnknownKey, "weekdays"),
        (format!("{HOURS}timezone = \"Tokyo\""), Code::UnknownZone, "\"Tokyo\""),
        (format!("{HOURS}title = \"\""), Code::Empty, "\"\""),
        (format!("{HOURS}hour = 1"), Code::UnknownKey, "hour"),
        (format!("{HOURS}holidays = []"), Code::Empty, "[]"),
        (format!("{HOURS}holidays = 5"), Code::WrongType, "5"),
        (format!("{HOURS}holidays = [5]"), Code::WrongType, "5"),
        (format!("{HOURS}holidays = \"japon\""), Code::BadValue, "\"japon\""),
        (format!("{HOURS}holidays = \"02-30\""), Code::BadValue, "\"02-30\""),
        (format!("{HOURS}holidays = \"2026-02-30\""), Code::BadValue, "\"2026-02-30\""),
        (format!("{HOURS}holidays = \"2026-05-05/2026-05-03\""), Code::BadValue, "\"2026-05-05/2026-05-03\""),
        (format!("{HOURS}holidays = [2026-05-05T01:00:00]"), Code::BadValue, "2026-05-05T01:00:00"),
        (format!("{HOURS}holidays = \"days.ics\""), Code::HolidayFile, "\"days.ics\""),
    ] {
        let (found, underlined, _) = only(&desk(&lines));
        assert_eq!((found, underlined.as_str()), (code, place), "{lines}");
    }
    sound(&desk(&format!("{HOURS}holidays = \"02-29\"")));
}

#[test]
fn hours_that_overlap_are_both_named() {
    for (hours, first, second) in [
        ("mon = [\"09:00-13:00\", \"12:00-18:00\"]", "\"09:00-13:00\"", "\"12:00-18:00\""),
        ("mon = \"00:00-06:00\", sun = \"22:00-04:00\"", "\"00:00-06:00\"", "\"22:00-04:00\""),
        ("mon-tue = [\"22:00-06:00\", \"05:00-07:00\"]", "\"22:00-06:00\"", "\"05:00-07:00\""),
        ("mon-fri = \"09:00-18:00\", wed = \"19:00-20:00\"", "mon-fri", "wed"),
    ] {
        let text = desk(&format!("hours = {{ {hours} }}"));
        assert_eq!(labelled(&text), (Code::Overlap, vec![second, first]), "{hours}");
    }
    let twice = desk("hours = { mon = [\"09:00-12:00\", \"09:00-12:00\"] }");
    let fault = all(&twice).remove(0);
    assert!(fault.further[0].span.end < fault.primary.span.start, "{fault:?}");
}

#[test]
fn hours_that_overlap_are_told_beside_other_faults() {
    for (hours, wanted) in [
        ("mon-fri = [\"09:00-13:00\", \"12:00-18:00\"], sat = []", [Code::Overlap, Code::Empty]),
        ("mon = [\"09:00-13:00\", \"12:00-18:00\", \"9\"]", [Code::Overlap, Code::BadValue]),
        ("sat = 5, sun = [\"22:00-02:00\", \"23:00-24:00\"]", [Code::WrongType, Code::Overlap]),
    ] {
        let told = all(&desk(&format!("hours = {{ {hours} }}")));
        assert_eq!(told.iter().map(|fault| fault.code).collect::<Vec<_>>(), wanted, "{hours}");
    }
    // What stands twice for a day is not held against itself.
    let (code, ..) = only(&desk("hours = { mon-fri = \"09:00-18:00\", wed = \"10:00-12:00\" }"));
    assert_eq!(code, Code::Overlap);
}

#[test]
fn targets_must_name_a_calendar_that_there_is() {
    const HOURS: &str = "[calendars.desk]\nhours = { mon = \"09:00-18:00\" }\n";
    let (code, underlined, help) = only(&text("{ within = \"4h\", calendar = \"desk\" }", ""));
    assert_eq!((code, underlined.as_str()), (Code::UnknownCalendar, "\"desk\""));
    assert!(help.contains("[calendars.<name>]"), "{help}");
    let told = all(&text("{ within = \"4h\", calendar = \"dsek\" }", HOURS));
    let codes: Vec<_> = told.iter().map(|fault| fault.code).collect();
    assert_eq!(codes, [Code::UnknownCalendar, Code::Unused]);
    assert_eq!(told[0].help.as_deref(), Some("did you mean `desk`?"));
    for (promise, place) in [("by = \"due\"", "by"), ("exempt = \"test\"", "exempt")] {
        let text = text(&format!("{{ {promise}, calendar = \"desk\" }}"), HOURS);
        assert_eq!(labelled(&text), (Code::Calendar, vec!["calendar", place]));
    }
}

#[test]
fn a_faulty_calendar_is_told_once_and_an_unused_one_too() {
    let (code, underlined, _) = only(&desk("hours = {}"));
    assert_eq!((code, underlined.as_str()), (Code::Empty, "{}"));
    let unused = text("{ within = \"4h\" }", "[calendars.desk]\nhours = { mon = \"09:00-18:00\" }\n");
    let (code, underlined, _) = only(&unused);
    assert_eq!((code, underlined.as_str()), (Code::Unused, "desk"));
}

/// All that is said where each file has these bytes.
fn with_file(bytes: &[u8]) -> Result<(crate::domain::Policy, Vec<Diagnostic>), Vec<Diagnostic>> {
    let text = desk("hours = { mon = \"09:00-18:00\" }\nholidays = [\"days/2026.csv\"]");
    let files = |path: &Path| {
        assert_eq!(path, Path::new("team/days/2026.csv"));
        Ok(bytes.to_vec())
    };
    read_policy(Path::new("team/slo.toml"), &text, String::new(), &files)
}

#[test]
fn files_are_looked_for_beside_the_policy_and_their_faults_are_told_with_lines() {
    let Err(told) = with_file(b"2026-13-01,x\n") else { panic!() };
    let [fault] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(
        (fault.code, fault.message.as_str()),
        (Code::HolidayFile, "holiday file `days/2026.csv` can't be used")
    );
    assert!(fault.help.as_deref().unwrap().starts_with("line 1: "), "{fault:?}");
}
