use crate::domain::{Language, NextStep, Owner, RequestStatus};
use crate::words::requests::Words;

/// What people call how far a request got.
pub(super) const fn status_word(status: RequestStatus, language: Language) -> &'static str {
    Words::of(language).status(status)
}

/// What is to come next of a request.
pub(super) const fn next_word(next: NextStep, language: Language) -> &'static str {
    Words::of(language).next_step(next)
}

/// Who owes the next step.
pub(super) const fn owner_word(owner: Owner, language: Language) -> &'static str {
    Words::of(language).owner(owner)
}

/// The word of who owes the next step, in JSON.
pub(super) const fn owner_key(owner: Owner) -> &'static str {
    match owner {
        Owner::Desk => "desk",
        Owner::Team => "team",
    }
}
