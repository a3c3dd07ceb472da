use proptest::prelude::*;

use super::*;
use crate::domain::{IncidentPart, PauseColumns};

fn paused_by(stretches: &[(&str, &str)], sums: &[(&str, &str)]) -> Policy {
    let pauses = PauseColumns {
        stretches: stretches.iter().map(|&(from, to)| (from.to_owned(), to.to_owned())).collect(),
        sums: sums.iter().map(|&(name, column)| (stage(name), column.to_owned())).collect(),
        sums_in_hours: false,
    };
    Policy { mapping: Mapping { pauses, ..policy().mapping }, ..policy() }
}

fn outcome(policy: &Policy, text: &str) -> Outcome {
    read_with(text.as_bytes(), policy, &IdSet::default()).unwrap()
}

/// The pauses and notes of one incident with these cells.
fn paused(from: &str, to: &str) -> (Vec<String>, Vec<String>) {
    let policy = paused_by(&[("from", "to")], &[]);
    let text = format!("id,opened,from,to\n1,2026-05-01 08:00,\"{from}\",\"{to}\"\n");
    let incident = outcome(&policy, &text).incidents.remove(0);
    (incident.pauses, incident.notes)
}

#[test]
fn each_pair_of_cells_is_a_pause() {
    let policy = paused_by(&[("a", "b"), ("c", "d")], &[]);
    let text = "id,opened,a,b,c,d\n\
        1,2026-05-01 08:00,2026-05-01 09:00,2026-05-01 09:30,2026-05-01 11:00,2026-05-01 10:00\n\
        2,2026-05-01 08:00,2026-05-01 09:00,2026-05-01 09:30,,-\n\
        3,2026-05-01 08:00,,,,\n";
    let outcome = outcome(&policy, text);
    let pauses: Vec<_> = outcome.incidents.iter().map(|incident| incident.pauses.concat()).collect();
    assert_eq!(pauses, ["?", "09:00-09:30", ""]);
    assert_eq!(
        outcome.incidents[0].notes,
        ["d `2026-05-01 10:00` ends before it begins (`2026-05-01 11:00`)"]
    );
    assert_eq!(outcome.summary.pause_columns, [(IncidentPart::Pauses, "a".to_owned())]);
}

#[test]
fn a_cell_may_hold_several_times() {
    for separator in ["\n", "\r\n", "; ", " | ", ", "] {
        let from = ["2026-05-01 09:00", "2026-05-01 10:00"].join(separator);
        let to = ["2026-05-01 09:10", "2026-05-01 10:20"].join(separator);
        let (pauses, notes) = paused(&from, &to);
        assert_eq!(
            (pauses.join(" "), notes.len()),
            ("09:00-09:10 10:00-10:20".to_owned(), 0),
            "{separator:?}"
        );
    }
    let (pauses, _) = paused("May 1, 2026 09:00", "May 1, 2026 09:10");
    assert_eq!(pauses, ["09:00-09:10"]);
}

proptest! {
    #[test]
    fn a_pause_is_the_same_whether_or_not_others_could_stand_beside_it(
        cells in prop::collection::vec((TIME, TIME), 1..8),
    ) {
        let policy = paused_by(&[("from", "to")], &[]);
        // Behind a separator nothing more comes, but each row is taken apart.
        let pauses = |behind: &str| {
            let row = |(place, (from, to)): (usize, &(String, String))| {
                format!("{place},2026-05-01 08:00,{from}{behind},{to}{behind}\n")
            };
            let rows: String = cells.iter().enumerate().map(row).collect();
            let found = outcome(&policy, &format!("id,opened,from,to\n{rows}"));
            found.incidents.into_iter().map(|incident| (incident.pauses, incident.notes.len())).collect::<Vec<_>>()
        };
        prop_assert_eq!(pauses(""), pauses(";"));
    }
}

/// What may stand in the cell of a pause.
const TIME: &str =
    "|| |-|soon|2026-05-01 25:00|2026-0[56]-0[12][ T](09|10):(00|30)(:0[05](\\.5)?)?(\\+09:00|Z)?";

#[test]
fn a_pause_may_never_have_ended() {
    let (pauses, notes) = paused("2026-05-01 09:00;2026-05-01 10:00;", "2026-05-01 09:10;-;");
    assert_eq!(pauses, ["09:00-09:10", "10:00-"]);
    assert_eq!(notes, ["from `2026-05-01 10:00` NeverEnded"]);
}

