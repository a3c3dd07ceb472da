use super::super::steps_of;
use super::*;

fn cells(json: &str, paths: &[&str]) -> Result<Vec<Option<String>>, String> {
    let mut tree = PathTree::default();
    for (column, path) in paths.iter().enumerate() {
        let take = if path.starts_with("holds") { Take::Every } else { Take::Text };
        tree.insert(&steps_of(path), column, take);
    }
    let mut element = Element::new(paths.len());
    element.read(json, &tree).map_err(|error| error.to_string())?;
    Ok((0..paths.len()).map(|column| element.cell(column).map(str::to_owned)).collect())
}

#[test]
fn wanted_values_become_cells() {
    let json = r#"{"n":1714521600.123456789012,"x":[{"y":1}],"s":"a\n\u9867","b":true,"z":null,
        "service":{"name":"web"},"labels":[{"name":"x"},{"name":"y"}],"tags":["a",1,"b"],"n2":12345678901234567890123}"#;
    let paths = ["n", "s", "b", "z", "service.name", "labels[].name", "tags", "absent", "n2", "service"];
    let expected = [
        Some("1714521600.123456789012"),
        Some("a\n顧"),
        Some("true"),
        None,
        Some("web"),
        Some("x"),
        Some("a, 1, b"),
        None,
        Some("12345678901234567890123"),
        None,
    ];
    assert_eq!(cells(json, &paths).unwrap(), expected.map(|cell| cell.map(str::to_owned)));
}

#[test]
fn every_element_has_its_line() {
    let paths = ["holds[].from", "holds[].to", "holds[].by[].name", "id"];
    let json =
        r#"{"id":1,"holds":[{"from":"a\u0041","to":"b","by":[{"name":"x"},{}]},{"to":null,"from":"c"},7]}"#;
    let expected = [Some("aA\nc\n\u{fdd0}7"), Some("b\n\n\u{fdd0}7"), Some("x\n\n\n\u{fdd0}7"), Some("1")];
    assert_eq!(cells(json, &paths).unwrap(), expected.map(|cell| cell.map(str::to_owned)));
    let one = cells(r#"{"holds":[{"from":"a"}]}"#, &paths).unwrap();
    assert_eq!(one, [Some("a".to_owned()), None, None, None]);
    assert_eq!(cells(r#"{"holds":[]}"#, &paths).unwrap(), [None, None, None, None]);
    let plain = cells(r#"{"holds":["a",null,"b"]}"#, &["holds"]).unwrap();
    assert_eq!(plain, [Some("a\n\nb".to_owned())]);
}

#[test]
fn one_object_is_an_array_of_one() {
    let both = |holds: &str| {
        let json = format!("{{\"holds\":{holds}}}");
        let shown = |path: [&str; 2]| {
            let cells = cells(&json, &path).unwrap();
            cells.into_iter().map(|cell| cell.unwrap_or_else(|| "-".to_owned())).collect::<Vec<_>>().join(" ")
        };
        let (array, object) = (shown(["holds[].from", "holds[].to"]), shown(["holds.from", "holds.to"]));
        assert_eq!(array, object, "{holds}");
        array
    };
    assert_eq!(both(r#"{"from":"a","to":"b"}"#), "a b");
    assert_eq!(both(r#"[{"from":"a","to":"b"},null,{"from":"c"}]"#), "a\n\nc b\n\n");
    for nothing in ["null", "[]", "{}", "[{}]", "[null]"] {
        assert_eq!(both(nothing), "- -", "{nothing}");
    }
    for (wrong, shown) in [
        ("\"a\\nb\"", "\u{fdd0}a b \u{fdd0}a b"),
        ("5", "\u{fdd0}5 \u{fdd0}5"),
        ("[1,2]", "\u{fdd0}1\n\u{fdd0}2 \u{fdd0}1\n\u{fdd0}2"),
        ("[[{\n}]]", "\u{fdd0}[{ }] \u{fdd0}[{ }]"),
        (r#"{"from":"a","to":{"b":1}}"#, "a \u{fdd0}{\"b\":1}"),
    ] {
        assert_eq!(both(wrong), shown);
    }
    let deep = cells(r#"{"holds":[[{"from":"a"}],[{"from":"b"}]]}"#, &["holds[][].from"]).unwrap();
    assert_eq!(deep, [Some("a\nb".to_owned())]);
}

#[test]
fn keys_are_found_whatever_came_before() {
    let mut tree = PathTree::default();
    for (column, path) in ["a", "b.c", "b.d"].into_iter().enumerate() {
        tree.insert(&steps_of(path), column, Take::Text);
    }
    let mut element = Element::new(3);
    let mut read = |json: &'static str| {
        element.read(json, &tree).map_err(|error| error.to_string())?;
        let cells = (0..3).map(|column| element.cell(column).unwrap_or("-"));
        Ok::<String, String>(cells.collect::<Vec<_>>().join(" "))
    };
    for _ in 0..2 {
        assert_eq!(read(r#"{"a":"1","x":[{}],"b":{"c":"2","d":"3"}}"#).unwrap(), "1 2 3");
        assert_eq!(read(r#"{"b":{"d":"3"},"a":"1"}"#).unwrap(), "1 - 3");
        assert_eq!(read(r#"{"b":{"c":"2","d":"3"},"\u0061":"1"}"#).unwrap(), "1 2 3");
        assert_eq!(read(r#" { "x" : 1 , "a" : "1" } "#).unwrap(), "1 - -");
        assert_eq!(read("{\"a\":  \"1\",\"b\": \t{\"c\" :\n\"2\"}}").unwrap(), "1 2 -");
        assert_eq!(read("{}").unwrap(), "- - -");
        // What begins an object stands nowhere else in it, and the other way round.
        for wrong in [r#"{"a":"1"{"b":{"c":"2"}}"#, r#","x":[{}]"#, r#"{,"x":[{}]}"#, r#"{"a":"1","a":}"#] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}

#[test]
fn the_last_of_equal_keys_counts() {
    assert_eq!(cells(r#"{"a":"1","a":"2"}"#, &["a"]).unwrap(), [Some("2".to_owned())]);
    assert_eq!(cells(r#"{"a":"1","a":null}"#, &["a"]).unwrap(), [None]);
}

#[test]
fn what_is_no_object_or_no_json_is_an_error() {
    for wrong in ["7", "[1]", r#"{"a":}"#, r#"{"a":"\ud800"}"#, r#"{"a":1"#, r#"{"a":1} x"#] {
        assert!(cells(wrong, &["a"]).is_err(), "{wrong}");
    }
}
