use super::*;

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
        let dates: Vec<String> = file.days.keys().map(NaiveDate::to_string).collect();
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
    let ends = |file: &HolidayFile| {
        [file.days.first_key_value(), file.days.last_key_value()].map(|day| day.unwrap().0.to_string())
    };
    assert_eq!(ends(&file), ["2000-06-15", "2100-06-15"]);
    let huge = read(&event("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=WEEKLY;COUNT=4294967295\n"));
    assert_eq!(ends(&huge)[1], "2100-12-30");
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
