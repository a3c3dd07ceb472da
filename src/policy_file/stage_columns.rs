use std::ops::Range;

use super::faults::Faults;
use super::section::{self, Section, Shape, Words};
use super::terms::Terms;
use super::tree::{Entry, Node, Value};
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{CountUnit, Fields, StageColumn, StageId, Stages};
use crate::words::{policy_examples, policy_names, policy_parts, policy_source};

/// One line of `[source.stages]`.
pub(super) struct Column<'t> {
    pub(super) name: &'t str,
    pub(super) span: Range<usize>,
    /// The possible ones, the best first.
    given: Vec<Given<'t>>,
}

enum Given<'t> {
    Time(Words<'t>),
    Where { at: Words<'t>, column: Words<'t>, is: Vec<String> },
    After { stage: Words<'t>, column: Words<'t>, unit: CountUnit },
}

/// Reads `[source.stages]`.
pub(super) fn read_columns<'t>(section: Section<'t>, faults: &mut Faults<'_>) -> Vec<Column<'t>> {
    let mut columns: Vec<Column<'t>> = Vec::new();
    let mut own = 0;
    for entry in section.rest() {
        let Some(name) = stage_name(entry, faults) else { continue };
        let span = entry.key_span.clone();
        own += usize::from(!Stages::BUILT_IN.contains(&name));
        if own + Stages::BUILT_IN.len() == Stages::MOST + 1 {
            let label = Label::new(span.clone(), policy_names::first_too_many());
            faults.error(Code::TooMany, policy_names::too_many_stages(Stages::MOST), label).help =
                Some(policy_names::keep_stages());
        }
        let given: Vec<_> = match &entry.node.value {
            Value::List(items) if !items.is_empty() => {
                items.iter().filter_map(|item| given(name, &span, item, faults)).collect()
            }
            _ => given(name, &span, &entry.node, faults).into_iter().collect(),
        };
        if !given.is_empty() {
            columns.push(Column { name, span, given });
        }
    }
    columns
}

/// One possible column of a stage.
fn given<'t>(name: &str, key: &Range<usize>, node: &'t Node, faults: &mut Faults<'_>) -> Option<Given<'t>> {
    if !matches!(node.value, Value::Table(_)) {
        let words = section::text_node(&section::part(name), node, Shape::Lines, faults);
        return section::filled(words, name, faults).map(Given::Time);
    }
    let mut section = Section::open(policy_parts::stage(&format!("`{name}`")), key.clone(), node, faults)?;
    let given = if section.peek("at").is_some() || section.peek("where").is_some() {
        given_where(&mut section, faults)
    } else {
        given_after(&mut section, faults)
    };
    section.close(faults);
    given
}

/// `{ after = "opened", seconds = "<column>" }`
fn given_after<'t>(section: &mut Section<'t>, faults: &mut Faults<'_>) -> Option<Given<'t>> {
    let stage = section
        .require("after", "after = \"opened\"", faults)
        .and_then(|entry| section::text(entry, Shape::Line, faults));
    let (key, unit, entry) = match section.take("milliseconds") {
        Some(entry) => ("milliseconds", CountUnit::Milliseconds, Some(entry)),
        None => (
            "seconds",
            CountUnit::Seconds,
            section.require("seconds", &policy_examples::column("seconds"), faults),
        ),
    };
    let column =
        entry.and_then(|entry| section::filled(section::text(entry, Shape::Lines, faults), key, faults));
    stage.zip(column).map(|(stage, column)| Given::After { stage, column, unit })
}

/// `{ at = "<column>", where = { column = "status", is = ["resolved"] } }`
fn given_where<'t>(section: &mut Section<'t>, faults: &mut Faults<'_>) -> Option<Given<'t>> {
    let at = required_column(section, "at", faults);
    let entry = section.require("where", &policy_examples::only_where(), faults)?;
    let mut only = Section::open(section::part("where"), entry.key_span.clone(), &entry.node, faults)?;
    let column = required_column(&mut only, "column", faults);
    let is = only
        .require("is", &policy_examples::is(), faults)
        .and_then(|entry| section::texts(entry, Shape::Line, faults));
    only.close(faults);
    let is = is?.iter().map(|words| words.text.to_owned()).collect();
    Some(Given::Where { at: at?, column: column?, is })
}

