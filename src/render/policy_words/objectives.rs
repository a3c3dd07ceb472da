use super::calendars;
use super::page::Page;
use super::sanitize;
use crate::domain::{Condition, Instant, Language, Objective, Policy, Promise, Target};
use crate::render::time::LocalTimes;

/// What is promised, objective by objective.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    page.heading(page.pick("■ SLO", "Objectives"));
    for (place, objective) in policy.objectives.iter().enumerate() {
        if place > 0 {
            page.line("");
        }
        write_objective(policy, objective, page);
    }
}

fn write_objective(policy: &Policy, objective: &Objective, page: &mut Page) {
    let (title, id, line) = (sanitize(&objective.title), &objective.id, objective.line);
    let (from, to) = (page.stage(policy, objective.from), page.stage(policy, objective.to));
    page.line(page.pick(format!("  {title}（{id}、{line} 行目）"), format!("  {title} ({id}, line {line})")));
    page.line(page.pick(format!("    {from}から{to}まで。"), format!("    From {from} to {to}.")));
    if let Some(goal) = objective.goal {
        page.line(page.pick(
            format!("    目標率: 判定したインシデントの {goal}% 以上を、発生した暦月ごとに守る。"),
            format!("    Goal: at least {goal} % of the judged incidents of each calendar month of opened."),
        ));
    } else {
        page.line(page.pick("    目標率は定めていない。", "    No goal is set for the rate."));
    }
    if !objective.pauses {
        page.line(page.pick(
            "    一時停止があっても時計を止めない（pauses = \"ignored\"）。",
            "    Pauses don't stop this clock (pauses = \"ignored\").",
        ));
    }
    page.line(page.pick(
        "    次を上から順に見て、最初に当てはまったものを適用する。",
        "    The first of these that matches decides:",
    ));
    for (place, target) in objective.targets.iter().enumerate() {
        let sentence = sentence(policy, target, place, page);
        let (number, line) = (place + 1, target.line);
        page.line(page.pick(
            format!("      {number}. {sentence}（{line} 行目）"),
            format!("      {number}. {sentence} (line {line})"),
        ));
    }
    let covers_all =
        |target: &Target| target.when.is_everything() && target.since.is_none() && target.until.is_none();
    if !objective.targets.iter().any(covers_all) {
        page.line(page.pick(
            "      どれにも当てはまらないインシデントは「目標なし」として数え、率には含めない。",
            "      An incident that none of them matches is counted as uncovered, outside the rate.",
        ));
    }
}

/// A target in a sentence.
pub(in crate::render) fn target_sentence(
    policy: &Policy,
    target: &Target,
    place: usize,
    language: Language,
) -> String {
    sentence(policy, target, place, &Page::new(language))
}

fn sentence(policy: &Policy, target: &Target, place: usize, page: &Page) -> String {
    let who = match condition(policy, &target.when, page) {
        Some(words) => words,
        None if place == 0 => page.pick("すべてのインシデント", "every incident").to_owned(),
        None => page.pick("その他のすべてのインシデント", "every other incident").to_owned(),
    };
    let calendar = target.calendar.as_deref().map(|calendar| calendars::name(calendar, page));
    let what = match &target.promise {
        Promise::Within(span) => {
            let span = page.duration(*span);
            match calendar {
                Some(calendar) => page.pick(
                    format!("カレンダー{calendar}の時間で{span}以内"),
                    format!("within {span} of the hours of calendar {calendar}"),
                ),
                None => page.pick(format!("{span}以内"), format!("within {span}")),
            }
        }
        Promise::BusinessDays(count) => {
            let calendar = calendar.unwrap_or_default();
            let plural = if *count == 1 { "day" } else { "days" };
            page.pick(
                format!("カレンダー{calendar}の{count}営業日以内（始まりの日は数えず、{count}営業日目の時間の終わりまで）"),
                format!("within {count} business {plural} of calendar {calendar} (the day it starts not counted, to the end of the hours of the last one)"),
            )
        }
        Promise::By(stage) => {
            let stage = page.stage(policy, *stage);
            page.pick(
                format!("エクスポートに書かれた期限 {stage} まで"),
                format!("by the deadline in the export, {stage}"),
            )
        }
        Promise::Exempt(reason) => {
            let reason = sanitize(reason);
            page.pick(format!("対象外（理由: {reason}）"), format!("nothing is promised ({reason})"))
        }
    };
    let when = period(policy, target.since, target.until, page);
    format!("{who}: {what}{when}")
}

/// A condition in words; `None` where it fits every incident.
pub(super) fn condition(policy: &Policy, condition: &Condition, page: &Page) -> Option<String> {
    let clauses: Vec<String> = condition
        .clauses()
        .iter()
        .map(|(field, patterns)| {
            let name = page.field(policy.fields.name(*field));
            let values = page.any_of(patterns.iter().map(ToString::to_string));
            page.pick(format!("{name}が {values}"), format!("{name} {values}"))
        })
        .collect();
    (!clauses.is_empty()).then(|| clauses.join(page.pick("、かつ", " and ")))
}

/// When incidents were opened that something is meant for, as the end of a sentence.
pub(super) fn period(policy: &Policy, since: Option<Instant>, until: Option<Instant>, page: &Page) -> String {
    let times = LocalTimes::new(policy.zone);
    let moment = |at: Instant| times.day_or_time(at);
    match (since.map(moment), until.map(moment)) {
        (None, None) => String::new(),
        (Some(since), None) => {
            page.pick(format!("、{since} 以降に発生したもの"), format!(", opened from {since} on"))
        }
        (None, Some(until)) => {
            page.pick(format!("、{until} より前に発生したもの"), format!(", opened before {until}"))
        }
        (Some(since), Some(until)) => page.pick(
            format!("、{since} 以降 {until} より前に発生したもの"),
            format!(", opened from {since} on and before {until}"),
        ),
    }
}
