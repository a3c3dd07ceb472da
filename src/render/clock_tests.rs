//! What a report says of exclusions, near misses and holidays, in every format.

use snapbox::{assert_data_eq, file};
use unicode_width::UnicodeWidthStr;

use super::sample::{at, minutes};
use super::*;
use crate::assess::{
    AdjustedStamp, Counts, ExclusionEffects, ExclusionReport, HolidayFile, NearMiss, NearMissGroup,
    UnsureHolidays,
};
use crate::domain::{
    ExclusionEffect, IncidentPart, Language, NoteKind, Position, Reach, Reading, Span, StampNote, Window,
};

/// The usual sample, of a policy with calendars and exclusions.
fn subject() -> Report {
    let mut report = sample::report();
    report.policy.holiday_files =
        vec![HolidayFile { path: "会社の休日.csv".to_owned(), sha256: "ab".repeat(32) }];
    let with = Counts { met: 3, excluded: 2, ..Counts::default() };
    let without = Counts { met: 1, breached: 4, breached_open: 1, ..Counts::default() };
    let stopped = ExclusionEffects { with, without, stopped: minutes(150) };
    let dropped = ExclusionEffects {
        with: Counts { excluded: 2, ..Counts::default() },
        without: Counts { breached: 2, ..Counts::default() },
        stopped: Span::ZERO,
    };
    let none = ExclusionEffects::default();
    let maintenance = ExclusionReport {
        reason: "定期メンテナンス | CHG-1042\u{1B}[2J".to_owned(),
        effect: ExclusionEffect::StopClock,
        window: Window { from: Some(at(28, 0, 0)), to: Some(at(28, 5, 30)) },
        for_all: false,
        line: 61,
        incidents: 3,
        objectives: vec![
            ExclusionEffects { with: Counts { met: 3, ..with }, stopped: minutes(150), ..stopped },
            ExclusionEffects { stopped: minutes(90), ..none },
            none,
        ],
    };
    report.exclusions = vec![
        maintenance.clone(),
        ExclusionReport {
            reason: "disaster drill".to_owned(),
            effect: ExclusionEffect::Drop,
            window: Window { from: Some(at(10, 0, 0)), to: Some(at(12, 0, 0)) },
            for_all: true,
            line: 68,
            incidents: 2,
            objectives: vec![dropped, none, none],
        },
        ExclusionReport {
            reason: "no contract".to_owned(),
            effect: ExclusionEffect::Drop,
            window: Window::default(),
            line: 75,
            incidents: 0,
            objectives: vec![none; 3],
            ..maintenance
        },
    ];
    for objective in &mut report.objectives {
        objective.without_exclusions = Some(objective.counts);
    }
    report.objectives[0].without_exclusions = Some(report.objectives[0].counts.exchanged(&with, &without));
    let services = ["web-prod-01", "batch-02", "vpn-gw", "", "db-07", "=mail"];
    report.near_misses = (0..).zip(services).map(|(place, service)| near_miss(place, service)).collect();
    report.unsure_holidays = vec![
        unsure("desk", "japan", (2007, 2030), (2026, 2031)),
        unsure("desk", "会社の休日.csv", (2025, 2025), (2026, 2026)),
    ];
    report.breaches[1].breach.reading.stopped = minutes(12);
    report.adjusted.push(AdjustedStamp {
        source: 1,
        row: 4,
        note: StampNote {
            part: IncidentPart::Pauses,
            column: "on_hold_from".to_owned(),
            value: "2026-10-30 10:00".to_owned(),
            position: None,
            kind: NoteKind::NeverEnded,
        },
    });
    report
}

fn near_miss(place: u32, service: &str) -> NearMissGroup {
    let target = minutes(30);
    let elapsed = target.minus(Span::from_nanos(i64::from(place) * 1_000_000_000));
    let from = at(20, 9, 0);
    NearMissGroup {
        objective: usize::from(place > 3),
        service: Some(service.to_owned()).filter(|service| !service.is_empty()),
        count: u64::from(place % 4 + 1),
        closest: NearMiss {
            incident: format!("INC00100{place:02}"),
            position: Position::default(),
            reading: Reading {
                from,
                reach: Reach::At(from.plus(elapsed)),
                target,
                elapsed,
                stopped: Span::ZERO,
            },
        },
        row: u64::from(place) + 20,
    }
}

fn unsure(calendar: &str, source: &str, known: (i32, i32), asked: (i32, i32)) -> UnsureHolidays {
    UnsureHolidays { calendar: calendar.to_owned(), source: source.to_owned(), known, asked }
}

