use super::*;

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
    mapping.stages = vec![(stage("resolved"), vec![crate::domain::StageColumn::Time("end.at".to_owned())])];
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
