use std::io::Write;
use std::path::Path;

use tempfile::NamedTempFile;

use super::*;
use crate::domain::WorklistColumn as Column;

fn read(bytes: &[u8]) -> Result<Worklist, WorklistError> {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    read_worklist(&Input::File(file.path().to_owned()))
}

fn fixture(name: &str) -> Worklist {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/worklists").join(name);
    read_worklist(&Input::File(path)).unwrap()
}

/// The number of a row, and what stands in the columns that are read.
fn row(row: &WorklistRow) -> String {
    let cells = Column::ALL.into_iter().filter(|column| column.is_read()).map(|column| row.cell(column));
    format!("{}: {}", row.row, cells.collect::<Vec<_>>().join("|"))
}

fn rows(text: &str) -> Vec<String> {
    read(text.as_bytes()).unwrap().rows.iter().map(row).collect()
}

/// The error, without the name of the temporary file.
fn error(bytes: impl AsRef<[u8]>) -> String {
    let text = read(bytes.as_ref()).unwrap_err().to_string();
    let after = text.trim_start_matches('`').find('`').map_or(0, |end| end + 2);
    text[after..].trim_start().to_owned()
}

#[test]
fn a_worklist_says_the_same_however_it_was_saved() {
    let mut saved = fixture("filled-cp932.csv");
    assert_eq!(saved.rows.len(), 8);
    assert_eq!(
        row(&saved.rows[0]),
        "2: INC-202610-0003|first-response|ｱﾗｰﾄ多発|同じ機器のアラートが続いた|親のアラートにまとめる|要|2026-10-31"
    );
    assert_eq!(saved.rows[4].cell(Column::Reason), "閾値が低く、\n対応の要らないアラートだった");
    assert!(saved.rows[6].is_filled_in() && !saved.rows[7].is_filled_in());
    let workbook = fixture("filled.xlsx");
    assert_eq!(workbook.headings.name(Column::Cause), "原因");
    // A date of a spreadsheet has no notation of its own.
    saved.rows[6] = saved.rows[6].clone().with(Column::Happened, "2026-10-31 10:30:00");
    assert_eq!(workbook.rows, saved.rows);
    saved.rows[6] = saved.rows[6].clone().with(Column::Happened, "2026/10/31 10:30");
    let form: Vec<String> = fixture("filled.json").rows.iter().map(row).collect();
    // The objects of a list are counted without a header.
    saved.rows.iter_mut().for_each(|row| row.row -= 1);
    assert_eq!(form, saved.rows.iter().map(row).collect::<Vec<_>>());
}

#[test]
fn encodings_and_delimiters_are_found_out() {
    let text = "incident;原因;理由\r\nA-1;其の他;\"a;b\"\"\r\nc\"\r\n";
    let expected = ["2: A-1||其の他|a;b\"\nc|||"];
    assert_eq!(rows(text), expected);
    assert_eq!(rows(&format!("\u{feff}{text}")), expected);
    assert_eq!(rows(&text.replace("a;b", "a,b").replace(';', "\t")), ["2: A-1||其の他|a,b\"\nc|||"]);
    let utf_16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(row(&read(&utf_16).unwrap().rows[0]), expected[0]);
    let (cp932, ..) = encoding_rs::SHIFT_JIS.encode(text);
    assert_eq!(row(&read(&cp932).unwrap().rows[0]), expected[0]);
}

#[test]
fn rows_are_numbered_as_in_a_spreadsheet_and_empty_ones_left_out() {
    let text = "\nincident,cause,reason\n\nA-1,\"two\nlines\",\r\n,,\n , ,\nA-2,,x\n";
    assert_eq!(rows(text), ["4: A-1||two\nlines||||", "7: A-2|||x|||"]);
}

#[test]
fn quotes_before_formulas_are_taken_off_again() {
    assert_eq!(rows("incident,reason\n'=1,''-x\n'a,'-\n"), ["2: =1|||'-x|||", "3: 'a|||-|||"]);
}

#[test]
fn json_is_read_as_an_array_or_line_by_line() {
    let expected = ["1: 17||other|x||true|", "3: '=1||||||"];
    let array = r#"[{"ID":17,"Cause":"other","理由":" x ","fix":true,"happened":null,"note":{"a":[1]}},
        {"ID":null,"cause":""},{"ID":"'=1"}]"#;
    assert_eq!(rows(array), expected);
    let lines =
        "{\"ID\":17,\"Cause\":\"other\",\"reason\":\"x\",\"fix\":true}\n\n{\"ID\":\"\"}\n{\"ID\":\"'=1\"}\n";
    assert_eq!(rows(lines), expected);
    let mixed = r#"[{"id":"1","fix":null},7,{"id":"2","cause":["a"]},{"id":"3","cause":"a","原因":"b"}]"#;
    let told = |fault: &RowFault| format!("{} {}", fault.row, fault.reason);
    let faults: Vec<String> = read(mixed.as_bytes()).unwrap().faults.iter().map(told).collect();
    assert_eq!(
        faults,
        [
            "2 expected an object, found `7`",
            "3 expected a text, found an array",
            "4 `cause` and `原因` are the same column: leave one of them out"
        ]
    );
    assert_eq!(
        error(r#"[{"id":"1"},"#),
        "is no valid JSON: EOF while parsing a value at line 1 column 12: expected an array of objects, or an object on each line"
    );
}

