use std::io::Write;

use encoding_rs::{EUC_JP, SHIFT_JIS};

use super::*;

const TEXT: &str = "id,件名,発生日時\nINC1,㈱髙島 応答なし,2026/05/01 9:05\nINC2,ﾃﾞｨｽｸ 90%,2026/05/01 9:06\n";

fn utf_16(text: &str, mark: bool, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let mark = mark.then_some(0xfeff);
    mark.into_iter().chain(text.encode_utf16()).flat_map(order).collect()
}

#[test]
fn every_encoding_gives_the_same_incidents() {
    let plain = read(TEXT);
    assert_eq!(plain.incidents[0].title, "㈱髙島 応答なし");
    let cases = [
        (SHIFT_JIS.encode(TEXT).0.into_owned(), "shift_jis"),
        (format!("\u{feff}{TEXT}").into_bytes(), "utf-8-bom"),
        (utf_16(TEXT, true, u16::to_le_bytes), "utf-16le"),
        (utf_16(TEXT, true, u16::to_be_bytes), "utf-16be"),
        (utf_16(TEXT, false, u16::to_le_bytes), "utf-16le"),
    ];
    for (bytes, name) in cases {
        let outcome = read(&bytes);
        assert_eq!(outcome.summary.encoding, name);
        assert_eq!(outcome.incidents, plain.incidents, "{name}");
    }
}

#[test]
fn japanese_in_utf_16_without_a_mark_is_read_whatever_its_low_bytes() {
    let text = "id,件名,発生日時\nINC1,一　一　一　一　一　一次対応完了,2026/05/01 9:05\n";
    for order in [u16::to_le_bytes, u16::to_be_bytes] {
        assert_eq!(read(utf_16(text, false, order)).incidents, read(text).incidents);
    }
}

#[test]
fn packed_exports_are_read_as_they_are() {
    let mut packing = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packing.write_all(TEXT.as_bytes()).unwrap();
    assert_eq!(read(packing.finish().unwrap()).incidents, read(TEXT).incidents);
    assert_eq!(read(zstd::encode_all(TEXT.as_bytes(), 1).unwrap()).incidents, read(TEXT).incidents);
}

#[test]
fn the_encoding_is_decided_where_the_first_other_character_stands() {
    let ascii = (0..9000)
        .map(|n| format!("A{n},disk full on a long host name,2026/05/01 9:05\n"))
        .collect::<Vec<_>>()
        .concat();
    let text = format!("id,title,opened\n{ascii}B1,応答なし,2026/05/01 9:05\n");
    let bytes = SHIFT_JIS.encode(&text).0;
    let outcome = read_as(&bytes, &policy(), &IdSet::default(), 2, 1000).unwrap();
    assert_eq!(outcome.summary.encoding, "shift_jis");
    assert_eq!(outcome.incidents.last().unwrap().title, "応答なし");
}

#[test]
fn bytes_that_do_not_fit_are_named_by_row_and_column() {
    let mut bytes = TEXT.as_bytes().to_vec();
    let place = TEXT.find("90%").unwrap();
    bytes[place] = 0xff;
    // Too late for the encoding to be doubted: the first window is all right.
    let policy =
        Policy { mapping: Mapping { encoding: Some("utf-8".to_owned()), ..policy().mapping }, ..policy() };
    let error = read_with(&bytes, &policy, &IdSet::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`-` row 3, column `件名`: the bytes FF are not utf-8: name the encoding as `[source] encoding`, or mend the export"
    );
    let mut bytes = SHIFT_JIS.encode(TEXT).0.into_owned();
    let place = bytes.windows(3).position(|three| three == b"90%").unwrap();
    bytes[place] = 0xff;
    let policy = Policy {
        mapping: Mapping { encoding: Some("cp932".to_owned()), ..policy.mapping.clone() },
        ..policy
    };
    let error = read_with(&bytes, &policy, &IdSet::default()).unwrap_err().to_string();
    assert!(error.starts_with("`-` row 3, column `件名`: the bytes FF are not shift_jis"), "{error}");
}

#[test]
fn an_encoding_that_is_not_sure_is_asked_for() {
    let bytes = EUC_JP.encode(TEXT).0;
    assert!(error(&bytes).contains("perhaps they are `euc-jp`"), "{}", error(&bytes));
    let policy =
        Policy { mapping: Mapping { encoding: Some("euc-jp".to_owned()), ..policy().mapping }, ..policy() };
    let outcome = read_with(&bytes, &policy, &IdSet::default()).unwrap();
    assert_eq!(outcome.summary.encoding, "euc-jp");
    let policy = Policy {
        mapping: Mapping { encoding: Some("latin-9000".to_owned()), ..policy.mapping.clone() },
        ..policy
    };
    assert!(matches!(
        read_with(&bytes, &policy, &IdSet::default()),
        Err(SourceError::UnknownEncoding { .. })
    ));
}
