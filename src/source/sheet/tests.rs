use super::book::{ods, package, xlsx};
use super::package::kind_of;
use super::*;

fn text(bytes: &[u8], wanted: Option<&str>) -> String {
    read_sheet("x", bytes, wanted).unwrap().1
}

fn error(bytes: &[u8], wanted: Option<&str>) -> String {
    read_sheet("x", bytes, wanted).unwrap_err().to_string()
}

fn said(place: &str, text: &str) -> String {
    format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

#[test]
fn cells_of_every_kind_become_the_text_of_a_csv() {
    let rows = [
        "<row r=\"2\">".to_owned(),
        said("A2", "id"),
        said("B2", "opened, local"),
        said("C2", "復旧&#10;日時"),
        "</row><row r=\"5\"><c r=\"A5\"><v>12345</v></c><c r=\"B5\" s=\"1\"><f>A1</f><v>45413.378472222226</v></c>"
            .to_owned(),
        "<c r=\"C5\" t=\"e\"><v>#N/A</v></c><c r=\"D5\" t=\"b\"><v>1</v></c><c r=\"E5\" s=\"2\"><v>1.0625</v></c>"
            .to_owned(),
        "<c r=\"F5\" t=\"str\"><f>B1</f><v>say \"x\"</v></c><c r=\"G5\" t=\"d\"><v>2024-05-01T09:05:00</v></c></row>"
            .to_owned(),
    ]
    .concat();
    let expected = "\"\"\nid,\"opened, local\",\"復旧\n日時\",,,,\n\"\"\n\"\"\n12345,2024-05-01 09:05:00,#N/A,true,25:30:00,\"say \"\"x\"\"\",2024-05-01T09:05:00\n";
    assert_eq!(text(&xlsx("", &[("a", &rows)]), None), expected);
    let midnight = |style: u32| {
        let row = format!("<row r=\"1\"><c r=\"A1\" s=\"{style}\"><v>45413</v></c></row>");
        text(&xlsx("", &[("a", &row)]), None)
    };
    assert_eq!([midnight(0), midnight(1), midnight(3)], ["45413\n", "2024-05-01 00:00:00\n", "2024-05-01\n"]);
    let of_1904 = xlsx("<workbookPr date1904=\"1\"/>", &[("a", &rows)]);
    assert!(text(&of_1904, None).contains("2028-05-02 09:05:00"), "1462 days later");
}

#[test]
fn open_documents_repeat_rows_and_cells() {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let blank = |count: u32| {
        format!(
            "<table:table-row table:number-rows-repeated=\"{count}\"><table:table-cell/></table:table-row>"
        )
    };
    let table = [
        "<table:table table:name=\"a\">".to_owned(),
        blank(2),
        format!("<table:table-row><table:table-cell/>{}{}</table:table-row>", cell("id"), cell("opened")),
        blank(3),
        "<table:table-row><table:table-cell/><table:table-cell office:value-type=\"float\" office:value=\"7\"/>"
            .to_owned(),
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-05-01T09:05:00\"/>".to_owned(),
        "<table:table-cell office:value-type=\"time\" office:time-value=\"PT25H30M00S\"/>".to_owned(),
        "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>".to_owned(),
        "<table:table-cell office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>".to_owned(),
        "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>".to_owned(),
        blank(1_048_569),
        "</table:table><table:table table:name=\"b\"></table:table>".to_owned(),
    ]
    .concat();
    let book = ods(&table);
    let expected = "\"\"\n\"\"\n,id,opened,,,\n\"\"\n\"\"\n\"\"\n,7,2024-05-01T09:05:00,25:30:00,true,#N/A\n";
    assert_eq!(text(&book, None), expected);
    assert_eq!(
        error(&book, Some("b")),
        "the sheet `b` of `x` is empty: an export has at least a header; --sheet reads another: `a`"
    );
}

#[test]
fn a_date_among_moments_is_one_at_midnight_in_an_open_document() {
    let row = |dates: [&str; 2]| {
        let cells: Vec<String> = dates
            .iter()
            .map(|date| {
                format!("<table:table-cell office:value-type=\"date\" office:date-value=\"{date}\"/>")
            })
            .collect();
        format!("<table:table-row>{}</table:table-row>", cells.concat())
    };
    let rows = row(["2024-05-01T09:05:00", "2024-05-01"]) + &row(["2024-05-02", "2024-05-02"]);
    let book = ods(&format!("<table:table table:name=\"a\">{rows}</table:table>"));
    assert_eq!(text(&book, None), "2024-05-01T09:05:00,2024-05-01\n2024-05-02T00:00:00,2024-05-02\n");
}

#[test]
fn a_sheet_that_is_not_there_names_those_that_are() {
    let row = format!("<row r=\"1\">{}</row>", said("A1", "id"));
    let book = xlsx("", &[("表紙", &row), ("一覧", &row)]);
    assert_eq!(
        error(&book, Some("三")),
        "`x` has no sheet `三`: expected the name of a sheet, or the number of one that is shown, from 1; it has `表紙`, `一覧`"
    );
    assert!(read_sheet("x", &book, Some("2")).is_ok_and(|(sheet, _)| sheet.name == "一覧"));
}

#[test]
fn what_is_no_workbook_is_told() {
    let with = |names: &[&str]| package(&names.iter().map(|name| (*name, "")).collect::<Vec<_>>());
    let encrypted: Vec<u8> = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        .iter()
        .copied()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for (bytes, expected) in [
        (encrypted, "protected by a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....".to_vec(), "(.xls) or another old Office document"),
        (with(&["xl/workbook.bin"]), "(.xlsb)"),
        (with(&["[Content_Types].xml", "word/document.xml"]), "an Office document that is no workbook"),
        (package(&[("mimetype", "application/vnd.oasis.opendocument.text")]), "that is no spreadsheet"),
        (with(&["incidents.csv"]), "a ZIP archive"),
        (b"PK\x03\x04 cut off".to_vec(), "can't be read as a workbook"),
        (with(&["xl/worksheets/sheet1.xml"]), "can't be read as a workbook"),
    ] {
        let found = error(&bytes, None);
        assert!(found.contains(expected), "{expected}: {found}");
    }
    let whole = xlsx("", &[("a", "")]);
    assert!(error(&whole[..whole.len() / 2], None).contains("can't be read as a workbook"));
}

#[test]
fn a_workbook_that_unpacks_into_too_much_is_refused_before_it_is_read() {
    let long = format!("<row r=\"1\">{}</row>", said("A1", &"x".repeat(5 << 20)));
    let book = xlsx("", &[("a", &long)]);
    assert!(book.len() < 1 << 20);
    assert!(kind_of("x", &book, 8 << 20).is_ok());
    let error = kind_of("x", &book, 4 << 20).unwrap_err().to_string();
    assert!(error.starts_with("`x` is a workbook of more than 4 MiB"), "{error}");
}
