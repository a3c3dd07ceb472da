use chrono::{DateTime, NaiveDate, NaiveDateTime};

use super::faults::Faults;
use super::section::{part, wrong_type};
use super::tree::{Entry, Value};
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{Instant, Resolved, Zone};
use crate::words::{policy_types, policy_values};

/// Reads a date, a local time of the policy's zone, or a time with an offset. Without a zone,
/// which is then a fault of its own, only a time with an offset has a value.
pub(super) fn moment(entry: &Entry, zone: Option<Zone>, faults: &mut Faults<'_>) -> Option<Instant> {
    let (Value::Text(text) | Value::Moment(text)) = &entry.node.value else {
        wrong_type(&part(&entry.key), &policy_types::moment(), &entry.node, faults);
        return None;
    };
    let message = || policy_values::cannot_be(&format!("`{}`", entry.key), &quoted(text));
    match read(text.trim()) {
        Some(Read::Exact(instant)) => Some(instant),
        Some(Read::Local(local)) => match zone?.resolve(local) {
            Resolved::Once(at) | Resolved::Overlap(at) | Resolved::Gap(at) => Some(at),
            Resolved::OutOfRange => {
                let label = Label::new(entry.node.span.clone(), policy_values::outside_years());
                faults.error(Code::BadValue, message(), label);
                None
            }
        },
        None => {
            let label = Label::new(entry.node.span.clone(), policy_values::not_a_moment());
            faults.error(Code::BadValue, message(), label).help = Some(policy_values::write_moment());
            None
        }
    }
}

enum Read {
    Exact(Instant),
    Local(NaiveDateTime),
}

fn read(text: &str) -> Option<Read> {
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        // chrono takes one digit for the month as well; the form is fixed here.
        return (text.len() == 10).then(|| date.and_hms_opt(0, 0, 0).map(Read::Local)).flatten();
    }
    // TOML allows a space, and times without seconds, where RFC 3339 doesn't.
    let with_offset =
        text.strip_suffix(['Z', 'z']).map_or_else(|| text.to_owned(), |rest| format!("{rest}+00:00"));
    for format in
        ["%Y-%m-%dT%H:%M:%S%.f%:z", "%Y-%m-%d %H:%M:%S%.f%:z", "%Y-%m-%dT%H:%M%:z", "%Y-%m-%d %H:%M%:z"]
    {
        if let Ok(time) = DateTime::parse_from_str(&with_offset, format) {
            return Instant::from_epoch(time.timestamp(), time.timestamp_subsec_nanos()).map(Read::Exact);
        }
    }
    ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .map(Read::Local)
}
