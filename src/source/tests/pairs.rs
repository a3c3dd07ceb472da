use super::*;
use crate::domain::{PairRows, Rows};

const TEXT: &str = "id,opened,value,r_id,title\n\
    9,1777593600,1,10,disk\n\
    12,1777597200,0,0,net\n\
    11,1777593660,1,12,net\n\
    10,1777600800,0,0,disk\n\
    13,1777604400,1,0,open\n\
    14,1777604400,1,99,lost\n\
    15,1777604460,0,0,alone\n\
    16,1777604460,１,17,bad\n\
    17,soon,0,0,bad\n";

fn pairs(text: &str) -> Outcome {
    let rows = PairRows {
        which: "value".to_owned(),
        recovery: vec!["0".to_owned()],
        problem: vec!["1".to_owned()],
        refers: "r_id".to_owned(),
        at: "opened".to_owned(),
        stage: stage("resolved"),
    };
    let policy = Policy { mapping: Mapping { rows: Rows::Pairs(rows), ..policy().mapping }, ..policy() };
    read_with(text.as_bytes(), &policy, &IdSet::default()).unwrap()
}

#[test]
fn a_problem_is_resolved_when_its_recovery_was() {
    let outcome = pairs(TEXT);
    let told: Vec<String> = outcome
        .incidents
        .iter()
        .map(|seen| format!("{} {}: {}", seen.row, seen.id, seen.stamps.join(" ").replace("2026-05-01 ", "")))
        .collect();
    assert_eq!(
        told,
        [
            "2 9: opened=09:00 resolved=11:00",
            "4 11: opened=09:01 resolved=10:00",
            "6 13: opened=12:00",
            "7 14: opened=12:00 resolved=?",
            "9 16: opened=12:01 resolved=?",
        ]
    );
    let summary = &outcome.summary;
    assert_eq!((summary.rows, summary.incidents, summary.outside), (9, 5, 1));
}

#[test]
fn what_is_wrong_with_a_recovery_is_told_where_it_stands() {
    let outcome = pairs(TEXT);
    let notes: Vec<_> = outcome.incidents.iter().flat_map(|seen| &seen.notes).collect();
    assert_eq!(notes.len(), 2);
    assert_eq!(notes[0], "r_id `99` names a recovery that isn't in the export: export the recoveries too");
    assert!(notes[1].starts_with("opened `soon` is not a time"), "{}", notes[1]);
    let rows: Vec<_> = outcome.incidents.iter().flat_map(|seen| &seen.note_rows).collect();
    assert_eq!(rows, [&10]);
}

#[test]
fn a_row_that_is_neither_is_refused() {
    let outcome = pairs(&format!("{TEXT}18,1777604400,2,0,odd\n"));
    assert_eq!(outcome.reasons(), ["11 value 2: is neither a problem (`1`) nor a recovery (`0`)"]);
}

#[test]
fn an_id_of_two_problems_is_a_fault_with_both_rows_named() {
    let outcome = pairs(&format!("{TEXT}13,1777604400,1,0,twice\n"));
    assert!(outcome.incidents.iter().find(|seen| seen.id == "13").unwrap().repeated);
    let reasons = outcome.reasons();
    assert_eq!(reasons.len(), 2);
    assert!(reasons[0].starts_with("6 id 13: the same id stands in row 11 too"), "{reasons:?}");
}
