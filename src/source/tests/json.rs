use super::*;
use crate::domain::{CountUnit, StageColumn};

const OBJECTS: [&str; 3] = [
    r#"{"id":"INC1","summary":"disk \"full\" ]},","opened_at":"2026-05-01T09:00:00+09:00","service":{"name":"web"}}"#,
    r#"{"id":2,"summary":null,"opened_at":1777593600,"labels":[{"name":"x"}]}"#,
    r#"{"opened_at":"2026-05-01T09:05:00+09:00","id":"INC3","summary":"応答なし","extra":{"deep":[1,[2]]}}"#,
];

fn titles(outcome: &Outcome) -> Vec<(u64, &str, &str)> {
    outcome.incidents.iter().map(|seen| (seen.row, seen.id.as_str(), seen.title.as_str())).collect()
}

#[test]
fn lines_arrays_and_envelopes_give_the_same_incidents() {
    let expected = [(1, "INC1", "disk \"full\" ]},"), (2, "2", ""), (3, "INC3", "応答なし")];
    let lines = read(OBJECTS.join("\n"));
    assert_eq!(titles(&lines), expected);
    assert_eq!(lines.summary.format, "jsonl");
    assert_eq!(lines.incidents[1].stamps, ["opened=2026-05-01 09:00"]);
    let array = format!("[\n {}\n]\n", OBJECTS.join(",\n "));
    assert_eq!(titles(&read(&array)), expected);
    assert_eq!(read(&array).summary.format, "json");
    let envelope = format!(r#"{{"limit":3,"tags":[],"incidents":{array},"more":{{"a":[{{}}]}}}}"#);
    assert_eq!(titles(&read(envelope)), expected);
}

#[test]
fn elements_that_are_no_objects_are_unreadable() {
    let outcome = read(format!("[{},7,\"x\",{{\"id\":}}]", OBJECTS[0]));
    assert_eq!(outcome.ids(), ["INC1"]);
    let rows: Vec<u64> = outcome.unreadable.iter().map(|row| row.0).collect();
    assert_eq!(rows, [2, 3, 4]);
    assert_eq!(outcome.reasons()[0], "2 - -: expected an object, found `7`");
    let lines = read(format!("{}\n\n{{\"id\":\"tor\n", OBJECTS[0]));
    assert_eq!((lines.summary.rows, lines.summary.unreadable), (2, 1));
}

#[test]
fn lists_that_break_off_are_errors_with_the_element() {
    assert_eq!(
        error(format!("[{},{}", OBJECTS[0], OBJECTS[1])),
        "`-` element 3: the list is cut off here: expected `]` at its end"
    );
    assert_eq!(
        error(format!("[{},{{\"id\":\"to", OBJECTS[0])),
        "`-` element 2: the list is cut off here: expected `]` at its end"
    );
    assert_eq!(error(format!("[{} {}]", OBJECTS[0], OBJECTS[1])), "`-` element 2: expected `,` or `]`");
    assert_eq!(
        error(format!("[{}] x", OBJECTS[0])),
        "`-` element 2: something else stands behind the list of incidents"
    );
    assert_eq!(
        error(format!("{{\"data\":[{}]", OBJECTS[0])),
        "`-` element 2: the JSON is cut off behind the list of incidents"
    );
}

#[test]
fn a_list_without_elements_has_no_rows() {
    for text in ["[]", "{\"incidents\":[]}\n", " [ ] "] {
        let outcome = read(text);
        assert_eq!((outcome.summary.rows, outcome.summary.format), (0, "json"));
    }
    assert!(error("[1,2]").contains("a list without objects"));
}

#[test]
fn a_mapped_value_may_come_later_than_the_beginning() {
    let mut mapping = policy().mapping;
    mapping.stages = vec![(stage("resolved"), vec![StageColumn::Time("end.at".to_owned())])];
    let policy = Policy { mapping, ..policy() };
    let first = (0..1200)
        .map(|n| format!("{{\"id\":\"{n}\",\"opened\":\"2026-05-01T09:00:00+09:00\"}}\n"))
        .collect::<Vec<_>>()
        .concat();
    let with = format!("{first}{{\"id\":\"x\",\"end\":{{\"at\":\"2026-05-01T10:00:00+09:00\"}}}}\n");
    let outcome = read_as(with.as_bytes(), &policy, &IdSet::default(), 2, 4000).unwrap();
    assert_eq!(outcome.incidents.last().unwrap().stamps, ["resolved=2026-05-01 10:00"]);
    let error = read_as(first.as_bytes(), &policy, &IdSet::default(), 2, 4000).unwrap_err();
    assert!(matches!(error, SourceError::Columns { .. }), "{error}");
    assert!(error.to_string().contains("end.at"), "{error}");
}

#[test]
fn bad_bytes_are_named_by_element() {
    let bytes = [OBJECTS[0].as_bytes(), b"\n{\"id\":\"\xff\"}\n"].concat();
    let policy =
        Policy { mapping: Mapping { encoding: Some("utf-8".to_owned()), ..policy().mapping }, ..policy() };
    let error = read_with(&bytes, &policy, &IdSet::default()).unwrap_err();
    assert!(matches!(error, SourceError::BadBytes { row: 2, .. }), "{error}");
}

/// An envelope with a list of other objects before the incidents, longer than what is looked at.
fn behind_a_long_list(key: &str, element: &str) -> String {
    let others = vec![element; (2 << 20) / element.len()].join(",");
    format!(r#"{{"{key}":[{others}],"incidents":[{}]}}"#, OBJECTS[0])
}

fn read_once(text: &str) -> Result<Outcome, SourceError> {
    read_as(text.as_bytes(), &policy(), &IdSet::default(), 2, 1 << 20)
}

#[test]
fn a_long_list_before_the_incidents_is_not_taken_for_them() {
    let element = r#"{"id":"C1","opened_at":"2026-05-01T09:00:00+09:00","text":"a comment of some length"}"#;
    for key in ["comments", "events"] {
        let error = read_once(&behind_a_long_list(key, element)).unwrap_err().to_string();
        assert!(error.contains(&format!("`{key}`")) && error.contains("`incidents`"), "{error}");
    }
    let error = read_once(&behind_a_long_list("comments", r#"{"text":"a comment of some length"}"#));
    let error = error.unwrap_err().to_string();
    assert!(error.contains("a list under `comments`"), "{error}");
}

#[test]
fn a_long_list_alone_is_read_whatever_its_key() {
    let objects: Vec<String> =
        (0..30_000).map(|n| format!(r#"{{"id":"I{n}","opened_at":"2026-05-01T09:00:00+09:00"}}"#)).collect();
    let outcome = read_once(&format!(r#"{{"total":1,"tickets":[{}],"next":null}}"#, objects.join(",")));
    assert_eq!(outcome.unwrap().incidents.len(), 30_000);
}

#[test]
fn what_stands_behind_the_list_is_looked_at_whatever_its_length() {
    let long = " ".repeat(3 << 20);
    assert_eq!(read_once(&format!("[{}]{long}", OBJECTS[0])).unwrap().incidents.len(), 1);
    let error = read_once(&format!("[{}]{long}x", OBJECTS[0])).unwrap_err().to_string();
    assert_eq!(error, "`-` element 2: something else stands behind the list of incidents");
    let error = read_once(&format!(r#"{{"data":[{}],"x":"{long}"#, OBJECTS[0])).unwrap_err().to_string();
    assert_eq!(error, "`-` element 2: the JSON is cut off behind the list of incidents");
    let bytes = [format!(r#"{{"data":[{}],"x":"{long}"#, OBJECTS[0]).as_bytes(), b"\xff\"}"].concat();
    let error = read_as(&bytes, &policy(), &IdSet::default(), 2, 1 << 20).unwrap_err();
    assert!(matches!(error, SourceError::BadBytes { .. }), "{error}");
}

/// A policy that takes these stages from these paths.
fn with_stages(stages: &[(&str, &str)]) -> Policy {
    let column = |path: &str| vec![StageColumn::Time(path.to_owned())];
    let stages = stages.iter().map(|(name, path)| (stage(name), column(path))).collect();
    Policy { mapping: Mapping { stages, ..policy().mapping }, ..policy() }
}

fn read_by(policy: &Policy, text: &str) -> Outcome {
    read_with(text.as_bytes(), policy, &IdSet::default()).unwrap()
}

fn stamps(outcome: &Outcome) -> Vec<String> {
    outcome.incidents.iter().map(|seen| seen.stamps.join(", ")).collect()
}

#[test]
fn a_stage_takes_the_earliest_of_an_array() {
    let policy = with_stages(&[("acknowledged", "acknowledgements[].at")]);
    let row = |id: &str, array: &str| {
        format!(r#"{{"id":"{id}","opened":"2026-05-01T09:00:00+09:00","acknowledgements":{array}}}"#)
    };
    let at = |time: &str| format!(r#"{{"at":"2026-05-01T{time}:00+09:00"}}"#);
    let array =
        |times: &[&str]| format!("[{}]", times.iter().map(|time| at(time)).collect::<Vec<_>>().join(","));
    let outcome = read_by(
        &policy,
        &[
            row("late first", &array(&["09:40", "09:05", "09:20"])),
            row("one", &array(&["09:30"])),
            row("none", "[]"),
            row("null", "null"),
            row("not yet", r#"[{"at":null},{"at":""},{"at":"-"},{}]"#),
            row("some not yet", &format!(r#"[{{"at":null}},{},{{"at":"N/A"}}]"#, at("09:10"))),
            row("no array", &at("09:50")),
        ]
        .join("\n"),
    );
    let opened = "opened=2026-05-01 09:00";
    let acknowledged = |time: &str| format!("{opened}, acknowledged=2026-05-01 {time}");
    assert_eq!(
        stamps(&outcome),
        [
            acknowledged("09:05"),
            acknowledged("09:30"),
            opened.to_owned(),
            opened.to_owned(),
            opened.to_owned(),
            acknowledged("09:10"),
            acknowledged("09:50")
        ]
    );
    assert!(outcome.incidents.iter().all(|seen| seen.notes.is_empty()));
    assert_eq!(outcome.incidents[0].written[1], "acknowledged `2026-05-01T09:05:00+09:00`");
    assert_eq!(outcome.summary.stage_columns[1].as_deref(), Some("acknowledgements[].at"));
}

#[test]
fn one_time_of_several_that_is_none_makes_the_stamp_unreadable() {
    let policy = with_stages(&[("acknowledged", "acks[].at")]);
    for (array, note) in [
        (r#"[{"at":"2026-05-01T09:05:00+09:00"},{"at":"soon"},{"at":"later"}]"#, "acks[].at `soon` "),
        (
            r#"[{"at":"2026-05-01T09:05:00+09:00"},{"at":{"x":1}}]"#,
            "acks[].at `{\"x\":1}` doesn't fit `acks[].at`; ",
        ),
        (
            r#"["2026-05-01T09:05:00+09:00"]"#,
            "acks[].at `2026-05-01T09:05:00+09:00` doesn't fit `acks[].at`; ",
        ),
        ("true", "acks[].at `true` doesn't fit `acks[].at`; "),
    ] {
        let text = format!(
            r#"[{{"id":1,"acks":[{{"at":null}}],"opened":"2026-05-01T09:00:00+09:00"}},{{"id":2,"acks":{array},"opened":"2026-05-01T09:00:00+09:00"}}]"#
        );
        let outcome = read_by(&policy, &text);
        let seen = &outcome.incidents[1];
        assert_eq!(seen.stamps, ["opened=2026-05-01 09:00", "acknowledged=?"], "{array}");
        assert!(seen.notes.len() == 1 && seen.notes[0].starts_with(note), "{:?}", seen.notes);
        let value = note.split('`').nth(1).unwrap();
        assert_eq!(seen.written[1], format!("acknowledged `{value}`"));
    }
}

#[test]
fn elements_are_selected_by_what_is_in_them() {
    let mut policy = with_stages(&[
        ("opened", "times[timestamp.name=Reported at].value.at"),
        ("acknowledged", "steps[action&2].clock"),
        ("resolved", "transitions[name=resolved].at"),
    ]);
    policy.mapping.fields = vec![(FieldId::TITLE, vec!["labels[key=v1.5 title].value".to_owned()])];
    let rows = [
        r#"{"id":"A","times":[{"timestamp":{"name":"Closed at"},"value":{"at":"2026-05-01T12:00:00+09:00"}},
            {"timestamp":{"name":"Reported At"},"value":{"at":"2026-05-01T09:00:00+09:00"}}],
            "steps":[{"action":"4","clock":"1777593700"},{"action":"6","clock":"1777594200"},{"action":"2","clock":"1777593900"}],
            "transitions":[{"name":"triggered","at":"2026-05-01T09:00:00+09:00"},{"name":"RESOLVED","at":"2026-05-01T10:00:00+09:00"}],
            "labels":[{"key":"x","value":"no"},{"key":"V1.5 Title","value":"first"},{"key":"v1.5 title","value":"second"}]}"#,
        // The last field that decides comes behind, and nothing is selected for the others.
        r#"{"id":"B","times":[{"value":null,"timestamp":{"name":"Fixed at"}},{"value":{"at":"2026-05-01T09:30:00+09:00"},"timestamp":{"name":"Reported at"}}],
            "steps":[],"transitions":[{"name":"triggered","at":"2026-05-01T09:00:00+09:00"}],"labels":[]}"#,
    ];
    let outcome = read_by(&policy, &format!("[{}]", rows.join(",")));
    assert_eq!(
        stamps(&outcome),
        [
            "opened=2026-05-01 09:00, acknowledged=2026-05-01 09:05, resolved=2026-05-01 10:00",
            "opened=2026-05-01 09:30"
        ]
    );
    assert_eq!(outcome.incidents.iter().map(|seen| seen.title.as_str()).collect::<Vec<_>>(), ["first", ""]);
}

#[test]
fn a_selection_is_missing_only_where_its_elements_are() {
    let rows = |count: usize, last: &str| {
        let first = r#"{"id":"N","opened":"2026-05-01T09:00:00+09:00","steps":[]}"#;
        let mut rows: Vec<String> = (0..count).map(|n| first.replace('N', &n.to_string())).collect();
        rows.push(last.to_owned());
        rows.join("\n")
    };
    let last = r#"{"id":"x","opened":"2026-05-01T09:00:00+09:00","steps":[{"name":"seen","at":"2026-05-01T09:10:00+09:00"}]}"#;
    let read = |path: &str, text: &str| {
        let policy = with_stages(&[("acknowledged", path)]);
        read_as(text.as_bytes(), &policy, &IdSet::default(), 2, 4000)
    };
    for count in [1, 1200] {
        let text = rows(count, last);
        let stamps = |path| read(path, &text).unwrap().incidents.last().unwrap().stamps.clone();
        assert_eq!(stamps("steps[name=seen].at").len(), 2);
        // Nobody acknowledged anything: the column is there all the same.
        assert_eq!(stamps("steps[name=acked].at").len(), 1);
        let error = read("steps[name=seen].att", &text).unwrap_err().to_string();
        assert!(error.contains("steps[name=seen].att"), "{error}");
    }
}

#[test]
fn keys_with_brackets_are_found_as_they_are() {
    let policy = with_stages(&[("acknowledged", "a[x=1].at"), ("resolved", "times[]")]);
    let text = r#"{"id":1,"opened":"2026-05-01T09:00:00+09:00","a[x=1].at":"2026-05-01T09:10:00+09:00",
        "times":["2026-05-01T11:00:00+09:00","2026-05-01T10:00:00+09:00"]}"#;
    let outcome = read_by(&policy, &format!("[{text}]"));
    assert_eq!(
        outcome.incidents[0].stamps[1..],
        ["acknowledged=2026-05-01 09:10", "resolved=2026-05-01 10:00"]
    );
}

#[test]
fn what_can_be_no_time_is_told_with_its_beginning() {
    let policy = with_stages(&[("resolved", "end"), ("closed", "shut.at")]);
    let row = |end: &str, shut: &str| {
        format!(r#"{{"id":1,"opened":"2026-05-01T09:00:00+09:00","end":{end},"shut":{shut}}}"#)
    };
    let first = r#"{"id":0,"opened":"2026-05-01T09:00:00+09:00","end":"","shut":{"at":null}}"#;
    let long = format!("{{\"at\":\"{}\"}}", "x".repeat(100));
    let shown = format!("{{\"at\":\"{}…", "x".repeat(73));
    for (end, shut, note) in [
        (
            r#"{"at":"2026-05-01T10:00:00+09:00"}"#,
            "null",
            r#"end `{"at":"2026-05-01T10:00:00+09:00"}` is an object; "#,
        ),
        (&long, "{}", &format!("end `{shown}` is an object; ")),
        (r#"["2026-05-01T10:00:00+09:00"]"#, "null", r#"end `["2026-05-01T10:00:00+09:00"]` is an array; "#),
        ("true", "null", "end `true` "),
        ("false", "null", "end `false` "),
        (
            "null",
            r#""2026-05-01T10:00:00+09:00""#,
            "shut.at `2026-05-01T10:00:00+09:00` doesn't fit `shut.at`; ",
        ),
        ("null", "7", "shut.at `7` doesn't fit `shut.at`; "),
        ("null", r#"{"at":{}}"#, "shut.at `{}` is an object; "),
    ] {
        let outcome = read_by(&policy, &format!("[{first},{}]", row(end, shut)));
        let notes = &outcome.incidents[1].notes;
        assert!(notes.len() == 1 && notes[0].starts_with(note), "{notes:?}");
        assert_eq!(outcome.incidents[1].stamps.len(), 2);
        assert!(outcome.incidents[1].written.iter().all(|written| !written.contains('\u{fdd0}')));
    }
    let nothing = read_by(&policy, &format!("[{first},{}]", row("null", "\"\"")));
    assert_eq!(stamps(&nothing), ["opened=2026-05-01 09:00", "opened=2026-05-01 09:00"]);
}

#[test]
fn seconds_that_are_no_number_are_told_too() {
    let mut policy = policy();
    let after = StageColumn::After {
        stage: StageId::OPENED,
        column: "ack_seconds".to_owned(),
        unit: CountUnit::Seconds,
    };
    policy.mapping.stages = vec![(stage("acknowledged"), vec![after])];
    let text = r#"[{"id":1,"opened":"2026-05-01T09:00:00+09:00","ack_seconds":60},{"id":2,"opened":"2026-05-01T09:00:00+09:00","ack_seconds":[60]}]"#;
    let outcome = read_by(&policy, text);
    assert_eq!(outcome.incidents[0].stamps[1], "acknowledged=2026-05-01 09:01");
    assert_eq!(outcome.incidents[1].stamps[1], "acknowledged=?");
    assert!(outcome.incidents[1].notes[0].starts_with("ack_seconds `[60]` is not a number"));
}

#[test]
fn a_field_is_read_from_its_object_where_others_have_none() {
    let text = r#"[{"id":1,"opened":"2026-05-01T09:00:00+09:00","title":null},{"id":2,"opened":"2026-05-01T09:00:00+09:00","title":{"text":"full"}}]"#;
    let mut policy = policy();
    policy.mapping.fields = vec![(FieldId::TITLE, vec!["title.text".to_owned()])];
    let titles: Vec<String> = read_by(&policy, text).incidents.into_iter().map(|seen| seen.title).collect();
    assert_eq!(titles, ["", "full"]);
    // Its usual name, where it is `null`, hides nothing either.
    let text = text.replace("title", "severity").replace("text", "name");
    let found: Vec<String> = read(&text).incidents.into_iter().map(|seen| seen.severity).collect();
    assert_eq!(found, ["", "full"]);
}

/// A policy by which elements have their incidents under `alerts`.
fn with_alerts() -> Policy {
    let mut policy = policy();
    policy.mapping.quirks.list = Some("alerts".to_owned());
    policy
}

#[test]
fn elements_may_hold_their_incidents_in_an_array() {
    let lines = [
        format!(r#"{{"status":"firing","id":"outer","alerts":[{},{}]}}"#, OBJECTS[0], OBJECTS[1]),
        r#"{"status":"resolved","alerts":[]}"#.to_owned(),
        r#"{"status":"resolved"}"#.to_owned(),
        "7".to_owned(),
        format!(r#"{{"alerts":[7,{}],"alerts2":[]}}"#, OBJECTS[2]),
        r#"{"alerts":"none"}"#.to_owned(),
        r#"{"alerts":[{"id":}]}"#.to_owned(),
    ];
    for text in [lines[..6].join("\n"), format!("[{}]", lines[..6].join(", "))] {
        let outcome = read_by(&with_alerts(), &text);
        assert_eq!(
            titles(&outcome),
            [(1, "INC1", "disk \"full\" ]},"), (2, "2", ""), (6, "INC3", "応答なし")]
        );
        assert_eq!(
            outcome.reasons(),
            [
                "3 - -: has no `alerts`; expected an array of incidents there, `[]` where there is none",
                "4 - -: expected an object with an array under `alerts`, found `7`",
                "5 - -: expected an object, found `7`",
                "7 - -: has `\"none\"` under `alerts`; expected an array of incidents there",
            ]
        );
        assert_eq!((outcome.summary.rows, outcome.summary.unreadable), (7, 4));
    }
    let broken = read_by(&with_alerts(), &lines.join("\n"));
    assert!(broken.reasons()[4].starts_with("8 - -: is not valid JSON: "), "{:?}", broken.reasons());
    // Elements without any are rows themselves.
    assert_eq!(titles(&read_by(&with_alerts(), &OBJECTS.join("\n"))).len(), 3);
    let empty = read_by(&with_alerts(), "{\"alerts\":[]}\n{\"alerts\":[]}\n");
    assert_eq!(empty.summary.rows, 0);
}

#[test]
fn an_ambiguous_date_in_an_inner_array_is_named_by_its_row() {
    let inner = |date: &str| format!(r#"{{"id":"{date}","opened":"{date}"}}"#);
    let text = format!(
        "{{\"alerts\":[{},{}]}}\n{{\"alerts\":[{}]}}\n",
        inner("2026-05-01 09:00"),
        inner("2026-05-01 09:01"),
        inner("03/04/2026 09:00")
    );
    let error = read_with(text.as_bytes(), &with_alerts(), &IdSet::default()).unwrap_err().to_string();
    assert!(error.starts_with("`-` row 3, column `opened`: `03/04/2026 09:00`"), "{error}");
}

#[test]
fn of_several_possible_columns_the_first_that_has_a_value_counts_for_each_incident() {
    let mut policy = policy();
    let column = |name: &str| StageColumn::Time(name.to_owned());
    policy.mapping.stages = vec![(
        StageId::OPENED,
        vec![
            column("detected"),
            column("detected.value"),
            column("custom[name=began].at"),
            column("created"),
        ],
    )];
    policy.mapping.fields = vec![(FieldId::SEVERITY, vec!["priority.name".to_owned(), "urgency".to_owned()])];
    let text = r#"{"id":1,"detected":null,"created":"2026-05-01 09:00","priority":null,"urgency":"high"}
        {"id":2,"detected":"2026-05-01 10:00","created":"2026-05-01 09:00","priority":{"name":"P1"},"urgency":"low"}
        {"id":3,"custom":[{"name":"x","at":"2026-05-01 07:00"},{"name":"began","at":"2026-05-01 08:00"}],"created":"2026-05-01 09:00","urgency":"low"}
        {"id":4,"detected":"","priority":{"name":""},"custom":[]}
        {"id":5,"detected":{"x":1},"created":"2026-05-01 09:00"}
        {"id":6,"detected":{"value":"2026-05-01 10:30"},"created":"2026-05-01 09:00"}"#;
    let outcome = read_with(text.as_bytes(), &policy, &IdSet::default()).unwrap();
    let told: Vec<_> = outcome
        .incidents
        .iter()
        .map(|seen| {
            format!("{} {} {}", seen.id, seen.severity, seen.stamps.join(" ").replace("2026-05-01 ", ""))
        })
        .collect();
    assert_eq!(
        told,
        [
            "1 high opened=09:00",
            "2 P1 opened=10:00",
            "3 low opened=08:00",
            "4  ",
            "5  opened=?",
            "6  opened=10:30"
        ]
    );
}

#[test]
fn pages_of_incidents_are_not_taken_for_incidents() {
    let policy = Policy { mapping: Mapping::default(), ..policy() };
    let pages = "{\"data\":[{\"id\":1,\"opened\":\"2026-05-01 09:00\"},{\"id\":2,\"opened\":\"2026-05-01 09:00\"}]}\n\
        {\"data\":[{\"id\":3,\"opened\":\"2026-05-01 09:00\"}]}\n";
    let told = read_with(pages.as_bytes(), &policy, &IdSet::default()).unwrap_err().to_string();
    assert!(
        told.ends_with("in an array, `data`: say so by `[source] list = \"data\"` in the policy"),
        "{told}"
    );
    let mut named = policy;
    named.mapping.quirks.list = Some("data".to_owned());
    assert_eq!(read_with(pages.as_bytes(), &named, &IdSet::default()).unwrap().incidents.len(), 3);
}
