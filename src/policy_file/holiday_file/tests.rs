use proptest::prelude::*;

use super::*;

fn read(bytes: &[u8]) -> HolidayFile {
    read_holiday_file(bytes).unwrap()
}

/// Days and names, one a line.
fn days(bytes: &[u8]) -> String {
    let days: Vec<String> =
        read(bytes).days.iter().map(|day| format!("{} {}\n", day.date, day.name)).collect();
    days.concat()
}

/// Lines and messages, one a line.
fn faults(bytes: &[u8]) -> String {
    let faults = read_holiday_file(bytes).unwrap_err();
    let faults: Vec<String> =
        faults.iter().map(|fault| format!("{}: {}\n", fault.line, fault.message)).collect();
    faults.concat()
}

fn calendar(events: &str) -> Vec<u8> {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n").replace('\n', "\r\n").into_bytes()
}

/// A calendar with one event; its properties begin on line 4.
fn event(properties: &str) -> Vec<u8> {
    calendar(&format!("BEGIN:VEVENT\n{properties}END:VEVENT\n"))
}

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

#[test]
fn a_file_without_holidays_is_a_fault() {
    for empty in ["", "\n\n", "\u{feff}", "day,name\n"] {
        assert!(faults(empty.as_bytes()).starts_with("1: no holiday stands in the file"), "{empty:?}");
    }
    assert!(faults(&calendar("")).starts_with("1: no holiday stands in the file: expected"));
    let observance = event("DTSTART;VALUE=DATE:20260203\nDESCRIPTION:祭日\n");
    assert!(faults(&observance).contains("its events (1) are observances"));
}

#[test]
fn undecodable_bytes_are_a_fault() {
    assert!(faults(b"2026/1/1,\x8c\xb3\n2026/1/2,\xff\xff\n").starts_with("2: the line is neither"));
    assert!(
        faults("2026/1/1,元日\n2026/1/8,成".as_bytes().split_last().unwrap().1).starts_with("2: the line")
    );
    assert!(faults(b"BEGIN:VCALENDAR\nSUMMARY:\x8c\xb3\n").starts_with("2: the line is no UTF-8 text"));
}

#[test]
fn googles_feed_is_read_without_its_observances() {
    let feed = calendar(
        "X-WR-CALNAME:日本の祝日
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260203
DTEND;VALUE=DATE:20260204
DESCRIPTION:祭日\\n祭日を非表示にするには、Google カレンダーの [設定] > [日本の祝日] に移
 動してください
SUMMARY:節分
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261225
DESCRIPTION:Observance\\nTo hide observances\\, go to Google Calendar Settings
SUMMARY:Christmas
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260921
DTEND;VALUE=DATE:20260922
DESCRIPTION:祝日
STATUS:CONFIRMED
SUMMARY:敬老の日
TRANSP:TRANSPARENT
BEGIN:VALARM
DESCRIPTION:祭日
TRIGGER:-P1D
DURATION:PT5M
END:VALARM
END:VEVENT
",
    );
    let file = read(&feed);
    assert_eq!((file.days.len(), file.observances), (1, 2));
    assert_eq!(days(&feed), "2026-09-21 敬老の日\n");
}

#[test]
fn an_event_may_take_several_days() {
    let named = |dates: &str| days(&event(&format!("{dates}\nSUMMARY;LANGUAGE=ja:年末\\, 休業\n")));
    let two = "2026-12-30 年末, 休業\n2026-12-31 年末, 休業\n";
    let one = "2026-12-30 年末, 休業\n";
    assert_eq!(named("DTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20270101"), two);
    assert_eq!(named("DTSTART:20261230\nDURATION:P2D"), two);
    assert_eq!(named("DTSTART;VALUE=DATE:20261230"), one);
    assert_eq!(named("DTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20261230"), one);
    assert_eq!(days(&event("dtstart;value=date:20261230\n")), "2026-12-30 \n");
}

