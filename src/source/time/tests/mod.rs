//! What cells say about time, form by form.

mod eras;
mod formats;
mod forms;
mod grammars;
mod missing;
mod random;
mod reasons;

use chrono::DateTime;

use super::{DayOrder, TimeCell, TimeReader};
use crate::domain::{Instant, Zone};

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
