use crate::assess::Newer;
use crate::domain::Language;
use crate::words::newer_than_as_of::Words;

/// That something is left out, since it came after the instant that counts as now; `None` where
/// nothing is.
#[must_use]
pub fn newer_than_as_of(newer: Newer, language: Language) -> Option<String> {
    let words = Words::of(language);
    let Newer { breaches, requests } = newer;
    let parts: Vec<String> = [(breaches, words.breaches), (requests, words.requests)]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, say)| say(number))
        .collect();
    (!parts.is_empty()).then(|| (words.left_out)(&parts.join(words.and), breaches + requests))
}
