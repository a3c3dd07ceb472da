use crate::domain::{Language, NextStep, Owner, RequestStatus};

/// What people call how far a request got.
pub(super) const fn status_word(status: RequestStatus, language: Language) -> &'static str {
    match language {
        Language::Japanese => match status {
            RequestStatus::Draft => "下書き",
            RequestStatus::Sent => "送付済み",
            RequestStatus::Accepted => "受諾",
            RequestStatus::Declined => "見送り",
            RequestStatus::Done => "完了",
        },
        Language::English => status.word(),
    }
}

/// What is to come next of a request.
pub(super) const fn next_word(next: NextStep, language: Language) -> &'static str {
    match language {
        Language::Japanese => match next {
            NextStep::Send => "仕上げて送る",
            NextStep::Answer => "回答する",
            NextStep::Do => "対応する",
            NextStep::LookAtEffect => "効果を見る",
        },
        Language::English => match next {
            NextStep::Send => "finish and send",
            NextStep::Answer => "answer",
            NextStep::Do => "do it",
            NextStep::LookAtEffect => "look at the effect",
        },
    }
}

/// Who owes the next step.
pub(super) const fn owner_word(owner: Owner, language: Language) -> &'static str {
    match (language, owner) {
        (Language::Japanese, Owner::Desk) => "依頼元",
        (Language::Japanese, Owner::Team) => "チーム",
        (Language::English, Owner::Desk) => "desk",
        (Language::English, Owner::Team) => "team",
    }
}

/// The word of who owes the next step, in JSON.
pub(super) const fn owner_key(owner: Owner) -> &'static str {
    match owner {
        Owner::Desk => "desk",
        Owner::Team => "team",
    }
}
