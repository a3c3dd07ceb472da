use std::ops::Range;

use super::faults::Faults;
use super::section::{self, Section, Shape, Words, wrong_type};
use super::terms::Terms;
use super::tree::{Entry, Value};
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{PauseColumns, StageId};
use crate::words::{policy_examples, policy_keys, policy_parts, policy_pauses, policy_types};

/// What `[source.pauses]` declares, before the names of stages have a meaning.
#[derive(Default)]
pub(super) struct ReadPauses<'t> {
    stretches: Vec<(String, String)>,
    /// Where `intervals` stands.
    pub(super) intervals: Option<Range<usize>>,
    sums: Vec<(Words<'t>, String)>,
    /// Where `seconds` stands.
    pub(super) seconds: Option<Range<usize>>,
    in_hours: bool,
}

/// Reads `[source.pauses]`.
pub(super) fn read_pauses<'t>(mut section: Section<'t>, faults: &mut Faults<'_>) -> ReadPauses<'t> {
    let (intervals, seconds) = (section.take("intervals"), section.take("seconds"));
    let counts = section.peek("seconds_count");
    let in_hours = section.choice("seconds_count", &[("all-time", false), ("calendar-hours", true)], faults);
    match (intervals, seconds) {
        (Some(intervals), Some(seconds)) => {
            let label = Label::new(seconds.key_span.clone(), policy_pauses::as_sums());
            let fault = faults.error(Code::Pauses, policy_pauses::counted_twice(), label);
            fault.further.push(Label::new(intervals.key_span.clone(), policy_pauses::as_intervals()));
            fault.help = Some(policy_pauses::intervals_or_seconds());
        }
        (None, None) => {
            let label = Label::new(section.at(), policy_pauses::needs_either());
            faults.error(Code::MissingKey, policy_pauses::no_column(), label).help =
                Some(policy_pauses::add_either());
        }
        _ => {}
    }
    if let (Some(counts), None) = (counts, seconds) {
        let label = Label::new(counts.key_span.clone(), policy_keys::changes_nothing());
        faults.warning(Code::Unused, policy_pauses::count_without_seconds(), label).help =
            Some(policy_pauses::intervals_in_hours());
    }
    section.close(faults);
    ReadPauses {
        stretches: intervals.map(|entry| read_intervals(entry, faults)).unwrap_or_default(),
        intervals: intervals.map(|entry| entry.key_span.clone()),
        sums: seconds.map(|entry| read_seconds(entry, faults)).unwrap_or_default(),
        seconds: seconds.map(|entry| entry.key_span.clone()),
        in_hours: in_hours.unwrap_or_default(),
    }
}

impl ReadPauses<'_> {
    /// The columns, now that the names of stages have a meaning.
    pub(super) fn into_columns(self, terms: &Terms<'_>, faults: &mut Faults<'_>) -> PauseColumns {
        let mut sums = Vec::new();
        for (words, column) in self.sums {
            let Some(stage) = terms.stage(&words, "seconds", faults) else { continue };
            let trouble = if stage == StageId::OPENED {
                Some((policy_pauses::nothing_before_opened(), policy_pauses::first_stage()))
            } else if terms.stages.is_deadline(stage) {
                Some((policy_pauses::nothing_before_deadline(words.text), policy_pauses::no_happening()))
            } else {
                None
            };
            if let Some((message, label)) = trouble {
                faults.error(Code::BadValue, message, Label::new(words.span, label)).help =
                    Some(policy_pauses::name_stopping_stage());
                continue;
            }
            sums.push((stage, column));
        }
        PauseColumns { stretches: self.stretches, sums, sums_in_hours: self.in_hours }
    }
}

fn read_intervals(entry: &Entry, faults: &mut Faults<'_>) -> Vec<(String, String)> {
    let nodes = match &entry.node.value {
        Value::List(nodes) => nodes.as_slice(),
        Value::Table(_) => std::slice::from_ref(&entry.node),
        _ => {
            let expected = policy_types::list_like(&policy_examples::intervals());
            wrong_type(&section::part("intervals"), &expected, &entry.node, faults);
            return Vec::new();
        }
    };
    if nodes.is_empty() {
        let label = Label::new(entry.node.span.clone(), policy_keys::nothing_in_it());
        faults.error(Code::Empty, policy_keys::empty_list("`intervals`"), label).help =
            Some(policy_pauses::name_two_columns());
    }
    let mut read = Vec::new();
    for (place, node) in nodes.iter().enumerate() {
        let title = policy_parts::interval(place + 1);
        let Some(mut section) = Section::open(title, node.span.clone(), node, faults) else { continue };
        let mut column = |key| {
            let words = section.require(key, &policy_examples::column(key), faults);
            let words = words.and_then(|entry| section::text(entry, Shape::Lines, faults));
            section::filled(words, key, faults)
        };
        let (from, to) = (column("from"), column("to"));
        section.close(faults);
        let Some((from, to)) = from.zip(to) else { continue };
        if from.text == to.text {
            let message = policy_pauses::same_column(&quoted(to.text));
            let label = Label::new(to.span, policy_pauses::ends_here());
            let fault = faults.error(Code::BadValue, message, label);
            fault.further.push(Label::new(from.span, policy_pauses::begins_here()));
            fault.help = Some(policy_pauses::name_end_column());
            continue;
        }
        read.push((from.text.to_owned(), to.text.to_owned()));
    }
    read
}

fn read_seconds<'t>(entry: &'t Entry, faults: &mut Faults<'_>) -> Vec<(Words<'t>, String)> {
    let section = Section::open(section::part("seconds"), entry.key_span.clone(), &entry.node, faults);
    let entries = section.map(Section::rest).unwrap_or_default();
    if entries.is_empty() && matches!(entry.node.value, Value::Table(_)) {
        let label = Label::new(entry.node.span.clone(), policy_keys::nothing_in_it());
        faults.error(Code::Empty, policy_keys::empty("`seconds`"), label).help =
            Some(policy_pauses::name_stage_column());
    }
    let mut read = Vec::new();
    for entry in entries {
        let words = section::text(entry, Shape::Lines, faults);
        if let Some(column) = section::filled(words, &entry.key, faults) {
            let stage = Words { text: entry.key.as_str(), span: entry.key_span.clone() };
            read.push((stage, column.text.to_owned()));
        }
    }
    read
}

#[cfg(test)]
#[path = "pauses_tests.rs"]
mod tests;
