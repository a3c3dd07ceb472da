mod day_list;
mod hostile;
mod icalendar;

use super::*;

fn read(bytes: &[u8]) -> HolidayFile {
    read_holiday_file(bytes).unwrap()
}

/// Days and names, one a line.
fn days(bytes: &[u8]) -> String {
    let days: Vec<String> = read(bytes).days.iter().map(|(date, name)| format!("{date} {name}\n")).collect();
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
fn many_faults_are_counted() {
    let list = "2026/1/1,x\n".to_owned() + &"nonsense 1\n".repeat(30);
    let faults = faults(list.as_bytes());
    assert_eq!(faults.lines().count(), 10);
    assert!(faults.ends_with("(and 20 more faults in the file)\n"), "{faults}");
}
