use std::ops::Range;

use super::Surroundings;
use super::holiday_days::{Trouble, holiday_days};
use super::holiday_table::read_table;
use crate::diagnostic::{Code, Label};
use crate::domain::{HolidayDays, HolidaySource, Holidays};
use crate::policy_file::faults::Faults;
use crate::policy_file::section::{Shape, Words, text_node, wrong_type};
use crate::policy_file::tree::{Entry, Node, Value};
use crate::policy_file::wording::{nearest, quoted};

/// Reads `holidays`. `None` where a source is at fault.
pub(super) fn read_holidays(
    entry: &Entry,
    around: Surroundings<'_>,
    faults: &mut Faults<'_>,
) -> Option<Holidays> {
    let nodes = match &entry.node.value {
        Value::List(nodes) if nodes.is_empty() => {
            let label = Label::new(entry.node.span.clone(), "nothing in it");
            faults.error(Code::Empty, "`holidays` is an empty list", label).help =
                Some("leave `holidays` out where every day has its hours".to_owned());
            return None;
        }
        Value::List(nodes) => nodes.as_slice(),
        Value::Text(_) | Value::Moment(_) => std::slice::from_ref(&entry.node),
        _ => {
            let expected = "a text or a list of texts, such as [\"japan\", \"12-29/01-03\"]";
            wrong_type("`holidays`", expected, &entry.node, faults);
            return None;
        }
    };
    let read: Vec<_> = nodes.iter().map(|node| read_source(node, around, faults)).collect();
    read.into_iter().collect::<Option<Vec<_>>>().map(Holidays::new)
}

fn read_source(node: &Node, around: Surroundings<'_>, faults: &mut Faults<'_>) -> Option<HolidaySource> {
    let words = match &node.value {
        Value::Moment(text) => Words { text, span: node.span.clone() },
        _ => text_node("each of `holidays`", node, Shape::Line, faults)?,
    };
    let text = words.text.trim();
    let source = |days| Some(HolidaySource { name: text.to_owned(), days, sha256: None });
    if text == "japan" {
        return source(HolidayDays::Japan);
    }
    match holiday_days(text) {
        Some(Ok(days)) => return source(days),
        Some(Err(trouble)) => {
            refuse_days(text, words.span, trouble, faults);
            return None;
        }
        None => {}
    }
    if is_file(text) {
        return read_table(&Words { text, span: words.span }, around, faults);
    }
    let message = format!("{} are no holidays known here", quoted(text));
    let label = Label::new(words.span, "not `japan`, not a file and not a day");
    faults.error(Code::BadValue, message, label).help = Some(match nearest(text, ["japan"]) {
        Some(name) => format!("did you mean `{name}`?"),
        None => "write `japan`, a file such as `company.ics` or `holidays/2026.csv`, or days: `2026-12-29`, \
                 `2026-12-29/2027-01-03`, every year `12-29/01-03`"
            .to_owned(),
    });
    None
}

fn is_file(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let ends = |ending: &str| lower.strip_suffix(ending).is_some_and(|name| !name.is_empty());
    ends(".csv") || ends(".ics") || text.contains('/')
}

fn refuse_days(text: &str, span: Range<usize>, trouble: Trouble, faults: &mut Faults<'_>) {
    let (label, help) = match trouble {
        Trouble::Shape => (
            "not a day",
            "write `2026-12-29`, or `2026-12-29/2027-01-03` for days on end; every year `12-29` or `12-29/01-03`",
        ),
        Trouble::NoSuchDay => ("no such day", "write the month and a day that it has, such as `02-28`"),
        Trouble::Backwards => ("ends before it begins", "write the first day first"),
    };
    let message = format!("`holidays` can't have {} in it", quoted(text));
    faults.error(Code::BadValue, message, Label::new(span, label)).help = Some(help.to_owned());
}
