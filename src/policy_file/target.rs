use super::condition::read_condition;
use super::duration::duration;
use super::faults::Faults;
use super::moment::moment;
use super::section::{self, Section, Shape, Words};
use super::terms::Terms;
use super::tree::{Entry, Node};
use super::wording::{nearest, quoted};
use crate::diagnostic::{Code, Label};
use crate::domain::{Condition, Promise, Stages, Target};

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
    let promise = read_promise(&mut section, terms, faults);
    let since = section.take("since");
    let until = section.take("until");
    section.refuse(
        "calendar",
        "leave it out; this target's clock then runs 24 hours a day, on every day",
        faults,
    );
    section.close(faults);
    let starts = since.map(|entry| moment(entry, terms.zone, faults));
    let ends = until.map(|entry| moment(entry, terms.zone, faults));
    if let (Some((since, Some(Some(start)))), Some((until, Some(Some(end))))) =
        (since.map(|entry| (entry, starts)), until.map(|entry| (entry, ends)))
        && start >= end
    {
        let fault = faults.error(
            Code::EmptyPeriod,
            "the target ends before it begins, so that it is for no incident",
            Label::new(until.node.span.clone(), "not in it any more from here on"),
        );
        fault.further.push(Label::new(since.node.span.clone(), "begins here"));
        fault.help =
            Some("`until` must be later than `since`; its day is the first one not meant".to_owned());
        return None;
    }
    Some(Target {
        when: when?,
        since: starts.flatten(),
        until: ends.flatten(),
        promise: promise?,
        calendar: None,
        line: terms.line(node.span.start),
    })
}

/// Reads `within`, `by` or `exempt`, of which there must be exactly one.
fn read_promise(section: &mut Section<'_>, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<Promise> {
    let given: Vec<&Entry> = ["within", "by", "exempt"].iter().filter_map(|key| section.take(key)).collect();
    let read: Vec<_> = given
        .iter()
        .map(|entry| {
            let words = section::filled(section::text(entry, Shape::Line, faults), &entry.key, faults)?;
            match entry.key.as_str() {
                "within" => duration(&words, "within", faults).map(Promise::Within),
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
