//! The policy in words: what it promises, how it decides and where it finds things.

mod calendars;
mod change_rule;
mod clock_rule;
mod exclusions;
mod objectives;
mod page;
mod pauses;
mod people;
mod rules;
mod shifts;
mod source;

use page::Page;

pub(super) use objectives::target_sentence;

use super::sanitize;
use crate::domain::{Language, Policy};
use crate::words::policy_show_page::Words;

/// Says what a policy means, in sentences for whoever has to agree to it.
#[must_use]
pub fn policy_words(policy: &Policy, language: Language) -> String {
    let mut page = Page::new(language);
    head(policy, &mut page);
    objectives::write(policy, &mut page);
    calendars::write(policy, &mut page);
    exclusions::write(policy, &mut page);
    pauses::write(policy, &mut page);
    rules::write(policy, &mut page);
    source::write(policy, &mut page);
    shifts::write(policy, &mut page);
    people::write(policy, &mut page);
    page.finish()
}

fn head(policy: &Policy, page: &mut Page) {
    let words = Words::of(page.language);
    let name = sanitize(&policy.name);
    let path = policy.path.to_string_lossy();
    let path = sanitize(&path);
    let zone = policy.zone.name();
    page.line((words.title)(&name));
    page.line((words.file)(&path, &policy.sha256));
    page.line((words.zone)(&zone));
    page.line((words.fiscal_years)(policy.fiscal_start.month()));
    if let Some(language) = policy.language {
        let named = match language {
            Language::Japanese => words.japanese,
            Language::English => words.english,
        };
        page.line((words.language)(&named));
    }
}

#[cfg(test)]
mod clock_tests;
#[cfg(test)]
mod tests;
