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

#[test]
fn the_highest_value_is_last_by_number_time_or_text() {
    let with = |one: &str, two: &str, three: &str| {
        let text = format!(
            "{HEADER}1,a,2026-05-01 09:00,{one}\n1,b,2026-05-01 09:00,{two}\n1,c,2026-05-01 09:00,{three}\n"
        );
        snapshots(Some("n"), &text).incidents[0].title.clone()
    };
    assert_eq!(with("9", "10", "2"), "b");
    assert_eq!(with("2026/5/1 9:00", "2026/5/1 10:00", "2026/5/1 8:00"), "b");
    assert_eq!(with("10", "9", "x"), "c");
    assert_eq!(with("10", "9", "8a"), "b");
    assert_eq!(with("1", "1", ""), "b");
}

#[test]
fn a_kind_of_value_that_fails_late_is_tried_no_more() {
    let rows = (0..60_000)
        .map(|n| format!("{},t{n},2026-05-01 09:00,{}\n", n % 7, 100 + n % 50))
        .collect::<Vec<_>>()
        .concat();
    let text = format!("{HEADER}{rows}3,last,2026-05-01 09:00,v1\n");
    let rows = Rows::Snapshots { order_by: Some("n".to_owned()) };
    let policy = Policy { mapping: Mapping { rows, ..policy().mapping }, ..policy() };
    let outcome = read_as(text.as_bytes(), &policy, &IdSet::default(), 2, 100_000).unwrap();
    assert_eq!(titles(&outcome).last().unwrap().2, "last");
    assert_eq!(outcome.summary.rows, 60_001);
}
