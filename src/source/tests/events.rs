use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::domain::{EventRows, PauseEnd, Reopen, Rows, StageColumn};

const TEXT: &str = "id,activity,at,title,severity,due\n\
    1,起票,2026-05-01 09:00,disk,低,\n\
    2,起票,2026-05-01 09:30,,高,2026-05-01 12:00\n\
    1,受付,2026-05-01 09:10,,低,2026-05-01 17:00\n\
    1,保留,2026-05-01 10:00,,高,\n\
    2,完了,2026-05-01 10:30,net,高,2026-05-01 13:00\n\
    1,再開,2026-05-01 10:20,,高,\n\
    1,受付,2026-05-01 10:25,,,\n\
    1,完了,2026-05-01 11:00,other,高,\n\
    1,再オープン,2026-05-01 11:30,,高,\n\
    1,完了,2026-05-01 12:00,,中,\n\
    1,終了,2026-05-01 12:05,,中,\n";

fn rows() -> EventRows {
    let text = |text: &str| text.to_owned();
    EventRows {
        activity: text("activity"),
        at: text("at"),
        stages: vec![
            (stage("acknowledged"), vec![text("受付")]),
            (stage("resolved"), vec![text("完了"), text("Done")]),
            (stage("closed"), vec![text("終了")]),
        ],
        pauses: vec![
            (text("保留"), PauseEnd::Activities(vec![text("再開")])),
            (text("Wait"), PauseEnd::Next),
        ],
        takes: Vec::new(),
        episodes: false,
        reopens: vec![text("再オープン")],
    }
}

fn of_events(rows: EventRows) -> Policy {
    Policy { mapping: Mapping { rows: Rows::Events(rows), ..policy().mapping }, ..policy() }
}

fn outcome(policy: &Policy, text: &str) -> Outcome {
    read_with(text.as_bytes(), policy, &IdSet::default()).unwrap()
}

/// The stamps of the incidents, without the date.
fn stamps(outcome: &Outcome) -> Vec<String> {
    outcome.incidents.iter().map(|incident| incident.stamps.join(" ").replace("2026-05-01 ", "")).collect()
}

/// The only incident of these rows, each `activity,time` on one day.
fn one(policy: &Policy, rows: &[&str]) -> Seen {
    let row = |row: &&str| {
        let (activity, at) = row.split_once(',').unwrap();
        if at.contains(':') {
            format!("1,{activity},2026-05-01 {at}\n")
        } else {
            format!("1,{activity},{at}\n")
        }
    };
    let text = format!("id,activity,at\n{}", rows.iter().map(row).collect::<String>());
    let mut outcome = outcome(policy, &text);
    assert_eq!(outcome.incidents.len(), 1);
    outcome.incidents.remove(0)
}

fn as_of(policy: &Policy, time: &str) -> Vec<Seen> {
    let at = Zone::named("Asia/Tokyo").unwrap();
    let times = super::super::TimeReader::new(at, None, &[], None).unwrap();
    let super::super::TimeCell::At(as_of) = times.read(&format!("2026-05-01 {time}")) else {
        panic!("{time}")
    };
    let whole = read_as_of(TEXT.as_bytes(), policy, &IdSet::default(), (1, 1 << 20), as_of).unwrap();
    let pieces = read_as_of(TEXT.as_bytes(), policy, &IdSet::default(), (3, 60), as_of).unwrap();
    assert_eq!(whole, pieces);
    whole.incidents
}

#[test]
fn rows_of_events_make_incidents() {
    let mut policy = of_events(rows());
    policy.mapping.fields = vec![(FieldId::SEVERITY, vec!["severity".to_owned()])];
    let outcome = outcome(&policy, TEXT);
    assert_eq!(
        stamps(&outcome),
        ["opened=09:00 acknowledged=09:10 resolved=12:00 closed=12:05", "opened=09:30 resolved=10:30"]
    );
    let [one, two] = &outcome.incidents[..] else { panic!("{outcome:?}") };
    assert_eq!((one.id.as_str(), one.row, one.title.as_str()), ("1", 2, "disk"));
    assert_eq!((two.id.as_str(), two.row, two.title.as_str()), ("2", 3, "net"));
    assert_eq!(one.severities, ["09:00 低", "10:00 高", "12:00 中"]);
    assert_eq!((one.severity.as_str(), &two.severities[..]), ("低", &["09:30 高".to_owned()][..]));
    assert_eq!(one.pauses, ["10:00-10:20"]);
    assert_eq!((outcome.summary.rows, outcome.summary.incidents, outcome.ids), (11, 2, 2));
    let columns: Vec<_> = outcome.summary.stage_columns.iter().flatten().collect();
    assert_eq!(columns, ["at", "at", "at", "at"]);
    assert_eq!(outcome.summary.pause_columns, [(crate::domain::IncidentPart::Pauses, "activity".to_owned())]);
}

