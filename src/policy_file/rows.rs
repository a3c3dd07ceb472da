use std::ops::Range;

use super::events::{Events, read_events};
use super::faults::Faults;
use super::pairs::{Pairs, read_pairs};
use super::section::{self, Section, Shape};
use super::terms::Terms;
use super::tree::Entry;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::Rows;
use crate::words::{policy_rows, policy_values};

/// What `[source.rows]` declares, before the names in it have a meaning.
#[derive(Default)]
pub(super) enum ReadRows<'t> {
    /// There is no such table, or it is at fault.
    #[default]
    Unsaid,
    One,
    Snapshots {
        order_by: Option<String>,
    },
    Events(Events<'t>),
    Pairs(Pairs<'t>),
}

/// The keys that only rows of events have, but for `at`.
const EVENT_KEYS: [&str; 5] = ["activity", "stages", "pauses", "reopens", "episodes"];
/// The keys that only rows of pairs have, but for `at`.
const PAIR_KEYS: [&str; 5] = ["which", "recovery", "problem", "refers", "stage"];

/// Reads `[source.rows]`.
pub(super) fn read_rows<'t>(mut section: Section<'t>, faults: &mut Faults<'_>) -> ReadRows<'t> {
    let kind = section
        .require("kind", "kind = \"snapshots\"", faults)
        .and_then(|entry| section::text(entry, Shape::Line, faults));
    let rows = match &kind {
        Some(words) if words.text == "events" => {
            if let Some(entry) = section.take("order_by") {
                refuse(entry, "snapshots", policy_rows::order_is_of_times(), faults);
            }
            refuse_pair_keys(&mut section, faults);
            ReadRows::Events(read_events(&mut section, faults))
        }
        Some(words) if words.text == "pairs" => {
            refuse_event_keys(&mut section, &EVENT_KEYS, faults);
            if let Some(entry) = section.take("order_by") {
                refuse(entry, "snapshots", policy_rows::refers_names_recovery(), faults);
            }
            ReadRows::Pairs(read_pairs(&mut section, faults))
        }
        Some(words) if words.text == "snapshots" => {
            refuse_event_keys(&mut section, &EVENT_KEYS, faults);
            refuse_event_keys(&mut section, &["at"], faults);
            refuse_pair_keys(&mut section, faults);
            let order_by = section.take("order_by");
            let order_by = order_by.and_then(|entry| section::text(entry, Shape::Lines, faults));
            let order_by = section::filled(order_by, "order_by", faults);
            ReadRows::Snapshots { order_by: order_by.map(|words| words.text.to_owned()) }
        }
        Some(words) if words.text == "one" => ReadRows::One,
        other => {
            if let Some(words) = other {
                let message = policy_values::cannot_be("`kind`", &quoted(words.text));
                let label = Label::new(words.span.clone(), policy_rows::expected_kind());
                faults.error(Code::BadValue, message, label).help = Some(policy_rows::kinds());
            }
            // Which keys belong here can't be told.
            section.take_all(&EVENT_KEYS);
            section.take_all(&PAIR_KEYS);
            section.take_all(&["at", "order_by"]);
            ReadRows::Unsaid
        }
    };
    section.close(faults);
    rows
}

/// Refuses those of `keys` that stand there, which belong to rows that are events.
fn refuse_event_keys(section: &mut Section<'_>, keys: &[&'static str], faults: &mut Faults<'_>) {
    for entry in section.take_all(keys) {
        refuse(entry, "events", policy_rows::write_events(), faults);
    }
}

fn refuse_pair_keys(section: &mut Section<'_>, faults: &mut Faults<'_>) {
    for entry in section.take_all(&PAIR_KEYS) {
        refuse(entry, "pairs", policy_rows::write_pairs(), faults);
    }
}

/// Refuses a key of the other kind of rows.
fn refuse(entry: &Entry, kind: &str, help: String, faults: &mut Faults<'_>) {
    let message = policy_rows::belongs_to(&quoted(&entry.key), kind);
    let label = Label::new(entry.key_span.clone(), policy_rows::only_where(kind));
    faults.error(Code::UnknownKey, message, label).help = Some(help);
}

impl<'t> ReadRows<'t> {
    /// Whether anything is said of rows.
    pub(super) fn is_said(&self) -> bool {
        !matches!(self, Self::Unsaid)
    }

    /// The stages that events reach, in the order of the file.
    pub(super) fn stage_names(&self) -> impl Iterator<Item = (&'t str, &Range<usize>)> {
        let (events, pairs) = match self {
            Self::Events(events) => (Some(events), None),
            Self::Pairs(pairs) => (None, pairs.stage.as_ref()),
            Self::Unsaid | Self::One | Self::Snapshots { .. } => (None, None),
        };
        let events = events.into_iter().flat_map(Events::stage_names);
        events.chain(pairs.map(|words| (words.text, &words.span)))
    }

