//! iCalendar (RFC 5545): the days of all-day events, repeated ones up to 2100.

mod content_line;
mod event;
mod event_days;
mod length;
mod recurrence;

use std::collections::HashSet;

use chrono::NaiveDate;

use self::content_line::{ContentLine, content_lines};
use self::event::Event;
use super::day_set::DaySet;
use super::fault::FileFaults;
use crate::policy_file::wording::quoted;
use crate::words::holiday_files;

const OPENING: &[u8] = b"BEGIN:VCALENDAR";

/// Whether a file begins as a calendar does.
pub(super) fn is_icalendar(bytes: &[u8]) -> bool {
    let bytes = bytes.trim_ascii_start();
    bytes.get(..OPENING.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(OPENING))
}

/// Days of repeated events that an event of their own takes the place of, by the events' name.
type Replaced = HashSet<(String, NaiveDate)>;

/// Reads a calendar; how many of its events are observances.
pub(super) fn read(bytes: &[u8], days: &mut DaySet, faults: &mut FileFaults) -> usize {
    let events = events(bytes, faults);
    let replaced: Replaced = events.iter().filter_map(|event| event.replaces(faults)).collect();
    let mut observances = 0;
    for event in events.iter().filter(|event| !event.is_cancelled()) {
        if event.is_observance() {
            observances += 1;
        } else if !event_days::add(event, &replaced, days, faults) {
            break;
        }
    }
    observances
}

/// The events of a file, whatever else stands in it.
fn events(bytes: &[u8], faults: &mut FileFaults) -> Vec<Event> {
    let (mut events, mut event) = (Vec::new(), None::<Event>);
    let mut open: Vec<String> = Vec::new();
    let mut last = 1;
    for line in content_lines(bytes) {
        let line = match line {
            Ok(line) => line,
            Err((number, message)) => {
                last = number;
                faults.add(number, message);
                continue;
            }
        };
        last = line.number;
        if line.is("BEGIN") {
            open.push(line.value.trim().to_ascii_uppercase());
            if is_event(&open) {
                event = Some(Event::new(line.number));
            }
        } else if line.is("END") {
            if is_event(&open) {
                events.extend(event.take());
            }
            end(&line, &mut open, faults);
        } else if let Some(event) = event.as_mut().filter(|_| is_event(&open)) {
            event.take(line, faults);
        }
    }
    if let Some(component) = open.last() {
        let missing = quoted(&format!("END:{component}"));
        faults.add(last, holiday_files::breaks_off(&missing));
    }
    events
}

/// Whether what is open is an event itself, not an alarm in it.
fn is_event(open: &[String]) -> bool {
    matches!(open, [calendar, event] if calendar == "VCALENDAR" && event == "VEVENT")
}

fn end(line: &ContentLine, open: &mut Vec<String>, faults: &mut FileFaults) {
    let component = line.value.trim();
    match open.pop() {
        Some(begun) if begun.eq_ignore_ascii_case(component) => {}
        Some(begun) => {
            let expected = quoted(&format!("END:{begun}"));
            let message = holiday_files::other_end(&expected, &quoted(&line.text()));
            faults.add(line.number, message);
        }
        None => faults.add(line.number, holiday_files::ends_nothing(&quoted(&line.text()))),
    }
}