#[test]
fn the_first_resolution_may_count() {
    let mut policy = of_events(rows());
    policy.clock.reopen = Reopen::FirstResolution;
    let incident =
        one(&policy, &["起票,09:00", "完了,10:00", "再オープン,11:00", "完了,12:00", "再オープン,13:00"]);
    assert_eq!(incident.stamps[1], "resolved=2026-05-01 10:00");
    assert_eq!(incident.written, ["opened `2026-05-01 09:00`", "resolved `2026-05-01 10:00`"]);
}

#[test]
fn reopening_takes_the_last_resolution_back() {
    let policy = of_events(rows());
    let reopened = |rows: &[&str]| one(&policy, rows).stamps.len() == 1;
    assert!(reopened(&["起票,09:00", "完了,10:00", "再オープン,11:00"]));
    assert!(reopened(&["起票,09:00", "完了,10:00", "再オープン,10:00"]));
    assert!(!reopened(&["起票,09:00", "再オープン,10:00", "完了,10:00"]));
    assert!(!reopened(&["完了,10:00", "起票,09:00", "再オープン,09:30"]));
}

#[test]
fn activities_are_compared_without_case_and_width() {
    let incident = one(&of_events(rows()), &["x,09:00", " ｄｏｎｅ,10:00"]);
    assert_eq!(incident.stamps, ["opened=2026-05-01 09:00", "resolved=2026-05-01 10:00"]);
}

#[test]
fn an_activity_may_open_incidents() {
    let mut rows = rows();
    rows.stages.push((StageId::OPENED, vec!["起票".to_owned()]));
    let policy = of_events(rows);
    let opened = |rows: &[&str]| one(&policy, rows).stamps.first().cloned().unwrap_or_default();
    assert_eq!(opened(&["Alert,08:00", "起票,09:00", "起票,10:00"]), "opened=2026-05-01 09:00");
    assert_eq!(opened(&["Alert,08:00"]), "");
}

#[test]
fn a_pause_ends_at_the_next_event_or_at_one_of_its_own() {
    let policy = of_events(rows());
    let pauses = |rows: &[&str]| one(&policy, rows).pauses;
    assert_eq!(pauses(&["x,09:00", "wait,09:10", "y,09:20", "z,09:30"]), ["09:10-09:20"]);
    assert_eq!(pauses(&["x,09:00", "wait,09:10", "y,09:10", "z,09:30"]), Vec::<String>::new());
    assert_eq!(
        pauses(&["保留,09:00", "保留,09:10", "y,09:20", "再開,09:30"]),
        ["09:00-09:30", "09:10-09:30"]
    );
    let incident = one(&policy, &["x,09:00", "保留,09:10", "wait,09:20"]);
    assert_eq!(incident.pauses, ["09:10-", "09:20-"]);
    assert_eq!(incident.notes, ["activity `保留` NeverEnded", "activity `wait` NeverEnded"]);
    assert_eq!((incident.row, incident.note_rows), (2, vec![3, 4]));
}

#[test]
fn an_activity_may_end_a_pause_and_begin_the_same_anew() {
    let mut rows = rows();
    rows.pauses[0].1 = PauseEnd::Activities(vec!["保留".to_owned(), "再開".to_owned()]);
    let policy = of_events(rows);
    assert_eq!(
        one(&policy, &["保留,09:00", "保留,09:10", "x,09:20", "再開,09:30", "保留,09:40"]).pauses,
        ["09:00-09:10", "09:10-09:30", "09:40-"]
    );
}

