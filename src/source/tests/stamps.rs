use super::*;
use crate::domain::StageColumn;

#[test]
fn stages_may_be_seconds_after_another() {
    let mut mapping = policy().mapping;
    let after = |stage, seconds: &str| {
        vec![StageColumn::After {
            stage,
            column: seconds.to_owned(),
            unit: crate::domain::CountUnit::Seconds,
        }]
    };
    // `acknowledged` comes before `responded` that it is counted from.
    mapping.stages = vec![
        (stage("acknowledged"), after(stage("responded"), "ack")),
        (stage("responded"), after(stage("opened"), "first")),
    ];
    let policy = Policy { mapping, ..policy() };
    let text = "id,opened,first,ack\n1,2026-05-01 09:00,600,60\n2,2026-05-01 09:00,,60\n3,2026-05-01 09:00,x,60\n4,bad,60,60\n";
    let outcome = read_with(text.as_bytes(), &policy, &IdSet::default()).unwrap();
    let stamps: Vec<_> = outcome.incidents.iter().map(|seen| seen.stamps.join(" ")).collect();
    assert_eq!(
        stamps,
        [
            "opened=2026-05-01 09:00 acknowledged=2026-05-01 09:11 responded=2026-05-01 09:10",
            "opened=2026-05-01 09:00",
            "opened=2026-05-01 09:00 acknowledged=? responded=?",
            "opened=? acknowledged=? responded=?",
        ]
    );
    assert_eq!(outcome.incidents[2].notes.len(), 2);
    assert!(
        outcome.incidents[3].notes[1].contains("is counted from `opened`"),
        "{:?}",
        outcome.incidents[3].notes
    );
}

#[test]
fn what_is_no_time_and_what_a_clock_change_moves_is_noted() {
    let zone = Some(Zone::named("America/New_York").unwrap());
    let policy = Policy { mapping: Mapping { zone, ..policy().mapping }, ..policy() };
    let text = "id,opened,resolved\n1,2026-03-08 02:30:00,soon\n2,2026-11-01 01:30:00,\n";
    let outcome = read_with(text.as_bytes(), &policy, &IdSet::default()).unwrap();
    assert!(outcome.incidents[0].notes[0].starts_with("opened `2026-03-08 02:30:00` Gap"));
    assert!(outcome.incidents[0].notes[1].starts_with("resolved `soon` "));
    assert!(outcome.incidents[1].notes[0].contains("Overlap"));
    assert_eq!(outcome.summary.unreadable, 0);
}

#[test]
fn one_order_of_day_and_month_holds_for_the_export() {
    let outcome = read("id,opened,resolved\n1,03/04/2026 10:00,\n2,13/04/2026 10:00,\n");
    assert_eq!(outcome.incidents[0].stamps, ["opened=2026-04-03 10:00"]);
    assert_eq!(outcome.summary.date_order, Some("day-first"));
    let both = error("id,opened\n1,03/04/2026 10:00\n2,13/04/2026 10:00\n3,04/13/2026 10:00\n");
    assert!(both.contains("prove both orders") && both.contains("%d/%m/%Y %H:%M"), "{both}");
}

#[test]
fn tokens_of_the_policy_mean_nothing_in_fields_too() {
    let policy =
        Policy { mapping: Mapping { missing: vec!["?".to_owned()], ..policy().mapping }, ..policy() };
    let text = "id,title,opened\n1,?,2026-05-01 09:00\n?,b,2026-05-01 09:00\n";
    let outcome = read_with(text.as_bytes(), &policy, &IdSet::default()).unwrap();
    assert_eq!((outcome.incidents[0].title.as_str(), outcome.incidents.len()), ("", 1));
    assert_eq!(outcome.reasons(), ["3 id ?: has no id"]);
}
