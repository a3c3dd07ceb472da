//! The forms that tools and spreadsheets write, tool by tool.

use super::*;

#[test]
fn halves_of_the_day_stand_before_or_behind_the_time() {
    for (cell, expected) in [
        ("2026/05/01 PM 9:05", "2026-05-01T21:05:00+09:00"),
        ("2026/05/01 am 9:05:30", "2026-05-01T09:05:30+09:00"),
        ("2026/05/01 AM9:05", "2026-05-01T09:05:00+09:00"),
        ("2026/05/01 p.m. 9:05", "2026-05-01T21:05:00+09:00"),
        ("2026/05/01 AM 12:05", "2026-05-01T00:05:00+09:00"),
        ("2026/05/01 9:05PM", "2026-05-01T21:05:00+09:00"),
        ("2026/05/01 9:05 a.m.", "2026-05-01T09:05:00+09:00"),
        ("2026/05/01 9:05\u{202f}p.m.", "2026-05-01T21:05:00+09:00"),
        ("2026/05/01 ９：０５　ＰＭ", "2026-05-01T21:05:00+09:00"),
        ("2026/05/01 午後 9:05", "2026-05-01T21:05:00+09:00"),
        ("2026/05/01 9:05 午後", "2026-05-01T21:05:00+09:00"),
        ("2026/05/01 午後9:05 PM", "2026-05-01T21:05:00+09:00"),
    ] {
        assert_eq!(tokyo().read(cell), at(expected), "{cell}");
    }
    assert_eq!(reason(tokyo().read("2026/05/01 午前9:05 PM")), "names both halves of the day");
    assert!(reason(tokyo().read("2026/05/01 P 9:05")).starts_with("has no time of day"));
}

#[test]
fn what_a_browser_writes_for_a_locale_is_read() {
    let month_first = reader("Asia/Tokyo", None, Some(DayOrder::MonthFirst));
    let day_first = reader("Asia/Tokyo", None, Some(DayOrder::DayFirst));
    let expected = at("2026-05-01T21:05:07+09:00");
    // en-US, before and since the narrow space came, and ja-JP.
    for cell in ["5/1/2026, 9:05:07 PM", "5/1/2026, 9:05:07\u{202f}PM", "2026/5/1 21:05:07"] {
        assert_eq!(tokyo().read(cell), expected, "{cell}");
        assert_eq!(month_first.read(cell), expected, "{cell}");
    }
    // en-GB and de-DE.
    for cell in ["01/05/2026, 21:05:07", "1.5.2026, 21:05:07"] {
        assert_eq!(day_first.read(cell), expected, "{cell}");
        assert_eq!(tokyo().read(cell), TimeCell::Ambiguous, "{cell}");
    }
}

#[test]
fn months_with_names_are_read_in_english_and_japanese() {
    for cell in [
        "01/May/26 9:05 AM",
        "1/may/2026 09:05",
        "01/5月/26 9:05 午前",
        "01/5月/26 9:05 AM",
        "01/5月/26 午前 9:05",
        "01/５月/26 9:05",
    ] {
        assert_eq!(tokyo().read(cell), at("2026-05-01T09:05:00+09:00"), "{cell}");
    }
    assert!(reason(tokyo().read("01/13月/26 9:05")).starts_with("there is no month 13"));
    assert!(reason(tokyo().read("31/Apr/26 9:05")).starts_with("April 2026 has 30 days"));
}

#[test]
fn moments_are_counted_from_1970_in_seconds_and_milliseconds() {
    for cell in ["1777593900", " 1777593900 ", "１７７７５９３９００", "1777593900.000", "1777593900000"]
    {
        assert_eq!(tokyo().read(cell), at("2026-05-01T09:05:00+09:00"), "{cell}");
    }
    for cell in ["0", "0.0", "00", "1970-01-01T00:00:00Z"] {
        assert_eq!(tokyo().read(cell), TimeCell::Missing, "{cell}");
    }
    for cell in ["177759390", "17775939000", "-1777593900", "1.7776E+12"] {
        reason(tokyo().read(cell));
    }
}

#[test]
fn days_as_spreadsheets_count_them_are_read_only_where_the_policy_says_so() {
    let serial = reader("Asia/Tokyo", Some("excel-serial"), None);
    assert_eq!(serial.read("45413.3784722"), at("2024-05-01T09:05:00+09:00"));
    assert_eq!(serial.read("45413"), at("2024-05-01T00:00:00+09:00"));
    assert_eq!(serial.read("2024/5/1 9:05"), at("2024-05-01T09:05:00+09:00"));
    for cell in ["45413.3784722", "45413"] {
        let reason = reason(tokyo().read(cell));
        assert!(reason.contains("time_format = \"excel-serial\""), "{reason}");
    }
}

#[test]
fn what_a_spreadsheet_shows_for_a_fault_has_a_reason_of_its_own() {
    for cell in ["#N/A", "#VALUE!", "#名前?", "Err:508"] {
        let reason = reason(tokyo().read(cell));
        assert!(reason.starts_with("is what a spreadsheet shows"), "{cell}: {reason}");
    }
}
