use super::*;
use crate::domain::{EventRows, Occurrence, Rows};

/// Alarms of monitors, the newest first.
const TEXT: &str = "id,activity,at,title\n\
    web,Alarm updated from ALARM to OK,2026-05-01T05:00:00Z,e\n\
    web,Alarm updated from OK to ALARM,2026-05-01T04:00:00.5Z,d\n\
    db,Alarm updated from OK to ALARM,2026-05-01T03:30:00Z,x\n\
    web,Alarm updated from ALARM to INSUFFICIENT_DATA,2026-05-01T03:00:00Z,c\n\
    web,Alarm updated from OK to ALARM,2026-05-01T02:30:00Z,again\n\
    web,Alarm updated from OK to ALARM,2026-05-01T02:00:00Z,b\n\
    web,Alarm updated from ALARM to OK,2026-05-01T01:00:00Z,a\n\
    app,Alarm updated from ALARM to OK,2026-05-01T01:00:00Z,y\n\
    web,Action,2026-05-01T00:00:00Z,a\n";

fn alarms() -> EventRows {
    let text = |text: &str| text.to_owned();
    EventRows {
        activity: text("activity"),
        at: text("at"),
        stages: vec![
            (StageId::OPENED, vec![text("* TO alarm")]),
            (stage("resolved"), vec![text("Alarm updated from ALARM to *")]),
        ],
        takes: Vec::new(),
        episodes: true,
        pauses: Vec::new(),
        reopens: Vec::new(),
    }
}

fn of_rows(rows: EventRows) -> Policy {
    Policy { mapping: Mapping { rows: Rows::Events(rows), ..policy().mapping }, ..policy() }
}

fn told(outcome: &Outcome) -> Vec<String> {
    let stamps = |seen: &Seen| seen.stamps.join(" ").replace("2026-05-01 ", "");
    outcome.incidents.iter().map(|seen| format!("{} {}: {}", seen.id, seen.title, stamps(seen))).collect()
}

#[test]
fn each_opening_begins_another_incident_of_the_subject() {
    let outcome = read_with(TEXT.as_bytes(), &of_rows(alarms()), &IdSet::default()).unwrap();
    let mut found = told(&outcome);
    found.sort();
    assert_eq!(
        found,
        [
            "db / 2026-05-01T03:30:00Z x: opened=12:30",
            "web / 2026-05-01T02:00:00Z b: opened=11:00 resolved=12:00",
            "web / 2026-05-01T04:00:00.500Z d: opened=13:00 resolved=14:00",
        ]
    );
    let summary = &outcome.summary;
    assert_eq!((summary.rows, summary.incidents, summary.outside), (9, 3, 3));
    assert_eq!(outcome.ids, 3);
}

#[test]
fn episodes_of_a_later_export_replace_those_before() {
    let mut later = IdSet::default();
    later.insert("web / 2026-05-01T02:00:00Z");
    let outcome = read_with(TEXT.as_bytes(), &of_rows(alarms()), &later).unwrap();
    assert_eq!((outcome.incidents.len(), outcome.summary.replaced), (2, 1));
}

#[test]
fn the_first_or_the_last_event_reaches_a_stage_as_the_policy_says() {
    let text = "id,activity,at\n1,open,2026-05-01 09:00\n1,take,2026-05-01 09:10\n1,take,2026-05-01 09:20\n\
        1,done,2026-05-01 10:00\n1,done,2026-05-01 11:00\n";
    let one = |takes: Vec<(StageId, Occurrence)>| {
        let named = |name: &str, text: &str| (stage(name), vec![text.to_owned()]);
        let stages = vec![named("acknowledged", "take"), named("resolved", "done")];
        let rows = EventRows { stages, takes, episodes: false, ..alarms() };
        let outcome = read_with(text.as_bytes(), &of_rows(rows), &IdSet::default()).unwrap();
        told(&outcome).remove(0)
    };
    let (first, last) = (Occurrence::First, Occurrence::Last);
    assert_eq!(one(Vec::new()), "1 : opened=09:00 acknowledged=09:10 resolved=11:00");
    assert_eq!(
        one(vec![(stage("acknowledged"), last), (stage("resolved"), first)]),
        "1 : opened=09:00 acknowledged=09:20 resolved=10:00"
    );
}
