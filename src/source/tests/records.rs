use proptest::prelude::*;

use super::*;

const HEADER: &str = "id,title,opened\n";

#[test]
fn rows_become_incidents() {
    let outcome = read(
        "id,title,opened,resolved\nINC1,\"disk, full\",2026-05-01T09:00:00+09:00,\nINC2,応答なし,2026-05-01 09:05:00,2026-05-01 10:00:00\n",
    );
    assert_eq!(outcome.ids(), ["INC1", "INC2"]);
    assert_eq!(outcome.rows(), [2, 3]);
    assert_eq!(outcome.incidents[0].title, "disk, full");
    assert_eq!(outcome.incidents[0].stamps, ["opened=2026-05-01 09:00"]);
    assert_eq!(outcome.incidents[1].stamps, ["opened=2026-05-01 09:05", "resolved=2026-05-01 10:00"]);
    let summary = &outcome.summary;
    assert_eq!((summary.format, summary.encoding.as_str()), ("csv", "utf-8"));
    assert_eq!((summary.rows, summary.incidents, summary.unreadable), (2, 2, 0));
}

#[test]
fn blank_rows_are_no_rows_but_rows_of_empty_cells_are_records() {
    let outcome = read("\n,,\nid,title,opened\n\n1,a,2026-05-01 09:00\n,,\n\r\n2,b,2026-05-01 09:00\n");
    assert_eq!(outcome.rows(), [3, 5]);
    assert_eq!(outcome.summary.rows, 2);
}

#[test]
fn ragged_rows_are_named_with_both_counts() {
    let outcome =
        read(format!("{HEADER}1,a\n2,b,2026-05-01 09:00,,\n3,c,2026-05-01 09:00,x\n,d,2026-05-01 09:00\n"));
    assert_eq!(outcome.ids(), ["2"]);
    assert_eq!(
        outcome.reasons(),
        [
            "2 - -: has 2 cells where the header has 3: cells with the delimiter in them must be quoted",
            "4 - -: has 4 cells where the header has 3: cells with the delimiter in them must be quoted",
            "5 id -: has no id",
        ]
    );
    assert_eq!((outcome.summary.rows, outcome.summary.unreadable, outcome.summary.incidents), (4, 3, 1));
}

#[test]
fn header_cells_may_be_quoted_padded_and_of_several_lines() {
    let outcome =
        read("\u{feff}\"id\",\"題\nname\", opened ,\n1,a,2026-05-01 09:00,\n2,b,2026-05-01 09:00\n");
    assert_eq!(outcome.ids(), ["1", "2"]);
    assert_eq!(outcome.summary.encoding, "utf-8-bom");
}

#[test]
fn other_delimiters_are_recognised() {
    for delimiter in ['\t', ';', '|'] {
        let text = "id,title,opened\n1,a b,2026-05-01 09:00\n".replace(',', &delimiter.to_string());
        assert_eq!(read(text).incidents[0].title, "a b", "{delimiter:?}");
    }
}

#[test]
fn an_export_with_a_header_alone_has_no_rows() {
    let outcome = read("id,title,opened");
    assert_eq!((outcome.summary.rows, outcome.incidents.len()), (0, 0));
}

/// How the reason begins where text stands behind a closing quote.
const OVERRUN: &str = "text stands behind the closing quote";

#[test]
fn a_quote_that_swallows_rows_is_found_by_the_text_behind_the_next_one() {
    let rows = "1,\"broken,2026-05-01 09:00\n2,b,2026-05-01 09:00\n3,\"ok\",2026-05-01 09:00\n4,\"a \"\"b\"\"\",2026-05-01 09:00\n";
    let outcome = read(format!("{HEADER}{rows}"));
    assert_eq!(outcome.ids(), ["4"], "never a half of one incident with a half of another");
    assert!(
        outcome.reasons()[0].starts_with(&format!("2 - -: {OVERRUN} of cell 2")),
        "{:?}",
        outcome.reasons()
    );
}

/// The ids and titles of all rows that are wide enough, with their record numbers.
fn by_csv_crate(text: &str) -> Vec<(u64, String, String)> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let records = reader.records().map(Result::unwrap);
    let rows = (1..).zip(records).skip(1).filter(|(_, record)| {
        record.len() >= 3
            && record.iter().skip(3).all(|cell| cell.trim().is_empty())
            && !record[0].trim().is_empty()
    });
    rows.map(|(row, record)| (row, record[0].trim().to_owned(), record[1].trim().to_owned())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn all_cuts_give_the_rows_of_the_csv_crate(
        rows in prop::collection::vec(r#"(\n|\r\n|,,|[ab]?"[ab]|"([ab,\n顧]|""|\r\n){0,4}"[a"]?|[ab]"?|[ab],x){1}"#, 0..12),
        end in "(\n|\r\n)?",
        newline in "\r?\n",
        bom in "\u{feff}?",
    ) {
        // Each row has an id of its own, then a cell of any shape.
        let rows: Vec<String> = rows.iter().enumerate().map(|(n, cell)| format!("X{n},{cell},")).collect();
        let text = format!("{bom}id,title,opened{newline}{}{end}", rows.join(&newline));
        let quotes_close = by_csv_crate(&format!("{text}\n,,")).len() == by_csv_crate(&text).len();
        let expected = by_csv_crate(text.trim_start_matches('\u{feff}'));
        match read_with(text.as_bytes(), &policy(), &IdSet::default()) {
            Ok(outcome) => {
                let found: Vec<_> = outcome.incidents.iter().map(|seen| (seen.row, seen.id.clone(), seen.title.clone())).collect();
                let overrun = |row: u64| {
                    let refused = outcome.unreadable.iter().filter(|(refused, ..)| *refused == row);
                    refused.into_iter().any(|(.., reason)| reason.starts_with(OVERRUN))
                };
                let readable: Vec<_> = expected.into_iter().filter(|(row, ..)| !overrun(*row)).collect();
                prop_assert_eq!(found, readable);
            }
            Err(SourceError::UnclosedQuote { .. }) => prop_assert!(text.contains('"') && quotes_close),
            Err(error) => prop_assert!(false, "{error}"),
        }
    }
}
