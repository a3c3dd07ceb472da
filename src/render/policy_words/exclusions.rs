use super::objectives::{condition, period};
use super::page::Page;
use super::sanitize;
use crate::domain::{Exclusion, ExclusionEffect, Policy};
use crate::render::time::LocalTimes;
use crate::words::policy_show_objectives::Words;

/// Time and incidents that don't count. A policy need not exclude anything.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    let words = Words::of(page.language);
    if policy.exclusions.is_empty() {
        return;
    }
    page.heading(words.exclusions);
    for (place, exclusion) in policy.exclusions.iter().enumerate() {
        let sentence = sentence(policy, exclusion, page);
        let (number, reason, line) = (place + 1, sanitize(&exclusion.reason), exclusion.line);
        page.line((words.exclusion)(&number, &sentence, &reason, &line));
    }
    if stops_clocks(policy) {
        page.line(words.stopped_clocks);
    }
}

/// Whether any exclusion stops clocks.
pub(super) fn stops_clocks(policy: &Policy) -> bool {
    policy.exclusions.iter().any(|exclusion| exclusion.effect == ExclusionEffect::StopClock)
}

fn sentence(policy: &Policy, exclusion: &Exclusion, page: &Page) -> String {
    let words = Words::of(page.language);
    let who = condition(policy, &exclusion.when, page).unwrap_or_else(|| words.every_incident.to_owned());
    let window = exclusion.window;
    match exclusion.effect {
        ExclusionEffect::Drop => {
            let when = period(policy, window.from, window.to, page);
            (words.drops)(&who, &when)
        }
        ExclusionEffect::StopClock => {
            let times = LocalTimes::new(policy.zone);
            let moment = |at| times.day_or_time(at);
            let (from, to) =
                (window.from.map(moment).unwrap_or_default(), window.to.map(moment).unwrap_or_default());
            (words.stops_clock)(&who, &from, &to)
        }
    }
}