    /// Where the pauses that events begin are declared.
    pub(super) fn pauses(&self) -> Option<Range<usize>> {
        if let Self::Events(events) = self { events.pauses_place.clone() } else { None }
    }

    /// The rows, now that the names have a meaning.
    pub(super) fn into_rows(self, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Rows {
        match self {
            Self::Unsaid | Self::One => Rows::One,
            Self::Snapshots { order_by } => Rows::Snapshots { order_by },
            // Where a key is missing, a fault says so.
            Self::Events(events) => events.into_rows(terms, faults).map_or(Rows::One, Rows::Events),
            Self::Pairs(pairs) => pairs.into_rows(terms, faults).map_or(Rows::One, Rows::Pairs),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{EventRows, Occurrence, PauseEnd, StageId};
    use crate::policy_file::sample::{all, only, sound, text};

    fn with(lines: &str) -> String {
        text("{ within = \"4h\" }", &format!("[source.rows]\n{lines}\n"))
    }

    const EVENTS: &str = "kind = \"events\"\nactivity = \"Activity\"\nat = \"Complete Timestamp\"\n";

    #[test]
    fn events_are_read_and_their_stages_are_stages_of_the_policy() {
        let policy = sound(&with(&format!(
            "{EVENTS}stages = {{ opened = \"Create\", dispatched = [\"Send\", \"Call\"], resolved = \"Resolve\" }}\n\
             pauses = {{ Wait = \"until-next\", \"On hold\" = [\"Resume\", \"Resolve\"] }}\nreopens = \"Reopen\"\n\
             [source.stages]\ndue = \"due_at\""
        )));
        let names: Vec<_> = policy.stages.iter().map(|(_, name)| name).collect();
        assert_eq!(names[..4], ["opened", "dispatched", "due", "acknowledged"]);
        let stage = |name| policy.stages.find(name).unwrap();
        let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        assert_eq!(
            policy.mapping.rows,
            Rows::Events(EventRows {
                activity: "Activity".to_owned(),
                at: "Complete Timestamp".to_owned(),
                stages: vec![
                    (StageId::OPENED, texts(&["Create"])),
                    (stage("dispatched"), texts(&["Send", "Call"])),
                    (stage("resolved"), texts(&["Resolve"])),
                ],
                pauses: vec![
                    ("Wait".to_owned(), PauseEnd::Next),
                    ("On hold".to_owned(), PauseEnd::Activities(texts(&["Resume", "Resolve"]))),
                ],
                takes: Vec::new(),
                episodes: false,
                reopens: texts(&["Reopen"]),
            })
        );
    }

    const PAIRS: &str =
        "kind = \"pairs\"\nwhich = \"value\"\nrecovery = \"0\"\nrefers = \"r_eventid\"\nat = \"clock\"\n";

    #[test]
    fn pairs_reach_the_stage_that_is_named_or_resolved() {
        for (more, name) in [("", "resolved"), ("stage = \"restored\"", "restored")] {
            let policy = sound(&with(&format!("{PAIRS}{more}")));
            let Rows::Pairs(pairs) = &policy.mapping.rows else { panic!() };
            assert_eq!(Some(pairs.stage), policy.stages.find(name));
            assert_eq!((pairs.recovery.as_slice(), pairs.at.as_str()), (&["0".to_owned()][..], "clock"));
        }
    }

    #[test]
    fn which_of_several_events_counts_and_that_incidents_begin_anew_is_read() {
        let policy = sound(&with(&format!(
            "{EVENTS}episodes = true\nstages = {{ opened = \"* to ALARM\", resolved = {{ any = [\"x\", \"y\"], take = \"last\" }} }}"
        )));
        let Rows::Events(events) = &policy.mapping.rows else { panic!() };
        let resolved = policy.stages.find("resolved").unwrap();
        assert!(events.episodes);
        assert_eq!(events.takes, [(resolved, Occurrence::Last)]);
        assert_eq!(events.stages[1], (resolved, vec!["x".to_owned(), "y".to_owned()]));
    }

    #[test]
    fn each_fault_underlines_its_place() {
        for (lines, code, place) in [
            ("kind = \"event\"\nactivity = \"A\"".to_owned(), Code::BadValue, "\"event\""),
            ("order_by = \"n\"".to_owned(), Code::MissingKey, "source.rows"),
            ("kind = \"events\"\nat = \"T\"".to_owned(), Code::MissingKey, "rows"),
            ("kind = \"events\"\nactivity = \"A\"".to_owned(), Code::MissingKey, "rows"),
            ("kind = \"events\"\nactivity = \"A\"\nat = \"\"".to_owned(), Code::Empty, "\"\""),
            (format!("{EVENTS}order_by = \"n\""), Code::UnknownKey, "order_by"),
            (format!("{EVENTS}stages = {{ status = \"x\" }}"), Code::BadValue, "status"),
            (format!("{EVENTS}stages = {{ resolved = [] }}"), Code::Empty, "[]"),
            (format!("{EVENTS}stages = {{ resolved = \" \" }}"), Code::Empty, "\" \""),
            (format!("{EVENTS}stages = \"x\""), Code::WrongType, "\"x\""),
            (format!("{EVENTS}pauses = {{ Wait = \"until-nxt\" }}"), Code::BadValue, "\"until-nxt\""),
            (format!("{EVENTS}pauses = {{ Wait = [] }}"), Code::Empty, "[]"),
            (format!("{EVENTS}episodes = true"), Code::MissingKey, "episodes"),
            (format!("{EVENTS}episodes = 1"), Code::WrongType, "1"),
            (format!("{EVENTS}which = \"x\""), Code::UnknownKey, "which"),
            (
                format!("{EVENTS}stages = {{ resolved = {{ any = \"x\", take = \"lst\" }} }}"),
                Code::BadValue,
                "\"lst\"",
            ),
            (
                format!("{EVENTS}stages = {{ resolved = {{ take = \"last\" }} }}"),
                Code::MissingKey,
                "resolved",
            ),
            (PAIRS.replace("refers = \"r_eventid\"\n", ""), Code::MissingKey, "rows"),
            (format!("{PAIRS}order_by = \"x\""), Code::UnknownKey, "order_by"),
            (format!("{PAIRS}activity = \"x\""), Code::UnknownKey, "activity"),
            (format!("{PAIRS}stage = \"opened\""), Code::BadValue, "\"opened\""),
            (format!("{PAIRS}stage = \"status\""), Code::BadValue, "\"status\""),
            (format!("{PAIRS}stage = \"not so\""), Code::BadValue, "\"not so\""),
            (format!("{PAIRS}stage = 1"), Code::WrongType, "1"),
            (PAIRS.replace("\"0\"", "[\"\"]"), Code::Empty, "\"\""),
            (PAIRS.replace("\"0\"", "[]"), Code::Empty, "[]"),
            (format!("{PAIRS}[source.stages]\nresolved = \"y\""), Code::BadValue, "rows"),
            (
                format!("{PAIRS}stage = \"closed\"\n[source.stages]\nclosed = \"y\""),
                Code::BadValue,
                "\"closed\"",
            ),
            (
                format!(
                    "{EVENTS}episodes = true\nstages = {{ opened = {{ any = \"x\", take = \"last\" }} }}"
                ),
                Code::BadValue,
                "opened",
            ),
            (
                format!("{EVENTS}stages = {{ resolved = {{ any = \"x\", tak = \"last\" }} }}"),
                Code::UnknownKey,
                "tak",
            ),
            (format!("{EVENTS}stages = {{ resolved = {{ any = [] }} }}"), Code::Empty, "[]"),
            (format!("{EVENTS}pauses = {{ \" \" = [\"x\"] }}"), Code::Empty, "\" \""),
            (format!("{EVENTS}pauses = {{ Wait = [\"x\"], wait = [\"y\"] }}"), Code::DuplicateKey, "wait"),
            (
                format!("{EVENTS}stages = {{ resolved = \"x\" }}\n[source.stages]\nresolved = \"y\""),
                Code::BadValue,
                "resolved",
            ),
        ] {
            let (found, underlined, _) = only(&with(&lines));
            assert_eq!(found, code, "{lines}");
            assert!(underlined == place || place.ends_with(&underlined), "{lines}: {underlined}");
        }
    }

    #[test]
    fn snapshots_refuse_the_keys_of_events() {
        for key in [
            "activity = \"A\"",
            "at = \"T\"",
            "stages = {}",
            "pauses = {}",
            "reopens = \"R\"",
            "episodes = true",
        ] {
            let (code, underlined, help) = only(&with(&format!("kind = \"snapshots\"\n{key}")));
            assert_eq!((code, underlined.as_str()), (Code::UnknownKey, key.split(' ').next().unwrap()));
            assert!(help.contains("kind = \"events\""));
        }
        assert_eq!(all(&with("kind = \"snapshots\"\norder_by = \"n\"")), []);
    }
}