#[test]
fn a_pause_that_never_ends_is_told_once_however_often_it_begins() {
    let policy = of_events(rows());
    let incident =
        one(&policy, &["x,09:00", "保留,09:10", "再開,09:20", "保留,09:30", "y,09:40", "保留,09:50"]);
    assert_eq!(incident.pauses, ["09:10-09:20", "09:30-", "09:50-"]);
    assert_eq!(
        (incident.notes, incident.note_rows),
        (vec!["activity `保留` NeverEnded".to_owned()], vec![5])
    );
}

#[test]
fn many_events_of_one_incident_take_no_longer_each() {
    const COUNT: usize = 100_000;
    let policy = of_events(rows());
    let row = |second: usize| {
        let (minute, second) = (second / 60, second % 60);
        format!(
            "1,保留,2026-05-{:02} {:02}:{:02}:{second:02}\n",
            1 + minute / 1440,
            minute / 60 % 24,
            minute % 60
        )
    };
    let waiting = (0..COUNT).map(row).collect::<String>();
    // None of the pauses ends, and what may end one is looked for among as many times that can't be read.
    let untimed = "1,x,soon\n".repeat(COUNT);
    for (end, pauses) in [("", COUNT), ("1,再開,2026-05-03 00:00\n", COUNT), ("1,再開,soon\n", 1)] {
        let text = format!("id,activity,at\n{waiting}{untimed}{end}");
        let outcome = read_as(text.as_bytes(), &policy, &IdSet::default(), 1, 1 << 20).unwrap();
        assert_eq!(outcome.incidents[0].pauses.len(), pauses);
    }
}

#[test]
fn what_is_later_than_as_of_has_not_happened_yet() {
    let mut policy = of_events(rows());
    policy.mapping.fields = vec![(FieldId::SEVERITY, vec!["severity".to_owned()])];
    let at = |time: &str| {
        let incident = as_of(&policy, time).remove(0);
        (
            incident.stamps.join(" ").replace("2026-05-01 ", ""),
            incident.severities.len(),
            incident.pauses.concat(),
        )
    };
    let text = |stamps: &str, severities, pauses: &str| (stamps.to_owned(), severities, pauses.to_owned());
    assert_eq!(at("11:59"), text("opened=09:00 acknowledged=09:10", 2, "10:00-10:20"));
    assert_eq!(at("11:29"), text("opened=09:00 acknowledged=09:10 resolved=11:00", 2, "10:00-10:20"));
    assert_eq!(at("10:10"), text("opened=09:00 acknowledged=09:10", 2, "10:00-"));
    let later = as_of(&policy, "09:00");
    assert_eq!(later[1].stamps, ["opened=2026-05-01 09:30"]);
    assert_eq!(later[1].title, "");
}

#[test]
fn columns_tell_what_the_first_event_tells_or_the_next_that_does() {
    let mut policy = of_events(rows());
    policy.mapping.stages = vec![(stage("mitigated"), vec![StageColumn::Time("due".to_owned())])];
    let outcome = outcome(&policy, TEXT);
    let due = outcome.incidents.iter().flat_map(|incident| &incident.stamps);
    let due: Vec<_> = due.filter(|stamp| stamp.starts_with("mitigated")).collect();
    assert_eq!(due, ["mitigated=2026-05-01 17:00", "mitigated=2026-05-01 12:00"]);
    // Whatever the order of the rows.
    let mut lines: Vec<&str> = TEXT.lines().collect();
    lines[1..].reverse();
    let reversed = read_with(lines.join("\n").as_bytes(), &policy, &IdSet::default()).unwrap();
    let apart = |incident: &Seen| Seen { row: 0, note_rows: Vec::new(), ..incident.clone() };
    let (ours, theirs) = (outcome.incidents.iter(), reversed.incidents.iter());
    assert_eq!(ours.map(apart).collect::<Vec<_>>(), theirs.map(apart).collect::<Vec<_>>());
}

