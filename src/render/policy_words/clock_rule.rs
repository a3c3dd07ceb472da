use super::exclusions::stops_clocks;
use super::page::Page;
use super::pauses;
use crate::domain::{Policy, Promise};
use crate::words::policy_show_rules::Words;

/// What time is counted, as far as the policy has what can change it.
pub(super) fn clock_rule(policy: &Policy, page: &Page) -> String {
    let words = Words::of(page.language);
    let targets = || policy.objectives.iter().flat_map(|objective| &objective.targets);
    let has_hours = targets().any(|target| target.calendar.is_some());
    let is_unbound =
        targets().any(|target| target.calendar.is_none() && matches!(target.promise, Promise::Within(_)));
    let pauses = pauses::are_told(policy);
    let exclusions = stops_clocks(policy);
    let mut said = Vec::new();
    said.push(if has_hours { words.in_hours } else { words.day_and_night });
    if has_hours && is_unbound {
        said.push(words.without_calendar);
    }
    match (pauses, exclusions) {
        (true, true) => said.push(words.pauses_and_exclusions),
        (true, false) => said.push(words.pauses_taken_off),
        (false, true) => said.push(words.exclusions_taken_off),
        (false, false) => {}
    }
    if has_hours {
        said.push(words.closed_time);
    }
    let is_agreed = targets().any(|target| matches!(target.promise, Promise::By(_)));
    if is_agreed && (has_hours || pauses || exclusions) {
        said.push(words.fixed_deadline);
    }
    said.push(words.not_rounded);
    (words.sentences)(&said)
}
