//! Calendars, exclusions, pauses and the rules of clocks, in words.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, Weekday};

use super::policy_words;
use super::tests::{assert_in_order, sample};
use crate::domain::{
    Calendar, Condition, EventRows, Exclusion, ExclusionEffect, HolidayDays, HolidaySource, Holidays, Hours,
    Instant, Language, PauseEnd, Policy, Promise, Reopen, Rows, SeverityAt, Span, Target, Week, Window, Zone,
};

fn desk() -> Arc<Calendar> {
    let hours = |from: u16, to: u16| Hours { from: from * 60, to: to * 60 };
    let mut week = Week::default();
    for day in [Weekday::Mon, Weekday::Tue, Weekday::Wed] {
        week.set(day, vec![hours(9, 12), hours(13, 18)]);
    }
    week.set(Weekday::Sat, vec![hours(22, 30)]);
    let date = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let source = |name: &str, days, sha256: Option<&str>| HolidaySource {
        name: name.to_owned(),
        days,
        sha256: sha256.map(str::to_owned),
    };
    let holidays = Holidays::new(vec![
        source(
            "days\u{1b}.csv",
            HolidayDays::Table(BTreeMap::from([(date(8, 13), String::new())])),
            Some("ab12"),
        ),
        source("12-29/01-03", HolidayDays::Yearly((12, 29), (1, 3)), None),
        source("06-01", HolidayDays::Yearly((6, 1), (6, 1)), None),
        source("2026-08-12", HolidayDays::Dates(date(8, 12), date(8, 12)), None),
        source("2026-08-17/2026-08-18", HolidayDays::Dates(date(8, 17), date(8, 18)), None),
    ]);
    let zone = Zone::named("Europe/London").unwrap();
    Arc::new(Calendar::new("desk".to_owned(), "受付\u{1b}時間".to_owned(), zone, week, holidays, 40))
}

fn target(promise: Promise, calendar: Option<Arc<Calendar>>) -> Target {
    Target { when: Condition::default(), since: None, until: None, promise, calendar, line: 9 }
}

fn hours(hours: i64) -> Promise {
    Promise::Within(Span::from_seconds(hours * 3600).unwrap())
}

fn with_calendar() -> Policy {
    let mut policy = sample();
    let desk = desk();
    policy.objectives[0].targets = vec![
        target(hours(4), Some(Arc::clone(&desk))),
        target(Promise::BusinessDays(3), Some(Arc::clone(&desk))),
    ];
    policy.calendars = vec![desk];
    policy
}

fn both(policy: &Policy) -> [String; 2] {
    [Language::Japanese, Language::English].map(|language| policy_words(policy, language))
}

#[test]
fn calendars_are_told_with_their_hours_holidays_and_targets() {
    let [japanese, english] = both(&with_calendar());
    assert_in_order(
        &english,
        &[
            "within 4h of the hours of calendar",
            "within 3 business days of calendar",
            "Calendars (the hours in which clocks run)\n",
            "(desk, line 40): times and days of Europe/London\n",
            "    Monday to Wednesday: 09:00 to 12:00 and 13:00 to 18:00\n    Thursday to Friday: none\n",
            "    Saturday: 22:00 to 06:00 of the next day\n    Sunday: none\n",
            ".csv (SHA-256 ab12); known for 2026 only\n",
            "Holidays: 12-29 to 01-03 of every year\n    Holidays: 06-01 of every year\n",
            "Holidays: 2026-08-12\n    Holidays: 2026-08-17 to 2026-08-18\n",
            "articles 140 to 142",
            "1. The clock runs from the stage `from` to the stage `to`, in the hours of the target's calendar. Closed time",
            "is moved neither by calendars",
        ],
    );
    assert_in_order(
        &japanese,
        &[
            "の時間で4時間以内",
            "の3営業日以内（始まりの日は数えず、3営業日目の時間の終わりまで）",
            "■ カレンダー（時計が進む時間）\n",
            "（desk、40 行目）: Europe/London の時刻と日付\n",
            "    月曜日〜水曜日: 09:00〜12:00、13:00〜18:00\n    木曜日〜金曜日: なし\n",
            "    土曜日: 22:00〜翌日 06:00\n    日曜日: なし\n",
            "（SHA-256 ab12）。確かなのは 2026 年だけ\n",
            "休日: 毎年 12-29〜01-03\n    休日: 毎年 06-01\n    休日: 2026-08-12\n",
            "民法第 140〜142 条",
        ],
    );
    for text in [japanese, english] {
        assert!(!text.chars().any(|char| char.is_control() && char != '\n'), "{text}");
    }
}

#[test]
fn a_target_without_a_calendar_beside_others_is_told_apart() {
    let mut policy = with_calendar();
    policy.objectives[0].targets.push(target(hours(8), None));
    let [japanese, english] = both(&policy);
    assert!(english.contains("For a target without one it runs day and night"));
    assert!(japanese.contains("カレンダーのない目標では、夜間や休日も止めずに数える。"));
}

#[test]
fn what_a_policy_lacks_is_not_told() {
    let [japanese, english] = both(&sample());
    for word in ["Calendars", "Exclusions", "Pauses", "business day", "is moved neither"] {
        assert!(!english.contains(word), "{word}\n{english}");
    }
    for word in ["カレンダー", "■ 除外", "一時停止", "営業日"] {
        assert!(!japanese.contains(word), "{word}\n{japanese}");
    }
}

