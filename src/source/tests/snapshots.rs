use super::*;
use crate::domain::Rows;

fn snapshots(order_by: Option<&str>, text: &str) -> Outcome {
    let rows = Rows::Snapshots { order_by: order_by.map(str::to_owned) };
    let policy = Policy { mapping: Mapping { rows, ..policy().mapping }, ..policy() };
    read_with(text.as_bytes(), &policy, &IdSet::default()).unwrap()
}

fn titles(outcome: &Outcome) -> Vec<(u64, &str, &str)> {
    outcome.incidents.iter().map(|seen| (seen.row, seen.id.as_str(), seen.title.as_str())).collect()
}

const HEADER: &str = "id,title,opened,n\n";

#[test]
fn the_last_row_of_an_incident_counts() {
    let text =
        format!("{HEADER}1,a,2026-05-01 09:00,9\n2,b,2026-05-01 09:00,1\n1,c,2026-05-01 09:00,10\n,x,,\n");
    let outcome = snapshots(None, &text);
    assert_eq!(titles(&outcome), [(3, "2", "b"), (4, "1", "c")]);
    assert_eq!((outcome.summary.rows, outcome.summary.incidents, outcome.summary.unreadable), (4, 2, 1));
}

/// The title of the row that counts, of three with these ordering values, and which are refused.
fn last_of(values: [&str; 3]) -> (String, Vec<String>) {
    let [one, two, three] = values;
    let text = format!(
        "{HEADER}1,a,2026-05-01 09:00,{one}\n1,b,2026-05-01 09:00,{two}\n1,c,2026-05-01 09:00,{three}\n"
    );
    let outcome = snapshots(Some("n"), &text);
    (outcome.incidents[0].title.clone(), outcome.reasons())
}

#[test]
fn the_highest_value_is_last_by_number_time_or_text() {
    let with = |values: [&str; 3]| {
        let (title, refused) = last_of(values);
        assert!(refused.is_empty(), "{refused:?}");
        title
    };
    assert_eq!(with(["9", "10", "2"]), "b");
    assert_eq!(with(["2026/5/1 9:00", "2026/5/1 10:00", "2026/5/1 8:00"]), "b");
    assert_eq!(with(["1777593600", "2026/5/1 10:00", "2026-05-01T02:00:00Z"]), "c");
    assert_eq!(with(["v10", "v9", "v8"]), "b");
    assert_eq!(with(["1", "1", ""]), "b");
}

#[test]
fn a_missing_value_comes_first_and_changes_nothing_about_the_others() {
    for missing in ["", "?", "-", "N/A", "未"] {
        assert_eq!(last_of(["9", "10", missing]), ("b".to_owned(), vec![]), "{missing}");
        assert_eq!(
            last_of(["2026/5/1 10:00", "2026/5/1 9:00", missing]),
            ("a".to_owned(), vec![]),
            "{missing}"
        );
        assert_eq!(last_of(["v2", "v1", missing]), ("a".to_owned(), vec![]), "{missing}");
        assert_eq!(last_of([missing, missing, missing]), ("c".to_owned(), vec![]), "{missing}");
    }
}

#[test]
fn a_value_that_is_no_number_among_numbers_is_refused() {
    let (title, refused) = last_of(["10", "9", "8a"]);
    assert_eq!(title, "a");
    assert_eq!(
        refused,
        [
            "4 n 8a: is no number, as the values are by which the rows of an incident are ordered: mend it, or name another column as `order_by`"
        ]
    );
    let (title, refused) = last_of(["2026/5/1 10:00", "soon", "2026/5/1 9:00"]);
    assert_eq!(title, "a");
    assert!(refused[0].starts_with("3 n soon: is no time"), "{refused:?}");
    // One number proves that others are meant to be numbers.
    let (title, refused) = last_of(["x", "y", "7"]);
    assert_eq!((title.as_str(), refused.len()), ("c", 2));
}

#[test]
fn dates_of_two_meanings_do_not_order_rows() {
    let text = format!("{HEADER}1,a,2026-05-01 09:00,3/4/2026 9:00\n1,b,2026-05-01 09:00,4/3/2026 9:00\n");
    let rows = Rows::Snapshots { order_by: Some("n".to_owned()) };
    let policy = Policy { mapping: Mapping { rows, ..policy().mapping }, ..policy() };
    let error = read_with(text.as_bytes(), &policy, &IdSet::default()).unwrap_err();
    assert!(matches!(error, SourceError::UnclearDate(_)), "{error}");
}

#[test]
fn a_value_of_another_kind_is_refused_however_late_it_comes() {
    let rows = (0..60_000)
        .map(|n| format!("{},t{n},2026-05-01 09:00,{}\n", n % 7, 1 + n % 50))
        .collect::<Vec<_>>()
        .concat();
    let text = format!("{HEADER}{rows}3,last,2026-05-01 09:00,v1\n");
    let rows = Rows::Snapshots { order_by: Some("n".to_owned()) };
    let policy = Policy { mapping: Mapping { rows, ..policy().mapping }, ..policy() };
    let outcome = read_as(text.as_bytes(), &policy, &IdSet::default(), 2, 100_000).unwrap();
    assert!(outcome.incidents.iter().all(|seen| seen.title != "last"));
    let refused = &outcome.unreadable;
    assert_eq!((refused.len(), refused[0].0, refused[0].2.as_deref()), (1, 60_002, Some("v1")));
    assert_eq!(outcome.summary.rows, 60_001);
}

#[test]
fn an_object_by_which_rows_would_be_ordered_is_shown_as_it_is() {
    let text = "{\"id\":\"1\",\"opened\":\"2026-05-01 09:00\",\"n\":1}\n\
        {\"id\":\"1\",\"opened\":\"2026-05-01 09:00\",\"n\":{\"at\":2}}\n";
    let outcome = snapshots(Some("n"), text);
    assert!(outcome.reasons()[0].starts_with("2 n {\"at\":2}: is no number"), "{:?}", outcome.reasons());
}
