use super::super::activities::findings;
use super::*;
use crate::assess::SourceSummary;
use crate::domain::{EventRows, PauseEnd, Rows};

fn source(activities: &[(&str, u64)]) -> SourceSummary {
    let activities = activities.iter().map(|(name, rows)| ((*name).to_owned(), *rows)).collect();
    SourceSummary {
        path: "events.csv".into(),
        format: "csv",
        sheet: None,
        title_rows: 0,
        encoding: "utf-8".into(),
        rows: 1,
        incidents: 1,
        activities,
        ..SourceSummary::default()
    }
}

#[test]
fn activities_that_no_row_has_are_told() {
    let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let mut policy = everything();
    let stage = |name: &str| policy.stages.find(name).unwrap();
    let rows = EventRows {
        activity: "Activity".into(),
        at: "At".into(),
        stages: vec![
            (stage("acknowledged"), texts(&["ＡＣＫ", "accept"])),
            (stage("resolved"), texts(&["reslove", "done"])),
        ],
        pauses: vec![
            ("hold".into(), PauseEnd::Activities(texts(&["RESLOVE", "go on"]))),
            ("wiat".into(), PauseEnd::Next),
        ],
        takes: Vec::new(),
        episodes: false,
        reopens: texts(&["open again"]),
    };
    let sources = [
        source(&[("ack", 3), ("done", 1), ("resolve", 5), ("wait", 2)]),
        source(&[("accept", 1), ("hold", 1), ("resolve", 7)]),
    ];
    assert_eq!(findings(&policy, &sources), []);
    policy.mapping.rows = Rows::Events(rows);
    let counted = |value: &str, incidents| Counted { value: value.to_owned(), incidents };
    let unused = |activity: &str, spots, near| PolicyFinding::UnusedActivity {
        activity: activity.to_owned(),
        spots,
        near,
    };
    assert_eq!(
        findings(&policy, &sources),
        [
            unused(
                "reslove",
                vec![PolicySpot::Reaching(1), PolicySpot::PauseEnd(0)],
                vec![counted("resolve", 12)]
            ),
            unused("go on", vec![PolicySpot::PauseEnd(0)], vec![]),
            unused("wiat", vec![PolicySpot::PauseBegin(1)], vec![counted("wait", 2)]),
            unused("open again", vec![PolicySpot::Reopens], vec![]),
        ]
    );
}