#[test]
fn a_time_that_cannot_be_read_spoils_what_it_may_change() {
    let policy = of_events(rows());
    let stamps = |rows: &[&str]| one(&policy, rows).stamps.join(" ").replace("2026-05-01 ", "");
    assert_eq!(
        stamps(&["起票,09:00", "受付,soon", "受付,10:00", "完了,11:00"]),
        "opened=09:00 acknowledged=? resolved=11:00"
    );
    assert_eq!(stamps(&["起票,09:00", "完了,11:00", "再オープン,-"]), "opened=09:00 resolved=?");
    assert_eq!(stamps(&["起票,09:00", "再オープン,-"]), "opened=09:00");
    assert_eq!(stamps(&["起票,09:00", "メモ,soon"]), "opened=09:00");
    assert_eq!(stamps(&["起票,soon"]), "opened=?");
    let written = |rows: &[&str]| one(&policy, rows).written.join(" ").replace("2026-05-01 ", "");
    assert_eq!(
        written(&["起票,09:00", "受付,rubbish", "受付,later", "完了,11:00", "再オープン,soon"]),
        "opened `09:00` acknowledged `rubbish` resolved `soon`"
    );
    assert_eq!(written(&["起票,never", "メモ,soon"]), "opened `never`");
    let pauses = |rows: &[&str]| one(&policy, rows).pauses.concat();
    assert_eq!(pauses(&["起票,09:00", "保留,soon"]), "?");
    assert_eq!(pauses(&["保留,09:00", "再開,soon"]), "?");
    assert_eq!(pauses(&["保留,09:00", "x,soon", "再開,10:00"]), "09:00-10:00");
    assert_eq!(pauses(&["wait,09:00", "x,soon", "再開,10:00"]), "?");
    let text = "id,activity,at\n1,起票,2026-05-01 09:00\n1,受付,soon\n,受付,2026-05-01 09:00\n1,,\n";
    let outcome = outcome(&policy, text);
    let reasons = outcome.reasons();
    assert!(reasons[0].starts_with("3 at soon: is not a time"), "{reasons:?}");
    assert_eq!(
        reasons[1..],
        ["4 id -: has no id", "5 at -: doesn't say when it happened, as each event must"]
    );
    assert_eq!((outcome.summary.rows, outcome.summary.incidents, outcome.summary.unreadable), (4, 1, 3));
}

#[test]
fn doubtful_local_times_are_noted_where_they_count() {
    let mut policy = of_events(rows());
    policy.zone = Zone::named("Europe/London").unwrap();
    let text = "id,activity,at\n1,起票,2026-03-29 01:30\n1,x,2026-03-29 02:30\n1,完了,2026-10-25 01:30\n";
    let incident = &outcome(&policy, text).incidents[0];
    assert_eq!(incident.notes, ["at `2026-10-25 01:30` Overlap", "at `2026-03-29 01:30` Gap"]);
    assert_eq!((incident.row, &incident.note_rows[..]), (2, &[4, 2][..]));
    // An end that several pauses have is told once.
    let text = "id,activity,at\n1,起票,2026-03-28 09:00\n1,保留,2026-03-28 10:00\n1,保留,2026-03-29 01:15\n\
                1,再開,2026-03-29 01:30\n";
    let incident = &outcome(&policy, text).incidents[0];
    assert_eq!(incident.notes, ["at `2026-03-29 01:30` Gap", "at `2026-03-29 01:15` Gap"]);
    assert_eq!(incident.note_rows, [5, 4]);
    let text = "id,activity,at\n1,起票,2026-03-29 03:00\n1,完了,3/4/2026 10:00\n";
    let error = read_with(text.as_bytes(), &policy, &IdSet::default()).unwrap_err();
    assert!(matches!(error, SourceError::UnclearDate(_)), "{error}");
}

