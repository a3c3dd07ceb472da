//! Whatever a file holds, reading it ends with a policy or with faults that can be shown.

use std::path::Path;

use proptest::prelude::*;

use super::sample::{EVERY_CLOCK, no_files};
use super::tests::FULL;
use super::{read_policy, template};
use crate::domain::Language;

/// Reads a text as both formats; every fault must point into it.
fn check(text: &str) {
    for path in ["slo.toml", "slo.json"] {
        let faults = match read_policy(Path::new(path), text, String::new(), &no_files) {
            Ok((_, warnings)) => warnings,
            Err(faults) => {
                assert!(!faults.is_empty());
                faults
            }
        };
        for fault in &faults {
            for label in std::iter::once(&fault.primary).chain(&fault.further) {
                assert!(label.span.start <= label.span.end && label.span.end <= text.len(), "{fault:?}");
                assert!(text.is_char_boundary(label.span.start), "{fault:?}");
            }
            assert!(!fault.message.chars().any(char::is_control), "{fault:?}");
            assert!(!fault.message.ends_with('.'), "{fault:?}");
        }
    }
}

/// Fragments that mean something in a policy.
const FRAGMENTS: &[&str] = &[
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    "=",
    ",",
    ".",
    "\n",
    "\\",
    "\u{0}",
    "\u{1b}",
    "全",
    "\u{feff}",
    "#",
    "targets",
    "from",
    "\"opened\"",
    "\"0m\"",
    "9999999999999999999999",
    "2026-02-30",
    "[objectives]",
    "[[objectives]]",
    "by = \"due\"",
    "true",
    "null",
    "-",
    "1e999",
    "\"\"\"",
    "when",
    "{}",
    "[]",
    "\"due\"",
    "calendar",
    "\"*\"",
    "\"%\"",
    "\"2d\"",
    "\"3bd\"",
    "sat-mon",
    "\"22:00-06:00\"",
    "\"02-30\"",
    "[calendars]",
    "[[exclusions]]",
];

proptest! {
    #[test]
    fn a_torn_policy_never_panics(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..40_usize, prop::sample::select(FRAGMENTS)), 1..6)
    ) {
        let mut text = format!("{FULL}{EVERY_CLOCK}");
        for (at, cut, fragment) in edits {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.ceil_char_boundary((start + cut).min(text.len()));
            text.replace_range(start..end, fragment);
        }
        check(&text);
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        check(&text);
    }
}

#[test]
fn every_beginning_of_a_policy_is_read_or_refused() {
    let text = template(Language::English);
    for end in (0..text.len()).step_by(7) {
        check(&text[..text.floor_char_boundary(end)]);
    }
    check(&"[".repeat(100_000));
    check(&format!("a = {}", "[".repeat(100_000)));
    check(&"{\"a\":".repeat(100_000));
    check(&format!("{}a = 1", "a.".repeat(100_000)));
}
