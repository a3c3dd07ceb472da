use std::ops::Range;
use std::path::Path;

use super::calendars::{Calendars, Files, Surroundings, read_calendars};
use super::causes::read_causes;
use super::clock::read_clock;
use super::escalation::read_escalation;
use super::exclusions::read_exclusions;
use super::faults::Faults;
use super::objectives::read_objectives;
use super::pause_checks::check_sums;
use super::section::{self, Section, Shape, wrong_type};
use super::severities::read_severities;
use super::shifts::read_shifts;
use super::source::{Role, Source, read_source};
use super::target::warn_near;
use super::teams::read_teams;
use super::terms::Terms;
use super::tree::{Node, Value};
use super::{json_tree, toml_tree, zone};
use crate::diagnostic::{Code, Diagnostic, Label};
use crate::domain::{Fields, FiscalStart, Language, Policy, SeverityScale, Stages, Zone};
use crate::words::{policy_parts, policy_syntax, policy_targets, policy_types};

/// Reads a policy: as JSON where the file's name ends in `.json`, otherwise as TOML.
///
/// `sha256` is that of the file, in lower-case hex. `files` gives the bytes of another file that the
/// policy names, by its path from where the policy was found, or says why it can't be read. With the policy come the warnings; instead of
/// it come all faults that were found, warnings included, in the order of the file.
pub fn read_policy(
    path: &Path,
    text: &str,
    sha256: String,
    files: &dyn Fn(&Path) -> Result<Vec<u8>, String>,
) -> Result<(Policy, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut faults = Faults::new(path);
    // As many spaces as the mark has bytes keep every place where it is.
    let unmarked = text.strip_prefix('\u{feff}').map(|rest| format!("   {rest}"));
    let parsed_text = unmarked.as_deref().unwrap_or(text);
    let root = parse(path, parsed_text, &mut faults);
    let policy = root.and_then(|root| read_root(&root, path, parsed_text, sha256, files, &mut faults));
    match (policy, faults.into_sorted()) {
        (Some(policy), (warnings, false)) => Ok((policy, warnings)),
        (_, (faults, _)) => Err(faults),
    }
}

/// The language that a policy asks for, whatever else is wrong with it; `None` where it asks for none
/// or can't be parsed.
#[must_use]
pub fn language_of(path: &Path, text: &str) -> Option<Language> {
    let root = parse(path, text.trim_start_matches('\u{feff}'), &mut Faults::new(path))?;
    let language = root.entries().iter().find(|entry| entry.key == "language")?;
    match &language.node.value {
        Value::Text(code) => Language::from_code(code),
        _ => None,
    }
}

/// The tree of a policy; `None` where it has faults of syntax.
fn parse(path: &Path, text: &str, faults: &mut Faults<'_>) -> Option<Node> {
    let json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    if json { json_tree::read_json(text, faults) } else { toml_tree::read_toml(text, faults) }
}

fn read_root(
    root: &Node,
    path: &Path,
    text: &str,
    sha256: String,
    files: Files<'_>,
    faults: &mut Faults<'_>,
) -> Option<Policy> {
    let first = root.entries().first().map_or(0..0, |entry| entry.key_span.clone());
    let mut section = Section::open(policy_parts::policy(), first, root, faults)?;
    if !schema_is_known(&mut section, faults) {
        return None;
    }
    let name = section::filled(section.text("name", Shape::Line, faults), "name", faults);
    let zone = section
        .require("timezone", "timezone = \"Asia/Tokyo\"", faults)
        .and_then(|entry| section::text(entry, Shape::Line, faults))
        .and_then(|words| zone::read_zone(&words, faults));
    let language =
        section.choice("language", &[("ja", Language::Japanese), ("en", Language::English)], faults);
    let fiscal_start = section.choice("fiscal_year_starts", &MONTHS, faults).and_then(FiscalStart::of_month);
    let ledger = section::filled(section.text("ledger", Shape::Line, faults), "ledger", faults);
    let severities =
        section.take("severities").map(|entry| read_severities(entry, faults)).unwrap_or_default();
    let source = section
        .section("source", "[source]", faults)
        .map(|section| read_source(section, Role::Policy, faults));
    let around = Surroundings { path, text, zone, files };
    let calendars = section.section("calendars", "[calendars]", faults);
    let calendars = calendars.map(|found| read_calendars(found, around, faults)).unwrap_or_default();
    calendars.warn_unused(root, faults);
    let names = terms(root, text, zone, source.as_ref(), severities, calendars, faults);
    let sums = source.as_ref().and_then(Source::pause_sums);
    let events = source.as_ref().is_some_and(Source::rows_are_events);
    let mapping = source.map(|source| source.into_mapping(&names, faults)).unwrap_or_default();
    let clock = section.section("clock", "[clock]", faults);
    let clock = clock.map(|section| read_clock(section, events, faults));
    let objectives = read_objectives(section.take("objectives"), section.at(), &names, faults);
    if let Some(sums) = &sums {
        check_sums(&mapping.pauses, sums, &objectives, &names.stages, faults);
    }
    let exclusions = section.take("exclusions").map(|entry| read_exclusions(entry, &names, faults));
    let causes = section.section("causes", "[causes]", faults).map(|section| read_causes(section, faults));
    let teams = section.section("teams", "[teams]", faults);
    let teams = teams.map(|found| read_teams(found, &names, faults));
    let shifts = section.section("shifts", "[shifts]", faults).map(|section| read_shifts(section, faults));
    let escalation =
        section.section("escalation", "[escalation]", faults).map(|section| read_escalation(section, faults));
    section.close(faults);
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    Some(Policy {
        name: name.map(|words| words.text.to_owned()).or(stem).unwrap_or_default(),
        path: path.to_owned(),
        sha256,
        zone: zone?,
        language,
        stages: names.stages,
        fields: names.fields,
        severities: names.severities,
        mapping,
        presets: Vec::new(),
        objectives: objectives.into_iter().map(|(objective, _)| objective).collect(),
        calendars: names.calendars.into_sound(),
        exclusions: exclusions.unwrap_or_default(),
        clock: clock.unwrap_or_default(),
        causes: causes.unwrap_or_default(),
        teams: teams.unwrap_or_default(),
        shifts: shifts.unwrap_or_default(),
        escalation: escalation.unwrap_or_default(),
        fiscal_start: fiscal_start.unwrap_or_default(),
        ledger: ledger.map(|words| words.text.into()),
    })
}

