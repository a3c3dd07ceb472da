use std::ops::Range;

use super::faults::Faults;
use super::section::{self, Section, Shape};
use super::stage_columns::stage_name;
use super::terms::Terms;
use super::tree::{Entry, Value};
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{EventRows, Occurrence, PauseEnd, Stages, normal};
use crate::words::{policy_examples, policy_names, policy_parts, policy_rows, policy_types};

/// What `[source.rows]` says of events, before the names of stages have a meaning.
pub(super) struct Events<'t> {
    /// `None` where it is missing or at fault, as `at`.
    activity: Option<String>,
    at: Option<String>,
    stages: Vec<StageEvents<'t>>,
    episodes: bool,
    pauses: Vec<(String, PauseEnd)>,
    pub(super) pauses_place: Option<Range<usize>>,
    reopens: Vec<String>,
}

/// The events that reach a stage.
struct StageEvents<'t> {
    name: &'t str,
    place: Range<usize>,
    activities: Vec<String>,
    take: Option<Occurrence>,
}

/// Reads the keys of rows that are events.
pub(super) fn read_events<'t>(section: &mut Section<'t>, faults: &mut Faults<'_>) -> Events<'t> {
    let activity = section.column("activity", &policy_examples::activity(), faults);
    let at = section.column("at", &policy_examples::event_time(), faults);
    let stages = section.section("stages", "`stages`", faults);
    let pauses_place = section.peek("pauses").map(|entry| entry.key_span.clone());
    let pauses = section.section("pauses", "`pauses`", faults);
    let reopens = section.take("reopens").and_then(|entry| activities(entry, faults));
    let stages = stages.map(|stages| read_stages(stages, faults)).unwrap_or_default();
    let episodes = section.take("episodes").and_then(|entry| read_episodes(entry, &stages, faults));
    Events {
        activity,
        at,
        stages,
        episodes: episodes.unwrap_or_default(),
        pauses: pauses.map(|pauses| read_pauses(pauses, faults)).unwrap_or_default(),
        pauses_place,
        reopens: reopens.unwrap_or_default(),
    }
}

impl<'t> Events<'t> {
    /// The stages that events reach, in the order of the file.
    pub(super) fn stage_names(&self) -> impl Iterator<Item = (&'t str, &Range<usize>)> {
        self.stages.iter().map(|stage| (stage.name, &stage.place))
    }

    /// The rows, now that the names have a meaning. `None` where a key is missing.
    pub(super) fn into_rows(self, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<EventRows> {
        let (mut stages, mut takes) = (Vec::new(), Vec::new());
        for StageEvents { name, place, activities, take } in self.stages {
            let Some(stage) = terms.stages.find(name) else {
                // Only a policy that is full up leaves a name without a stage.
                let label = Label::new(place, policy_names::no_room_for_stage());
                faults.error(Code::TooMany, policy_names::too_many_stages(Stages::MOST), label).help =
                    Some(policy_names::keep_stages());
                continue;
            };
            stages.push((stage, activities));
            takes.extend(take.map(|take| (stage, take)));
        }
        Some(EventRows {
            activity: self.activity?,
            at: self.at?,
            stages,
            takes,
            episodes: self.episodes,
            pauses: self.pauses,
            reopens: self.reopens,
        })
    }
}

/// One activity or several.
fn activities(entry: &Entry, faults: &mut Faults<'_>) -> Option<Vec<String>> {
    let texts = section::texts(entry, Shape::Line, faults)?;
    let read: Vec<_> = texts
        .into_iter()
        .map(|words| section::filled(Some(words), &entry.key, faults).map(|words| words.text.to_owned()))
        .collect();
    read.into_iter().collect()
}

fn read_stages<'t>(section: Section<'t>, faults: &mut Faults<'_>) -> Vec<StageEvents<'t>> {
    let mut stages = Vec::new();
    for entry in section.rest() {
        let name = stage_name(entry, faults);
        let (activities, take) = match &entry.node.value {
            Value::Table(_) => any_with_take(entry, faults),
            _ => (activities(entry, faults), None),
        };
        if let Some((name, activities)) = name.zip(activities) {
            stages.push(StageEvents { name, place: entry.key_span.clone(), activities, take });
        }
    }
    stages
}

/// `{ any = ["a", "b"], take = "last" }`
fn any_with_take(entry: &Entry, faults: &mut Faults<'_>) -> (Option<Vec<String>>, Option<Occurrence>) {
    let title = policy_parts::stage(&quoted(&entry.key));
    let Some(mut section) = Section::open(title, entry.key_span.clone(), &entry.node, faults) else {
        return (None, None);
    };
    let any = section.require("any", &policy_examples::any(), faults);
    let activities = any.and_then(|entry| activities(entry, faults));
    let take = section.choice("take", &[("first", Occurrence::First), ("last", Occurrence::Last)], faults);
    section.close(faults);
    (activities, take)
}

/// Whether incidents begin anew; something must be known to begin them.
fn read_episodes(entry: &Entry, stages: &[StageEvents<'_>], faults: &mut Faults<'_>) -> Option<bool> {
    let Value::Truth(episodes) = entry.node.value else {
        section::wrong_type(&section::part("episodes"), &policy_types::truth(), &entry.node, faults);
        return None;
    };
    if episodes && stages.iter().all(|stage| stage.name != Stages::BUILT_IN[0]) {
        let label = Label::new(entry.key_span.clone(), policy_rows::needs_opened());
        faults.error(Code::MissingKey, policy_rows::nothing_begins_episode(), label).help =
            Some(policy_rows::add_opened());
    }
    let opened = stages.iter().find(|stage| stage.name == Stages::BUILT_IN[0]);
    if episodes && let Some(last) = opened.filter(|stage| stage.take == Some(Occurrence::Last)) {
        let label = Label::new(last.place.clone(), policy_rows::not_the_last());
        faults.error(Code::BadValue, policy_rows::episode_begins_with_first(), label).help =
            Some(policy_rows::leave_take_out());
    }
    Some(episodes)
}

fn read_pauses(section: Section<'_>, faults: &mut Faults<'_>) -> Vec<(String, PauseEnd)> {
    let entries = section.rest();
    let mut pauses = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        if entry.key.trim().is_empty() {
            let label = Label::new(entry.key_span.clone(), policy_rows::no_activity());
            faults.error(Code::Empty, policy_rows::pause_begins_with_nothing(), label);
            continue;
        }
        let same = |other: &&&Entry| normal(&other.key) == normal(&entry.key);
        if let Some(first) = entries[..place].iter().find(same) {
            let message = policy_rows::pauses_twice(&quoted(&entry.key));
            let label = Label::new(entry.key_span.clone(), policy_rows::and_this());
            let fault = faults.error(Code::DuplicateKey, message, label);
            fault.further.push(Label::new(first.key_span.clone(), policy_rows::this()));
            fault.help = Some(policy_rows::keep_one_pause());
            continue;
        }
        pauses.extend(pause_end(entry, faults).map(|end| (entry.key.clone(), end)));
    }
    pauses
}

fn pause_end(entry: &Entry, faults: &mut Faults<'_>) -> Option<PauseEnd> {
    match &entry.node.value {
        Value::Text(text) if text == "until-next" => Some(PauseEnd::Next),
        Value::Text(text) => {
            let message = policy_rows::cannot_end_pause(&quoted(text));
            let label = Label::new(entry.node.span.clone(), policy_rows::expected_pause_end());
            faults.error(Code::BadValue, message, label).help = Some(policy_rows::pause_ends());
            None
        }
        _ => activities(entry, faults).map(PauseEnd::Activities),
    }
}
