/// What a breach or a request waits for, in the order in which it goes through the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// A breach: that somebody writes down its cause.
    Cause,
    /// A breach: that somebody decides whether something must be fixed.
    Decision,
    /// A breach: that somebody asks for the fix.
    Request,
    /// A request: that somebody sends its draft.
    Sending,
    /// A request: that the team answers.
    Answer,
    /// A request: that the team is done with what it accepted.
    Completion,
}

impl Awaited {
    /// What breaches wait for.
    pub const BY_BREACHES: [Self; 3] = [Self::Cause, Self::Decision, Self::Request];
    /// What requests wait for.
    pub const BY_REQUESTS: [Self; 3] = [Self::Sending, Self::Answer, Self::Completion];

    /// All of them, the most urgent first.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::BY_BREACHES.into_iter().chain(Self::BY_REQUESTS)
    }
}
