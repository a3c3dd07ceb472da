use crate::assess::{Counted, Top};
use crate::render::sanitize;
use crate::render::table::shorten;
use crate::words::finding_lists;

/// The most columns that a value of an export takes in a message.
const WIDEST: usize = 60;

/// A value of an export or a policy in back-ticks, on one line and not too long.
pub(super) fn quoted(value: &str) -> String {
    if value.trim().is_empty() {
        finding_lists::empty()
    } else {
        format!("`{}`", shorten(&sanitize(value), WIDEST))
    }
}

/// Values, each with its incidents: `` `A社` (340) ``.
pub(super) fn counted(values: &[Counted<String>]) -> Vec<String> {
    values.iter().map(|one| finding_lists::counted(&quoted(&one.value), one.incidents)).collect()
}

/// Values below one another with their incidents, and how many there are besides.
pub(super) fn lines<T>(top: &Top<T>, shown: impl Fn(&T) -> String) -> String {
    let mut lines: Vec<String> =
        top.listed.iter().map(|one| finding_lists::line(&shown(&one.value), one.incidents)).collect();
    match (top.more(), top.is_partial) {
        (0, _) => {}
        (more, false) => lines.push(finding_lists::and_more(more)),
        (more, true) => lines.push(finding_lists::and_uncounted(more, top.values)),
    }
    lines.join("\n")
}
