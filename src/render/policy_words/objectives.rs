use super::calendars;
use super::page::Page;
use super::sanitize;
use crate::domain::{Condition, Instant, Language, Objective, Policy, Promise, Target};
use crate::render::time::LocalTimes;
use crate::words::policy_show_objectives::Words;

/// What is promised, objective by objective.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    let words = Words::of(page.language);
    page.heading(words.objectives);
    for (place, objective) in policy.objectives.iter().enumerate() {
        if place > 0 {
            page.line("");
        }
        write_objective(policy, objective, page);
    }
}

fn write_objective(policy: &Policy, objective: &Objective, page: &mut Page) {
    let words = Words::of(page.language);
    let (title, id, line) = (sanitize(&objective.title), &objective.id, objective.line);
    let (from, to) = (page.stage(policy, objective.from), page.stage(policy, objective.to));
    page.line((words.objective)(&title, &id, &line));
    page.line((words.from_to)(&from, &to));
    if let Some(goal) = objective.goal {
        page.line((words.goal)(&goal));
    } else {
        page.line(words.no_goal);
    }
    if !objective.pauses {
        page.line(words.pauses_ignored);
    }
    page.line(words.first_match);
    for (place, target) in objective.targets.iter().enumerate() {
        let sentence = sentence(policy, target, place, page);
        let (number, line) = (place + 1, target.line);
        page.line((words.numbered)(&number, &sentence, &line));
    }
    let covers_all =
        |target: &Target| target.when.is_everything() && target.since.is_none() && target.until.is_none();
    if !objective.targets.iter().any(covers_all) {
        page.line(words.uncovered);
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
    let words = Words::of(page.language);
    let who = match condition(policy, &target.when, page) {
        Some(told) => told,
        None if place == 0 => words.every_incident.to_owned(),
        None => words.every_other_incident.to_owned(),
    };
    let calendar = target.calendar.as_deref().map(|calendar| calendars::name(calendar, page));
    let what = match &target.promise {
        Promise::Within(span) => {
            let span = page.duration(*span);
            match calendar {
                Some(calendar) => (words.within_hours)(&span, &calendar),
                None => (words.within)(&span),
            }
        }
        Promise::BusinessDays(count) => {
            let calendar = calendar.unwrap_or_default();
            (words.business_days)(*count, &calendar)
        }
        Promise::By(stage) => {
            let stage = page.stage(policy, *stage);
            (words.deadline)(&stage)
        }
        Promise::Exempt(reason) => {
            let reason = sanitize(reason);
            (words.exempt)(&reason)
        }
    };
    let when = period(policy, target.since, target.until, page);
    format!("{who}: {what}{when}")
}

/// A condition in words; `None` where it fits every incident.
pub(super) fn condition(policy: &Policy, condition: &Condition, page: &Page) -> Option<String> {
    let words = Words::of(page.language);
    let clauses: Vec<String> = condition
        .clauses()
        .iter()
        .map(|(field, patterns)| {
            let name = page.field(policy.fields.name(*field));
            let values = page.any_of(patterns.iter().map(ToString::to_string));
            (words.clause)(&name, &values)
        })
        .collect();
    (!clauses.is_empty()).then(|| clauses.join(words.and))
}

/// When incidents were opened that something is meant for, as the end of a sentence.
pub(super) fn period(policy: &Policy, since: Option<Instant>, until: Option<Instant>, page: &Page) -> String {
    let words = Words::of(page.language);
    let times = LocalTimes::new(policy.zone);
    let moment = |at: Instant| times.day_or_time(at);
    match (since.map(moment), until.map(moment)) {
        (None, None) => String::new(),
        (Some(since), None) => (words.opened_from)(&since),
        (None, Some(until)) => (words.opened_before)(&until),
        (Some(since), Some(until)) => (words.opened_between)(&since, &until),
    }
}
