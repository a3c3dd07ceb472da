//! How messages show what stands in the file, and guess what was meant.

use strsim::{jaro_winkler, osa_distance};

use crate::words::policy_keys;

/// The most characters of the file's text that a message repeats.
const SHOWN: usize = 60;

/// A text of the file in back-ticks: control characters escaped, long ones cut.
pub(super) fn quoted(text: &str) -> String {
    let mut shown = String::from("`");
    for (count, char) in text.chars().enumerate() {
        if count == SHOWN {
            shown.push('…');
            break;
        }
        if char.is_control() {
            shown.extend(char.escape_default());
        } else {
            shown.push(char);
        }
    }
    shown.push('`');
    shown
}

/// A text from elsewhere, its control characters escaped.
pub(super) fn plain(text: &str) -> String {
    let escaped =
        |char: char| if char.is_control() { char.escape_default().collect() } else { String::from(char) };
    text.chars().map(escaped).collect()
}

/// Names in back-ticks, as a list: `` `a`, `b` or `c` ``.
pub(super) fn any_of<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    policy_keys::any_of(names.into_iter().map(quoted).collect())
}

/// The name that was probably meant, if one is near enough.
pub(super) fn nearest<'a>(meant: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let meant = meant.to_lowercase();
    let allowed = 1 + meant.chars().count() / 4;
    names
        .into_iter()
        .filter_map(|name| {
            let lower = name.to_lowercase();
            let distance = osa_distance(&meant, &lower);
            let near = distance <= allowed.min(lower.chars().count().saturating_sub(1))
                || (meant.chars().count() > 2 && jaro_winkler(&meant, &lower) >= 0.9);
            near.then_some((distance, name))
        })
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// "did you mean …?" where a name is near, otherwise all the names there are.
pub(super) fn hint(meant: &str, names: &[&str]) -> String {
    match nearest(meant, names.iter().copied()) {
        Some(name) => policy_keys::did_you_mean(&quoted(name)),
        None => policy_keys::known_here(&any_of(names.iter().copied())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let keys = ["within", "when", "by", "exempt", "since", "until"];
        assert_eq!(nearest("witihn", keys), Some("within"));
        assert_eq!(nearest("Within", keys), Some("within"));
        assert_eq!(nearest("calendar", keys), None);
        assert_eq!(nearest("x", keys), None);
        assert_eq!(hint("zzz", &["a", "b"]), "known here: `a` or `b`");
    }

    #[test]
    fn texts_of_the_file_are_shown_without_control_characters() {
        assert_eq!(quoted("a\u{1b}[31mb\n"), "`a\\u{1b}[31mb\\n`");
        assert!(quoted(&"長".repeat(500)).chars().count() < 70);
    }
}
