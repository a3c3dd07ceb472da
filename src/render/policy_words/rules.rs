use super::change_rule::change_rule;
use super::clock_rule::clock_rule;
use super::page::Page;
use crate::domain::{Policy, Rows, SkippedStage, StageId};
use crate::words::policy_show_rules::Words;

/// How verdicts are reached.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    let words = Words::of(page.language);
    page.heading(words.how);
    for (place, rule) in rules(policy, page).iter().enumerate() {
        page.line(format!("  {:>2}. {rule}", place + 1));
    }
    let order: Vec<_> = policy
        .stages
        .iter()
        .filter(|&(id, _)| !policy.stages.is_deadline(id))
        .map(|(id, _)| page.stage(policy, id))
        .collect();
    page.heading(words.order);
    page.line(format!("  {}", order.join(" → ")));
    let deadlines: Vec<_> = policy
        .stages
        .iter()
        .filter(|&(id, _)| policy.stages.is_deadline(id))
        .map(|(id, _)| page.stage(policy, id))
        .collect();
    if !deadlines.is_empty() {
        let names = deadlines.join(words.and);
        page.line((words.deadlines)(&names));
    }
}

fn rules(policy: &Policy, page: &Page) -> [String; 12] {
    let words = Words::of(page.language);
    let zone = policy.zone.name();
    let opened = page.stage(policy, StageId::OPENED);
    let (skipped, word) = match policy.clock.skipped_stage {
        SkippedStage::Unknown => (words.skipped_unknown, "unknown"),
        SkippedStage::Miss => (words.skipped_miss, "miss"),
        SkippedStage::NextStage => (words.skipped_next_stage, "next-stage"),
    };
    let repeated = match &policy.mapping.rows {
        Rows::One => words.repeated_one,
        Rows::Events(events) if events.episodes => words.repeated_episodes,
        Rows::Events(_) => words.repeated_events,
        Rows::Pairs(_) => words.repeated_pairs,
        Rows::Snapshots { .. } => words.repeated_snapshots,
    };
    [
        clock_rule(policy, page),
        words.breached.to_owned(),
        words.not_over.to_owned(),
        (words.skipped)(&skipped, &word),
        words.uncovered.to_owned(),
        (words.first_target)(&opened),
        words.rate.to_owned(),
        (words.belongs_to)(&opened, &zone),
        (words.across_exports)(&repeated),
        change_rule(policy, page),
        words.equal_times.to_owned(),
        words.same_output.to_owned(),
    ]
}
