use crate::domain::Instant;

/// Which problems somebody wants to ask about. What isn't asked for leaves none out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EscalationChoice {
    /// Only problems with as many incidents that nobody asked about yet.
    pub min_incidents: usize,
    /// Only breaches of incidents that were opened then or later.
    pub since: Option<Instant>,
    /// The instant that counts as now: what misses its target later isn't there yet.
    pub as_of: Option<Instant>,
    /// Only requests to this team, by its name in the policy.
    pub team: Option<String>,
    /// Only requests of these names; empty for all.
    pub requests: Vec<String>,
}

impl EscalationChoice {
    /// Whether a request of this name to this team is one of them.
    pub(super) fn has(&self, request: &str, team: &str) -> bool {
        self.team.as_deref().is_none_or(|only| only == team)
            && (self.requests.is_empty() || self.requests.iter().any(|only| only == request))
    }

    /// Whether all requests are meant, to whichever team.
    pub(super) const fn means_all_requests(&self) -> bool {
        self.team.is_none() && self.requests.is_empty()
    }

    /// Whether it leaves none out.
    #[must_use]
    pub const fn is_everything(&self) -> bool {
        self.means_all_requests() && self.since.is_none() && self.min_incidents <= 1
    }
}
