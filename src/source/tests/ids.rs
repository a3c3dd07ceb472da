use super::*;

const HEADER: &str = "id,title,opened\n";

fn rows(ids: &[&str]) -> String {
    ids.iter().map(|id| format!("{id},t {id},2026-05-01 09:00\n")).collect::<Vec<_>>().concat()
}

#[test]
fn rows_of_a_repeated_id_are_listed_and_taken_once_as_repeated() {
    let outcome = read(format!("{HEADER}{}", rows(&["A1", "A2", "x", "A1", "A3", "x", "x"])));
    let taken: Vec<_> =
        outcome.incidents.iter().map(|seen| (seen.row, seen.id.as_str(), seen.repeated)).collect();
    assert_eq!(taken, [(2, "A1", true), (3, "A2", false), (4, "x", true), (6, "A3", false)]);
    assert_eq!(
        outcome.reasons()[..2],
        [
            "2 id A1: the same id stands in row 5 too: each id may have one row, unless `[source.rows]` says that incidents have several",
            "4 id x: the same id stands in rows 7, 8 too: each id may have one row, unless `[source.rows]` says that incidents have several",
        ]
    );
    let summary = &outcome.summary;
    assert_eq!((summary.rows, summary.incidents, summary.unreadable), (7, 4, 5));
    assert_eq!(outcome.ids, 4);
    assert!(summary.sha256.is_some());
}

#[test]
fn incidents_that_a_later_export_has_are_counted_and_not_taken() {
    let mut later = IdSet::default();
    for id in ["A2", "A3", "A9"] {
        later.insert(id);
    }
    let text = format!("{HEADER}{}", rows(&["A1", "A2", "A3", "A3"]));
    let outcome = read_with(text.as_bytes(), &policy(), &later).unwrap();
    assert_eq!(outcome.ids(), ["A1"]);
    assert_eq!((outcome.summary.replaced, outcome.summary.incidents, outcome.summary.unreadable), (2, 3, 2));
    assert_eq!(outcome.ids, 3);
}
