use std::ops::Range;
use std::path::PathBuf;

use encoding_rs::Encoding;

use super::faults::Faults;
use super::id_columns::{IdParts, read_id};
use super::pauses::{ReadPauses, read_pauses};
use super::quirks::read_quirks;
use super::rows::{ReadRows, read_rows};
use super::section::{self, Section, Shape, Words};
use super::stage_columns::{self, Column};
use super::terms::Terms;
use super::tree::{Entry, Value};
use super::wording::quoted;
use super::{time_format, zone};
use crate::diagnostic::{Code, Label};
use crate::domain::{Fields, Mapping, PresetChoice, Quirks, Stages, Zone, encoding_label};
use crate::words::{policy_names, policy_pauses, policy_source, policy_types, policy_values};

/// What `[source]` declares, before the names in it have a meaning.
#[derive(Default)]
pub(super) struct Source<'t> {
    preset: PresetChoice,
    presets: Option<PathBuf>,
    zone: Option<Zone>,
    zone_key: Option<String>,
    encoding: Option<String>,
    time_format: Option<String>,
    missing: Vec<String>,
    quirks: Quirks,
    severities: Vec<Vec<String>>,
    statuses: Option<Vec<String>>,
    id: Option<IdParts<'t>>,
    fields: Vec<(&'t str, Vec<Words<'t>>)>,
    pub(super) columns: Vec<Column<'t>>,
    pauses: ReadPauses<'t>,
    rows: ReadRows<'t>,
}

/// Whose `[source]` it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Policy,
    Preset,
}

/// Reads `[source]`.
pub(super) fn read_source<'t>(mut section: Section<'t>, role: Role, faults: &mut Faults<'_>) -> Source<'t> {
    let (preset, presets) = match role {
        Role::Policy => presets_of(&mut section, faults),
        Role::Preset => (PresetChoice::None, None),
    };
    let mut source = Source {
        preset,
        presets,
        zone_key: filled_text(&mut section, "timezone_key", faults),
        quirks: read_quirks(&mut section, faults),
        severities: section.take("severities").and_then(|entry| spellings(entry, faults)).unwrap_or_default(),
        statuses: section.take("statuses").and_then(|entry| section::any_texts(entry, faults)),
        zone: section.text("timezone", Shape::Line, faults).and_then(|words| zone::read_zone(&words, faults)),
        encoding: section.text("encoding", Shape::Line, faults).and_then(|words| encoding(&words, faults)),
        time_format: section
            .text("time_format", Shape::Line, faults)
            .and_then(|words| time_format::read_time_format(&words, faults)),
        missing: list(&mut section, "missing", faults),
        ..Source::default()
    };
    if let Some(fields) = section.section("fields", "[source.fields]", faults) {
        read_fields(&mut source, fields, faults);
    }
    if let Some(stages) = section.section("stages", "[source.stages]", faults) {
        source.columns = stage_columns::read_columns(stages, faults);
    }
    if let Some(rows) = section.section("rows", "[source.rows]", faults) {
        source.rows = read_rows(rows, faults);
    }
    if let Some(pauses) = section.section("pauses", "[source.pauses]", faults) {
        source.pauses = read_pauses(pauses, faults);
    }
    refuse_twice(&source, faults);
    section.close(faults);
    source
}

impl<'t> Source<'t> {
    /// All fields of the policy.
    pub(super) fn all_fields(&self) -> Fields {
        Fields::with(self.fields.iter().map(|&(name, _)| name))
    }

    /// The names of the stages that have a column or are reached by events, in the order of the file.
    pub(super) fn stage_names(&self) -> Vec<&'t str> {
        let reached: Vec<_> = self.rows.stage_names().map(|(name, _)| name).collect();
        let columns = self.columns.iter().map(|column| column.name);
        // An own name stands behind the one before it: the second list begins anew.
        let begin = (!reached.is_empty()).then_some(Stages::BUILT_IN[0]);
        columns.chain(begin).chain(reached).collect()
    }

    /// Whether each row is an event.
    pub(super) fn rows_are_events(&self) -> bool {
        matches!(self.rows, ReadRows::Events(_))
    }

    /// Where sums of pauses are declared.
    pub(super) fn pause_sums(&self) -> Option<Range<usize>> {
        self.pauses.seconds.clone()
    }

    /// The mapping, now that the names have a meaning.
    pub(super) fn into_mapping(self, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Mapping {
        let fields = self
            .fields
            .iter()
            .filter_map(|(name, columns)| {
                let columns = columns.iter().map(|words| words.text.to_owned()).collect();
                Some((terms.fields.find(name)?, columns))
            })
            .collect();
        Mapping {
            preset: self.preset,
            presets: self.presets,
            zone: self.zone,
            zone_key: self.zone_key,
            encoding: self.encoding,
            time_format: self.time_format,
            missing: self.missing,
            quirks: self.quirks,
            severities: self.severities,
            statuses: self.statuses,
            id: self.id.and_then(|id| id.into_columns(terms, faults)),
            fields,
            stages: stage_columns::resolve(&self.columns, terms, faults),
            pauses: self.pauses.into_columns(terms, faults),
            says_rows: self.rows.is_said(),
            rows: self.rows.into_rows(terms, faults),
        }
    }
}

