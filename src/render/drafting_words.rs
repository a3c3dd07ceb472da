//! What `slo escalate --draft` says beside what it writes.

use std::path::Path;

use super::request_words::status_word;
use super::sanitize;
use crate::domain::{Language, RequestStatus};
use crate::words::drafting::Words;

/// That a file tells of it already, and it is only recorded.
#[must_use]
pub fn draft_kept(path: &Path, language: Language) -> String {
    (Words::of(language).kept)(&path.display())
}

/// That a request that was chosen by name is declined or done.
#[must_use]
pub fn request_is_over(request: &str, status: RequestStatus, language: Language) -> String {
    (Words::of(language).is_over)(&sanitize(request), status_word(status, language))
}

/// That no breach of an open request is left.
#[must_use]
pub fn no_breach_left(request: &str, language: Language) -> String {
    (Words::of(language).no_breach_left)(&sanitize(request))
}

/// That the draft of an open request was not there any more.
#[must_use]
pub fn draft_was_gone(path: &Path, language: Language) -> String {
    (Words::of(language).was_gone)(&path.display())
}

/// That a draft which nobody edited was made anew with these incidents.
#[must_use]
pub fn draft_made_anew(path: &Path, incidents: &str, language: Language) -> String {
    let words = Words::of(language);
    let path = path.display();
    if incidents.is_empty() {
        (words.made_anew)(&path)
    } else {
        (words.made_anew_with)(&path, &sanitize(incidents))
    }
}

/// That these incidents were added to a draft that somebody edited.
#[must_use]
pub fn draft_added_to(path: &Path, incidents: &str, language: Language) -> String {
    (Words::of(language).added_to)(&path.display(), &sanitize(incidents))
}

/// That these incidents were written beside a draft that was sent, or can't be added to.
#[must_use]
pub fn draft_beside(request: &str, path: &Path, incidents: &str, language: Language) -> String {
    (Words::of(language).beside)(&sanitize(request), &path.display(), &sanitize(incidents))
}

/// That nothing came of an open request since it was written.
#[must_use]
pub fn nothing_came(request: &str, language: Language) -> String {
    (Words::of(language).nothing_came)(&sanitize(request))
}

/// That no team answers for these incidents.
#[must_use]
pub fn without_team(incidents: &str, language: Language) -> String {
    (Words::of(language).without_team)(&sanitize(incidents))
}

/// That so many problems have fewer incidents than were asked for.
#[must_use]
pub fn fewer_incidents(problems: usize, language: Language) -> String {
    (Words::of(language).fewer_incidents)(problems)
}

/// That there is nothing new to ask for, in all or in what was chosen.
#[must_use]
pub fn no_request(everything: bool, language: Language) -> String {
    let words = Words::of(language);
    if everything { words.no_request } else { words.no_request_chosen }.to_owned()
}
