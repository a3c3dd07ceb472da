use super::objectives::condition;
use super::page::Page;
use super::sanitize;
use crate::domain::{Fix, Policy};
use crate::words::policy_show_people::Words;

/// Causes, teams, requests and the ledger.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    let words = Words::of(page.language);
    write_causes(policy, page);
    write_teams(policy, page);
    page.heading(words.requests);
    let drafts = beside(policy, &policy.escalation.drafts);
    page.line((words.drafts)(&drafts));
    if let Some(span) = policy.escalation.reply_within {
        let span = page.duration(span);
        page.line((words.reply_within)(&span));
    }
    if let Some(template) = &policy.escalation.template {
        let template = beside(policy, template);
        page.line((words.template)(&template));
    }
    let ledger = policy.ledger.as_deref().unwrap_or_else(|| "slo-ledger.jsonl".as_ref());
    let ledger = beside(policy, ledger);
    page.line((words.ledger)(&ledger));
}

/// A path that the policy gives, from where the policy itself was found.
fn beside(policy: &Policy, path: &std::path::Path) -> String {
    sanitize(&policy.path.with_file_name(path).to_string_lossy()).into_owned()
}

fn write_causes(policy: &Policy, page: &mut Page) {
    let words = Words::of(page.language);
    page.heading(words.causes);
    if policy.causes.is_empty() {
        page.line(words.none);
    }
    for cause in &policy.causes {
        let (id, title) = (&cause.id, sanitize(&cause.title));
        let fix = match cause.fix {
            Fix::Required => words.required,
            Fix::NotRequired => words.not_required,
            Fix::Review => words.review,
        };
        page.line((words.cause)(&title, &id, &fix));
        if let Some(improvement) = &cause.improvement {
            for line in improvement.lines().filter(|line| !line.trim().is_empty()) {
                let line = sanitize(line);
                page.line((words.improvement)(&line));
            }
        }
        if let Some(owner) = &cause.owner {
            page.line((words.owner)(&sanitize(owner)));
        }
    }
}

fn write_teams(policy: &Policy, page: &mut Page) {
    let words = Words::of(page.language);
    page.heading(words.teams);
    if policy.teams.is_empty() {
        page.line(words.none);
    }
    for (place, team) in policy.teams.iter().enumerate() {
        let (number, id, title) = (place + 1, &team.id, sanitize(&team.title));
        let when = condition(policy, &team.when, page).unwrap_or_else(|| words.every_incident.to_owned());
        let contact = team.contact.as_deref().map(sanitize);
        let contact = contact.map(|contact| (words.contact)(&contact));
        let contact = contact.unwrap_or_default();
        page.line((words.team)(&number, &title, &id, &when, &contact));
    }
}
