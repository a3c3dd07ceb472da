use super::*;
use crate::source::time::LastTime;

#[test]
fn every_form_with_one_meaning_is_read() {
    let five_past_nine = "2026-05-01T09:05:00+09:00";
    for (cell, expected) in [
        ("2026-05-01T00:05:00Z", five_past_nine),
        ("2026-05-01t00:05:00z", five_past_nine),
        ("2026-05-01T09:05:00+09:00", five_past_nine),
        ("2026-05-01T09:05:00+0900", five_past_nine),
        ("2026-05-01T09:05:00+09", five_past_nine),
        ("2026-04-30T17:05:00-07:00", five_past_nine),
        ("2026-05-01T09:05+09:00", five_past_nine),
        ("2026-05-01 09:05:00 +0900", five_past_nine),
        ("2026-05-01 00:05:00 UTC", five_past_nine),
        ("2026-05-01T09:05:00.5+09:00", "2026-05-01T09:05:00.5+09:00"),
        ("2026-05-01T00:05:00.123456789Z", "2026-05-01T00:05:00.123456789Z"),
        ("2026-05-01T00:05:00.1234567899Z", "2026-05-01T00:05:00.123456789Z"),
        ("2026-05-01T09:05:00", five_past_nine),
        ("2026-05-01 09:05", five_past_nine),
        ("2026-05-01 9:05", five_past_nine),
        ("  2026-05-01 09:05:00  ", five_past_nine),
        ("2026-05-01 09:05:00.250", "2026-05-01T09:05:00.25+09:00"),
        ("2026-05-01 09:05:00,250", "2026-05-01T09:05:00.25+09:00"),
        ("2026/05/01 09:05:00", five_past_nine),
        ("2026/05/01 9:05:00", five_past_nine),
        ("2026/5/1 9:05", five_past_nine),
        ("2026/5/1　9:05:00.5", "2026-05-01T09:05:00.5+09:00"),
        ("2026-05-01 09:05:00 AM", five_past_nine),
        ("2026-05-21 08:04:17 PM", "2026-05-21T20:04:17+09:00"),
        ("2026-05-01 12:05 AM", "2026-05-01T00:05:00+09:00"),
        ("2026-05-01 12:05 p.m.", "2026-05-01T12:05:00+09:00"),
        ("5/1/2026, 9:05:00 AM", five_past_nine),
        ("5/1/2026, 9:05:00\u{202f}AM", five_past_nine),
        ("5/1/2026, 9:05:00\u{a0}AM", five_past_nine),
        ("13/5/2026, 9:05:00 AM", "2026-05-13T09:05:00+09:00"),
        ("25/Feb/26 10:17 PM", "2026-02-25T22:17:00+09:00"),
        ("30/Jul/18 23:33", "2018-07-30T23:33:00+09:00"),
        ("1-may-2026 9:05", five_past_nine),
        ("1 May 2026 09:05:00", five_past_nine),
        ("May 1, 2026, 9:05:00 AM", five_past_nine),
        ("01/5月/26 9:05 午前", five_past_nine),
        ("29/2/2016 01:16", "2016-02-29T01:16:00+09:00"),
        ("29-02-2016 01:16", "2016-02-29T01:16:00+09:00"),
        ("29.2.2016, 01:16:00", "2016-02-29T01:16:00+09:00"),
        ("12/31/2016 11:57:56 PM", "2016-12-31T23:57:56+09:00"),
        ("5/5/2026 9:05", "2026-05-05T09:05:00+09:00"),
        ("2026年5月1日 午前9時05分00秒", five_past_nine),
        ("2020年9月15日午後6時10分59秒", "2020-09-15T18:10:59+09:00"),
        ("2026年5月1日 9:05", five_past_nine),
        ("2026年05月01日 09:05:00", five_past_nine),
        ("2026年5月1日9時5分", five_past_nine),
        ("2026年5月1日金曜日 9:05", five_past_nine),
        ("2026/05/01 午後 1:05", "2026-05-01T13:05:00+09:00"),
        ("2026/05/01 午前0:05", "2026-05-01T00:05:00+09:00"),
        ("2026/05/01 午後0:05", "2026-05-01T12:05:00+09:00"),
        ("2026年5月1日午前12時05分", "2026-05-01T00:05:00+09:00"),
        ("2026年5月1日午後12時05分", "2026-05-01T12:05:00+09:00"),
        ("2026/05/01(金) 9:05", five_past_nine),
        ("2026/05/01（金）9:05", five_past_nine),
        ("2026/05/01 (Fri) 9:05", five_past_nine),
        ("２０２６／０５／０１　０９：０５", five_past_nine),
        ("1777593900", five_past_nine),
        ("1777593900.5", "2026-05-01T09:05:00.5+09:00"),
        ("1777593900250", "2026-05-01T09:05:00.25+09:00"),
        ("2026-05-01 24:00", "2026-05-02T00:00:00+09:00"),
        ("2026-12-31T24:00:00Z", "2027-01-01T00:00:00Z"),
        ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
    ] {
        assert_eq!(tokyo().read(cell), at(expected), "{cell}");
    }
}