#[test]
fn cancelled_events_and_other_components_are_left_out() {
    let file = calendar(
        "BEGIN:VTIMEZONE
BEGIN:STANDARD
DTSTART:19700101T000000
RRULE:FREQ=HOURLY
END:STANDARD
END:VTIMEZONE
BEGIN:VTODO
DTSTART;VALUE=DATE:20260105
END:VTODO
BEGIN:VEVENT
DTSTART:20260106T090000
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260107
END:VEVENT
",
    );
    assert_eq!(days(&file), "2026-01-07 \n");
}

#[test]
fn an_event_is_repeated_by_its_rule() {
    let starts = |properties: &str| {
        let file = read(&event(properties));
        let dates: Vec<String> = file.days.iter().map(|day| day.date.to_string()).collect();
        dates.join(" ")
    };
    assert_eq!(
        starts(
            "DTSTART;VALUE=DATE:20260615\nRRULE:FREQ=YEARLY;COUNT=3\nEXDATE;VALUE=DATE:20270615\nRDATE;VALUE=DATE:20270616,20290615\n"
        ),
        "2026-06-15 2027-06-16 2028-06-15 2029-06-15"
    );
    assert_eq!(
        starts("DTSTART;VALUE=DATE:20260112\nRRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=2MO;UNTIL=20280110\n"),
        "2026-01-12 2027-01-11 2028-01-10"
    );
    // No rule: the extra days come on top.
    assert_eq!(
        starts("DTSTART:20260112\nDURATION:P2D\nRDATE:20260201\n"),
        "2026-01-12 2026-01-13 2026-02-01 2026-02-02"
    );
}

#[test]
fn a_rule_without_an_end_reaches_to_2100() {
    let file = read(&event("DTSTART;VALUE=DATE:19950615\nRRULE:FREQ=YEARLY\nSUMMARY:創立記念日\n"));
    assert_eq!(file.days.len(), 101);
    assert_eq!(file.days[0].date.to_string(), "2000-06-15");
    assert_eq!(file.days[100].date.to_string(), "2100-06-15");
    let huge = read(&event("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=WEEKLY;COUNT=4294967295\n"));
    assert_eq!(huge.days.last().unwrap().date.to_string(), "2100-12-30");
}

#[test]
fn a_rule_that_ends_at_a_time_is_taken_where_the_time_is_of_no_account() {
    let until = |end: &str| event(&format!("DTSTART;VALUE=DATE:20260615\nRRULE:FREQ=YEARLY;UNTIL={end}\n"));
    assert_eq!(read(&until("20281231T150000Z")).days.len(), 3);
    assert_eq!(read(&until("20280616T150000Z")).days.len(), 3);
    for unclear in ["20280615T150000Z", "20280614T150000Z"] {
        assert!(faults(&until(unclear)).starts_with("5: the rule ends at a time"), "{unclear}");
    }
}

#[test]
fn a_moved_or_cancelled_day_of_a_rule_takes_its_place() {
    let file = calendar(
        "BEGIN:VEVENT
UID:a
DTSTART;VALUE=DATE:20260615
RRULE:FREQ=YEARLY;COUNT=3
SUMMARY:創立記念日
END:VEVENT
BEGIN:VEVENT
UID:a
RECURRENCE-ID;VALUE=DATE:20270615
DTSTART;VALUE=DATE:20270614
SUMMARY:moved
END:VEVENT
BEGIN:VEVENT
UID:a
RECURRENCE-ID;VALUE=DATE:20280615
DTSTART;VALUE=DATE:20280615
STATUS:CANCELLED
END:VEVENT
",
    );
    assert_eq!(days(&file), "2026-06-15 創立記念日\n2027-06-14 moved\n");
}