#[test]
fn activities_are_counted_as_they_are_written() {
    let mut text = "id,activity,at\n1,done,2026-05-01 09:00\n1,受付,soon\n1,Ｄｏｎｅ,2026-05-01 10:00\n\
                    2,done,2030-05-01 09:00\n2,,2026-05-01 09:00\n"
        .to_owned();
    let policy = of_events(rows());
    let seen = |text: &str| outcome(&policy, text).summary.activities;
    let counted = |all: &[(&str, u64)]| all.iter().map(|(name, rows)| ((*name).to_owned(), *rows)).collect();
    let expected: Vec<(String, u64)> = counted(&[("done", 2), ("受付", 1), ("Ｄｏｎｅ", 1)]);
    assert_eq!(seen(&text), expected);
    // Of very many, those that the policy names come first.
    let note = |place: usize| format!("3,note {:04},2026-05-01 09:00\n", place / 2);
    text.extend((0..4_000).map(note));
    let many = seen(&text);
    assert_eq!(many.len(), 1_000);
    assert!(expected.iter().all(|one| many.contains(one)), "{many:?}");
    assert!(outcome(&super::policy(), "id,opened\n1,2026-05-01 08:00\n").summary.activities.is_empty());
}

#[test]
fn exports_named_later_replace_whole_incidents() {
    let mut later = IdSet::default();
    later.insert("1");
    let outcome = read_with(TEXT.as_bytes(), &of_events(rows()), &later).unwrap();
    assert_eq!(outcome.ids(), ["2"]);
    assert_eq!((outcome.summary.incidents, outcome.summary.replaced, outcome.ids), (2, 1, 2));
}

#[test]
fn events_may_be_json() {
    let policy = of_events(rows());
    let object = |line: &str| {
        let [id, activity, at, title, ..] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        format!("{{\"id\":{id},\"activity\":\"{activity}\",\"at\":\"{at}\",\"title\":\"{title}\"}}\n")
    };
    let text: String = TEXT.lines().skip(1).map(object).collect();
    let (json, csv) = (outcome(&policy, &text), outcome(&policy, TEXT));
    assert_eq!(stamps(&json), stamps(&csv));
    assert_eq!(json.incidents[1].title, "net");
}

/// Events of one day: incident, activity, minute, severity and title of each.
fn any_events() -> impl Strategy<Value = Vec<(u8, usize, u16, usize, bool)>> {
    prop::collection::vec((0..3u8, 0..8usize, 0..40u16, 0..3usize, any::<bool>()), 1..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_past_as_of_reads_what_an_export_of_then_would_have_told(events in any_events(), then in 0..40u16) {
        let activities = ["起票", "受付", "保留", "再開", "完了", "再オープン", "終了", "Wait"];
        let mut policy = of_events(rows());
        policy.mapping.fields = vec![(FieldId::SEVERITY, vec!["severity".to_owned()])];
        let row = |place: usize| {
            let (id, activity, minute, severity, is_told) = events[place];
            let title = if is_told { format!("t{place}") } else { String::new() };
            let severity = ["", "高", "低"][severity];
            format!("{id},{},2026-05-01 09:{minute:02},{title},{severity}\n", activities[activity])
        };
        let text = |places: &mut dyn Iterator<Item = usize>| {
            format!("id,activity,at,title,severity\n{}", places.map(row).collect::<String>())
        };
        let as_of = Zone::named("Asia/Tokyo").unwrap().at(Instant::from_epoch(1_777_593_600, 0).unwrap());
        let as_of = Instant::from_epoch(as_of.timestamp() + 60 * i64::from(then), 0).unwrap();
        let whole = text(&mut (0..events.len()));
        let whole: Vec<_> = [(1, 1 << 20), (3, 30)]
            .map(|cut| read_as_of(whole.as_bytes(), &policy, &IdSet::default(), cut, as_of).unwrap().incidents)
            .into();
        prop_assert_eq!(&whole[0], &whole[1]);
        let old = text(&mut (0..events.len()).filter(|&place| events[place].2 <= then));
        let old = read_with(old.as_bytes(), &policy, &IdSet::default()).unwrap();
        let apart = |incident: &Seen| Seen { row: 0, note_rows: Vec::new(), ..incident.clone() };
        let known = |incident: &&Seen| old.incidents.iter().any(|old| old.id == incident.id);
        let mut told: Vec<_> = whole[0].iter().filter(known).map(apart).collect();
        let mut then_told: Vec<_> = old.incidents.iter().map(apart).collect();
        told.sort();
        then_told.sort();
        prop_assert_eq!(told, then_told);
        let ids: BTreeSet<u8> = events.iter().map(|event| event.0).collect();
        prop_assert_eq!(whole[0].len(), ids.len());
    }
}
