use proptest::prelude::*;

use super::super::{Input, read_export, sample_export};
use super::*;

const HEADER: &str = "id,title,opened\n";

#[test]
fn a_quote_that_is_never_closed_is_named_by_row() {
    let text = format!("{HEADER}1,a,2026-05-01 09:00\n2,\"b,2026-05-01 09:00\n3,c,2026-05-01 09:00\n");
    assert_eq!(
        error(text),
        "`-` row 3, column `title`: the quote that opens here is never closed: end the cell with `\"`, and write quotes within it twice"
    );
}

#[test]
fn a_record_beyond_all_measure_is_named_by_row() {
    let long = "x\n".repeat(5000);
    let text = format!("{HEADER}1,a,2026-05-01 09:00\n2,\"{long}\n3,c,2026-05-01 09:00\n");
    let error = read_as(text.as_bytes(), &policy(), &IdSet::default(), 2, 64).unwrap_err();
    assert!(matches!(error, SourceError::TooLong { row: 3, .. }), "{error}");
}

#[test]
fn the_first_fault_wins_however_the_work_is_divided() {
    let rows = (0..200).map(|n| format!("{n},t,2026-05-01 09:00\n")).collect::<Vec<_>>().concat();
    let text = format!("{HEADER}{rows}a,t,03/04/2026 10:00\nb,t,05/06/2026 10:00\nc,\"open");
    assert!(
        error(&text).starts_with(
            "`-` row 202, column `opened`: `03/04/2026 10:00` is either 3 April 2026 or 4 March 2026"
        ),
        "{}",
        error(&text)
    );
}

#[test]
fn nothing_but_blank_lines_is_empty() {
    assert_eq!(error("\n \n,,\n"), "`-` is empty: an export has at least a header");
    assert_eq!(error(""), "`-` is empty: an export has at least a header");
}

#[test]
fn other_kinds_of_files_are_told() {
    assert!(
        error(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
            .starts_with("`-` is a PNG image, not a CSV, JSON, .xlsx or .ods export")
    );
    assert!(error(b"id,\0\0\0\x01\x02\0\0").starts_with("`-` is a binary file"));
}

#[test]
fn missing_columns_are_listed_with_those_present() {
    let error = error("number,short,opened\n1,a,2026-05-01 09:00\n");
    assert!(error.contains("id") && error.contains("short"), "{error}");
}

fn of_file(input: &Input) -> Result<<Keeping as Intake>::Tally, SourceError> {
    let later = IdSet::default();
    let options = ReadOptions {
        source: 0,
        threads: 2,
        digest: false,
        as_of: Instant::LAST,
        sheet: None,
        later: &later,
    };
    read_export(input, &policy(), &Keeping, &options).map(|read| read.tally)
}

#[test]
fn folders_and_missing_files_are_told() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(of_file(&Input::File(folder.path().to_owned())), Err(SourceError::Directory { .. })));
    let missing = Input::File(folder.path().join("no.csv"));
    assert!(matches!(of_file(&missing), Err(SourceError::Missing { .. })));
}

#[test]
fn files_are_read_again_where_ids_repeat() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    std::io::Write::write_all(
        &mut file,
        format!("{HEADER}1,a,2026-05-01 09:00\n1,b,2026-05-01 09:00\n").as_bytes(),
    )
    .unwrap();
    let input = Input::File(file.path().to_owned());
    let taken = of_file(&input).unwrap();
    assert!(taken.len() == 1 && taken[0].2.repeated);
    let sample = sample_export(&input, 1, &[], None).unwrap();
    assert_eq!(sample.header, ["id", "title", "opened"]);
    assert_eq!(sample.rows, [["1", "a", "2026-05-01 09:00"]]);
    assert_eq!((sample.format, sample.delimiter), ("csv", Some(',')));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_bytes_make_it_panic(
        start in r#"(id,opened\n|\[|\{"data":\[|\{"id":|\ufeff|\xff\xfe|id;x\n|)"#,
        rest in prop::collection::vec(prop::sample::select(b"a1\",;\n\r{}[]:\\ \0\xff\xe3\x81\x82\x1b".to_vec()), 0..60),
    ) {
        let bytes = [start.as_bytes(), &rest].concat();
        let one = read_as(&bytes, &policy(), &IdSet::default(), 1, 16).map_err(|error| error.to_string());
        let other = read_as(&bytes, &policy(), &IdSet::default(), 1, 1 << 20).map_err(|error| error.to_string());
        prop_assert_eq!(one, other);
    }
}
