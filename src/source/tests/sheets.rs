use std::io::Write;

use super::*;
use crate::source::sheet::book::xlsx;

fn row(number: u32, cells: &[&str]) -> String {
    let columns = ["A", "B", "C", "D"];
    let cell = |(column, text): (&str, &&str)| {
        format!("<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let cells: Vec<String> =
        columns.into_iter().zip(cells).filter(|(_, text)| !text.is_empty()).map(cell).collect();
    format!("<row r=\"{number}\">{}</row>", cells.concat())
}

#[test]
fn rows_of_a_sheet_have_the_numbers_that_people_see() {
    let rows = [
        row(1, &["障害一覧"]),
        row(4, &["id", "title", "opened", "resolved"]),
        row(5, &["1", "a", "2026-05-01 09:00", "#N/A"]),
        row(9, &["2", "b", "2026-05-01 10:00"]),
        row(10, &["", "no id", "2026-05-01 10:00"]),
        row(11, &["2", "c", "2026-05-01 11:00"]),
        row(12, &["3", "d", "2026-05-01 12:00", "", "note"]),
    ]
    .concat();
    let book = xlsx("", &[("一覧", &rows), ("b", "")]);
    let outcome = read(&book);
    assert_eq!(outcome.ids(), ["1", "2", "3"]);
    assert_eq!(outcome.rows(), [5, 9, 12]);
    assert_eq!(outcome.incidents[0].notes.len(), 1);
    assert!(outcome.incidents[0].notes[0].starts_with("resolved `#N/A` is what a spreadsheet shows"));
    let reasons = outcome.reasons();
    assert!(reasons[0].starts_with("9 id 2: the same id stands in row 11 too"), "{reasons:?}");
    assert_eq!(reasons[1], "10 id -: has no id");
    let summary = &outcome.summary;
    assert_eq!((summary.format, summary.title_rows, summary.rows), ("xlsx", 1, 5));
    assert_eq!(summary.sheet.as_ref().map(|sheet| (sheet.name.as_str(), sheet.of)), Some(("一覧", 2)));
    assert_eq!(summary.encoding, "utf-8");
    assert_eq!(summary.sha256.as_deref().map(str::len), Some(64));
    let mut packing = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packing.write_all(&book).unwrap();
    assert_eq!(read(packing.finish().unwrap()).incidents, outcome.incidents);
}

#[test]
fn a_sheet_is_no_json_and_in_no_other_encoding() {
    let rows = [row(1, &["{\"a\": 1}", "id", "opened"]), row(2, &["x", "1", "2026-05-01 09:00"])].concat();
    let mapping = Mapping { encoding: Some("shift_jis".to_owned()), ..policy().mapping };
    let policy = Policy { mapping, ..policy() };
    let outcome = read_with(&xlsx("", &[("a", &rows)]), &policy, &IdSet::default()).unwrap();
    assert_eq!((outcome.ids(), outcome.rows()), (vec!["1"], vec![2]));
}

#[test]
fn columns_that_are_missing_may_be_on_another_sheet() {
    let rows = row(1, &["表紙", "作成", "承認"]);
    let found = error(xlsx("", &[("表紙", &rows), ("一覧", "")]));
    assert!(
        found.starts_with("the sheet `表紙` of `-`: ")
            && found.ends_with("\n  --sheet reads another: `一覧`")
    );
    let alone = error(xlsx("", &[("表紙", &rows)]));
    assert!(alone.starts_with("`-`: ") && !alone.contains("--sheet"), "{alone}");
}

#[test]
fn titles_above_the_header_are_left_out_and_counted_as_records() {
    let titles = "障害管理表,,,\n\"対象期間\n10月\",,,\n";
    let rows = "id,title,opened,resolved\n1,a,2026-05-01 09:00,\n1,b,2026-05-01 09:00,\n";
    let outcome = read(format!("{titles}{rows}"));
    assert_eq!((outcome.rows(), outcome.summary.title_rows), (vec![4], 2));
    assert!(outcome.reasons()[0].starts_with("4 id 1: the same id stands in row 5"));
    assert_eq!(outcome.summary.rows, 2);
    // A title with fewer cells, above cells that something else divides.
    let tabs = read(format!("report, of May\n{}", rows.replace(',', "\t")));
    assert_eq!((tabs.rows(), tabs.summary.title_rows), (vec![3], 1));
    assert_eq!(read(rows).summary.title_rows, 0);
}
