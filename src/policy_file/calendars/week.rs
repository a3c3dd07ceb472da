use std::ops::Range;

use chrono::Weekday;

use super::day_texts::{day_text, days, meant};
use crate::diagnostic::{Code, Label};
use crate::domain::{Hours, Week};
use crate::policy_file::faults::Faults;
use crate::policy_file::hours::read_hours;
use crate::policy_file::section::{self, Section, Shape, Words};
use crate::policy_file::tree::{Entry, Value};
use crate::policy_file::wording::quoted;
use crate::words::{policy_calendars, policy_keys, policy_types};

/// Hours of a day, and the text that gives them.
type Given = (Weekday, Hours, Range<usize>);

/// Reads `hours`; `name` is what messages call the calendar.
pub(super) fn read_week(name: &str, entry: &Entry, faults: &mut Faults<'_>) -> Option<Week> {
    if !matches!(entry.node.value, Value::Table(_)) {
        let expected = policy_types::table_like("{ mon-fri = \"09:00-17:30\" }");
        section::wrong_type(&section::part("hours"), &expected, &entry.node, faults);
        return None;
    }
    let entries = Section::open(section::part("hours"), entry.key_span.clone(), &entry.node, faults)?.rest();
    if entries.is_empty() {
        let label = Label::new(entry.node.span.clone(), policy_calendars::no_hours());
        faults.error(Code::Empty, policy_calendars::without_hours(name), label).help =
            Some(policy_calendars::write_hours());
        return None;
    }
    let (read, is_whole) = read_days(&entries, faults);
    let mut week = Week::default();
    for day in read.iter().map(|(day, ..)| *day) {
        let hours = read.iter().filter(|(other, ..)| *other == day).map(|(_, hours, _)| *hours).collect();
        week.set(day, hours);
    }
    // Also where something else is at fault: all is told at once.
    refuse_overlap(name, &week, &read, faults)?;
    is_whole.then_some(week)
}

/// The hours of each day that the keys name, as far as they can be read, and whether all can.
fn read_days(entries: &[&Entry], faults: &mut Faults<'_>) -> (Vec<Given>, bool) {
    let mut taken: Vec<(Weekday, &Entry)> = Vec::new();
    let (mut read, mut is_whole) = (Vec::new(), true);
    for &entry in entries {
        let days = days_of(entry, &mut taken, faults);
        let hours = hours_of(entry, faults);
        is_whole &= days.is_some() && hours.iter().all(Option::is_some);
        let hours: Vec<_> = hours.into_iter().flatten().collect();
        let each = |day| hours.iter().map(move |(hours, span)| (day, *hours, span.clone()));
        read.extend(days.into_iter().flatten().flat_map(each));
    }
    (read, is_whole)
}

fn days_of<'e>(
    entry: &'e Entry,
    taken: &mut Vec<(Weekday, &'e Entry)>,
    faults: &mut Faults<'_>,
) -> Option<Vec<Weekday>> {
    let Some(days) = days(&entry.key) else {
        let message = policy_calendars::no_weekday(&quoted(&entry.key));
        let label = Label::new(entry.key_span.clone(), policy_calendars::not_a_day_or_range());
        faults.error(Code::UnknownKey, message, label).help = Some(match meant(&entry.key) {
            Some(key) => policy_keys::did_you_mean(&quoted(&key)),
            None => policy_calendars::weekdays(),
        });
        return None;
    };
    let twice = taken.iter().find(|(day, _)| days.contains(day)).copied();
    taken.extend(days.iter().map(|day| (*day, entry)));
    let Some((day, first)) = twice else { return Some(days) };
    let label = Label::new(entry.key_span.clone(), policy_calendars::and_in_this());
    let fault = faults.error(Code::Overlap, policy_calendars::hours_twice(day_text(day)), label);
    fault.further.push(Label::new(first.key_span.clone(), policy_calendars::in_this()));
    fault.help = Some(policy_calendars::one_place());
    None
}

/// Each of the hours of an entry; `None` where they can't be read.
fn hours_of(entry: &Entry, faults: &mut Faults<'_>) -> Vec<Option<(Hours, Range<usize>)>> {
    let Some(texts) = section::texts(entry, Shape::Line, faults) else { return vec![None] };
    let mut read = |words: &Words<'_>| {
        let (from, to) = read_hours(words, faults)?;
        let to = if to <= from { to + Hours::DAY } else { to };
        Some((Hours { from, to }, words.span.clone()))
    };
    texts.iter().map(&mut read).collect()
}

fn refuse_overlap(name: &str, week: &Week, read: &[Given], faults: &mut Faults<'_>) -> Option<()> {
    let Some([one, other]) = week.overlap() else { return Some(()) };
    let is = |wanted: (Weekday, Hours)| move |given: &&Given| (given.0, given.1) == wanted;
    // The same hours may stand twice in one list.
    let (first, second) = (read.iter().find(is(one))?, read.iter().rfind(is(other))?);
    let (first, second) =
        if first.2.start <= second.2.start { (&first.2, &second.2) } else { (&second.2, &first.2) };
    let (day, next) = (day_text(one.0), day_text(other.0));
    let message = if day == next {
        policy_calendars::overlap_on(name, day)
    } else {
        policy_calendars::overlap_from(name, day, next)
    };
    let label = Label::new(second.clone(), policy_calendars::and_these_hours());
    let fault = faults.error(Code::Overlap, message, label);
    fault.further.push(Label::new(first.clone(), policy_calendars::these_hours()));
    fault.help = Some(policy_calendars::end_before());
    None
}
