use super::*;

#[test]
fn not_yet_is_written_in_many_ways() {
    for cell in [
        "",
        " ",
        "0",
        "0.0",
        "null",
        "NULL",
        "None",
        "?",
        "-",
        "—",
        "－",
        "N/A",
        "na",
        "(empty)",
        "Not Available",
        "未",
        "未完了",
        "未復旧",
        "対応中",
        "0001-01-01T00:00:00Z",
        "0001-01-01 00:00:00",
        "1970-01-01T00:00:00Z",
        "1970-01-01 09:00:00",
        "1970-01-01 00:00",
        "ＮＡ",
    ] {
        assert_eq!(tokyo().read(cell), TimeCell::Missing, "{cell}");
    }
    let own = ["1900-01-01 00:00".to_owned(), "保留".to_owned()];
    let reader = TimeReader::new(Zone::named("UTC").unwrap(), None, &own, None).unwrap();
    assert_eq!(reader.read("1900-01-01 00:00"), TimeCell::Missing);
    assert_eq!(reader.read("保留 "), TimeCell::Missing);
    assert!(reader.is_missing("-") && !reader.is_missing("0"));
    assert_eq!(reader.read("2026-05-01 00:00"), at("2026-05-01T00:00:00Z"));
}
