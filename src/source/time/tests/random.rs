use chrono::NaiveDateTime;
use proptest::prelude::*;

use super::*;
use crate::source::time::LastTime;

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
            ("20(25|26)[-/](02|03|12|13)[-/](28|29|30|31|00)[T ](09|23|24):(00|59|60):(00|59|60)(\\.[0-9]{1,3})?(Z|[+-](05:30|09:00|24:00|09:60))?", any::<prop::sample::Index>(), "[0-9:/+Zz .,x\\x00]?"),
            1..8,
        ),
    ) {
        let mut last = LastTime::default();
        for (text, place, put) in cells {
            let mut cell = text;
            if let Some(char) = put.chars().next() {
                let place = place.index(cell.len());
                cell.replace_range(place..=place, &char.to_string());
            }
            if let Some(at) = tokyo().read_moment(&cell, &mut last) {
                prop_assert_eq!(tokyo().read(&cell), TimeCell::At(at), "{}", cell);
                let cell = cell.replace('/', "-").replace(' ', "T");
                let has_offset = !cell[19..].trim_start_matches('.').bytes().all(|byte| byte.is_ascii_digit());
                let zone = if has_offset { "" } else { "+09:00" };
                prop_assert_eq!(by_chrono(&format!("{cell}{zone}")), Some(at.nanos()), "{}", cell);
            }
        }
    }

    #[test]
    fn what_a_time_shares_with_the_one_before_changes_nothing(
        zone in prop::sample::select(&["Asia/Tokyo", "UTC", "America/New_York", "Europe/Berlin"][..]),
        missing in prop::sample::select(&[None, Some("2026-03-29 02:30:00"), Some("2026-03-29 02:30:00Z")][..]),
        cells in prop::collection::vec(
            "(2026-03-|2026-10-|2026-11-|2026/03/|1970-01-|0001-01-|1952-01-|2099-12-|2262-0[34]-|1677-09-)(0[0-9]|1[01]|25|29|30|31|32|1:|:1)[T ](00:00:00|01:30:00|02:30:00|02:3:00|24:00:00|23:59:60|09:05:07)(\\.|\\.[0-9]{1,10})?(Z|\\+09:00|\\+09:00|-0800|\\+14:00|00000Z)?",
            1..12,
        ),
    ) {
        let missing: Vec<String> = missing.into_iter().map(str::to_owned).collect();
        let reader = TimeReader::new(Zone::named(zone).unwrap(), None, &missing, None).unwrap();
        let mut last = LastTime::default();
        for cell in cells {
            if let Some(at) = reader.read_moment(&cell, &mut last) {
                prop_assert_eq!(reader.read(&cell), TimeCell::At(at), "{}", cell);
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
