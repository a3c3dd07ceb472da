use super::faults::Faults;
use super::section::{self, Section, Shape, wrong_type};
use super::tree::{Entry, Value};
use crate::diagnostic::{Code, Label};
use crate::domain::Quirks;
use crate::words::{policy_types, policy_values};

/// Reads the keys of `[source]` in which the exports of tools differ.
pub(super) fn read_quirks(section: &mut Section<'_>, faults: &mut Faults<'_>) -> Quirks {
    let list = section.text("list", Shape::Line, faults);
    let trailing = section.take("trailing").and_then(|entry| section::any_texts(entry, faults));
    let totals = section.take("totals").and_then(|entry| section::any_texts(entry, faults));
    Quirks {
        row_cap: section.take("row_cap").and_then(|entry| count(entry, faults)),
        list: section::filled(list, "list", faults).map(|words| words.text.to_owned()),
        trailing,
        totals,
        doubles_first_quote: section.choice("quoting", &[("standard", false), ("first-quote", true)], faults),
        guards_formulas: section.take("formula_quotes").and_then(|entry| truth(entry, faults)),
    }
}

/// A number of rows.
fn count(entry: &Entry, faults: &mut Faults<'_>) -> Option<u64> {
    let Value::Number(number) = &entry.node.value else {
        wrong_type(&section::part("row_cap"), &policy_types::rows(), &entry.node, faults);
        return None;
    };
    let count = number.replace('_', "").parse().ok().filter(|count| *count > 0);
    if count.is_none() {
        let message = policy_values::cannot_be("`row_cap`", number);
        let label = Label::new(entry.node.span.clone(), policy_values::expected_whole_number());
        faults.error(Code::BadValue, message, label);
    }
    count
}

fn truth(entry: &Entry, faults: &mut Faults<'_>) -> Option<bool> {
    if let Value::Truth(truth) = entry.node.value {
        return Some(truth);
    }
    wrong_type(&section::part("formula_quotes"), &policy_types::truth(), &entry.node, faults);
    None
}