#[test]
fn what_is_no_whole_day_is_a_fault() {
    for (properties, expected) in [
        (
            "DTSTART:20260101T090000Z\n",
            "4: DTSTART is `20260101T090000Z`, but holidays are whole days: make it",
        ),
        ("DTSTART;VALUE=DATE-TIME:20260101\n", "4: DTSTART is `20260101`, but holidays are whole days"),
        ("DTSTART:20260230\n", "4: DTSTART can't be `20260230`: expected a day such as `20260101`"),
        ("SUMMARY:x\n", "3: the event has no first day"),
        ("DTSTART:20260102\nDTSTART:20260103\n", "5: the event has a second DTSTART"),
        (
            "DTSTART:20260102\nDTEND:20260101\n",
            "5: DTEND is 2026-01-01, before the event's first day, 2026-01-02",
        ),
        ("DTSTART:20260102\nDTEND:20360102\n", "5: the event lasts 3652 days"),
        ("DTSTART:20260102\nDURATION:PT9H\n", "5: DURATION is `PT9H`, but holidays are whole days"),
        ("DTSTART:20260102\nDURATION:P367D\n", "5: the event lasts 367 days"),
        ("DTSTART:20260102\nDURATION:P1D\nDTEND:20260103\n", "5: the event has DTEND and DURATION"),
        ("DTSTART:20260102\nRDATE;VALUE=PERIOD:20260102T000000Z/P1D\n", "5: RDATE is"),
        ("DTSTART:20260102\nEXDATE:20260102T000000Z\n", "5: EXDATE is"),
        ("DTSTART:20260102\nEXRULE:FREQ=YEARLY\n", "5: rules of exceptions can't be read"),
        (
            "DTSTART:20260102\nRRULE:FREQ=HOURLY\n",
            "5: the rule repeats `HOURLY`, but holidays are whole days",
        ),
        ("DTSTART:20260102\nRRULE:FREQ=DAILY;BYHOUR=3\n", "5: RRULE can't have `BYHOUR=3`"),
        ("DTSTART:20260102\nRRULE:FREQ=YEARLY;FREQ=DAILY\n", "5: RRULE can't be"),
        ("DTSTART:20260102\nRRULE:COUNT=2\n", "5: RRULE can't be `COUNT=2`"),
        ("DTSTART:20260102\nRRULE:FREQ=YEARLY;COUNT=99999999999\n", "5: RRULE can't be"),
        (
            "DTSTART:20260102\nRRULE:FREQ=YEARLY;INTERVAL=0\n",
            "5: the rule `FREQ=YEARLY;INTERVAL=0` does not fall",
        ),
        (
            "DTSTART:20260102\nRRULE:FREQ=YEARLY;BYMONTH=2\n",
            "5: the rule `FREQ=YEARLY;BYMONTH=2` does not fall",
        ),
        ("DTSTART:20260102\nRRULE:FREQ=YEARLY;UNTIL=20260101\n", "5: the rule ends before"),
        ("DTSTART:20260102\nRRULE:FREQ=YEARLY;UNTIL=soon\n", "5: UNTIL can't be `soon`"),
        ("DTSTART:20260102\nRECURRENCE-ID:20260102\n", "5: the event replaces a day of another one"),
        ("DTSTART:20260102\nUID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260102\n", "6: an event that changes"),
        ("DTSTART:20260102\nno line\n", "5: `no line` is no line of a calendar: expected `NAME:value`"),
    ] {
        let faults = faults(&event(properties));
        assert!(faults.starts_with(expected), "{properties}{faults}");
        assert_eq!(faults.lines().count(), 1, "{properties}{faults}");
    }
}

#[test]
fn a_calendar_that_breaks_off_is_a_fault() {
    let whole = event("DTSTART:20260102\n");
    let text = String::from_utf8(whole).unwrap();
    let broken = text.split("END:VEVENT").next().unwrap();
    assert!(faults(broken.as_bytes()).starts_with("4: the calendar breaks off: `END:VEVENT` is missing"));
    assert!(faults(b"BEGIN:VCALENDAR\nEND:VEVENT\n").starts_with("2: `END:VCALENDAR` was expected here"));
    assert!(faults(&[text.as_bytes(), b"END:VCALENDAR"].concat()).contains("ends what never began"));
}

#[test]
fn many_faults_are_counted() {
    let list = "2026/1/1,x\n".to_owned() + &"nonsense 1\n".repeat(30);
    let faults = faults(list.as_bytes());
    assert_eq!(faults.lines().count(), 10);
    assert!(faults.ends_with("(and 20 more faults in the file)\n"), "{faults}");
}

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
            assert!(file.days.is_sorted_by(|one, next| one.date < next.date));
            assert!(file.days.iter().all(|day| !day.name.contains('\n')));
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