#[test]
fn what_a_spreadsheet_could_not_show_is_no_answer() {
    let told = |text: &str| -> Vec<String> {
        let worklist = read(text.as_bytes()).unwrap();
        let told = |fault: &RowFault| format!("{} {:?}: {}", fault.row, fault.column.unwrap(), fault.reason);
        worklist.faults.iter().map(told).collect()
    };
    let formula =
        "holds `#NAME?`, as the spreadsheet takes its text for a formula: write it again with `'` before it";
    let narrow =
        "holds `########`, as the spreadsheet's column is too narrow: widen it and save the file again";
    assert_eq!(
        told(
            "incident,title,cause,reason,happened\nA-1,#REF!,#NAME?,#NAME?,########\nA-2,,other,x #NAME?,\n"
        ),
        [format!("2 Cause: {formula}"), format!("2 Reason: {formula}"), format!("2 Happened: {narrow}")]
    );
    assert_eq!(
        told(r##"[{"incident":"A-1","reason":"#NAME?"},{"incident":"A-2","reason":"x","title":"#N/A"}]"##),
        [format!("1 Reason: {formula}")]
    );
}

#[test]
fn headers_that_cannot_be_told_apart_or_are_missing_are_named_all_at_once() {
    assert_eq!(
        error("incidint,couse,cause,原因,remarks\nA-1,x,y,z,\n"),
        "doesn't have the columns of a worklist\n  \
         `incidint` is no column of a worklist; if `incident` is meant, call it so, else call it something less alike\n  \
         `couse` is no column of a worklist; if `cause` is meant, call it so, else call it something less alike\n  \
         `cause` and `原因` are both the column `cause`: leave one of them out\n  \
         columns present: `incidint`, `couse`, `cause`, `原因`, `remarks`"
    );
    assert_eq!(
        error("inc_id,cause\nA-1,x\n"),
        "doesn't have the columns of a worklist\n  \
         no column `incident`; perhaps it is `inc_id`, which must be called `incident` then\n  \
         columns present: `inc_id`, `cause`"
    );
    assert!(error("incident,title\nA-1,x\n").contains("no column `cause`, nor any other to be filled in"));
    assert!(error("番,cause\n1,x\n").contains("no column `incident`\n"));
    assert!(error(r#"{"incident":"1","couse":"x"}"#).contains("`couse`"));
}

#[test]
fn a_row_of_another_width_is_a_fault_of_its_own() {
    let worklist = read(b"incident,cause,reason,\nA-1,x\nA-2,x,y,,\nA-3,x,y,,z\n").unwrap();
    assert_eq!(worklist.rows.iter().map(row).collect::<Vec<_>>(), ["3: A-2||x|y|||"]);
    let ragged = |row, cells| RowFault { row, column: None, reason: RowReason::Ragged { cells, columns: 3 } };
    assert_eq!(worklist.faults, [ragged(2, 2), ragged(4, 5)]);
}

#[test]
fn where_cells_end_must_be_sure() {
    assert!(
        error("incident,reason\nA-1,\"x\nA-2,y\n")
            .starts_with("row 2, column `reason`: the quote that opens here is never closed")
    );
    assert!(
        error("incident,reason\nA-1,\"x\nA-2,\"y\"\n")
            .starts_with("row 2, column `reason`: text follows the closing quote")
    );
}

#[test]
fn what_is_no_worklist_is_told() {
    assert!(error("").starts_with("is empty"));
    assert!(error(" \n\n").starts_with("is empty"));
    assert!(error("[]").starts_with("is empty"));
    assert!(error(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....").starts_with("is an old Excel workbook (.xls)"));
    assert!(error(b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet").contains("(.ods)"));
    assert!(error(b"PK\x03\x04 xl/workbook.bin").contains("(.xlsb)"));
    assert!(error(b"PK\x03\x04 word/document.xml").contains("another Office document"));
    assert!(error(b"PK\x03\x04 xl/workbook.xml").starts_with("can't be read as an Excel workbook"));
    assert!(
        error(b"%PDF-1.7").starts_with("is a PDF document, which can't be read: save it as .xlsx or CSV")
    );
    let mut damaged = format!("incident,reason\nA-1,{}\nA-2,", "あ".repeat(12)).into_bytes();
    damaged.push(0xff);
    assert!(error(damaged).starts_with("line 3: the bytes FF are not utf-8"));
    let missing = read_worklist(&Input::File("nowhere.csv".into())).unwrap_err();
    assert_eq!(missing.to_string(), "`nowhere.csv` does not exist");
}

#[test]
fn of_several_sheets_the_one_that_is_read_is_named() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/worklists/sheet-in-front.xlsx");
    let text = error(std::fs::read(path).unwrap());
    let told = "only the first sheet is read, which is `集計`: put the one with the worklist in front";
    assert_eq!(text.lines().last().unwrap().trim(), told, "{text}");
}

#[test]
fn a_broken_workbook_is_an_error_wherever_it_breaks() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/worklists/filled.xlsx");
    let whole = std::fs::read(path).unwrap();
    for place in (0..whole.len()).step_by(97) {
        let mut broken = whole.clone();
        broken[place] ^= 0xff;
        let _ = read(&broken);
        let _ = read(&whole[..place]);
    }
}