#[test]
fn exclusions_are_told_with_their_reasons() {
    let at = |seconds| Instant::from_epoch(seconds, 0);
    let exclusion = |window, effect, reason: &str| Exclusion {
        when: Condition::default(),
        window,
        effect,
        reason: reason.to_owned(),
        line: 60,
    };
    let policy = Policy {
        exclusions: vec![
            exclusion(
                Window { from: at(1_777_564_800), to: at(1_777_647_600) },
                ExclusionEffect::StopClock,
                "CHG\u{1b}-1042",
            ),
            exclusion(Window { from: None, to: at(1_774_969_200) }, ExclusionEffect::Drop, "契約前"),
        ],
        ..sample()
    };
    let [japanese, english] = both(&policy);
    assert_in_order(
        &english,
        &[
            "1. every incident: the clock stands still from 2026-05-01 01:00 to 2026-05-02 (CHG",
            "2. every incident, opened before 2026-04-01: gets no verdict and is counted as excluded (契約前) (line 60)\n",
            "Where exclusions overlap",
            "1. The clock runs from the stage `from` to the stage `to`, day and night, on every day. The time of exclusions",
        ],
    );
    assert_in_order(
        &japanese,
        &[
            "■ 除外\n  1. すべてのインシデント: 2026-05-01 01:00 から 2026-05-02 まで時計を止める（理由: CHG",
            "2. すべてのインシデント、2026-04-01 より前に発生したもの: 判定せず、対象外として数える（理由: 契約前）（60 行目）\n",
            "時計を止める除外の時間は差し引く。",
        ],
    );
}

#[test]
fn pauses_are_told_by_where_they_stand() {
    let mut policy = sample();
    policy.mapping.pauses.stretches = vec![("hold_start".to_owned(), "hold_end".to_owned())];
    policy.objectives[0].pauses = false;
    let [japanese, english] = both(&policy);
    assert_in_order(
        &english,
        &[
            "Pauses don't stop this clock (pauses = \"ignored\").",
            "From the time in column \"hold_start\" to the time in column \"hold_end\"\n",
            "A pause is taken off.",
            "lasts as long as the clock",
            "Pauses are taken off.",
        ],
    );
    assert_in_order(
        &japanese,
        &["列「hold_start」の日時から列「hold_end」の日時まで\n", "一時停止の時間は差し引く。"],
    );

    let resolved = policy.stages.find("resolved").unwrap();
    policy.mapping.pauses.stretches.clear();
    policy.mapping.pauses.sums = vec![(resolved, "pause_s".to_owned())];
    assert!(both(&policy)[1].contains("The sums count day and night"));
    policy.mapping.pauses.sums_in_hours = true;
    let [japanese, english] = both(&policy);
    assert_in_order(
        &english,
        &[
            "The sum of the seconds paused up to resolved: column \"pause_s\"\n",
            "The sums count only hours of the calendar",
        ],
    );
    assert!(japanese.contains("復旧（resolved）までに一時停止した秒数の合計: 列「pause_s」"));
    assert!(!english.contains("lasts as long as the clock"));
}

#[test]
fn rows_of_events_are_told_with_the_settings_that_matter_for_them() {
    let mut policy = sample();
    let resolved = policy.stages.find("resolved").unwrap();
    let [japanese, english] = both(&policy);
    assert!(english.contains("Only where each row is an event: the severity is the one that it was opened with (clock.severity_at = \"opened\"). The clock of a reopened incident runs on to its last resolution (clock.reopen = \"same-clock\")."));
    assert!(japanese.contains("一行が一つのイベントのときだけ、次が効く。重大度は発生したときのもの（clock.severity_at = \"opened\"）。"));
    policy.mapping.rows = Rows::Events(EventRows {
        activity: "Activity".to_owned(),
        at: "At".to_owned(),
        stages: vec![(resolved, vec!["Resolve".to_owned(), "Solve".to_owned()])],
        pauses: vec![
            ("Wait".to_owned(), PauseEnd::Next),
            ("Ask".to_owned(), PauseEnd::Activities(vec!["Answer".to_owned(), "Resolve".to_owned()])),
        ],
        takes: Vec::new(),
        episodes: false,
        reopens: vec!["Reopen".to_owned()],
    });
    policy.clock.reopen = Reopen::FirstResolution;
    policy.clock.severity_at = SeverityAt::Breach;
    let [japanese, english] = both(&policy);
    assert_in_order(
        &english,
        &[
            "From the event \"Wait\" to the next event\n",
            "From the event \"Ask\" to the event \"Answer\" or \"Resolve\"\n",
            "are the events of one incident",
            "The fields are those of the first event. The severity is the one under which its time ran out first",
            "The first resolution stops the clock for good, reopened or not (clock.reopen = \"first-resolution\").",
            "each row is an event: what happened in column \"Activity\", when in column \"At\"\n",
            "resolved: the event \"Resolve\" or \"Solve\"\n",
            "takes a resolution back: the event \"Reopen\"\n",
        ],
    );
    assert!(!english.contains("Only where each row is an event"));
    assert_in_order(
        &japanese,
        &[
            "イベント「Wait」から、次のイベントまで\n",
            "目標の時間を最初に超えたときのもの",
            "最初の復旧で時計を止め、再開しても数えない（clock.reopen = \"first-resolution\"）。",
            "一行が一つのイベント: 起きたことは列「Activity」、日時は列「At」\n",
        ],
    );
}
