use super::*;

const HEADED: &str = "国民の祝日・休日月日,国民の祝日・休日名称\r\n1955/1/1,元日\r\n1955/1/15,成人の日\r\n";
const READ: &str = "1955-01-01 元日\n1955-01-15 成人の日\n";

#[test]
fn a_list_is_read_in_each_encoding() {
    assert_eq!(days(HEADED.as_bytes()), READ);
    assert_eq!(days(&[b"\xef\xbb\xbf", HEADED.as_bytes()].concat()), READ);
    assert_eq!(days(&encoding_rs::SHIFT_JIS.encode(HEADED).0), READ);
    let wide: Vec<u8> =
        std::iter::once(0xfeff).chain(HEADED.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(days(&wide), READ);
}

#[test]
fn a_list_needs_no_heading_no_order_and_no_names() {
    let list = "2026-12-30,\"冬季, 休業\"\n2026/01/02,冬季休業,備考\n\n,,\n2026-1-2,again\n 2026-08-14 \n";
    assert_eq!(days(list.as_bytes()), "2026-01-02 冬季休業\n2026-08-14 \n2026-12-30 冬季, 休業\n");
}

#[test]
fn bad_rows_are_told_with_their_lines() {
    let list = "day,name\n\n2026/2/30,x\n2026-01-01,元日\n\n26/1/1,y\nday,z\n2026/1-1,\n２０２６/1/1,a\n2026/1/1,\"a\nb\"\n";
    assert_eq!(
        faults(list.as_bytes()),
        "3: `2026/2/30` is no day: expected one such as `2026/1/1` or `2026-01-01`
6: `26/1/1` is no day: expected one such as `2026/1/1` or `2026-01-01`
7: `day` is no day: expected one such as `2026/1/1` or `2026-01-01`
8: `2026/1-1` is no day: expected one such as `2026/1/1` or `2026-01-01`
9: `２０２６/1/1` is no day: expected one such as `2026/1/1` or `2026-01-01`
10: the name `a\\nb` runs over several lines: close its quotation mark, or write it on one line
"
    );
    // What isn't a day in the first row is no heading if it has digits.
    assert!(faults(b"2026/13/1,x\n2026/1/1,y\n").starts_with("1: `2026/13/1` is no day"));
}
