use crate::domain::{Language, NextStep, Owner, RequestStatus};

/// What people call how far a request got.
pub(super) const fn status_word(status: RequestStatus, language: Language) -> &'static str {
    match language {
        Language::Japanese => match status {
            RequestStatus::Draft => "下書き",
            RequestStatus::Sent => "送付済み",
            RequestStatus::Accepted => "承諾",
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
            NextStep::Send => "送付",
            NextStep::Answer => "回答",
            NextStep::Do => "対応",
            NextStep::LookAtEffect => "効果確認",
        },
        Language::English => match next {
            NextStep::Send => "send",
            NextStep::Answer => "answer",
            NextStep::Do => "implement",
            NextStep::LookAtEffect => "check effect",
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
