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

/// Reads one target, the `place`th from 0. `None` where it is at fault.
pub(super) fn read_target(
    node: &Node,
    place: usize,
    terms: &Terms<'_>,
    faults: &mut Faults<'_>,
) -> Option<Target> {
    let mut section = Section::open(format!("target {}", place + 1), node.span.clone(), node, faults)?;
    let when = match section.take("when") {
        Some(entry) => read_condition(entry, terms, faults),
        None => Some(Condition::default()),
    };
    let calendar = read_calendar(&mut section, terms, faults);
    let promise = read_promise(&mut section, !matches!(calendar, Hours::All), terms, faults);
    let period = read_period(&mut section, ["since", "until"], "the target", terms, faults);
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
        let message = format!("a target with `{}` has no use for a calendar", other.key);
        let fault =
            faults.error(Code::Calendar, message, Label::new(entry.key_span.clone(), "moves nothing"));
        fault.further.push(Label::new(other.key_span.clone(), "as this is what it promises"));
        let why = match other.key.as_str() {
            "by" => "a deadline that stands in the export isn't moved by hours",
            _ => "nothing is measured where nothing is promised",
        };
        fault.help = Some(format!("leave `calendar` out: {why}"));
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
            faults
                .error(
                    Code::Promise,
                    "the target promises nothing",
                    Label::new(section.at(), "needs `within`, `by` or `exempt`"),
                )
                .help = Some("add `within = \"30m\"`, `by = \"due\"` or `exempt = \"<reason>\"`".to_owned());
            None
        }
        [first, others @ ..] => {
            let keys: Vec<_> = given.iter().map(|entry| format!("`{}`", entry.key)).collect();
            let message = format!("the target promises {} at once", keys.join(" and "));
            let second = others.first().unwrap_or(first);
            let fault = faults.error(Code::Promise, message, Label::new(second.key_span.clone(), "and this"));
            fault.further.push(Label::new(first.key_span.clone(), "this"));
            fault.help = Some("keep one of them; the first target that matches decides".to_owned());
            None
        }
    }
}

fn read_by(words: &Words<'_>, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<Promise> {
    if Stages::BUILT_IN.contains(&words.text) {
        let message = format!("`by` can't be `{}`, which is a happening and no promised time", words.text);
        faults.error(Code::BadValue, message, Label::new(words.span.clone(), "a happening")).help =
            Some("name the column of the deadline in [source.stages], such as `due = \"<column>\"`, and write `by = \"due\"`".to_owned());
        return None;
    }
    if !section::is_name(words.text) {
        let message = format!("{} can't be the name of a stage", quoted(words.text));
        faults.error(Code::BadValue, message, Label::new(words.span.clone(), "not a name")).help =
            Some("names have letters, digits, `-` and `_`; the column belongs in [source.stages]".to_owned());
        return None;
    }
    let Some(stage) = terms.stages.find(words.text) else {
        // Only a policy that is full up leaves a name of `by` without a stage.
        let message = format!("more than {} stages", Stages::MOST);
        faults.error(Code::TooMany, message, Label::new(words.span.clone(), "no room for this stage"));
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
        let message = format!("`by` names {}, which has no column in [source.stages]", quoted(deadline));
        faults.warning(Code::NearName, message, words).help = Some(format!("did you mean `{near}`?"));
    }
}