/// Refuses what `[source.rows]` and another table both give.
fn refuse_twice(source: &Source<'_>, faults: &mut Faults<'_>) {
    for (name, place) in source.rows.stage_names() {
        let Some(column) = source.columns.iter().find(|column| column.name == name) else { continue };
        let (reached, keep) = match source.rows {
            ReadRows::Pairs(_) => (policy_source::by_recoveries(), policy_source::leave_column_out()),
            _ => (policy_source::by_events(), policy_source::keep_activities_or_column()),
        };
        let message = policy_source::given_twice(name);
        let fault = faults.error(Code::BadValue, message, Label::new(place.clone(), reached));
        fault.further.push(Label::new(column.span.clone(), policy_source::and_from_column()));
        fault.help = Some(keep);
    }
    let columns = source.pauses.intervals.clone().or_else(|| source.pauses.seconds.clone());
    if let (Some(events), Some(columns)) = (source.rows.pauses(), columns) {
        let label = Label::new(columns, policy_pauses::by_columns());
        let fault = faults.error(Code::Pauses, policy_pauses::counted_twice(), label);
        fault.further.push(Label::new(events, policy_pauses::by_events()));
        fault.help = Some(policy_pauses::rows_or_columns());
    }
}

fn read_fields<'t>(source: &mut Source<'t>, section: Section<'t>, faults: &mut Faults<'_>) {
    let mut own = 0;
    for entry in section.rest() {
        let Some(name) = section::name(entry, policy_names::not_a_field, faults) else { continue };
        if Stages::BUILT_IN.contains(&name) {
            let label = Label::new(entry.key_span.clone(), policy_names::a_stage());
            faults.error(Code::BadValue, policy_names::is_a_stage(name), label).help =
                Some(policy_names::into_stages());
            continue;
        }
        if name == "id" {
            source.id = read_id(entry, faults);
            continue;
        }
        let Some(columns) = section::columns(entry, faults) else { continue };
        own += usize::from(!Fields::BUILT_IN.contains(&name));
        if own + Fields::BUILT_IN.len() == Fields::MOST + 1 {
            let label = Label::new(entry.key_span.clone(), policy_names::first_too_many());
            faults.error(Code::TooMany, policy_names::too_many_fields(Fields::MOST), label).help =
                Some(policy_names::keep_fields());
        }
        source.fields.push((name, columns));
    }
}

/// The choice of a preset, and the folder of the user's own.
fn presets_of(section: &mut Section<'_>, faults: &mut Faults<'_>) -> (PresetChoice, Option<PathBuf>) {
    let preset = match filled_text(section, "preset", faults) {
        None => PresetChoice::Recognised,
        Some(name) if name == "none" => PresetChoice::None,
        Some(name) => PresetChoice::Named(name),
    };
    (preset, filled_text(section, "presets", faults).map(PathBuf::from))
}

fn filled_text(section: &mut Section<'_>, key: &'static str, faults: &mut Faults<'_>) -> Option<String> {
    let words = section.text(key, Shape::Line, faults);
    section::filled(words, key, faults).map(|words| words.text.to_owned())
}

/// A text or several.
fn list(section: &mut Section<'_>, key: &'static str, faults: &mut Faults<'_>) -> Vec<String> {
    let texts = section.take(key).and_then(|entry| section::texts(entry, Shape::Line, faults));
    texts.unwrap_or_default().iter().map(|words| words.text.to_owned()).collect()
}

/// The severities of a tool, each as one text or the list of its spellings.
fn spellings(entry: &Entry, faults: &mut Faults<'_>) -> Option<Vec<Vec<String>>> {
    let Value::List(levels) = &entry.node.value else {
        section::no_text(&section::part("severities"), &policy_types::spellings(), &entry.node, faults);
        return None;
    };
    let read: Vec<_> =
        levels.iter().map(|level| section::alternatives("severities", level, Shape::Line, faults)).collect();
    read.into_iter().collect()
}

fn encoding(words: &Words<'_>, faults: &mut Faults<'_>) -> Option<String> {
    if Encoding::for_label_no_replacement(encoding_label(words.text).as_bytes()).is_some() {
        return Some(words.text.trim().to_owned());
    }
    let message = policy_values::cannot_be("`encoding`", &quoted(words.text));
    let label = Label::new(words.span.clone(), policy_values::no_such_encoding());
    faults.error(Code::BadValue, message, label).help = Some(policy_values::write_encoding());
    None
}
