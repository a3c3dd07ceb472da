use chrono::{DateTime, NaiveDateTime};
use proptest::prelude::*;

use super::{DayOrder, LastMonth, TimeCell, TimeReader};
use crate::domain::{BadTimeFormat, Instant, Zone};

fn reader(zone: &str, format: Option<&str>, order: Option<DayOrder>) -> TimeReader {
    TimeReader::new(Zone::named(zone).unwrap(), format, &[], order).unwrap()
}

fn tokyo() -> TimeReader {
    reader("Asia/Tokyo", None, None)
}

fn at(rfc3339: &str) -> TimeCell {
    TimeCell::At(Instant::from_nanos(
        DateTime::parse_from_rfc3339(rfc3339).unwrap().timestamp_nanos_opt().unwrap(),
    ))
}

fn reason(cell: TimeCell) -> String {
    match cell {
        TimeCell::Unreadable(reason) => reason,
        other => panic!("{other:?} is readable"),
    }
}

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

#[test]
fn two_small_numbers_are_told_apart_by_the_order_alone() {
    let cell = "1/2/2026 10:00";
    assert_eq!(tokyo().read(cell), TimeCell::Ambiguous);
    assert_eq!(tokyo().read("1-2-2026 10:00 PM"), TimeCell::Ambiguous);
    let day_first = reader("UTC", None, Some(DayOrder::DayFirst));
    let month_first = reader("UTC", None, Some(DayOrder::MonthFirst));
    assert_eq!(day_first.read(cell), at("2026-02-01T10:00:00Z"));
    assert_eq!(month_first.read(cell), at("2026-01-02T10:00:00Z"));
    assert_eq!(day_first.read("1/2/2026, 10:00:00 AM"), at("2026-02-01T10:00:00Z"));
    assert_eq!(
        reason(day_first.read("1/13/2026 10:00")),
        "is month-first, but the dates of this export are day-first"
    );
    assert!(reason(month_first.read("13/1/2026 10:00")).contains("is day-first"));
}

#[test]
fn a_format_is_tried_first_and_named_when_only_it_could_help() {
    let by_format = reader("UTC", Some("%d/%m/%Y %H:%M"), None);
    assert_eq!(by_format.read("1/2/2026 10:00"), at("2026-02-01T10:00:00Z"));
    assert_eq!(by_format.read("１/２/２０２６ 10:00"), at("2026-02-01T10:00:00Z"));
    assert_eq!(by_format.read("1/2/2026 10:00:30"), at("2026-02-01T10:00:30Z"));
    assert_eq!(by_format.read("2026-02-01T10:00:00+09:00"), at("2026-02-01T10:00:00+09:00"));
    assert!(reason(by_format.read("31/2/2026 10:00")).starts_with("February 2026 has 28 days"));
    assert!(reason(by_format.read("1/13/2026 10:00")).ends_with("time_format `%d/%m/%Y %H:%M`"));
    let odd = reader("UTC", Some("%Y-%d-%m %H:%M:%S"), None);
    assert_eq!(odd.read("2026-02-01 10:00:00"), at("2026-01-02T10:00:00Z"));
    assert_eq!(reason(odd.read("1/2/2026 10:00")), "doesn't fit time_format `%Y-%d-%m %H:%M:%S`");
    let with_offset = reader("UTC", Some("%Y%m%dT%H%M%S%z"), None);
    assert_eq!(with_offset.read("20260201T100000+0900"), at("2026-02-01T10:00:00+09:00"));
    assert!(reason(with_offset.read("20260201T100060+0900")).contains("time_format"));
    let serial = reader("Asia/Tokyo", Some("excel-serial"), None);
    assert_eq!(serial.read("46143.3784722"), at("2026-05-01T09:05:00+09:00"));
    assert_eq!(serial.read("1777593900"), at("2026-05-01T09:05:00+09:00"));
    assert!(reason(tokyo().read("46143.3784722")).starts_with("is a bare number"));
    let bad = TimeReader::new(Zone::named("UTC").unwrap(), Some("%d/%m"), &[], None);
    assert_eq!(bad.unwrap_err(), BadTimeFormat::NoDate("%d/%m".to_owned()));
}

