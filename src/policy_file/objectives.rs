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
use crate::words::{policy_keys, policy_names, policy_objectives, policy_parts, policy_types, policy_values};

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
    let Some(section) =
        Section::open(section::part("objectives"), entry.key_span.clone(), &entry.node, faults)
    else {
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
    let label = Label::new(at, policy_objectives::none_here());
    faults.error(Code::NoObjectives, policy_objectives::none(), label).help =
        Some(policy_objectives::add_one());
    Vec::new()
}

fn read_objective(entry: &Entry, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<Objective> {
    let id = section::name(entry, policy_names::not_an_objective, faults);
    let title = policy_parts::objective(&quoted(&entry.key));
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
        .and_then(|entry| targets(entry, faults));
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

fn targets<'t>(entry: &'t Entry, faults: &mut Faults<'_>) -> Option<&'t [Node]> {
    let Value::List(nodes) = &entry.node.value else {
        let expected = policy_types::list_like("[{ within = \"30m\" }]");
        wrong_type(&section::part(&entry.key), &expected, &entry.node, faults);
        return None;
    };
    if nodes.is_empty() {
        let label = Label::new(entry.node.span.clone(), policy_objectives::nothing_promised());
        faults.error(Code::Empty, policy_keys::empty_list("`targets`"), label).help =
            Some(policy_objectives::add_target());
    }
    Some(nodes)
}

fn read_goal(entry: &Entry, faults: &mut Faults<'_>) -> Option<Goal> {
    let words = match &entry.node.value {
        Value::Number(number) => {
            let percent =
                number.parse::<f64>().ok().map(|number| if number <= 1.0 { number * 100.0 } else { number });
            let label = Label::new(entry.node.span.clone(), policy_types::expected(&policy_types::text()));
            faults.error(Code::WrongType, policy_types::goal_is_number(), label).help =
                percent.map(policy_types::write_goal);
            return None;
        }
        _ => section::text(entry, Shape::Line, faults)?,
    };
    let goal = Goal::parse(words.text);
    if goal.is_none() {
        let message = policy_values::cannot_be("`goal`", &quoted(words.text));
        let label = Label::new(words.span, policy_values::expected_percentage());
        faults.error(Code::BadValue, message, label).help = Some(policy_values::write_percentage());
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
        let label = Label::new(to.span.clone(), policy_objectives::stops_here());
        let fault = faults.error(Code::StageOrder, policy_objectives::same_ends(from.text), label);
        fault.further.push(Label::new(from.span.clone(), policy_objectives::starts_here()));
        fault.help = Some(policy_objectives::name_stage_in_to());
        return None;
    }
    if start > stop {
        let order =
            terms.stages.iter().filter(|&(id, _)| !terms.stages.is_deadline(id)).map(|(_, name)| name);
        let order = order.collect::<Vec<_>>().join(", ");
        let message = policy_objectives::backwards(to.text, from.text);
        let label = Label::new(to.span.clone(), policy_objectives::comes_first());
        let fault = faults.error(Code::StageOrder, message, label);
        fault.further.push(Label::new(from.span.clone(), policy_objectives::comes_later()));
        fault.help = Some(policy_objectives::stages_in_order(&order));
        return None;
    }
    Some((start, stop))
}

fn clock_end(words: &Words<'_>, key: &str, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<StageId> {
    let stage = terms.stage(words, key, faults)?;
    if let Some((_, span)) = terms.deadlines.iter().find(|(name, _)| *name == words.text) {
        let message = policy_objectives::is_deadline(key, words.text);
        let label = Label::new(words.span.clone(), policy_objectives::between_happenings());
        let fault = faults.error(Code::StageOrder, message, label);
        fault.further.push(Label::new(span.clone(), policy_objectives::promised_here()));
        let names =
            terms.stages.iter().filter(|&(id, _)| !terms.stages.is_deadline(id)).map(|(_, name)| name);
        fault.help = Some(policy_objectives::write_one_of(&any_of(names)));
        return None;
    }
    Some(stage)
}