fn text(subject: &Report, format: Format, language: Language, width: Option<usize>) -> String {
    let style = Style { width, ..sample::style(language) };
    let mut bytes = Vec::new();
    write_report(subject, format, &style, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The text from this heading up to, not including, another.
fn part<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let begin = text.find(from).unwrap();
    &text[begin..begin + text[begin..].find(to).unwrap()]
}

#[test]
fn every_part_is_said_in_both_languages() {
    let english = |width| text(&subject(), Format::Table, Language::English, width);
    let japanese = |width| text(&subject(), Format::Table, Language::Japanese, width);
    let between = ["Near misses", "Unreadable"];
    let [wide, narrow] = [Some(200), Some(80)].map(english);
    assert_data_eq!(part(&wide, between[0], between[1]), file!["snapshots/clock-200.en.txt"].raw());
    assert_data_eq!(part(&narrow, between[0], between[1]), file!["snapshots/clock-80.en.txt"].raw());
    let between = ["際どく達成", "読み取れない行: "];
    let [wide, narrow] = [Some(200), Some(80)].map(japanese);
    assert_data_eq!(part(&wide, between[0], between[1]), file!["snapshots/clock-200.ja.txt"].raw());
    assert_data_eq!(part(&narrow, between[0], between[1]), file!["snapshots/clock-80.ja.txt"].raw());
    let markdown = text(&subject(), Format::Markdown, Language::English, None);
    assert_data_eq!(part(&markdown, "## Near misses", "## Unreadable"), file!["snapshots/clock.en.md"].raw());
}

#[test]
fn a_pause_that_never_ended_is_no_change_of_the_clock() {
    let shown = text(&subject(), Format::Table, Language::English, None);
    assert!(shown.contains("Times at a change of the clock: 1\n"), "{shown}");
    let pauses = part(&shown, "Pauses that never ended: 1\n", "Since");
    assert!(pauses.contains("row 4, column on_hold_from"), "{pauses}");
}

#[test]
fn what_a_policy_does_not_have_is_not_spoken_of() {
    let shown = text(&sample::report(), Format::Table, Language::English, None);
    for heading in ["Excluded", "Near misses", "Holidays", "Pauses"] {
        assert!(!shown.contains(heading), "{heading}");
    }
}

#[test]
fn tables_fit_and_nothing_steers_the_terminal() {
    for language in [Language::Japanese, Language::English] {
        for width in [80, 100, 120, 200] {
            for line in text(&subject(), Format::Table, language, Some(width)).lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
        for format in Format::ALL {
            assert!(!text(&subject(), format, language, None).contains('\u{1B}'), "{}", format.name());
        }
    }
}

#[test]
fn json_has_the_counts_with_and_without() {
    let json = text(&subject(), Format::Json, Language::English, None);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["policy"]["holiday_files"][0]["path"], "会社の休日.csv");
    assert_eq!(json["breaches"][1]["stopped_s"], 720);
    assert_eq!(json["at_risk"][0]["stopped_s"], 0);
    assert_eq!(json["adjusted"][1]["reason"], "never-ended");
    // 376 of 404 as they are; 374 of 406 without any.
    let without = &json["objectives"][0]["without_exclusions"];
    assert_eq!((&without["met"], &without["judged"]), (&374.into(), &406.into()));
    assert_eq!(without["rate"], 374.0 / 406.0);
    let exclusion = &json["exclusions"][1];
    assert_eq!(exclusion["effect"], "drop");
    assert_eq!(exclusion["from"], "2026-10-10T00:00:00+09:00");
    assert_eq!((&exclusion["all_incidents"], &exclusion["line"]), (&true.into(), &68.into()));
    let effects = &exclusion["objectives"][0];
    assert_eq!((&effects["id"], &effects["dropped"]), (&"first-response".into(), &2.into()));
    assert_eq!((&effects["with"]["excluded"], &effects["without"]["breached"]), (&2.into(), &2.into()));
    assert_eq!(effects["rate_without"], 376.0 / 406.0);
    assert_eq!(json["exclusions"][0]["effect"], "stop-clock");
    assert_eq!(json["exclusions"][0]["objectives"][0]["stopped_s"], 9000);
    assert_eq!(json["exclusions"][2]["from"], serde_json::Value::Null);
    let near = &json["near_misses"][1];
    assert!((near["closest"]["used"].as_f64().unwrap() - 1799.0 / 1800.0).abs() < 1e-15);
    assert_eq!(near["closest"]["source"]["path"], "exports/10月.csv");
    assert_eq!((&near["closest"]["source"]["row"], &near["count"]), (&21.into(), &2.into()));
    assert_eq!(json["near_misses"][3]["service"], serde_json::Value::Null);
    let unsure = &json["unsure_holidays"][0];
    assert_eq!((&unsure["known"]["to"], &unsure["asked"]["to"]), (&2030.into(), &2031.into()));
}

#[test]
fn json_of_a_policy_without_exclusions_says_so() {
    let json = text(&sample::report(), Format::Json, Language::English, None);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["objectives"][0]["without_exclusions"], serde_json::Value::Null);
    for list in ["exclusions", "near_misses", "unsure_holidays"] {
        assert_eq!(json[list], serde_json::json!([]), "{list}");
    }
}
