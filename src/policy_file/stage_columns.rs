use std::ops::Range;

use super::faults::Faults;
use super::section::{self, Section, Shape, Words};
use super::terms::Terms;
use super::tree::{Entry, Value};
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{Fields, StageColumn, StageId, Stages};

/// One line of `[source.stages]`.
pub(super) struct Column<'t> {
    pub(super) name: &'t str,
    pub(super) span: Range<usize>,
    given: Given<'t>,
}

enum Given<'t> {
    Time(Words<'t>),
    After { stage: Words<'t>, seconds: Words<'t> },
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
            let message = format!("more than {} stages", Stages::MOST);
            faults.error(Code::TooMany, message, Label::new(span.clone(), "the first too many")).help =
                Some("keep the stages that objectives need".to_owned());
        }
        let given = if matches!(entry.node.value, Value::Table(_)) {
            let title = format!("the stage `{name}`");
            let Some(mut section) = Section::open(title, span.clone(), &entry.node, faults) else { continue };
            let stage = section
                .require("after", "after = \"opened\"", faults)
                .and_then(|entry| section::text(entry, Shape::Line, faults));
            let seconds = section.require("seconds", "seconds = \"<column>\"", faults).and_then(|entry| {
                section::filled(section::text(entry, Shape::Lines, faults), "seconds", faults)
            });
            section.close(faults);
            stage.zip(seconds).map(|(stage, seconds)| Given::After { stage, seconds })
        } else {
            section::filled(section::text(entry, Shape::Lines, faults), name, faults).map(Given::Time)
        };
        if let Some(given) = given {
            columns.push(Column { name, span, given });
        }
    }
    columns
}

/// The name of a stage that stands as a key.
pub(super) fn stage_name<'t>(entry: &'t Entry, faults: &mut Faults<'_>) -> Option<&'t str> {
    let name = section::name(entry, "a stage", faults)?;
    if name == "id" || Fields::BUILT_IN.contains(&name) {
        let message = format!("`{name}` is a field and not a stage");
        faults.error(Code::BadValue, message, Label::new(entry.key_span.clone(), "a field")).help =
            Some("put the line into [source.fields]".to_owned());
        return None;
    }
    Some(name)
}

/// Gives the names a meaning; `after` must lead to another stage and in no circle.
pub(super) fn resolve(
    columns: &[Column<'_>],
    terms: &Terms<'_>,
    faults: &mut Faults<'_>,
) -> Vec<(StageId, StageColumn)> {
    let mut resolved = Vec::new();
    for column in columns {
        let Some(stage) = terms.stages.find(column.name) else { continue };
        match &column.given {
            Given::Time(words) => resolved.push((stage, StageColumn::Time(words.text.to_owned()))),
            Given::After { stage: after, seconds } => {
                let Some(start) = terms.stage(after, "after", faults) else { continue };
                if stage == StageId::OPENED {
                    let message = "`opened` can't come after another stage, being the first";
                    faults
                        .error(Code::StageOrder, message, Label::new(after.span.clone(), "after this"))
                        .help = Some("give the column of its time: `opened = \"<column>\"`".to_owned());
                    continue;
                }
                if let Some(through) = circle(column, columns) {
                    let message = format!("the time of {} is counted from itself", quoted(column.name));
                    let fault = faults.error(
                        Code::StageOrder,
                        message,
                        Label::new(after.span.clone(), "leads back to it"),
                    );
                    if through.name != column.name {
                        fault.further.push(Label::new(through.span.clone(), "by way of this stage"));
                    }
                    fault.help =
                        Some("count from a stage that has a column of its own, such as `opened`".to_owned());
                    continue;
                }
                resolved.push((stage, StageColumn::After { stage: start, seconds: seconds.text.to_owned() }));
            }
        }
    }
    resolved
}

/// The last step of the way along `after`, where it comes back to where it began.
fn circle<'c, 't>(begin: &'c Column<'t>, columns: &'c [Column<'t>]) -> Option<&'c Column<'t>> {
    let mut at = begin;
    for _ in 0..columns.len() {
        let Given::After { stage, .. } = &at.given else { return None };
        if stage.text == begin.name {
            return Some(at);
        }
        at = columns.iter().find(|column| column.name == stage.text)?;
    }
    None
}
