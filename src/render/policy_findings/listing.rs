use std::fmt::Write;

use crate::assess::{Counted, Top};
use crate::render::sanitize;
use crate::render::table::shorten;

/// The most columns that a value of an export takes in a message.
const WIDEST: usize = 60;

/// A value of an export or a policy in back-ticks, on one line and not too long.
pub(super) fn quoted(value: &str) -> String {
    if value.trim().is_empty() {
        "(empty)".to_owned()
    } else {
        format!("`{}`", shorten(&sanitize(value), WIDEST))
    }
}

/// A number of things: `1 incident`, `2 incidents`.
pub(super) fn count_of(count: u64, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

/// Values with their incidents on one line: `` `A社` (340) and `Ａ社` (12) ``.
pub(super) fn in_line(values: &[Counted<String>], between: &str) -> String {
    let mut each: Vec<String> =
        values.iter().map(|one| format!("{} ({})", quoted(&one.value), one.incidents)).collect();
    let last = each.pop().unwrap_or_default();
    if each.is_empty() { last } else { format!("{} {between} {last}", each.join(", ")) }
}

/// Values below one another with their incidents, and how many there are besides.
pub(super) fn lines<T>(top: &Top<T>, shown: impl Fn(&T) -> String) -> String {
    let mut text = String::new();
    for one in &top.listed {
        // Writing to a string doesn't fail.
        let _ = writeln!(text, "{}: {}", shown(&one.value), count_of(one.incidents, "incident"));
    }
    let rest = match (top.more(), top.is_partial) {
        (0, _) => String::new(),
        (more, false) => format!("and {more} more"),
        (more, true) => format!(
            "and more than {more} more, of which the first {} in order were counted apart",
            top.values
        ),
    };
    text.push_str(&rest);
    text.truncate(text.trim_end().len());
    text
}
