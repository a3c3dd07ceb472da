use super::{CauseId, Instant};

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
    /// How far it got.
    pub status: RequestStatus,
    /// When it was drafted.
    pub at: Instant,
}

/// How far a request got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestStatus {
    /// Written, not sent.
    Draft,
}
