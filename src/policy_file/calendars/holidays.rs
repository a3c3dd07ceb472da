use std::ops::Range;

use super::Surroundings;
use super::holiday_days::{Trouble, holiday_days};
use super::holiday_table::read_table;
use crate::diagnostic::{Code, Label};
use crate::domain::{HolidayDays, HolidaySource, Holidays};
use crate::policy_file::faults::Faults;
use crate::policy_file::section::{Shape, Words, no_text, part, text_node};
use crate::policy_file::tree::{Entry, Node, Value};
use crate::policy_file::wording::{nearest, quoted};
use crate::words::{policy_calendars, policy_keys, policy_parts, policy_types};

/// Reads `holidays`. `None` where a source is at fault.
pub(super) fn read_holidays(
    entry: &Entry,
    around: Surroundings<'_>,
    faults: &mut Faults<'_>,
) -> Option<Holidays> {
    let nodes = match &entry.node.value {
        Value::List(nodes) if nodes.is_empty() => {
            let label = Label::new(entry.node.span.clone(), policy_keys::nothing_in_it());
            faults.error(Code::Empty, policy_keys::empty_list("`holidays`"), label).help =
                Some(policy_calendars::leave_holidays_out());
            return None;
        }
        Value::List(nodes) => nodes.as_slice(),
        Value::Text(_) | Value::Moment(_) => std::slice::from_ref(&entry.node),
        _ => {
            no_text(&part("holidays"), &policy_types::holidays(), &entry.node, faults);
            return None;
        }
    };
    let read: Vec<_> = nodes.iter().map(|node| read_source(node, around, faults)).collect();
    read.into_iter().collect::<Option<Vec<_>>>().map(Holidays::new)
}

fn read_source(node: &Node, around: Surroundings<'_>, faults: &mut Faults<'_>) -> Option<HolidaySource> {
    let words = match &node.value {
        Value::Moment(text) => Words { text, span: node.span.clone() },
        _ => text_node(&policy_parts::each_of("`holidays`"), node, Shape::Line, faults)?,
    };
    let text = words.text.trim();
    let source = |days| Some(HolidaySource { name: text.to_owned(), days, sha256: None });
    if text == "japan" {
        return source(HolidayDays::Japan);
    }
    match holiday_days(text) {
        Some(Ok(days)) => return source(days),
        Some(Err(trouble)) => {
            refuse_days(text, words.span, trouble, faults);
            return None;
        }
        None => {}
    }
    if is_file(text) {
        return read_table(&Words { text, span: words.span }, around, faults);
    }
    let message = policy_calendars::unknown_holidays(&quoted(text));
    let label = Label::new(words.span, policy_calendars::not_a_source());
    faults.error(Code::BadValue, message, label).help = Some(match nearest(text, ["japan"]) {
        Some(name) => policy_keys::did_you_mean(&quoted(name)),
        None => policy_calendars::holiday_sources(),
    });
    None
}

fn is_file(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let ends = |ending: &str| lower.strip_suffix(ending).is_some_and(|name| !name.is_empty());
    ends(".csv") || ends(".ics") || text.contains('/')
}

fn refuse_days(text: &str, span: Range<usize>, trouble: Trouble, faults: &mut Faults<'_>) {
    let (label, help) = match trouble {
        Trouble::Shape => (policy_calendars::not_a_day(), policy_calendars::write_days()),
        Trouble::NoSuchDay => (policy_calendars::no_such_day(), policy_calendars::existing_day()),
        Trouble::Backwards => (policy_calendars::ends_before(), policy_calendars::first_day_first()),
    };
    let message = policy_calendars::no_holidays(&quoted(text));
    faults.error(Code::BadValue, message, Label::new(span, label)).help = Some(help);
}