#[test]
fn what_is_no_time_has_a_reason() {
    for (cell, expected) in [
        ("yes", "is not a time"),
        ("disk full", "is not a time"),
        ("2026/05/01", "has no time of day"),
        ("2026年5月1日", "has no time of day"),
        ("2026-02-30 10:00", "February 2026 has 28 days"),
        ("2026-13-01 10:00", "there is no month 13"),
        ("2026-04-31T10:00:00Z", "April 2026 has 30 days"),
        ("31/04/2026 10:00", "April 2026 has 30 days"),
        ("13/13/2026 10:00", "neither 13 nor 13 is a month"),
        ("2026-05-01 25:00", "there is no hour 25"),
        ("2026-05-01 24:30", "runs past 24:00"),
        ("2026-05-01 10:60", "there is no minute 60"),
        ("2026-05-01T10:00:60Z", "is a leap second"),
        ("2026-05-01T10:00:61Z", "there is no second 61"),
        ("2026-05-01 13:05 PM", "has hour 13 on a clock of twelve"),
        ("2026-05-01 9時", "has no minutes"),
        ("2026-05-01 9:5", "needs two digits of minutes"),
        ("2026-05-01 10:00 JST", "has `JST` behind the time"),
        ("2026-05-01T10:00:00+9:00", "has an offset that can't be read"),
        ("2026-05-01T10:00:00+25:00", "has an offset that can't be read"),
        ("2026/05/01(水) 9:05", "names a weekday"),
        ("1/5/26 9:05", "writes the year in two digits"),
        ("3000-01-01T00:00:00Z", "lies outside the years"),
        ("12345", "is a bare number"),
        ("10:00", "is not a time"),
    ] {
        let found = reason(tokyo().read(cell));
        assert!(found.starts_with(expected), "{cell}: {found}");
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
        assert_eq!(tokyo().read_moment(cell, &mut LastMonth::default()), None);
        reason(tokyo().read(cell));
    }
    // A fraction is one of seconds.
    assert_eq!(tokyo().read_moment("2026-05-01 09:00.5", &mut LastMonth::default()), None);
    reason(tokyo().read("2026-05-01 09:00.5"));
    let moment = |cell| tokyo().read_moment(cell, &mut LastMonth::default());
    assert!(moment("2026-05-01 09:00:00").is_some() && moment("2026/05/01T09:00+09:00").is_some());
}

fn by_chrono(cell: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(cell).ok()?.timestamp_nanos_opt()
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(cell in any::<String>(), order in any::<bool>()) {
        let order = if order { DayOrder::DayFirst } else { DayOrder::MonthFirst };
        let _ = tokyo().read(&cell);
        let _ = reader("America/New_York", Some("%d/%m/%Y %H:%M"), Some(order)).read(&cell);
        let _ = reader("UTC", Some("excel-serial"), None).read(&cell);
    }

    #[test]
    fn no_text_that_resembles_a_time_makes_the_reader_panic(
        cell in "[0-9０-９年月日時分秒午前後/:.,TZ +(金)AMPMJan-]{0,30}",
    ) {
        let _ = tokyo().read(&cell);
    }

    #[test]
    fn rfc_3339_is_read_as_chrono_reads_it(
        (year, month, day) in (1690..2260_u32, 0..14_u32, 0..33_u32),
        (hour, minute, second) in (0..24_u32, 0..61_u32, 0..60_u32),
        fraction in "(\\.[0-9]{1,9})?",
        offset in "Z|[+-][012][0-9]:[0-6][0-9]",
        separator in "[Tt ]",
    ) {
        let cell = format!("{year:04}-{month:02}-{day:02}{separator}{hour:02}:{minute:02}:{second:02}{fraction}{offset}");
        let found = match tokyo().read(&cell) {
            TimeCell::At(instant) => Some(instant.nanos()),
            TimeCell::Missing => Some(0),
            _ => None,
        };
        prop_assert_eq!(found, by_chrono(&cell), "{}", cell);
    }

    #[test]
    fn the_short_way_says_nothing_or_what_chrono_says(
        cells in prop::collection::vec(
            ("20(25|26)[-/](02|03|12|13)[-/](28|29|30|31|00)[T ](09|23|24):(00|59|60):(00|59|60)(Z|[+-](05:30|09:00|24:00|09:60))?", any::<prop::sample::Index>(), "[0-9:/+Zz .,x\\x00]?"),
            1..8,
        ),
    ) {
        let mut last = LastMonth::default();
        for (text, place, put) in cells {
            let mut cell = text;
            if let Some(char) = put.chars().next() {
                let place = place.index(cell.len());
                cell.replace_range(place..=place, &char.to_string());
            }
            if let Some(at) = tokyo().read_moment(&cell, &mut last) {
                prop_assert_eq!(tokyo().read(&cell), TimeCell::At(at), "{}", cell);
                let cell = cell.replace('/', "-").replace(' ', "T");
                let zone = if cell.len() == 19 { "+09:00" } else { "" };
                prop_assert_eq!(by_chrono(&format!("{cell}{zone}")), Some(at.nanos()), "{}", cell);
            }
        }
    }

    #[test]
    fn zoneless_forms_are_read_as_chrono_reads_them(
        (year, month, day) in (1900..2200_i32, 1..13_u32, 1..32_u32),
        (hour, minute, second) in (0..24_u32, 0..60_u32, 0..60_u32),
        shape in 0..4,
    ) {
        let (cell, format) = match shape {
            0 => (format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"), "%Y-%m-%d %H:%M:%S"),
            1 => (format!("{year}/{month:02}/{day:02} {hour:02}:{minute:02}"), "%Y/%m/%d %H:%M"),
            2 => (format!("{year}/{month}/{day} {hour}:{minute:02}:{second:02}"), "%Y/%m/%d %H:%M:%S"),
            _ => (format!("{year}年{month}月{day}日 {hour}時{minute}分{second}秒"), "%Y年%m月%d日 %H時%M分%S秒"),
        };
        let expected = NaiveDateTime::parse_from_str(&cell, format).ok().map(|local| local.and_utc().timestamp());
        let found = match reader("UTC", None, None).read(&cell) {
            TimeCell::At(instant) => Some(instant.epoch().0),
            TimeCell::Missing => Some(0),
            _ => None,
        };
        prop_assert_eq!(found, expected, "{}", cell);
    }
}
