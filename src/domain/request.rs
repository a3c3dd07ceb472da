use super::{CauseId, EntryId, Instant};

/// One improvement request to one team about one recurring problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The name, such as `REQ-3f9a2c11`.
    pub id: String,
    /// The team that is asked, by its name in the policy.
    pub team: String,
    /// The cause that its breaches share.
    pub cause: CauseId,
    /// What makes its incidents one problem: customer, service and title.
    pub signature: [String; 3],
    /// The incidents that prove it, by id.
    pub incidents: Vec<String>,
    /// The file of the draft, relative to the policy.
    pub draft: String,
    /// When it was drafted.
    pub at: Instant,
    /// How far it got since, in the order in which that happened.
    pub steps: Vec<RequestStep>,
}

/// One step of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestStep {
    /// The ledger entry.
    pub entry: EntryId,
    /// The entry of the step that was the last when this one was written.
    pub after: Option<EntryId>,
    /// How far it got.
    pub status: RequestStatus,
    /// When that happened.
    pub happened: Instant,
    /// What a person noted about it.
    pub note: Option<String>,
    /// Who wrote it down.
    pub by: String,
    /// When it was written down.
    pub at: Instant,
}

/// How far a request got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestStatus {
    /// Written, not sent.
    Draft,
    /// Sent, not answered.
    Sent,
    /// The team will do it.
    Accepted,
    /// The team won't.
    Declined,
    /// It is done.
    Done,
}

impl Request {
    /// How far it got.
    #[must_use]
    pub fn status(&self) -> RequestStatus {
        self.steps.last().map_or(RequestStatus::Draft, |step| step.status)
    }

    /// Since when it has been there.
    #[must_use]
    pub fn since(&self) -> Instant {
        self.steps.last().map_or(self.at, |step| step.happened)
    }

    /// Whether more may come of it: neither declined nor done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.status(), RequestStatus::Declined | RequestStatus::Done)
    }
}

impl RequestStatus {
    /// All that a request can be marked as, in the order in which it comes to them.
    pub const MARKS: [Self; 4] = [Self::Sent, Self::Accepted, Self::Declined, Self::Done];

    /// The word in the ledger and on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Sent => "sent",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Done => "done",
        }
    }

    /// The mark of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::MARKS.into_iter().find(|status| status.word() == word)
    }
}
