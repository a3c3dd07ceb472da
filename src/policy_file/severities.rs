use std::ops::Range;

use super::faults::Faults;
use super::section::{self, Section, Shape, wrong_type};
use super::tree::{Entry, Value};
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{Severity, SeverityScale, normal};
use crate::words::{policy_conditions, policy_keys, policy_parts, policy_types};

/// Reads `severities`: the scale, most severe first.
pub(super) fn read_severities(entry: &Entry, faults: &mut Faults<'_>) -> SeverityScale {
    let Value::List(items) = &entry.node.value else {
        let expected = policy_types::list_like("[{ name = \"critical\", values = [\"P1\"] }]");
        wrong_type(&section::part("severities"), &expected, &entry.node, faults);
        return SeverityScale::default();
    };
    if items.is_empty() {
        let label = Label::new(entry.node.span.clone(), policy_keys::nothing_in_it());
        faults.error(Code::Empty, policy_keys::empty_list("`severities`"), label).help =
            Some(policy_conditions::leave_severities_out());
    }
    let mut levels: Vec<Severity> = Vec::new();
    let mut taken: Vec<Taken> = Vec::new();
    for item in items {
        let Some(mut section) = Section::open(policy_parts::severity(), item.span.clone(), item, faults)
        else {
            continue;
        };
        let name = section
            .require("name", "name = \"critical\"", faults)
            .and_then(|entry| section::filled(section::text(entry, Shape::Line, faults), "name", faults));
        let values = section
            .take("values")
            .and_then(|entry| section::texts(entry, Shape::Line, faults))
            .unwrap_or_default();
        section.close(faults);
        let level = levels.len();
        for words in name.iter().chain(&values) {
            claim(&mut taken, level, words, faults);
        }
        levels.push(Severity {
            name: name.map(|words| words.text.to_owned()).unwrap_or_default(),
            values: values.iter().map(|words| words.text.to_owned()).collect(),
        });
    }
    SeverityScale::new(levels)
}

/// A name or value, and the severity that has it.
struct Taken {
    key: String,
    level: usize,
    span: Range<usize>,
}

fn claim(taken: &mut Vec<Taken>, level: usize, words: &section::Words<'_>, faults: &mut Faults<'_>) {
    let key = normal(words.text).into_owned();
    if let Some(other) = taken.iter().find(|other| other.key == key) {
        // A severity may list its own name among its values.
        if other.level != level {
            let first = Label::new(other.span.clone(), policy_conditions::is_this_severity());
            let second = Label::new(words.span.clone(), policy_conditions::and_this_severity());
            let message = policy_conditions::two_severities(&quoted(words.text));
            let fault = faults.error(Code::DuplicateSeverity, message, second);
            fault.further.push(first);
            fault.help = Some(policy_conditions::keep_in_one());
        }
        return;
    }
    taken.push(Taken { key, level, span: words.span.clone() });
}
