use super::faults::Faults;
use super::section::{self, Section, Shape, wrong_type};
use super::tree::{Entry, Value};
use crate::diagnostic::{Code, Label};
use crate::domain::Quirks;

/// Reads the keys of `[source]` in which the exports of tools differ.
pub(super) fn read_quirks(section: &mut Section<'_>, faults: &mut Faults<'_>) -> Quirks {
    let list = section.text("list", Shape::Line, faults);
    let trailing = section.take("trailing").and_then(|entry| section::columns(entry, faults));
    let totals = section.take("totals").and_then(|entry| section::texts(entry, Shape::Line, faults));
    Quirks {
        row_cap: section.take("row_cap").and_then(|entry| count(entry, faults)),
        list: section::filled(list, "list", faults).map(|words| words.text.to_owned()),
        trailing: trailing.unwrap_or_default().iter().map(|words| words.text.to_owned()).collect(),
        totals: totals.unwrap_or_default().iter().map(|words| words.text.to_owned()).collect(),
        doubles_first_quote: section
            .choice("quoting", &[("standard", false), ("first-quote", true)], faults)
            .unwrap_or_default(),
        guards_formulas: section.take("formula_quotes").is_some_and(|entry| truth(entry, faults)),
    }
}

/// A number of rows.
fn count(entry: &Entry, faults: &mut Faults<'_>) -> Option<u64> {
    let Value::Number(number) = &entry.node.value else {
        wrong_type("`row_cap`", "a number of rows", &entry.node, faults);
        return None;
    };
    let count = number.replace('_', "").parse().ok().filter(|count| *count > 0);
    if count.is_none() {
        let message = format!("`row_cap` can't be {number}");
        let label = Label::new(entry.node.span.clone(), "expected a whole number above 0");
        faults.error(Code::BadValue, message, label);
    }
    count
}

fn truth(entry: &Entry, faults: &mut Faults<'_>) -> bool {
    if let Value::Truth(truth) = entry.node.value {
        return truth;
    }
    wrong_type("`formula_quotes`", "true or false", &entry.node, faults);
    false
}
