use std::ops::Range;

use super::faults::Faults;
use super::reach::refuse_unreachable;
use super::section::{self, Section, Shape, Words, wrong_type};
use super::target::read_target;
use super::terms::Terms;
use super::tree::{Entry, Node, Value};
use super::wording::{any_of, quoted};
use crate::diagnostic::{Code, Label};
use crate::domain::{Goal, Objective, StageId};

/// Reads `[objectives]`: each with its place.
pub(super) fn read_objectives(
    entry: Option<&Entry>,
    root: Range<usize>,
    terms: &Terms<'_>,
    faults: &mut Faults<'_>,
) -> Vec<(Objective, Range<usize>)> {
    let Some(entry) = entry else {
        return no_objectives(root, faults);
    };
    let Some(section) = Section::open("`objectives`", entry.key_span.clone(), &entry.node, faults) else {
        return Vec::new();
    };
    let entries = section.rest();
    if entries.is_empty() {
        return no_objectives(entry.key_span.clone(), faults);
    }
    let mut read = Vec::new();
    for entry in entries {
        let objective = read_objective(entry, terms, faults);
        read.extend(objective.map(|objective| (objective, entry.key_span.clone())));
    }
    read
}

fn no_objectives(at: Range<usize>, faults: &mut Faults<'_>) -> Vec<(Objective, Range<usize>)> {
    let label = Label::new(at, "no [objectives.<name>] in this file");
    faults.error(Code::NoObjectives, "the policy has no objective, so nothing is promised", label).help =
        Some("add a table [objectives.first-response] with `from`, `to`, `goal` and `targets`".to_owned());
    Vec::new()
}

fn read_objective(entry: &Entry, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<Objective> {
    let id = section::name(entry, "an objective", faults);
    let title = format!("objective {}", quoted(&entry.key));
    let mut section = Section::open(title, entry.key_span.clone(), &entry.node, faults)?;
    let title = section.text("title", Shape::Line, faults);
    let title = section::filled(title, "title", faults);
    let from = section
        .require("from", "from = \"opened\"", faults)
        .and_then(|entry| section::text(entry, Shape::Line, faults));
    let to = section
        .require("to", "to = \"responded\"", faults)
        .and_then(|entry| section::text(entry, Shape::Line, faults));
    let goal = section.take("goal").and_then(|entry| read_goal(entry, faults));
    let pauses = section.choice("pauses", &[("stop-clock", true), ("ignored", false)], faults);
    let ends = stages(from.as_ref(), to.as_ref(), terms, faults);
    let targets = section
        .require("targets", "targets = [{ within = \"30m\" }]", faults)
        .and_then(|entry| targets(entry, &title_of(entry), faults));
    let mut read = Vec::new();
    for (place, node) in targets.unwrap_or_default().iter().enumerate() {
        if let Some(target) = read_target(node, place, terms, faults) {
            read.push((target, node.span.clone()));
        }
    }
    section.close(faults);
    refuse_unreachable(&read, faults);
    let (from, to) = ends?;
    let id = id?;
    Some(Objective {
        id: id.to_owned(),
        title: title.map_or(id, |words| words.text).to_owned(),
        from,
        to,
        goal,
        pauses: pauses.unwrap_or(true),
        targets: read.into_iter().map(|(target, _)| target).collect(),
        line: terms.line(entry.key_span.start),
    })
}

fn title_of(entry: &Entry) -> String {
    quoted(&entry.key)
}

fn targets<'t>(entry: &'t Entry, name: &str, faults: &mut Faults<'_>) -> Option<&'t [Node]> {
    let Value::List(nodes) = &entry.node.value else {
        wrong_type(name, "a list such as [{ within = \"30m\" }]", &entry.node, faults);
        return None;
    };
    if nodes.is_empty() {
        faults
            .error(
                Code::Empty,
                "`targets` is an empty list",
                Label::new(entry.node.span.clone(), "nothing is promised"),
            )
            .help = Some("add a target: `{ within = \"4h\" }` is for every incident".to_owned());
    }
    Some(nodes)
}

fn read_goal(entry: &Entry, faults: &mut Faults<'_>) -> Option<Goal> {
    let words = match &entry.node.value {
        Value::Number(number) => {
            let message = "`goal` must be a percentage in quotes, but is a number";
            let percent =
                number.parse::<f64>().ok().map(|number| if number <= 1.0 { number * 100.0 } else { number });
            faults
                .error(Code::WrongType, message, Label::new(entry.node.span.clone(), "expected a text"))
                .help = percent.map(|percent| format!("write `goal = \"{percent}%\"`"));
            return None;
        }
        _ => section::text(entry, Shape::Line, faults)?,
    };
    let goal = Goal::parse(words.text);
    if goal.is_none() {
        let message = format!("`goal` can't be {}", quoted(words.text));
        let label = Label::new(words.span, "expected a percentage above 0% and at most 100%");
        faults.error(Code::BadValue, message, label).help =
            Some("write the share of incidents that must keep the objective: `95%`, `99.95%`".to_owned());
    }
    goal
}

/// The two ends of the clock; they must be different stages, in their order.
fn stages(
    from: Option<&Words<'_>>,
    to: Option<&Words<'_>>,
    terms: &Terms<'_>,
    faults: &mut Faults<'_>,
) -> Option<(StageId, StageId)> {
    let start = from.and_then(|words| clock_end(words, "from", terms, faults));
    let stop = to.and_then(|words| clock_end(words, "to", terms, faults));
    let (from, to) = from.zip(to)?;
    let (start, stop) = start.zip(stop)?;
    if start == stop {
        let fault = faults.error(
            Code::StageOrder,
            format!("`from` and `to` are both `{}`, so that no time can pass", from.text),
            Label::new(to.span.clone(), "the clock stops here"),
        );
        fault.further.push(Label::new(from.span.clone(), "and starts here"));
        fault.help = Some("name the stage that must be reached in `to`".to_owned());
        return None;
    }
    if start > stop {
        let order =
            terms.stages.iter().filter(|&(id, _)| !terms.stages.is_deadline(id)).map(|(_, name)| name);
        let order = order.collect::<Vec<_>>().join(", ");
        let fault = faults.error(
            Code::StageOrder,
            format!("the clock would stop at `{}` before it starts at `{}`", to.text, from.text),
            Label::new(to.span.clone(), "comes first"),
        );
        fault.further.push(Label::new(from.span.clone(), "comes later"));
        fault.help = Some(format!(
            "the stages in order: {order}; a stage of your own stands behind the one before it in [source.stages]"
        ));
        return None;
    }
    Some((start, stop))
}

fn clock_end(words: &Words<'_>, key: &str, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<StageId> {
    let stage = terms.stage(words, key, faults)?;
    if let Some((_, span)) = terms.deadlines.iter().find(|(name, _)| *name == words.text) {
        let fault = faults.error(
            Code::StageOrder,
            format!("`{key}` can't be `{}`, which is a promised time and no happening", words.text),
            Label::new(words.span.clone(), "a clock runs between happenings"),
        );
        fault.further.push(Label::new(span.clone(), "promised here"));
        let names =
            terms.stages.iter().filter(|&(id, _)| !terms.stages.is_deadline(id)).map(|(_, name)| name);
        fault.help = Some(format!("write {}", any_of(names)));
        return None;
    }
    Some(stage)
}