fn required_column<'t>(
    section: &mut Section<'t>,
    key: &'static str,
    faults: &mut Faults<'_>,
) -> Option<Words<'t>> {
    let entry = section.require(key, &policy_examples::column(key), faults)?;
    section::filled(section::text(entry, Shape::Lines, faults), key, faults)
}

/// The name of a stage that stands as a key.
pub(super) fn stage_name<'t>(entry: &'t Entry, faults: &mut Faults<'_>) -> Option<&'t str> {
    let name = section::name(entry, policy_names::not_a_stage, faults)?;
    if name == "id" || Fields::BUILT_IN.contains(&name) {
        let label = Label::new(entry.key_span.clone(), policy_names::a_field());
        faults.error(Code::BadValue, policy_names::is_a_field(name), label).help =
            Some(policy_names::into_fields());
        return None;
    }
    Some(name)
}

/// Gives the names a meaning; `after` must lead to another stage and in no circle.
pub(super) fn resolve(
    columns: &[Column<'_>],
    terms: &Terms<'_>,
    faults: &mut Faults<'_>,
) -> Vec<(StageId, Vec<StageColumn>)> {
    let mut resolved = Vec::new();
    for column in columns {
        let Some(stage) = terms.stages.find(column.name) else { continue };
        let meant: Vec<_> = column
            .given
            .iter()
            .filter_map(|given| meaning(given, stage, column, columns, terms, faults))
            .collect();
        if !meant.is_empty() {
            resolved.push((stage, meant));
        }
    }
    resolved
}

fn meaning(
    given: &Given<'_>,
    stage: StageId,
    column: &Column<'_>,
    columns: &[Column<'_>],
    terms: &Terms<'_>,
    faults: &mut Faults<'_>,
) -> Option<StageColumn> {
    let (after, amount, unit) = match given {
        Given::Time(words) => return Some(StageColumn::Time(words.text.to_owned())),
        Given::Where { at, column, is } => {
            let (at, column) = (at.text.to_owned(), column.text.to_owned());
            return Some(StageColumn::TimeWhere { at, column, is: is.clone() });
        }
        Given::After { stage, column, unit } => (stage, column, *unit),
    };
    let start = terms.stage(after, "after", faults)?;
    if stage == StageId::OPENED {
        let label = Label::new(after.span.clone(), policy_source::after_this());
        faults.error(Code::StageOrder, policy_source::opened_is_first(), label).help =
            Some(policy_source::give_column_of_opened());
        return None;
    }
    if let Some(through) = circle(column.name, after, columns) {
        let message = policy_source::counted_from_itself(&quoted(column.name));
        let label = Label::new(after.span.clone(), policy_source::leads_back());
        let fault = faults.error(Code::StageOrder, message, label);
        if through.name != column.name {
            fault.further.push(Label::new(through.span.clone(), policy_source::by_way_of()));
        }
        fault.help = Some(policy_source::count_from_own_column());
        return None;
    }
    Some(StageColumn::After { stage: start, column: amount.text.to_owned(), unit })
}

/// The last step of the way from `after`, where it comes back to the stage `begin`.
fn circle<'c, 't>(begin: &str, after: &Words<'_>, columns: &'c [Column<'t>]) -> Option<&'c Column<'t>> {
    let mut ways: Vec<(&str, Option<&'c Column<'t>>)> = vec![(after.text, None)];
    let mut place = 0;
    while let Some(&(name, through)) = ways.get(place) {
        place += 1;
        if name == begin {
            return through.or_else(|| columns.iter().find(|column| column.name == begin));
        }
        let Some(next) = columns.iter().find(|column| column.name == name) else { continue };
        for given in &next.given {
            if let Given::After { stage, .. } = given
                && ways.iter().all(|(known, _)| *known != stage.text)
            {
                ways.push((stage.text, Some(next)));
            }
        }
    }
    None
}