#[test]
fn what_does_not_fit_together_is_unreadable() {
    for (from, to, note) in [
        ("", "2026-05-01 09:10", "to `2026-05-01 09:10` ends a pause of which `from` doesn't tell"),
        ("2026-05-01 09:00", "soon", "to `soon` is not a time"),
        ("2026-05-01 09:00|x", "2026-05-01 09:10|", "from `2026-05-01 09:00|x` `x` is not a time"),
        (
            "2026-05-01 09:00;2026-05-01 10:00",
            "2026-05-01 09:10",
            "from `2026-05-01 09:00;2026-05-01 10:00` tells of 2 beginnings of pauses and `to` of 1 ends",
        ),
    ] {
        let (pauses, notes) = paused(from, to);
        assert_eq!(pauses, ["?"], "{from} {to}");
        assert!(notes.len() == 1 && notes[0].starts_with(note), "{notes:?}");
    }
}

#[test]
fn ambiguous_times_of_pauses_are_noted() {
    let mut policy = paused_by(&[("from", "to")], &[]);
    policy.zone = Zone::named("Europe/London").unwrap();
    let text = "id,opened,from,to\n1,2026-03-01 08:00,2026-03-29 01:30,2026-10-25 01:30\n";
    let incident = &outcome(&policy, text).incidents[0];
    assert_eq!(incident.notes, ["from `2026-03-29 01:30` Gap", "to `2026-10-25 01:30` Overlap"]);
    let text = "id,opened,from,to\n1,2026-03-01 08:00,3/4/2026 9:00,4/3/2026 9:00\n";
    let error = read_with(text.as_bytes(), &policy, &IdSet::default()).unwrap_err();
    assert!(error.to_string().contains("`from`"), "{error}");
    let text = "id,opened,from,to\n1,2026-03-01 08:00,3/4/2026 9:00,3/4/2026 10:00\n2,2026-03-01 08:00,2/4/2026 9:00; 13/4/2026 9:00,;\n";
    assert_eq!(outcome(&policy, text).summary.date_order, Some("day-first"));
}

#[test]
fn sums_are_seconds() {
    let policy = paused_by(&[], &[("acknowledged", "until_ack"), ("resolved", "until_end")]);
    let text = "id,opened,until_ack,until_end\n\
        1,2026-05-01 08:00,0,90.5\n2,2026-05-01 08:00,-,-5\n3,2026-05-01 08:00,1h,7\n";
    let outcome = outcome(&policy, text);
    let sums: Vec<_> = outcome.incidents.iter().map(|incident| incident.pauses.join(" ")).collect();
    assert_eq!(sums, ["acknowledged=0s resolved=90s", "resolved=?", "acknowledged=? resolved=7s"]);
    assert!(outcome.incidents[1].notes[0].starts_with("until_end `-5` is negative, but no time"));
    assert!(outcome.incidents[2].notes[0].starts_with("until_ack `1h` is not a number of seconds"));
    assert_eq!(
        outcome.summary.pause_columns,
        [
            (IncidentPart::PausedUpTo(stage("acknowledged")), "until_ack".to_owned()),
            (IncidentPart::PausedUpTo(stage("resolved")), "until_end".to_owned())
        ]
    );
}

#[test]
fn pauses_of_json_are_taken_from_every_element() {
    let policy = paused_by(&[("holds[].from", "holds[].to")], &[]);
    let text = r#"{"id":1,"opened":"2026-05-01 08:00","holds":[{"from":"2026-05-01 09:00"},{"to":"2026-05-01 10:20","from":"2026-05-01 10:00"}]}
{"id":2,"opened":"2026-05-01 08:00","holds":[]}
{"id":3,"opened":"2026-05-01 08:00"}
{"id":4,"opened":"2026-05-01 08:00","holds":[{"from":"2026-05-01 09:00","to":null},{"from":"2026-05-01 10:00"}]}
"#;
    let outcome = outcome(&policy, text);
    let pauses: Vec<_> = outcome.incidents.iter().map(|incident| incident.pauses.join(" ")).collect();
    assert_eq!(pauses, ["09:00- 10:00-10:20", "", "", "09:00- 10:00-"]);
    assert_eq!(outcome.incidents[0].notes, ["holds[].from `2026-05-01 09:00` NeverEnded"]);
}

/// The pauses and notes of one incident whose `holds` in JSON are these.
fn paused_in_json(holds: &str) -> (String, Vec<String>) {
    let policy = paused_by(&[("holds[].from", "holds[].to")], &[]);
    let text = format!("{{\"id\":1,\"opened\":\"2026-05-01 08:00\",\"holds\":{holds}}}\n");
    let known = r#"{"id":2,"opened":"2026-05-01 08:00","holds":[{"from":null,"to":null}]}"#;
    let incident = outcome(&policy, &format!("{text}{known}\n")).incidents.remove(0);
    (incident.pauses.join(" "), incident.notes)
}

