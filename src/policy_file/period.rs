use super::faults::Faults;
use super::moment::moment;
use super::section::Section;
use super::terms::Terms;
use crate::diagnostic::{Code, Label};
use crate::domain::Window;

/// Reads the two ends of a period, either of which may be left out; `what` it belongs to. `None`
/// where it ends before it begins, or one of them is at fault.
pub(super) fn read_period(
    section: &mut Section<'_>,
    [from, to]: [&'static str; 2],
    what: &str,
    terms: &Terms<'_>,
    faults: &mut Faults<'_>,
) -> Option<Window> {
    let (begins, ends) = (section.take(from), section.take(to));
    let start = begins.map(|entry| moment(entry, terms.zone, faults));
    let end = ends.map(|entry| moment(entry, terms.zone, faults));
    if let (Some(begins), Some(ends), Some(Some(start)), Some(Some(end))) = (begins, ends, start, end)
        && start >= end
    {
        let message = format!("{what} ends before it begins");
        let label = Label::new(ends.node.span.clone(), "not in it any more from here on");
        let fault = faults.error(Code::EmptyPeriod, message, label);
        fault.further.push(Label::new(begins.node.span.clone(), "begins here"));
        fault.help =
            Some(format!("`{to}` must be later than `{from}`; a day there is the first one not meant"));
        return None;
    }
    let sound = |end: Option<Option<_>>| end.is_none_or(|end| end.is_some());
    (sound(start) && sound(end)).then(|| Window { from: start.flatten(), to: end.flatten() })
}