/// The months that a fiscal year can start with.
const MONTHS: [(&str, u32); 12] = [
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
];

/// A newer schema may mean anything by its keys: nothing else is said about the file then.
fn schema_is_known(section: &mut Section<'_>, faults: &mut Faults<'_>) -> bool {
    let Some(entry) = section.require("schema", "schema = 1", faults) else { return true };
    let Value::Number(number) = &entry.node.value else {
        wrong_type(&section::part("schema"), &policy_types::one(), &entry.node, faults);
        return true;
    };
    if number != "1" {
        let label = Label::new(entry.node.span.clone(), policy_syntax::expected_one());
        faults.error(Code::Schema, policy_syntax::schema(number), label).help =
            Some(policy_syntax::write_schema());
    }
    number == "1"
}

fn terms<'t>(
    root: &'t Node,
    text: &'t str,
    zone: Option<Zone>,
    source: Option<&Source<'t>>,
    severities: SeverityScale,
    calendars: Calendars<'t>,
    faults: &mut Faults<'_>,
) -> Terms<'t> {
    let columns: Vec<&str> = source.map(Source::stage_names).unwrap_or_default();
    let deadlines = deadlines(root);
    for (name, span) in &deadlines {
        warn_near(name, Label::new(span.clone(), policy_targets::no_own_column()), &columns, faults);
    }
    let mut stages = Stages::with(columns.iter().copied().chain(deadlines.iter().map(|(name, _)| *name)));
    for (name, _) in &deadlines {
        if let Some(stage) = stages.find(name) {
            stages.mark_deadline(stage);
        }
    }
    let fields = source.map_or_else(|| Fields::with([]), Source::all_fields);
    Terms { text, zone, stages, fields, severities, calendars, deadlines }
}

/// The stages that any target names in `by`, with the place of the first that does. What can't
/// be a stage's name is left out here and refused where the target is read.
fn deadlines(root: &Node) -> Vec<(&str, Range<usize>)> {
    let mut found: Vec<(&str, Range<usize>)> = Vec::new();
    let objectives = root.get("objectives").map_or(&[][..], Node::entries);
    for target in objectives.iter().filter_map(|entry| entry.node.get("targets")).flat_map(Node::items) {
        if let Some(Node { span, value: Value::Text(name) }) = target.get("by")
            && section::is_name(name)
            && !Stages::BUILT_IN.contains(&name.as_str())
            && found.iter().all(|(known, _)| known != name)
        {
            found.push((name, span.clone()));
        }
    }
    found
}

/// The text of a policy file, which must be UTF-8.
///
/// To show the fault, which is the only one, render it over [`String::from_utf8_lossy`] of the bytes.
pub fn decode_policy(path: &Path, bytes: Vec<u8>) -> Result<String, Vec<Diagnostic>> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes().get(at).copied().unwrap_or_default();
        let label = Label::new(at..at + '\u{fffd}'.len_utf8(), policy_syntax::byte(byte));
        let mut fault = Diagnostic::error(Code::NotUtf8, policy_syntax::not_utf8(), path, label);
        fault.help = Some(policy_syntax::save_as_utf8());
        vec![fault]
    })
}
