use super::objectives::{condition, period};
use super::page::Page;
use super::sanitize;
use crate::domain::{Exclusion, ExclusionEffect, Policy};
use crate::render::time::LocalTimes;

/// Time and incidents that don't count. A policy need not exclude anything.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    if policy.exclusions.is_empty() {
        return;
    }
    page.heading(page.pick("■ 除外", "Exclusions"));
    for (place, exclusion) in policy.exclusions.iter().enumerate() {
        let sentence = sentence(policy, exclusion, page);
        let (number, reason, line) = (place + 1, sanitize(&exclusion.reason), exclusion.line);
        page.line(page.pick(
            format!("  {number}. {sentence}（理由: {reason}）（{line} 行目）"),
            format!("  {number}. {sentence} ({reason}) (line {line})"),
        ));
    }
    if stops_clocks(policy) {
        page.line(page.pick(
            "  時計を止める除外は、始まりの時点を含み、終わりの時点を含まない。重なる時間は一度だけ差し引く。",
            "  A clock that an exclusion stops stands still from its beginning on, and runs again at its end. Where exclusions overlap, the time is taken off once.",
        ));
    }
}

/// Whether any exclusion stops clocks.
pub(super) fn stops_clocks(policy: &Policy) -> bool {
    policy.exclusions.iter().any(|exclusion| exclusion.effect == ExclusionEffect::StopClock)
}

fn sentence(policy: &Policy, exclusion: &Exclusion, page: &Page) -> String {
    let who = condition(policy, &exclusion.when, page)
        .unwrap_or_else(|| page.pick("すべてのインシデント", "every incident").to_owned());
    let window = exclusion.window;
    match exclusion.effect {
        ExclusionEffect::Drop => {
            let when = period(policy, window.from, window.to, page);
            page.pick(
                format!("{who}{when}: 判定せず、対象外として数える"),
                format!("{who}{when}: gets no verdict and is counted as excluded"),
            )
        }
        ExclusionEffect::StopClock => {
            let times = LocalTimes::new(policy.zone);
            let moment = |at| times.day_or_time(at);
            let (from, to) =
                (window.from.map(moment).unwrap_or_default(), window.to.map(moment).unwrap_or_default());
            page.pick(
                format!("{who}: {from} から {to} まで時計を止める"),
                format!("{who}: the clock stands still from {from} to {to}"),
            )
        }
    }
}
