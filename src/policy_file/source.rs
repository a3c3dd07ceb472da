use encoding_rs::Encoding;

use super::faults::Faults;
use super::section::{self, Section, Shape, Words};
use super::stage_columns::{self, Column};
use super::terms::Terms;
use super::tree::{Entry, Value};
use super::wording::quoted;
use super::{time_format, zone};
use crate::diagnostic::{Code, Label};
use crate::domain::{Fields, Mapping, Rows, Stages, Zone, encoding_label};

/// What `[source]` declares, before the names in it have a meaning.
#[derive(Default)]
pub(super) struct Source<'t> {
    zone: Option<Zone>,
    encoding: Option<String>,
    time_format: Option<String>,
    missing: Vec<String>,
    id: Option<String>,
    fields: Vec<(&'t str, Words<'t>)>,
    pub(super) columns: Vec<Column<'t>>,
    rows: Rows,
}

/// Reads `[source]`.
pub(super) fn read_source<'t>(mut section: Section<'t>, faults: &mut Faults<'_>) -> Source<'t> {
    section.refuse("preset", "leave it out; columns are found by their names, or by [source.fields]", faults);
    let mut source = Source {
        zone: section.text("timezone", Shape::Line, faults).and_then(|words| zone::read_zone(&words, faults)),
        encoding: section.text("encoding", Shape::Line, faults).and_then(|words| encoding(&words, faults)),
        time_format: section
            .text("time_format", Shape::Line, faults)
            .and_then(|words| time_format::read_time_format(&words, faults)),
        missing: section
            .take("missing")
            .and_then(|entry| section::texts(entry, Shape::Line, faults))
            .map(|texts| texts.iter().map(|words| words.text.to_owned()).collect())
            .unwrap_or_default(),
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
    section.close(faults);
    source
}

impl<'t> Source<'t> {
    /// All fields of the policy.
    pub(super) fn all_fields(&self) -> Fields {
        Fields::with(self.fields.iter().map(|&(name, _)| name))
    }

    /// The names of the stages that have a column, in the order of the file.
    pub(super) fn stage_names(&self) -> impl Iterator<Item = &'t str> {
        self.columns.iter().map(|column| column.name)
    }

    /// The mapping, now that the names have a meaning.
    pub(super) fn into_mapping(self, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Mapping {
        let fields = self
            .fields
            .iter()
            .filter_map(|(name, column)| Some((terms.fields.find(name)?, column.text.to_owned())))
            .collect();
        Mapping {
            zone: self.zone,
            encoding: self.encoding,
            time_format: self.time_format,
            missing: self.missing,
            id: self.id,
            fields,
            stages: stage_columns::resolve(&self.columns, terms, faults),
            pauses: crate::domain::PauseColumns::default(),
            rows: self.rows,
        }
    }
}

fn read_fields<'t>(source: &mut Source<'t>, section: Section<'t>, faults: &mut Faults<'_>) {
    let mut own = 0;
    for entry in section.rest() {
        let Some(name) = section::name(entry, "a field", faults) else { continue };
        if Stages::BUILT_IN.contains(&name) {
            let message = format!("`{name}` is a stage and not a field");
            faults.error(Code::BadValue, message, Label::new(entry.key_span.clone(), "a stage")).help =
                Some("put the line into [source.stages]".to_owned());
            continue;
        }
        let Some(column) = section::filled(section::text(entry, Shape::Lines, faults), name, faults) else {
            continue;
        };
        if name == "id" {
            source.id = Some(column.text.to_owned());
            continue;
        }
        own += usize::from(!Fields::BUILT_IN.contains(&name));
        if own + Fields::BUILT_IN.len() == Fields::MOST + 1 {
            let message = format!("more than {} fields", Fields::MOST);
            faults
                .error(Code::TooMany, message, Label::new(entry.key_span.clone(), "the first too many"))
                .help = Some("keep the fields that `when` and reports need".to_owned());
        }
        source.fields.push((name, column));
    }
}

fn encoding(words: &Words<'_>, faults: &mut Faults<'_>) -> Option<String> {
    if Encoding::for_label_no_replacement(encoding_label(words.text).as_bytes()).is_some() {
        return Some(words.text.trim().to_owned());
    }
    let message = format!("`encoding` can't be {}", quoted(words.text));
    faults.error(Code::BadValue, message, Label::new(words.span.clone(), "no such encoding")).help = Some(
        "write a label of the WHATWG encoding standard: `utf-8`, `shift_jis`, `utf-16le`, `windows-1252`"
            .to_owned(),
    );
    None
}

/// The keys that only rows of events have.
const EVENT_KEYS: [&str; 4] = ["activity", "at", "stages", "pauses"];

fn read_rows(mut section: Section<'_>, faults: &mut Faults<'_>) -> Rows {
    let kind = section.require("kind", "kind = \"snapshots\"", faults);
    let order_by = section
        .take("order_by")
        .and_then(|entry| section::filled(section::text(entry, Shape::Lines, faults), "order_by", faults));
    let events = kind.filter(|kind| matches!(&kind.node.value, Value::Text(text) if text == "events"));
    if let Some(kind) = events {
        refuse_events(&mut section, kind, faults);
    } else {
        for key in EVENT_KEYS {
            section.refuse(key, "leave it out; it belongs to rows that are events", faults);
        }
        if let Some(words) = kind.and_then(|entry| section::text(entry, Shape::Line, faults))
            && words.text != "snapshots"
        {
            let message = format!("`kind` can't be {}", quoted(words.text));
            faults.error(Code::BadValue, message, Label::new(words.span, "expected `snapshots`")).help = Some(
                "\"snapshots\": the last row of an incident counts; without [source.rows] each row is an incident"
                    .to_owned(),
            );
        }
    }
    section.close(faults);
    Rows::Snapshots { order_by: order_by.map(|words| words.text.to_owned()) }
}

/// One message for all keys: they are one thing to whoever wrote them.
fn refuse_events(section: &mut Section<'_>, kind: &Entry, faults: &mut Faults<'_>) {
    let keys: Vec<_> = EVENT_KEYS.iter().filter_map(|key| section.take(key)).collect();
    let fault = faults.error(
        Code::NotSupported,
        "exports with a row per event are not supported by this version of slo",
        Label::new(kind.node.span.clone(), "not supported by this version of slo"),
    );
    fault.further = keys.iter().map(|entry| Label::new(entry.key_span.clone(), "nor is this")).collect();
    fault.help =
        Some("leave [source.rows] out and use an export with a row per incident, or write `kind = \"snapshots\"` if the last row of an incident counts".to_owned());
}
