use std::sync::Arc;

use super::condition::read_condition;
use super::faults::Faults;
use super::period::read_period;
use super::section::{self, Section, Shape, Words};
use super::terms::Terms;
use super::tree::{Entry, Node};
use super::within::read_within;
use super::wording::{nearest, quoted};
use crate::diagnostic::{Code, Label};
use crate::domain::{Calendar, Condition, Promise, Stages, Target};
use crate::words::{policy_keys, policy_names, policy_parts, policy_targets};

/// Reads one target, the `place`th from 0. `None` where it is at fault.
pub(super) fn read_target(
    node: &Node,
    place: usize,
    terms: &Terms<'_>,
    faults: &mut Faults<'_>,
) -> Option<Target> {
    let mut section = Section::open(policy_parts::target(place + 1), node.span.clone(), node, faults)?;
    let when = match section.take("when") {
        Some(entry) => read_condition(entry, terms, faults),
        None => Some(Condition::default()),
    };
    let calendar = read_calendar(&mut section, terms, faults);
    let promise = read_promise(&mut section, !matches!(calendar, Hours::All), terms, faults);
    let period = read_period(&mut section, ["since", "until"], &policy_parts::this_target(), terms, faults);
    section.close(faults);
    let calendar = match calendar {
        Hours::All => None,
        Hours::Of(calendar) => Some(calendar),
        Hours::Fault => return None,
    };
    let period = period?;
    Some(Target {
        when: when?,
        since: period.from,
        until: period.to,
        promise: promise?,
        calendar,
        line: terms.line(node.span.start),
    })
}

/// What a target says of its calendar.
enum Hours {
    /// Nothing: its clock runs day and night.
    All,
    Of(Arc<Calendar>),
    /// Something that is at fault.
    Fault,
}

fn read_calendar(section: &mut Section<'_>, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Hours {
    let Some(entry) = section.take("calendar") else { return Hours::All };
    if let Some(other) = ["by", "exempt"].iter().find_map(|key| section.peek(key)) {
        let label = Label::new(entry.key_span.clone(), policy_targets::moves_nothing());
        let fault = faults.error(Code::Calendar, policy_targets::no_use_for_calendar(&other.key), label);
        fault.further.push(Label::new(other.key_span.clone(), policy_targets::what_it_promises()));
        fault.help = Some(match other.key.as_str() {
            "by" => policy_targets::no_calendar_for_deadline(),
            _ => policy_targets::no_calendar_for_exempt(),
        });
        return Hours::Fault;
    }
    let words = section::text(entry, Shape::Line, faults);
    words.and_then(|words| terms.calendars.find(&words, faults)).map_or(Hours::Fault, Hours::Of)
}

/// Reads `within`, `by` or `exempt`, of which there must be exactly one.
fn read_promise(
    section: &mut Section<'_>,
    has_calendar: bool,
    terms: &Terms<'_>,
    faults: &mut Faults<'_>,
) -> Option<Promise> {
    let given: Vec<&Entry> = section.take_all(&["within", "by", "exempt"]);
    let read: Vec<_> = given
        .iter()
        .map(|entry| {
            let words = section::filled(section::text(entry, Shape::Line, faults), &entry.key, faults)?;
            match entry.key.as_str() {
                "within" => read_within(&words, has_calendar, faults),
                "by" => read_by(&words, terms, faults),
                _ => Some(Promise::Exempt(words.text.to_owned())),
            }
        })
        .collect();
    match given.as_slice() {
        [_] => read.into_iter().next().flatten(),
        [] => {
            let label = Label::new(section.at(), policy_targets::needs_promise());
            faults.error(Code::Promise, policy_targets::promises_nothing(), label).help =
                Some(policy_targets::add_promise());
            None
        }
        [first, others @ ..] => {
            let second = others.first().unwrap_or(first);
            let message = match others {
                [.., third] if others.len() > 1 => {
                    policy_targets::promises_three(&first.key, &second.key, &third.key)
                }
                _ => policy_targets::promises_two(&first.key, &second.key),
            };
            let label = Label::new(second.key_span.clone(), policy_targets::and_this());
            let fault = faults.error(Code::Promise, message, label);
            fault.further.push(Label::new(first.key_span.clone(), policy_targets::this()));
            fault.help = Some(policy_targets::keep_one_promise());
            None
        }
    }
}

fn read_by(words: &Words<'_>, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<Promise> {
    if Stages::BUILT_IN.contains(&words.text) {
        let label = Label::new(words.span.clone(), policy_targets::a_happening());
        faults.error(Code::BadValue, policy_targets::by_happening(words.text), label).help =
            Some(policy_targets::name_deadline());
        return None;
    }
    if !section::is_name(words.text) {
        let label = Label::new(words.span.clone(), policy_names::no_name());
        faults.error(Code::BadValue, policy_names::not_a_stage(&quoted(words.text)), label).help =
            Some(policy_names::not_a_deadline());
        return None;
    }
    let Some(stage) = terms.stages.find(words.text) else {
        // Only a policy that is full up leaves a name of `by` without a stage.
        let label = Label::new(words.span.clone(), policy_names::no_room_for_stage());
        faults.error(Code::TooMany, policy_names::too_many_stages(Stages::MOST), label);
        return None;
    };
    Some(Promise::By(stage))
}

/// Warns where `by` names a stage without a column though one with nearly its name has one.
pub(super) fn warn_near(deadline: &str, words: Label, columns: &[&str], faults: &mut Faults<'_>) {
    let own = columns.iter().copied().filter(|name| !Stages::BUILT_IN.contains(name));
    if !columns.contains(&deadline)
        && let Some(near) = nearest(deadline, own)
    {
        let message = policy_targets::by_without_column(&quoted(deadline));
        faults.warning(Code::NearName, message, words).help = Some(policy_keys::did_you_mean(&quoted(near)));
    }
}
