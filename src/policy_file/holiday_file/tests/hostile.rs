use proptest::prelude::*;

use super::*;

#[test]
fn hostile_files_are_refused_soon() {
    let garbage: Vec<u8> =
        (0..1_u32 << 20).map(|at| at.wrapping_mul(2_654_435_761).to_le_bytes()[2]).collect();
    assert!(read_holiday_file(&garbage).is_err());
    assert!(read_holiday_file(&[b"BEGIN:VCALENDAR\n", garbage.as_slice()].concat()).is_err());
    let text: String = garbage.iter().map(|byte| char::from(byte % 96 + 32)).collect();
    assert!(read_holiday_file(text.as_bytes()).is_err());
    assert!(read_holiday_file("\n1".repeat(500_000).as_bytes()).is_err());
    let repeated = |rule: &str, times| {
        let event = format!("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20000101\n{rule}END:VEVENT\n");
        faults(&calendar(&event.repeat(times)))
    };
    assert!(repeated("RRULE:FREQ=DAILY\n", 5000).contains("more than 200000 days"));
    assert!(repeated("RRULE:FREQ=DAILY\nDTEND;VALUE=DATE:20010101\n", 1).contains("more than 200000 days"));
    assert!(repeated("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n", 5000).contains("does not fall on"));
}

/// Fragments that mean something in a calendar.
const FRAGMENTS: &[&str] = &[
    "\r\n",
    "\n ",
    ":",
    ";",
    "=",
    ",",
    "\"",
    "\\",
    "全",
    "\u{0}",
    "99999",
    "0",
    "-1",
    "T000000Z",
    "P1D",
    "FREQ=",
    "DAILY",
    "WEEKLY",
    "MONTHLY",
    "BYDAY=-1FR",
    "BYSETPOS=-1",
    "BYYEARDAY=366",
    "BYWEEKNO=53",
    "BYMONTHDAY=-31",
    "INTERVAL=65535",
    "UNTIL=20300101",
    "WKST=SU",
    "RRULE:",
    "EXDATE:",
    "RDATE:",
    "DTEND:",
    "BEGIN:VEVENT",
    "END:VEVENT",
    "RECURRENCE-ID:",
    "20240229",
    "00010101",
    "99991231",
];

fn check(bytes: &[u8]) {
    match read_holiday_file(bytes) {
        Ok(file) => {
            assert!(!file.days.is_empty());
            assert!(file.days.values().all(|name| !name.contains('\n')));
        }
        Err(faults) => {
            assert!((1..=10).contains(&faults.len()));
            for fault in faults {
                assert!((1..=1 + bytes.len()).contains(&fault.line), "{fault:?}");
                assert!(!fault.message.ends_with('.'), "{fault:?}");
                assert!(!fault.message.chars().any(char::is_control), "{fault:?}");
            }
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
        check(&[b"BEGIN:VCALENDAR\n", bytes.as_slice()].concat());
        check(&[b"2026/1/1,", bytes.as_slice()].concat());
    }

    #[test]
    fn a_torn_calendar_never_panics(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..12_usize, prop::sample::select(FRAGMENTS)), 1..6)
    ) {
        let mut text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20260615\nDTEND;VALUE=DATE:20260617\n\
            RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=15;COUNT=9\nEXDATE;VALUE=DATE:20280615\nSUMMARY:創立\n\
            END:VEVENT\nEND:VCALENDAR\n".to_owned();
        for (at, cut, fragment) in edits {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.ceil_char_boundary((start + cut).min(text.len()));
            text.replace_range(start..end, fragment);
        }
        check(text.as_bytes());
    }
}

proptest! {
    // A rule that never comes true takes a while before it is given up.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_rule_is_worked_out_or_refused(
        start in 0..4_000_000_u64,
        parts in prop::collection::vec(
            (
                prop::sample::select(&["INTERVAL", "COUNT", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY", "BYSETPOS", "WKST"][..]),
                prop::sample::select(&["0", "1", "2", "-1", "-2", "5", "31", "-31", "53", "366", "-366", "400", "65535", "65536", "MO", "-1SU", "53TH", "1,2,3", "SA,SU", ""][..]),
            ),
            0..4,
        ),
        frequency in prop::sample::select(&["DAILY", "WEEKLY", "MONTHLY", "YEARLY"][..]),
    ) {
        let Some(day) = NaiveDate::from_ymd_opt(1, 1, 1).unwrap().checked_add_days(chrono::Days::new(start % 3_650_000)) else {
            return Ok(());
        };
        let parts: Vec<String> = parts.iter().map(|(name, value)| format!(";{name}={value}")).collect();
        check(&event(&format!("DTSTART:{}\nRRULE:FREQ={frequency}{}\n", day.format("%Y%m%d"), parts.concat())));
    }
}
