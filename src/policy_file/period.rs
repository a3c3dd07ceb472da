use super::faults::Faults;
use super::moment::moment;
use super::section::Section;
use super::terms::Terms;
use crate::diagnostic::{Code, Label};
use crate::domain::Window;
use crate::words::policy_values;

/// Reads the two ends of a period, either of which may be left out; `part` it belongs to. `None`
/// where it ends before it begins, or one of them is at fault.
pub(super) fn read_period(
    section: &mut Section<'_>,
    [from, to]: [&'static str; 2],
    part: &str,
    terms: &Terms<'_>,
    faults: &mut Faults<'_>,
) -> Option<Window> {
    let (begins, ends) = (section.take(from), section.take(to));
    let start = begins.map(|entry| moment(entry, terms.zone, faults));
    let end = ends.map(|entry| moment(entry, terms.zone, faults));
    if let (Some(begins), Some(ends), Some(Some(start)), Some(Some(end))) = (begins, ends, start, end)
        && start >= end
    {
        let message = policy_values::ends_before_it_begins(part);
        let label = Label::new(ends.node.span.clone(), policy_values::not_in_it());
        let fault = faults.error(Code::EmptyPeriod, message, label);
        fault.further.push(Label::new(begins.node.span.clone(), policy_values::begins_here()));
        fault.help = Some(policy_values::later_end(to, from));
        return None;
    }
    let sound = |end: Option<Option<_>>| end.is_none_or(|end| end.is_some());
    (sound(start) && sound(end)).then(|| Window { from: start.flatten(), to: end.flatten() })
}