#[test]
fn pauses_of_json_may_stand_in_one_object() {
    let (pauses, notes) = paused_in_json(r#"{"from":"2026-05-01 09:00","to":"2026-05-01 09:30"}"#);
    assert_eq!((pauses.as_str(), notes.len()), ("09:00-09:30", 0));
    for none in ["null", "[]", "{}", "[null]"] {
        assert_eq!(paused_in_json(none), (String::new(), Vec::new()), "{none}");
    }
}

#[test]
fn pauses_of_json_in_another_shape_are_unreadable() {
    for (holds, value) in [
        ("\"text\"", "text"),
        ("\"2026-05-01 09:00; 2026-05-01 09:10\"", "2026-05-01 09:00; 2026-05-01 09:10"),
        ("5", "5"),
        ("[1,2]", "1"),
        ("[[{\"from\":\"2026-05-01 09:00\"}]]", "[{\"from\":\"2026-05-01 09:00\"}]"),
        ("[{\"from\":\"2026-05-01 09:00\",\"to\":\"2026-05-01 09:10\"},true]", "true"),
    ] {
        let (pauses, notes) = paused_in_json(holds);
        assert_eq!(pauses, "?", "{holds}");
        let note = format!("holds[].from `{value}` doesn't fit `holds[].from`; expected an object");
        assert!(notes.len() == 1 && notes[0].starts_with(&note), "{notes:?}");
    }
    let (pauses, notes) = paused_in_json(r#"{"from":"2026-05-01 09:00","to":{"at":1}}"#);
    assert_eq!(pauses, "?");
    assert!(notes[0].starts_with("holds[].to `{\"at\":1}` doesn't fit `holds[].to`"), "{notes:?}");
}

#[test]
fn what_is_wrong_of_pauses_in_json_is_shown_alone() {
    let (_, notes) = paused_in_json(r#"[{"from":"soon","to":"2026-05-01 09:00"},{}]"#);
    assert!(notes[0].starts_with("holds[].from `soon` is not a time"), "{notes:?}");
    let (_, notes) = paused_in_json(r#"[{},{"to":"2026-05-01 09:00"}]"#);
    assert!(notes[0].starts_with("holds[].to `2026-05-01 09:00` ends a pause of which"), "{notes:?}");
    let policy = paused_by(&[("a[].from", "b[].to")], &[]);
    let text = r#"{"id":1,"opened":"2026-05-01 08:00","a":[{"from":"2026-05-01 09:00"},{}],"b":[{"to":null},{"to":null},{"to":"x"}]}
{"id":2,"opened":"2026-05-01 08:00"}"#;
    let notes = &outcome(&policy, text).incidents[0].notes;
    assert!(notes[0].starts_with("a[].from `2026-05-01 09:00` tells of 2 beginnings"), "{notes:?}");
}

#[test]
fn many_pauses_of_one_incident_take_no_longer_each() {
    const COUNT: usize = 100_000;
    let time = |place: usize| {
        format!("2026-05-{:02} {:02}:{:02}", place / 1440 % 28 + 1, place / 60 % 24, place % 60)
    };
    let times: Vec<String> = (0..COUNT).map(time).collect();
    let look = |columns: (&str, &str), text: &str| {
        let policy = paused_by(&[columns], &[]);
        let outcome = read_as(text.as_bytes(), &policy, &IdSet::default(), 1, 1 << 23).unwrap();
        let incident = outcome.incidents.last().unwrap();
        assert_eq!((incident.pauses.len(), incident.notes.len()), (COUNT, COUNT));
    };
    for separator in [";", "|", ",", "\n"] {
        let (from, to) = (times.join(separator), separator.repeat(COUNT - 1));
        look(("from", "to"), &format!("id,opened,from,to\n1,2026-05-01 08:00,\"{from}\",\"{to}\"\n"));
    }
    let holds: Vec<String> =
        times.iter().map(|time| format!("{{\"from\":\"{time}\",\"to\":null}}")).collect();
    let holds = holds.join(",");
    let (short, opened) = ("{\"id\":0,\"opened\":null}", "2026-05-01 08:00");
    let long = format!("{{\"id\":1,\"opened\":\"{opened}\",\"holds\":[{holds}]}}");
    look(("holds[].from", "holds[].to"), &format!("{short}\n{long}\n"));
}

#[test]
fn kept_rows_keep_their_pauses() {
    let mut policy = paused_by(&[("from", "to")], &[]);
    policy.mapping.rows = crate::domain::Rows::Snapshots { order_by: None };
    let text = "id,opened,from,to\n1,2026-05-01 08:00,2026-05-01 09:00,\n\
        1,2026-05-01 08:00,2026-05-01 09:00,2026-05-01 09:05\n2,2026-05-01 08:00,,\n";
    let outcome = outcome(&policy, text);
    let pauses: Vec<_> = outcome.incidents.iter().map(|incident| incident.pauses.join(" ")).collect();
    assert_eq!(pauses, ["09:00-09:05", ""]);
}
