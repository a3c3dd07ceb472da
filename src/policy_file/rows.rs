use std::ops::Range;

use super::events::{Events, read_events};
use super::faults::Faults;
use super::section::{self, Section, Shape};
use super::terms::Terms;
use super::tree::Entry;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::Rows;

/// What `[source.rows]` declares, before the names in it have a meaning.
#[derive(Default)]
pub(super) enum ReadRows<'t> {
    /// There is no such table, or it is at fault.
    #[default]
    One,
    Snapshots {
        order_by: Option<String>,
    },
    Events(Events<'t>),
}

/// The keys that only rows of events have.
const EVENT_KEYS: [&str; 5] = ["activity", "at", "stages", "pauses", "reopens"];

/// Reads `[source.rows]`.
pub(super) fn read_rows<'t>(mut section: Section<'t>, faults: &mut Faults<'_>) -> ReadRows<'t> {
    let kind = section
        .require("kind", "kind = \"snapshots\"", faults)
        .and_then(|entry| section::text(entry, Shape::Line, faults));
    let rows = match &kind {
        Some(words) if words.text == "events" => {
            if let Some(entry) = section.take("order_by") {
                refuse(entry, "snapshots", "the order of events is that of their times, in `at`", faults);
            }
            ReadRows::Events(read_events(&mut section, faults))
        }
        Some(words) if words.text == "snapshots" => {
            for entry in section.take_all(&EVENT_KEYS) {
                refuse(entry, "events", "for a row per event write `kind = \"events\"`", faults);
            }
            let order_by = section.take("order_by");
            let order_by = order_by.and_then(|entry| section::text(entry, Shape::Lines, faults));
            let order_by = section::filled(order_by, "order_by", faults);
            ReadRows::Snapshots { order_by: order_by.map(|words| words.text.to_owned()) }
        }
        other => {
            if let Some(words) = other {
                let message = format!("`kind` can't be {}", quoted(words.text));
                let label = Label::new(words.span.clone(), "expected `snapshots` or `events`");
                faults.error(Code::BadValue, message, label).help = Some(
                    "\"snapshots\": the last row of an incident counts; \"events\": each row is something that \
                     happened to it; without [source.rows] each row is an incident"
                        .to_owned(),
                );
            }
            // Which keys belong here can't be told.
            section.take_all(&EVENT_KEYS);
            section.take("order_by");
            ReadRows::One
        }
    };
    section.close(faults);
    rows
}

/// Refuses a key of the other kind of rows.
fn refuse(entry: &Entry, kind: &str, help: &str, faults: &mut Faults<'_>) {
    let message = format!("{} belongs to rows that are {kind}", quoted(&entry.key));
    let label = Label::new(entry.key_span.clone(), format!("only where `kind` is \"{kind}\""));
    faults.error(Code::UnknownKey, message, label).help = Some(format!("leave it out; {help}"));
}

impl<'t> ReadRows<'t> {
    /// The stages that events reach, in the order of the file.
    pub(super) fn stage_names(&self) -> impl Iterator<Item = (&'t str, &Range<usize>)> {
        let events = if let Self::Events(events) = self { Some(events) } else { None };
        events.into_iter().flat_map(Events::stage_names)
    }

    /// Where the pauses that events begin are declared.
    pub(super) fn pauses(&self) -> Option<Range<usize>> {
        if let Self::Events(events) = self { events.pauses_place.clone() } else { None }
    }

    /// The rows, now that the names have a meaning.
    pub(super) fn into_rows(self, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Rows {
        match self {
            Self::One => Rows::One,
            Self::Snapshots { order_by } => Rows::Snapshots { order_by },
            // Where a key is missing, a fault says so.
            Self::Events(events) => events.into_rows(terms, faults).map_or(Rows::One, Rows::Events),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{EventRows, PauseEnd, StageId};
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
                reopens: texts(&["Reopen"]),
            })
        );
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
        for key in ["activity = \"A\"", "at = \"T\"", "stages = {}", "pauses = {}", "reopens = \"R\""] {
            let (code, underlined, help) = only(&with(&format!("kind = \"snapshots\"\n{key}")));
            assert_eq!((code, underlined.as_str()), (Code::UnknownKey, key.split(' ').next().unwrap()));
            assert!(help.contains("kind = \"events\""));
        }
        assert_eq!(all(&with("kind = \"snapshots\"\norder_by = \"n\"")), []);
    }
}
