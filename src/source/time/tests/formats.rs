use super::*;
use crate::domain::BadTimeFormat;

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
