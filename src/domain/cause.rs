/// The name of a cause in the policy, such as `runbook-missing`.
pub type CauseId = String;

/// A category of why a response was slow; not of what triggered the alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The name in the policy.
    pub id: CauseId,
    /// What people read.
    pub title: String,
    /// Whether it calls for a fix.
    pub fix: Fix,
    /// What is asked of the second line where it does.
    pub improvement: Option<String>,
    /// Who can remedy it, in the policy's words: the first line, a second-line team, the customer.
    pub owner: Option<String>,
}

impl Cause {
    /// A cause of which only the name is known, as when the policy lists it no more. Who wrote it
    /// meant that something is to be fixed.
    #[must_use]
    pub fn unlisted(id: &str) -> Self {
        Self { id: id.to_owned(), title: id.to_owned(), fix: Fix::Required, improvement: None, owner: None }
    }
}

/// Whether something must be fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Yes.
    Required,
    /// No.
    NotRequired,
    /// A person has yet to decide.
    Review,
}

impl Fix {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Required, Self::NotRequired, Self::Review];

    /// The word in the policy and the ledger.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::NotRequired => "not-required",
            Self::Review => "review",
        }
    }

    /// The decision of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fix| fix.word() == word)
    }
}
