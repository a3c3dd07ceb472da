use std::fmt::Display;

use super::messages;
use super::suggestion::{all_quoted, did_you_mean};

messages! {
    /// A `--where` without a field.
    no_condition(option: &str):
        en "--where: `{option}` isn't FIELD=PATTERN, such as service=web-*",
        ja "--where: `{option}` は service=web-* のような FIELD=PATTERN の形ではありません";
    unknown_field(name: &str, known: &str):
        en "--where: there is no field `{name}`; the policy knows {known}",
        ja "--where: `{name}` という項目はありません。ポリシーにあるのは {known} です";
    /// `--group-by` of a report.
    unknown_key(name: &str, fields: &str):
        en "--group-by: there is no `{name}`; known are month, {fields}",
        ja "--group-by: `{name}` という項目はありません。使えるのは month, {fields} です";
    /// `--group-by` of what waits.
    unknown_waiting_key(name: &str, fields: &str):
        en "--group-by: there is no `{name}`; known are shift, {fields}",
        ja "--group-by: `{name}` という項目はありません。使えるのは shift, {fields} です";
    /// An option asks for shifts.
    no_shifts(option: &str, policy: &dyn Display):
        en "{option}: the policy `{policy}` has no shifts; add one as [shifts.NAME]",
        ja "{option}: ポリシー `{policy}` にシフトがありません。[shifts.NAME] として追加してください";
    unknown_shift(text: &str, known: &str):
        en "--shift: there is no shift `{text}`; the policy has {known}",
        ja "--shift: `{text}` というシフトはありません。ポリシーにあるのは {known} です";
    shift_like(text: &str, meant: &str):
        en "--shift: there is no shift `{text}`; {meant}",
        ja "--shift: `{text}` というシフトはありません。{meant}";
    unknown_objective(name: &str, known: &str):
        en "--objective: there is no `{name}`; the policy has {known}",
        ja "--objective: `{name}` という SLO はありません。ポリシーにあるのは {known} です";
}

/// There is no such shift, but perhaps one like it.
pub(crate) fn no_such_shift(text: &str, near: &[String], known: &[String]) -> String {
    if near.is_empty() {
        unknown_shift(text, &all_quoted(known))
    } else {
        shift_like(text, &did_you_mean(near))
    }
}
