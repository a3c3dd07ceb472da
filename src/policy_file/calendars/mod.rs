//! `[calendars]`: the hours in which clocks run, and the days without them.

mod day_texts;
mod holiday_days;
mod holiday_table;
mod holidays;
mod week;

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use self::holidays::read_holidays;
use self::week::read_week;
use super::faults::Faults;
use super::section::{self, Section, Shape, Words};
use super::tree::{Entry, Node, Value};
use super::wording::{hint, quoted};
use super::zone;
use crate::diagnostic::{Code, Label, Place};
use crate::domain::{Calendar, Holidays, Zone};
use crate::words::{policy_calendars, policy_names, policy_parts};

/// Gives the bytes of a file that the policy names, or says why it can't be read.
pub(super) type Files<'f> = &'f dyn Fn(&Path) -> Result<Vec<u8>, String>;

/// What a calendar is read with.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub(super) path: &'a Path,
    pub(super) text: &'a str,
    /// The policy's; `None` where it is at fault.
    pub(super) zone: Option<Zone>,
    pub(super) files: Files<'a>,
}

/// The calendars of a policy. Those at fault are known by name, so that a target that names one is
/// not at fault as well.
#[derive(Default)]
pub(super) struct Calendars<'t>(Vec<Named<'t>>);

struct Named<'t> {
    id: &'t str,
    place: Range<usize>,
    calendar: Option<Arc<Calendar>>,
}

impl Calendars<'_> {
    /// The calendar that a target names; `None` where there is none, or it is at fault.
    pub(super) fn find(&self, words: &Words<'_>, faults: &mut Faults<'_>) -> Option<Arc<Calendar>> {
        if let Some(named) = self.0.iter().find(|named| named.id == words.text) {
            return named.calendar.clone();
        }
        let names: Vec<_> = self.0.iter().map(|named| named.id).collect();
        let label = Label::new(words.span.clone(), policy_calendars::no_such());
        let message = policy_calendars::none(&quoted(words.text));
        faults.error(Code::UnknownCalendar, message, label).help =
            Some(if names.is_empty() { policy_calendars::add_table() } else { hint(words.text, &names) });
        None
    }

    /// Warns of each that no target names.
    pub(super) fn warn_unused(&self, root: &Node, faults: &mut Faults<'_>) {
        let objectives = root.get("objectives").map_or(&[][..], Node::entries);
        let targets = objectives.iter().filter_map(|entry| entry.node.get("targets")).flat_map(Node::items);
        let used: Vec<_> = targets.filter_map(|target| target.get("calendar")).collect();
        for Named { id, place, .. } in &self.0 {
            if used.iter().any(|node| matches!(&node.value, Value::Text(text) if text == id)) {
                continue;
            }
            let label = Label::new(place.clone(), policy_calendars::not_used());
            faults.warning(Code::Unused, policy_calendars::unused(&quoted(id)), label).help =
                Some(policy_calendars::name_in_targets(id));
        }
    }

    /// Those without fault, in the order of the file.
    pub(super) fn into_sound(self) -> Vec<Arc<Calendar>> {
        self.0.into_iter().filter_map(|named| named.calendar).collect()
    }
}

/// Reads `[calendars]`.
pub(super) fn read_calendars<'t>(
    section: Section<'t>,
    around: Surroundings<'_>,
    faults: &mut Faults<'_>,
) -> Calendars<'t> {
    let read = |entry: &'t Entry| Named {
        id: &entry.key,
        place: entry.key_span.clone(),
        calendar: read_calendar(entry, around, faults).map(Arc::new),
    };
    Calendars(section.rest().into_iter().map(read).collect())
}

fn read_calendar(entry: &Entry, around: Surroundings<'_>, faults: &mut Faults<'_>) -> Option<Calendar> {
    let id = section::name(entry, policy_names::not_a_calendar, faults);
    let name = policy_parts::calendar(&quoted(&entry.key));
    let mut section = Section::open(&*name, entry.key_span.clone(), &entry.node, faults)?;
    let title = section::filled(section.text("title", Shape::Line, faults), "title", faults);
    let zone = match section.take("timezone") {
        Some(entry) => {
            section::text(entry, Shape::Line, faults).and_then(|words| zone::read_zone(&words, faults))
        }
        None => around.zone,
    };
    let week = section
        .require("hours", "hours = { mon-fri = \"09:00-17:30\" }", faults)
        .and_then(|entry| read_week(&name, entry, faults));
    let days_off = section.take("holidays");
    let holidays = match days_off {
        Some(entry) => read_holidays(entry, around, faults),
        None => Some(Holidays::default()),
    };
    section.close(faults);
    let (id, line) = (id?, Place::of(around.text, entry.key_span.start).line);
    let title = title.map_or(id, |words| words.text).to_owned();
    let calendar = Calendar::new(id.to_owned(), title, zone?, week?, holidays?, line);
    if let Some(days_off) = days_off.filter(|_| !calendar.is_ever_open()) {
        let label = Label::new(days_off.node.span.clone(), policy_calendars::these_take_all());
        faults.error(Code::Empty, policy_calendars::never_open(&name), label).help =
            Some(policy_calendars::no_whole_years());
        return None;
    }
    Some(calendar)
}

#[cfg(test)]
mod tests;
