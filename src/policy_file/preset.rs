use std::ops::Range;
use std::path::Path;

use super::calendars::Calendars;
use super::faults::Faults;
use super::section::{self, Section, Shape};
use super::source::{Role, Source, read_source};
use super::terms::Terms;
use super::toml_tree::read_toml;
use super::tree::{Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Label, Level};
use crate::domain::{ExportForm, Preset, SeverityScale, Signature, Stages};
use crate::words::{policy_examples, policy_keys, policy_names, policy_parts, policy_source, policy_types};

/// Reads a preset: what tells a tool's exports from others, and the `[source]` by which they are read.
///
/// `path` is that of a user's own file, by whose stem the preset is called. Instead of a preset come
/// all faults that were found, in the order of the file.
pub fn read_preset(path: &Path, text: &str) -> Result<Preset, Vec<Diagnostic>> {
    let mut faults = Faults::new(path);
    let preset = read_toml(text, &mut faults).and_then(|root| read_root(&root, path, text, &mut faults));
    match (preset, faults.into_sorted()) {
        (Some(preset), (_, false)) => Ok(preset),
        (_, (mut found, _)) => {
            found.retain(|fault| fault.level == Level::Error);
            Err(found)
        }
    }
}

fn read_root(root: &Node, path: &Path, text: &str, faults: &mut Faults<'_>) -> Option<Preset> {
    let mut section = Section::open(policy_parts::preset(), 0..0, root, faults)?;
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    if !section::is_name(&name) || name == "none" {
        let label = Label::new(0..0, policy_names::in_this_file());
        faults.error(Code::BadValue, policy_names::not_a_preset(&name), label).help =
            Some(policy_names::call_the_file());
    }
    let title = section
        .require("title", &policy_examples::preset_title(), faults)
        .and_then(|entry| section::text(entry, Shape::Line, faults));
    let title = section::filled(title, "title", faults);
    let notes = section.take("notes").and_then(|entry| section::texts(entry, Shape::Line, faults));
    let signature = section
        .require("recognise", "[recognise]", faults)
        .and_then(|entry| {
            Section::open(policy_parts::named("[recognise]"), entry.key_span.clone(), &entry.node, faults)
        })
        .and_then(|section| signature(section, faults));
    let source = section
        .require("source", "[source]", faults)
        .and_then(|entry| {
            Section::open(policy_parts::named("[source]"), entry.key_span.clone(), &entry.node, faults)
        })
        .map(|section| read_source(section, Role::Preset, faults));
    section.close(faults);
    let source = source?;
    let names = terms(text, &source);
    let mapping = source.into_mapping(&names, faults);
    Some(Preset {
        name,
        title: title?.text.to_owned(),
        notes: notes.unwrap_or_default().iter().map(|words| words.text.to_owned()).collect(),
        signature: signature?,
        stages: names.stages,
        fields: names.fields,
        mapping,
        text: text.to_owned(),
        path: Some(path.to_owned()),
    })
}

/// The stages and fields that the preset itself speaks of.
fn terms<'t>(text: &'t str, source: &Source<'t>) -> Terms<'t> {
    Terms {
        text,
        zone: None,
        stages: Stages::with(source.stage_names()),
        fields: source.all_fields(),
        severities: SeverityScale::default(),
        calendars: Calendars::default(),
        deadlines: Vec::<(&str, Range<usize>)>::new(),
    }
}

fn signature(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<Signature> {
    let form = section.require_choice(
        "format",
        "format = \"csv\"",
        &[("csv", ExportForm::Rows), ("json", ExportForm::Json)],
        faults,
    );
    let columns = section
        .require("columns", &policy_examples::columns("columns"), faults)
        .and_then(|entry| columns(entry, faults));
    let without = section.take("without").and_then(|entry| section::columns(entry, faults));
    section.close(faults);
    let without = without.unwrap_or_default().iter().map(|words| words.text.to_owned()).collect();
    Some(Signature { form: form?, columns: columns?, without })
}

/// Columns, each by one name or the list of its possible names.
fn columns(entry: &Entry, faults: &mut Faults<'_>) -> Option<Vec<Vec<String>>> {
    let Value::List(columns) = &entry.node.value else {
        section::wrong_type(&section::part("columns"), &policy_types::columns(), &entry.node, faults);
        return None;
    };
    if columns.is_empty() {
        let label = Label::new(entry.node.span.clone(), policy_keys::nothing_in_it());
        faults.error(Code::Empty, policy_source::fits_every_export(), label);
        return None;
    }
    let read: Vec<_> =
        columns.iter().map(|column| section::alternatives("columns", column, Shape::Lines, faults)).collect();
    read.into_iter().collect()
}