#[test]
fn gaps_and_overlaps_of_the_zone_are_told() {
    let new_york = reader("America/New_York", None, None);
    let instant = |rfc3339| match at(rfc3339) {
        TimeCell::At(instant) => instant,
        other => panic!("{other:?}"),
    };
    assert_eq!(new_york.read("2026-03-08 02:30"), TimeCell::Gap(instant("2026-03-08T07:30:00Z")));
    assert_eq!(new_york.read("2026-11-01 01:30"), TimeCell::Overlap(instant("2026-11-01T05:30:00Z")));
    assert_eq!(new_york.read("2026-11-01T01:30:00-05:00"), at("2026-11-01T06:30:00Z"));
}

#[test]
fn bytes_of_zero_are_no_offset_and_no_month() {
    for cell in ["2026-05-01 09:00:00\0\0\0\0\0\0", "\0\0\0\0\0\0\0\x0001 09:00:00", "2026-05-01 09:00:00\0"]
    {
        assert_eq!(tokyo().read_moment(cell, &mut LastTime::default()), None);
        reason(tokyo().read(cell));
    }
    // A fraction is one of seconds.
    assert_eq!(tokyo().read_moment("2026-05-01 09:00.5", &mut LastTime::default()), None);
    reason(tokyo().read("2026-05-01 09:00.5"));
    let moment = |cell| tokyo().read_moment(cell, &mut LastTime::default());
    assert!(moment("2026-05-01 09:00:00").is_some() && moment("2026/05/01T09:00+09:00").is_some());
}

#[test]
fn times_that_share_month_signs_and_offset_are_read_by_their_digits() {
    for (before, after, other) in [
        ("2026-05-01T09:05:00+09:00", "2026-05-31T23:59:59.25+09:00", "2026-05-31T23:59:59-09:00"),
        ("2026-05-01T09:05:00.123Z", "2026-05-01T09:05:00Z", "2026-06-01T09:05:00Z"),
        ("2026/05/01 09:05:00", "2026/05/02 00:00:00", "2026/05/02T00:00:00"),
        ("2026-05-01T09:05:00+0900", "2026-05-02T00:00:00+0900", "2026-05-02T00:00:00+09:00"),
    ] {
        let mut last = LastTime::default();
        assert!(tokyo().read_moment(before, &mut last).is_some());
        assert_eq!(last.read(after.as_bytes()).map(TimeCell::At), Some(tokyo().read(after)));
        assert_eq!(last.read(other.as_bytes()), None);
        assert!(tokyo().read_moment(other, &mut last).is_some());
        assert_eq!(last.read(other.as_bytes()).map(TimeCell::At), Some(tokyo().read(other)));
    }
}
